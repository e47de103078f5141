import { pathSegments } from '../../catalog/model/endpoint.js';
import { greatest } from '../../long-lists.js';
import { parseTarget } from '../resolve/match.js';
import type { Target } from '../resolve/match.js';
import { cloudHost } from '../hosts.js';
import { obsActions, obsOperations } from './obs-facts.js';

/**
 * The operation of OBS that a request is: by its method, by whether it is for the service, a bucket or an object, and by
 * the sub-resource in its query. Two operations of one request are told by what they need least (a copy is an upload too).
 * Undefined where OBS has no such request.
 */
export function obsOperationAt({ endpoint, query, host }: Target): string | undefined {
  const isBucketHost = host !== undefined && cloudHost(host)?.isBucket === true;
  const asked: Shape = {
    method: endpoint.method,
    depth: Math.min(2, pathSegments(endpoint.path).length + (isBucketHost ? 1 : 0)),
    keys: new Set(query.split('&').flatMap((part) => subResource(part) ?? [])),
  };
  const fitting = shapes().filter(({ shape }) => fits(shape, asked));
  const most = greatest(fitting.map(({ shape }) => shape.keys.size));
  const [best] = fitting
    .filter(({ shape }) => shape.keys.size === most)
    .toSorted((a, b) => needs(a.name) - needs(b.name));
  return best?.name;
}

/** What tells requests of OBS apart. */
interface Shape {
  readonly method: string;
  /** 0: the service, 1: a bucket, 2: an object. */
  readonly depth: number;
  /** Names in the query that are sub-resources. */
  readonly keys: ReadonlySet<string>;
}

function fits(shape: Shape, asked: Shape): boolean {
  return (
    shape.method === asked.method &&
    shape.depth === asked.depth &&
    [...shape.keys].every((key) => asked.keys.has(key)) &&
    // A sub-resource that none of them has is another operation.
    [...asked.keys].every((key) => shape.keys.has(key) || PARAMETERS.has(key))
  );
}

/** `policy` of `policy`, `uploadid` of `uploadId=1`; nothing of what only narrows a list. */
function subResource(part: string): string | undefined {
  const [key = '', value] = part.toLowerCase().split('=');
  if (key === '') return undefined;
  return value === undefined || value === '' || known().has(key) ? key : undefined;
}

/** What a query may hold besides, whether it has a value or not. Source: the OBS API reference, “Listing Objects in a Bucket”. */
const PARAMETERS: ReadonlySet<string> = new Set([
  'delimiter',
  'encoding-type',
  'key-marker',
  'list-type',
  'marker',
  'max-keys',
  'prefix',
  'start-after',
  'versionid',
  'version-id-marker',
]);

let read: readonly { readonly name: string; readonly shape: Shape }[] | undefined;

function shapes(): readonly { readonly name: string; readonly shape: Shape }[] {
  read ??= obsOperations().flatMap(({ name, endpoint }) => {
    const target = parseTarget(endpoint);
    if (target === undefined) return [];
    const keys = target.query
      .toLowerCase()
      .split('&')
      .map((part) => part.replace(/=.*$/, ''));
    return [
      {
        name,
        shape: {
          method: target.endpoint.method,
          depth: Math.min(2, pathSegments(target.endpoint.path).length),
          keys: new Set(keys.filter((key) => key !== '')),
        },
      },
    ];
  });
  return read;
}

let knownKeys: ReadonlySet<string> | undefined;

function known(): ReadonlySet<string> {
  knownKeys ??= new Set(shapes().flatMap(({ shape }) => [...shape.keys]));
  return knownKeys;
}

function needs(name: string): number {
  return obsActions(name)?.length ?? Number.MAX_SAFE_INTEGER;
}
