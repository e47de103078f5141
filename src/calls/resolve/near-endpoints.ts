import { endpointKey, parseEndpoint, pathSegments } from '../../catalog/model/endpoint.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Endpoint } from '../../catalog/model/endpoint.js';
import { editsBetween } from '../../wording/edit-distance.js';
import { least } from '../../long-lists.js';
import { rememberFor } from '../../remember.js';

/**
 * Endpoints that an unknown one may have been meant as, likeliest first, as the catalog writes them: the same path with
 * another method, another version, one segment spelt otherwise, or one segment too many or too few.
 */
export function nearEndpoints(endpoint: Endpoint, catalog: Catalog, limit = 3): string[] {
  const segments = pathSegments(endpoint.path);
  const ranked: { readonly key: string; readonly rank: number }[] = [];
  for (const entry of likeEntries(segments, entriesOf(catalog))) {
    const rank = rankOf(segments, entry.segments);
    if (rank !== undefined)
      ranked.push({ key: entry.key, rank: rank + (entry.method === endpoint.method ? 0 : OTHER_METHOD) });
  }
  const best = least(ranked.map(({ rank }) => rank));
  return ranked
    .filter(({ rank }) => rank <= best + SLACK)
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(({ key }) => spelling(key, catalog));
}

// Ranks: smaller is nearer. A wrong method is likelier than a wrong version, a wrong version than a missing segment.
const OTHER_METHOD = 1;
const OTHER_VERSION = 2;
const OTHER_SEGMENT = 3;
const OTHER_LENGTH = 5;
/** What is that much farther off than the nearest is noise beside it. */
const SLACK = 2;

const VERSION = /^v\d/;

/** Undefined where the two paths differ in more than one segment. */
function rankOf(mine: readonly string[], other: readonly string[]): number | undefined {
  const at = firstDifference(mine, other);
  if (mine.length === other.length) {
    if (at === mine.length) return 0;
    return endsAlike(mine, at + 1, other, at + 1) ? segmentRank(mine[at] ?? '', other[at] ?? '') : undefined;
  }
  if (mine.length === other.length + 1) return endsAlike(mine, at + 1, other, at) ? OTHER_LENGTH : undefined;
  // Only a parameter is easily forgotten; a literal too few is another API.
  return mine.length === other.length - 1 && other[at] === '{}' && endsAlike(mine, at, other, at + 1)
    ? OTHER_LENGTH
    : undefined;
}

function firstDifference(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function endsAlike(a: readonly string[], fromA: number, b: readonly string[], fromB: number): boolean {
  for (let i = fromA, j = fromB; i < a.length; i += 1, j += 1) if (a[i] !== b[j]) return false;
  return true;
}

/** Undefined where the two segments have nothing to do with one another. */
function segmentRank(mine: string, other: string): number | undefined {
  if (VERSION.test(mine) && VERSION.test(other)) return OTHER_VERSION;
  if (mine.includes('{}') || other.includes('{}')) return OTHER_SEGMENT + 1;
  const length = Math.max(mine.length, other.length);
  const edits = editsBetween(mine, other, Math.floor(length / 2));
  return edits === undefined ? undefined : OTHER_SEGMENT + edits / length;
}

interface Entry {
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
}

/** Endpoints by their path, by it with one segment blotted out and with a parameter left out: whatever differs in one is found. */
type Entries = ReadonlyMap<string, readonly Entry[]>;

/** Kept, as one misspelt call rarely comes alone. */
const entriesOf = rememberFor((catalog: Catalog): Entries => {
  const entries = new Map<string, Entry[]>();
  for (const key of catalog.endpointKeys()) {
    const [method = '', ...segments] = key.split('/');
    const entry = { key, method: method.trim(), segments };
    for (const trace of [segments.join('/'), ...blotted(segments), ...withoutParameter(segments)]) {
      const known = entries.get(trace);
      if (known === undefined) entries.set(trace, [entry]);
      else known.push(entry);
    }
  }
  return entries;
});

function likeEntries(segments: readonly string[], entries: Entries): Iterable<Entry> {
  if (segments.length > MOST_SEGMENTS) return [];
  const traces = [segments.join('/'), ...blotted(segments), ...shortened(segments)];
  return new Set(traces.flatMap((trace) => entries.get(trace) ?? []));
}

const BLOT = '\0';
/** No endpoint has as many. */
const MOST_SEGMENTS = 40;

function blotted(segments: readonly string[]): string[] {
  return segments.map((_, at) => segments.with(at, BLOT).join('/'));
}

function shortened(segments: readonly string[]): string[] {
  return segments.map((_, at) => segments.toSpliced(at, 1).join('/'));
}

function withoutParameter(segments: readonly string[]): string[] {
  return segments.flatMap((segment, at) => (segment === '{}' ? [segments.toSpliced(at, 1).join('/')] : []));
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
