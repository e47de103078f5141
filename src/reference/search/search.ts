import { LEVELS } from './search-index.js';
import type { ActionRow, OperationRow, SearchIndex } from './search-index.js';

/** A search as the page asks it; an empty filter lets everything through. */
export interface Query {
  readonly text: string;
  readonly cloud?: string;
  readonly service?: string;
  /** One of `LEVELS`. */
  readonly level?: string;
  readonly kind?: 'api' | 'action';
}

export type Hit =
  | { readonly kind: 'api'; readonly row: OperationRow; readonly score: number }
  | { readonly kind: 'action'; readonly row: ActionRow; readonly score: number };

export type Search = (query: Query) => Hit[];

/**
 * Prepares an index for searching. Every word of a query must be found: as a part of an endpoint, an action or a title
 * in either language. A Chinese word also matches a title that holds its characters in order with others between, an
 * English one without its ending; a path matches whatever its parameters are called, and with values in their place.
 * The best hits come first. An empty query finds whatever the filters let through.
 */
export function createSearch(index: SearchIndex): Search {
  const entries: Entry[] = [
    ...index.operations.map((row): Entry => ({
      kind: 'api',
      row,
      text: fold(`${row[5]}\n${row[6]}\n${row[3]}\n${row[4]}\n${index.services[row[1]] ?? ''}`),
      names: row[5].split('\n').map(fold),
      levels: row[7],
    })),
    ...index.actions.map((row): Entry => ({
      kind: 'action',
      row,
      text: fold(`${row[2]}\n${row[3]}\n${row[4]}`),
      names: [fold(row[2])],
      levels: row[5],
    })),
  ];
  return (query) => {
    const words = readWords(query.text);
    const cloud = index.clouds.findIndex(({ key }) => key === query.cloud);
    const service = index.services.indexOf(query.service ?? '');
    const level = LEVELS.findIndex((key) => key === query.level);
    const hits: Hit[] = [];
    for (const entry of entries) {
      if (query.kind !== undefined && entry.kind !== query.kind) continue;
      if (query.cloud !== undefined && entry.row[0] !== cloud) continue;
      if (query.service !== undefined && entry.row[1] !== service) continue;
      if (query.level !== undefined && (entry.levels & (1 << level)) === 0) continue;
      const score = scoreOf(entry, words);
      if (score > 0) hits.push(hitOf(entry, score));
    }
    // Stable: equal hits stay in the order of the index.
    return hits.sort((a, b) => b.score - a.score);
  };
}

function hitOf(entry: Entry, score: number): Hit {
  return entry.kind === 'api'
    ? { kind: 'api', row: entry.row, score }
    : { kind: 'action', row: entry.row, score };
}

interface EntryBase {
  /** All that can be found, folded. */
  readonly text: string;
  /** Endpoints or the action's name, folded. */
  readonly names: readonly string[];
  readonly levels: number;
}

type Entry = EntryBase &
  (
    | { readonly kind: 'api'; readonly row: OperationRow }
    | { readonly kind: 'action'; readonly row: ActionRow }
  );

type Word =
  | {
      readonly kind: 'text';
      readonly value: string;
      readonly stem: string | undefined;
      readonly scattered: readonly string[] | undefined;
    }
  | { readonly kind: 'path'; readonly value: string; readonly segments: readonly string[] };

function scoreOf(entry: Entry, words: readonly Word[]): number {
  let score = 1;
  for (const word of words) {
    const found = word.kind === 'path' ? scorePath(entry, word) : scoreText(entry, word);
    if (found === 0) return 0;
    score += found;
  }
  // Of two entries that hold the words, the one that holds less else is nearer.
  return words.length === 0 ? score : score - Math.min(entry.text.length, 900) / 1000;
}

function scoreText(entry: Entry, word: Word & { kind: 'text' }): number {
  if (entry.names.includes(word.value)) return 100;
  const at = entry.text.indexOf(word.value);
  if (at >= 0) return startsWord(entry.text, at) ? 20 : 10;
  if (word.stem !== undefined && entry.text.includes(word.stem)) return 6;
  return word.scattered !== undefined && holdsInOrder(entry.text, word.scattered) ? 4 : 0;
}

function scorePath(entry: Entry, word: Word & { kind: 'path' }): number {
  if (entry.kind !== 'api') return 0;
  const paths = entry.names.map((name) => name.slice(name.indexOf(' ') + 1));
  if (paths.includes(word.value)) return 100;
  if (paths.some((path) => path.includes(word.value))) return 20;
  return paths.some((path) => fits(path.split('/').slice(1), word.segments)) ? 60 : 0;
}

/** A concrete path fits a template: the same segments, anything in the place of a parameter. */
function fits(template: readonly string[], concrete: readonly string[]): boolean {
  return (
    template.length === concrete.length &&
    template.every((segment, index) => segment === concrete[index] || segment.includes('{}'))
  );
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[^a-z0-9]/.test(text[at - 1] ?? '');
}

/** Words are separated by spaces; a run of Chinese beside Latin letters is a word of its own. */
function readWords(text: string): Word[] {
  const parts = text
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '');
  return parts.flatMap((part): Word[] => {
    const path = /^(?:https?:\/\/[^/]*)?(\/.*)$/i
      .exec(part)?.[1]
      ?.replace(/[?#].*$/, '')
      .replace(/(.)\/+$/, '$1');
    if (path !== undefined)
      return [{ kind: 'path', value: fold(path), segments: fold(path).split('/').slice(1) }];
    return (part.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).map((piece) => ({
      kind: 'text',
      value: fold(piece),
      stem: stemOf(fold(piece)),
      scattered: scatter(piece),
    }));
  });
}

/** Lower case; every parameter the same. */
function fold(text: string): string {
  return text.toLowerCase().replace(/\{[^}\s]*\}/g, '{}');
}

const ENDINGS = /(?:ying|ing|ies|es|ed|s)$/;

function stemOf(word: string): string | undefined {
  if (!/^[a-z]{5,}$/.test(word) || !ENDINGS.test(word)) return undefined;
  const stem = word.replace(ENDINGS, '');
  // "stopping" → "stop"
  const single = stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  return single.length >= 3 ? single : undefined;
}

function scatter(word: string): string[] | undefined {
  const characters = Array.from(word);
  return characters.length >= 3 && /^\p{Script=Han}+$/u.test(word) ? characters : undefined;
}

/** How many characters may stand between two of a scattered word. */
const GAP = 6;

function holdsInOrder(text: string, characters: readonly string[]): boolean {
  const [first = '', ...rest] = characters;
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let at = start;
    if (
      rest.every((character) => {
        const next = text.indexOf(character, at + 1);
        const near = next >= 0 && next - at - 1 <= GAP;
        at = next;
        return near;
      })
    )
      return true;
  }
  return false;
}
