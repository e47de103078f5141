import { distance } from 'fastest-levenshtein';
import { endpointKey, parseEndpoint, pathSegments } from '../catalog/endpoint.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Endpoint } from '../catalog/endpoint.js';

/**
 * Endpoints that an unknown one may have been meant as, likeliest first, as the catalog writes them: the same path with
 * another method, another version, one segment spelt otherwise, or one segment too many or too few.
 */
export function nearEndpoints(endpoint: Endpoint, catalog: Catalog, limit = 3): string[] {
  const index = indexOf(catalog);
  const segments = pathSegments(endpoint.path);
  const ranks = new Map<string, number>();
  const offer = (keys: readonly string[] | undefined, rank: (segments: readonly string[]) => number | undefined): void => {
    for (const key of keys ?? []) {
      const other = parseEndpoint(key);
      const value = other && rank(pathSegments(other.path));
      if (other === undefined || value === undefined) continue;
      const total = value + (other.method === endpoint.method ? 0 : OTHER_METHOD);
      if (total < (ranks.get(key) ?? Infinity)) ranks.set(key, total);
    }
  };
  offer(index.get(segments.join('/')), () => 0);
  for (const at of segments.keys()) {
    offer(index.get(without(segments, at, GAP)), (others) => segmentRank(segments[at] ?? '', others[at] ?? ''));
    // One segment too many in the call: the catalog's path is what remains.
    offer(index.get(without(segments, at)), () => OTHER_LENGTH);
  }
  // One segment too few: the catalog's path with one parameter taken out is the call's.
  offer(index.get(`${SHORTER}${segments.join('/')}`), () => OTHER_LENGTH);
  const best = Math.min(...ranks.values());
  return [...ranks]
    .filter(([, rank]) => rank <= best + SLACK)
    .sort(([keyA, a], [keyB, b]) => a - b || (keyA < keyB ? -1 : 1))
    .slice(0, limit)
    .map(([key]) => spelling(key, catalog));
}

// Ranks: smaller is nearer. A wrong method is likelier than a wrong version, a wrong version than a missing segment.
const OTHER_METHOD = 1;
const OTHER_VERSION = 2;
const OTHER_SEGMENT = 3;
const OTHER_LENGTH = 5;
/** What is that much farther off than the nearest is noise beside it. */
const SLACK = 2;
const GAP = '\0';
const SHORTER = '\0\0';

const VERSION = /^v\d/;

/** Undefined where the two segments have nothing to do with one another. */
function segmentRank(mine: string, other: string): number | undefined {
  if (VERSION.test(mine) && VERSION.test(other)) return OTHER_VERSION;
  if (mine.includes('{}') || other.includes('{}')) return OTHER_SEGMENT + 1;
  const edits = distance(mine, other) / Math.max(mine.length, other.length);
  return edits <= 0.5 ? OTHER_SEGMENT + edits : undefined;
}

const indexes = new WeakMap<Catalog, Map<string, string[]>>();

/** Paths whole, with each segment left open, and with each parameter left out → endpoint keys. Built when first asked for. */
function indexOf(catalog: Catalog): Map<string, string[]> {
  const known = indexes.get(catalog);
  if (known !== undefined) return known;
  const index = new Map<string, string[]>();
  const add = (path: string, key: string): void => {
    const list = index.get(path);
    if (list === undefined) index.set(path, [key]);
    else list.push(key);
  };
  for (const key of catalog.endpointKeys()) {
    const segments = pathSegments(key.slice(key.indexOf(' ') + 1));
    add(segments.join('/'), key);
    for (const [at, segment] of segments.entries()) {
      add(without(segments, at, GAP), key);
      if (segment === '{}') add(`${SHORTER}${without(segments, at)}`, key);
    }
  }
  indexes.set(catalog, index);
  return index;
}

function without(segments: readonly string[], at: number, instead?: string): string {
  return segments.flatMap((segment, index) => (index === at ? (instead ?? []) : segment)).join('/');
}

/** With the parameter names of the documentation, where it has them. */
function spelling(key: string, catalog: Catalog): string {
  for (const operation of catalog.operationsAt(key)) {
    for (const text of operation.endpoints) {
      const endpoint = parseEndpoint(text);
      if (endpoint !== undefined && endpointKey(endpoint) === key) return text;
    }
  }
  return key;
}
