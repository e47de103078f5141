import { normalizeName } from '../../calls/resolve/normal-name.js';
import { closestWord } from '../../wording/edit-distance.js';
import { readEntries } from './search-entries.js';
import type { Entry } from './search-entries.js';
import { readTerms, sdkQuery, termFor } from './query-terms.js';
import type { Term } from './query-terms.js';
import { holds, isTitle, scoreOf } from './score.js';
import { LEVELS } from './search-index.js';
import type { ActionRow, Kind, OperationRow, OtherKind, OtherRow, SearchIndex } from './search-index.js';
import { fold, latinWords } from './name-words.js';

/** A search as it is asked; an empty filter lets everything through. */
export interface Query {
  readonly text: string;
  readonly cloud?: string;
  readonly service?: string;
  /** One of `LEVELS`. */
  readonly level?: string;
  readonly kind?: Kind;
}

export type Hit = {
  /** What it is asked for by: an operation's id, the name of an action, a type, a key or a rule. */
  readonly name: string;
  /** It is what the whole query names, and not only something that holds its words. */
  readonly exact: boolean;
  /** The whole query is its title, which others may have too. */
  readonly titled: boolean;
  readonly score: number;
} & (
  | { readonly kind: 'api'; readonly row: OperationRow }
  | { readonly kind: 'action'; readonly row: ActionRow }
  | { readonly kind: OtherKind; readonly row: OtherRow }
);

export type Search = (query: Query) => Hit[];

/**
 * Prepares an index for searching. Every word of a query must be found, itself or a synonym of either language: in a name,
 * an endpoint, a title. A Chinese sentence is taken apart by the words that are known; one word also matches a title that
 * holds its characters in order with others between. A path matches whatever its parameters are called, and with values
 * in their place. A word that stands nowhere is taken for the nearest one. What the query names comes first, then what
 * says least besides. An empty query finds whatever the filters let through.
 */
export function createSearch(index: SearchIndex): Search {
  const entries = readEntries(index);
  let vocabulary: readonly string[] | undefined;
  return (query) => {
    const cloud = index.clouds.findIndex(({ key }) => key === query.cloud);
    const service = index.services.indexOf(query.service ?? '');
    const level = LEVELS.findIndex((key) => key === query.level);
    const terms = readTerms(query.text).map((term) =>
      isMisspelt(term, entries) ? meantBy(term, (vocabulary ??= wordsOf(entries))) : term,
    );
    const whole = wholeOf(query.text);
    const hits: Hit[] = [];
    for (const entry of entries) {
      if (query.kind !== undefined && entry.kind !== query.kind) continue;
      if (query.cloud !== undefined && entry.cloud !== cloud) continue;
      if (query.service !== undefined && entry.service !== service) continue;
      if (query.level !== undefined && (entry.levels & (1 << level)) === 0) continue;
      const named = namedBy(entry, whole);
      const exact = named > 0;
      const score = exact ? named : scoreOf(entry, terms, whole.normal);
      if (score > 0)
        hits.push({ ...hitOf(entry), name: entry.name, exact, titled: isTitle(entry, whole.normal), score });
    }
    // Stable: equal hits stay in the order of the index.
    return hits.sort((a, b) => b.score - a.score);
  };
}

/** More than any words can come to; less for a name that it only stands for. */
const NAMED = 100_000;
const NAMED_TOO = 90_000;

interface Whole {
  readonly folded: string;
  readonly normal: string;
  /** One word alone, as a name is. */
  readonly single: boolean;
  readonly sdk: ReturnType<typeof sdkQuery>;
}

function wholeOf(text: string): Whole {
  const endpoint = text.trim().replace(/^([a-z]+)\s+(\/.*?)\/*$/i, '$1 $2');
  return {
    folded: fold(endpoint),
    normal: normalizeName(text),
    single: !/\s/.test(text.trim()),
    sdk: sdkQuery(text),
  };
}

function namedBy(entry: Entry, { folded, normal, single, sdk }: Whole): number {
  if (normal === '') return 0;
  if (entry.names.includes(folded)) return NAMED;
  if (entry.kind === 'key' && entry.name.endsWith('/') && folded.startsWith(entry.name.toLowerCase()))
    return NAMED;
  if (entry.sdk.length > 0) {
    if (single && entry.sdk.some((name) => name.slice(name.indexOf(':') + 1) === normal)) return NAMED;
    if (sdk !== undefined && entry.sdk.includes(sdkNameIn(entry.home.name, sdk))) return NAMED;
  }
  return entry.aliases.includes(folded) ? NAMED_TOO : 0;
}

function sdkNameIn(home: string, { service, operation }: NonNullable<Whole['sdk']>): string {
  const name = normalizeName(operation);
  return service === home ? name : `${service}:${name}`;
}

/** A Latin word of some length that no entry holds in any way. */
function isMisspelt(term: Term, entries: readonly Entry[]): boolean {
  return (
    term.kind === 'word' && /^[a-z]{4,}$/i.test(term.written) && !entries.some((entry) => holds(entry, term))
  );
}

function meantBy(term: Term, vocabulary: readonly string[]): Term {
  if (term.kind !== 'word') return term;
  const word = term.written.toLowerCase();
  const near = closestWord(word, vocabulary, word.length < 8 ? 1 : 2);
  return near === undefined ? term : termFor(near);
}

/** Every Latin word of names and titles, the frequent ones first: a slip is likelier one of these. */
function wordsOf(entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const label of entry.written)
      for (const word of latinWords(label)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([word]) => word.length >= 3)
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => word);
}

function hitOf(entry: Entry) {
  switch (entry.kind) {
    case 'api':
      return { kind: entry.kind, row: entry.row };
    case 'action':
      return { kind: entry.kind, row: entry.row };
    case 'service':
    case 'resource':
    case 'key':
    case 'terraform':
    case 'rule':
      return { kind: entry.kind, row: entry.row };
  }
}
