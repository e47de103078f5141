import {
  endpointKey,
  formatEndpoint,
  METHODS,
  parseEndpoint,
  pathSegments,
} from '../../catalog/model/endpoint.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Endpoint } from '../../catalog/model/endpoint.js';
import { remember } from '../../remember.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** What a call names: an endpoint, and what its URL says besides. */
export interface Target {
  readonly endpoint: Endpoint;
  /** Equal for all spellings of the endpoint. */
  readonly key: string;
  /** `ecs.eu-de.otc.t-systems.com`, where a whole URL was written. */
  readonly host: string | undefined;
  /** Without the question mark; empty where there is none. */
  readonly query: string;
}

/** An endpoint of the catalog that a call's endpoint is an instance of. */
export interface EndpointMatch {
  /** As `Catalog.operationsAt` takes it. */
  readonly key: string;
  /** What stands in the call where the catalog has a parameter; empty where both are written alike. */
  readonly filled: readonly string[];
}

/** Reads `GET /v1/things?limit=1` and `GET https://host/v1/things`; undefined where it is no method with a path. */
export const parseTarget = remember(readTarget);

function readTarget(text: string): Target | undefined {
  const url = /^\s*(\S+)\s+https?:\/\/([^/\s?#]+)(\S*)\s*$/i.exec(text);
  const rest = url?.[3] ?? '';
  const plain = url === null ? text : `${url[1] ?? ''} ${rest.startsWith('/') ? rest : `/${rest}`}`;
  const endpoint = parseEndpoint(plain);
  if (endpoint === undefined) return undefined;
  return {
    endpoint,
    key: endpointKey(endpoint),
    host: url?.[2]?.toLowerCase(),
    query: /\?([^#\s]*)/.exec(plain)?.[1] ?? '',
  };
}

/** `PUT /{bucket}?policy`, as it was written but for its host. */
export function formatTarget({ endpoint, query }: Target): string {
  return `${formatEndpoint(endpoint)}${query === '' ? '' : `?${query}`}`;
}

/**
 * What is wrong with a text that is meant as an endpoint and is none, with the remedy; undefined where it is a good
 * endpoint or no endpoint at all (the name of an operation).
 */
export const endpointComplaint = remember(complaintOf);

function complaintOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^(\/|https?:\/\/)/i.test(trimmed)) return say('noMethod', { path: trimmed });
  const [, word = '', rest = ''] = /^([A-Za-z]+)\s+(.*)$/s.exec(trimmed) ?? [];
  const isMethod = METHODS.some((method) => method === word.toUpperCase());
  const isPath = /^(\/|https?:\/\/)/i.test(rest);
  if (!isMethod) return isPath ? say('noSuchMethod', { word, methods: METHODS }) : undefined;
  if (!isPath)
    return rest.includes('/') ? say('noSlash', { method: word.toUpperCase(), path: rest }) : undefined;
  if (/\s/.test(rest)) return say('spaceInPath');
  const bare = rest.replace(/\{\?[^}]*\}?$/, '').replace(/[?#].*$/, '');
  if (!/^(?:[^{}]|\{[^{}/]+\})*$/.test(bare)) return say('unbalanced');
  return undefined;
}

/**
 * The catalog's endpoints that a call's endpoint is an instance of. `GET /v1/0123abc/servers/42` is one of
 * `GET /v1/{project_id}/servers/{server_id}`; where several fit, those remain that no other is more literal than.
 * Versions and methods never stand for one another, and in a path that is written with parameters a word is no value of one.
 */
export function matchEndpoint(endpoint: Endpoint, catalog: Catalog): readonly EndpointMatch[] {
  const key = endpointKey(endpoint);
  if (catalog.operationsAt(key).length > 0) return [{ key, filled: [] }];
  const root = trieOf(catalog).get(endpoint.method);
  if (root === undefined) return [];
  const segments = pathSegments(endpoint.path);
  const isTemplate = segments.some((segment) => segment.includes('{}'));
  const found: Found[] = [];
  walk(
    root,
    segments.map((text) => ({ text, mayFill: !text.includes('{}') && !(isTemplate && isWord(text)) })),
    0,
    [],
    found,
  );
  return found
    .filter((one) => !found.some((other) => isMoreLiteral(other, one)))
    .map(({ key, filled }) => ({ key, filled }));
}

interface TrieNode {
  /** By segment, with `{}` for a parameter. */
  readonly children: Map<string, TrieNode>;
  /** Segments that are literal in part, such as `{}.json`, split at the parameter. */
  readonly mixed: { readonly parts: readonly string[]; readonly node: TrieNode }[];
  key: string | undefined;
}

interface Found {
  readonly key: string;
  readonly filled: readonly string[];
  /** How each segment was met: 0 literally, 1 by a partly literal one, 2 by a parameter. */
  readonly how: readonly number[];
}

const tries = new WeakMap<Catalog, Map<string, TrieNode>>();

/** By method; built once for a catalog, in the time it takes to read its endpoints. */
function trieOf(catalog: Catalog): Map<string, TrieNode> {
  const known = tries.get(catalog);
  if (known !== undefined) return known;
  const roots = new Map<string, TrieNode>();
  for (const key of catalog.endpointKeys()) {
    const [start = '', ...segments] = key.split('/');
    const method = start.trim();
    let node = roots.get(method) ?? newNode();
    roots.set(method, node);
    for (const segment of segments) if (segment !== '') node = childOf(node, segment);
    node.key = key;
  }
  tries.set(catalog, roots);
  return roots;
}

function newNode(): TrieNode {
  return { children: new Map(), mixed: [], key: undefined };
}

function childOf(node: TrieNode, segment: string): TrieNode {
  const known = node.children.get(segment);
  if (known !== undefined) return known;
  const child = newNode();
  node.children.set(segment, child);
  if (segment !== '{}' && segment.includes('{}'))
    node.mixed.push({ parts: segment.split('{}'), node: child });
  return child;
}

/** Identifiers carry digits, stars or dots; a plain word in the place of a parameter is rather a literal that the catalog does not know. */
export function isWord(segment: string): boolean {
  return /^[a-z]+(?:[-_][a-z]+)*$/i.test(segment) && segment.length < 20;
}

interface Segment {
  readonly text: string;
  /** Whether it may be the value of a parameter. */
  readonly mayFill: boolean;
}

interface Step {
  readonly how: number;
  readonly filled: string | undefined;
}

/** Depth first; the trie's own depth and branches bound it, whatever the call looks like. */
function walk(
  node: TrieNode,
  segments: readonly Segment[],
  at: number,
  steps: readonly Step[],
  found: Found[],
): void {
  const segment = segments[at];
  if (segment === undefined) {
    // Parameters alone (`/{bucket}/{object}`) fit every path of that length: that is no evidence.
    const isLiteral = steps.some(({ how }, index) => how === 0 && segments[index]?.text !== '{}');
    if (node.key !== undefined && isLiteral) {
      found.push({
        key: node.key,
        how: steps.map((step) => step.how),
        filled: steps.flatMap((step) => step.filled ?? []),
      });
    }
    return;
  }
  const { text, mayFill } = segment;
  const exact = node.children.get(text);
  if (exact !== undefined) walk(exact, segments, at + 1, [...steps, { how: 0, filled: undefined }], found);
  if (!mayFill) return;
  for (const { parts, node: child } of node.mixed) {
    if (fits(text, parts)) walk(child, segments, at + 1, [...steps, { how: 1, filled: text }], found);
  }
  const parameter = node.children.get('{}');
  if (parameter !== undefined) walk(parameter, segments, at + 1, [...steps, { how: 2, filled: text }], found);
}

/** Whether the text is the parts with at least one character between them: leftmost search, no backtracking. */
function fits(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length + 1;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length + 1;
  }
  return from <= text.length - last.length;
}

function isMoreLiteral(a: Found, b: Found): boolean {
  return (
    a !== b &&
    a.how.every((how, index) => how <= (b.how[index] ?? 0)) &&
    a.how.some((how, index) => how < (b.how[index] ?? 0))
  );
}
