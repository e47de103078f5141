import type { Library } from '../clients/module.js';
import { factBlocks } from '../fact-blocks.js';
import type { FactBlocks } from '../fact-blocks.js';

/** Libraries of Go that come from gophercloud, OpenStack's: a package for each kind of thing. */
type GoLibrary = Extract<Library, 'golangsdk' | 'chnsz-golangsdk' | 'gophertelekomcloud'>;

/** What a function calls, once or several times. */
export interface OpenstackRequest {
  /** `rds`: as the host or the actions name it. */
  readonly service: string;
  /** `GET /v3/{project_id}/instances`. */
  readonly endpoint: string;
}

const GO: Readonly<Record<GoLibrary, FactBlocks>> = {
  golangsdk: factBlocks('golangsdk.txt'),
  'chnsz-golangsdk': factBlocks('chnsz-golangsdk.txt'),
  gophertelekomcloud: factBlocks('gophertelekomcloud.txt'),
};
const PYTHON = factBlocks('openstacksdk.txt');

export function isGoLibrary(library: Library): library is GoLibrary {
  return library in GO;
}

/** Whether it is known what the functions of a package call: `rds/v3/instances`. */
export function isKnownPackage(library: GoLibrary, name: string): boolean {
  return GO[library].members(name) !== undefined;
}

/** The requests of a package's function; empty for one that calls nothing, as far as is known. */
export function goRequests(library: GoLibrary, name: string, called: string): readonly OpenstackRequest[] {
  return requestsOf(GO[library], name, called);
}

/** Whether a connection of openstacksdk has an attribute for such a service: `compute`, `rds`. */
export function isServiceOfConnection(attribute: string): boolean {
  return attribute !== CLOUD && PYTHON.members(attribute) !== undefined;
}

/** The requests of a connection's method, with its attribute: `compute`, `servers`. */
export function pythonRequests(attribute: string, method: string): readonly OpenstackRequest[] {
  const own = requestsOf(PYTHON, attribute, method);
  const [, verb, thing] = /^(find|get)_(\w+)$/.exec(method) ?? [];
  if (own.length > 0 || thing === undefined) return own;
  const one = requestsForOne(attribute, thing);
  // Source: `Resource.find` of openstacksdk, which asks for one of this id and then for the list.
  return verb === 'get' ? one : [...one, ...requestsOf(PYTHON, attribute, pluralOf(thing))];
}

/** Source: `Resource` of openstacksdk, which fetches a thing from where it deletes and changes it. */
function requestsForOne(attribute: string, thing: string): readonly OpenstackRequest[] {
  const fetched = requestsOf(PYTHON, attribute, `get_${thing}`);
  if (fetched.length > 0) return fetched;
  const [sent] = ['delete', 'update'].flatMap((verb) => requestsOf(PYTHON, attribute, `${verb}_${thing}`));
  return sent === undefined ? [] : [{ ...sent, endpoint: sent.endpoint.replace(/^[A-Z]+/, 'GET') }];
}

/** As the methods of openstacksdk form it: `policies`, `addresses`, `servers`. */
function pluralOf(thing: string): string {
  if (/[^aeiou]y$/.test(thing)) return `${thing.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(thing) ? `${thing}es` : `${thing}s`;
}

/** Stands for the connection itself: `conn.list_servers()`. */
export const CLOUD = 'cloud';

function requestsOf(blocks: FactBlocks, head: string, name: string): readonly OpenstackRequest[] {
  return (blocks.members(head) ?? []).flatMap((line) => {
    const [called, service = '', method = '', path = ''] = line.split(' ');
    return called === name ? { service, endpoint: `${method} ${path}` } : [];
  });
}
