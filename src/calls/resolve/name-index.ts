import { editsBetween } from '../../wording/edit-distance.js';
import { normalizeName } from './normal-name.js';

/** Names among which misspelt ones are looked up, as often as one likes. */
export interface NameIndex {
  /** The nearest first, of equally near ones in the order of the alphabet. At most a third of the letters may differ. */
  readonly near: (name: string, limit?: number) => readonly NearName[];
}

export interface NearName {
  readonly candidate: string;
  readonly edits: number;
}

export function createNameIndex(candidates: Iterable<string>): NameIndex {
  const words = wordsOf(candidates);
  let pairs: Pairs | undefined;
  return {
    near(name, limit = 3) {
      const wanted = normalizeName(name);
      const bound = Math.max(1, Math.floor(wanted.length / 3));
      if (words.length > FEW) pairs ??= pairsOf(words);
      const likely = pairs === undefined ? words : mostAlike(wanted, words, bound, pairs);
      return nearest(wanted, likely, bound, limit);
    },
  };
}

/** So many are compared one by one; of more, those that share most pairs of letters with the name. */
const FEW = 200;
const COMPARED = 24;
/** Of short names very many share as many pairs. */
const MOST_COMPARED = 32;

interface Word {
  readonly normal: string;
  /** Everything that is written so but for case and punctuation, sorted. */
  readonly spellings: readonly string[];
}

function wordsOf(candidates: Iterable<string>): readonly Word[] {
  const words = new Map<string, Set<string>>();
  for (const candidate of candidates) {
    const normal = normalizeName(candidate);
    const known = words.get(normal);
    if (known === undefined) words.set(normal, new Set([candidate]));
    else known.add(candidate);
  }
  return Array.from(words, ([normal, spellings]) => ({ normal, spellings: [...spellings].sort() }));
}

function nearest(wanted: string, words: readonly Word[], most: number, limit: number): readonly NearName[] {
  let found: readonly NearName[] = [];
  let bound = most;
  for (const { normal, spellings } of words) {
    const edits = editsBetween(wanted, normal, bound);
    if (edits === undefined) continue;
    found = [...found, ...spellings.map((candidate) => ({ candidate, edits }))].sort(byEdits).slice(0, limit);
    // What is farther off than the last of these is none of them.
    if (found.length === limit) bound = found.at(-1)?.edits ?? bound;
  }
  return found;
}

function byEdits(a: NearName, b: NearName): number {
  return a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1);
}

/** The words that hold a pair of letters, by the pair: their places in the list. The ends of a word are letters, too. */
interface Pairs {
  readonly holders: ReadonlyMap<number, readonly number[]>;
  /** How many pairs each word shares with the name that is looked up; all zero between two of them. */
  readonly shared: Uint16Array;
}

function pairsOf(words: readonly Word[]): Pairs {
  const holders = new Map<number, number[]>();
  for (const [place, { normal }] of words.entries()) {
    for (const pair of pairsIn(normal)) {
      const known = holders.get(pair);
      if (known === undefined) holders.set(pair, [place]);
      else known.push(place);
    }
  }
  return { holders, shared: new Uint16Array(words.length) };
}

function pairsIn(word: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let at = 0; at <= word.length && at < LONGEST; at += 1) {
    const first = at === 0 ? 0 : word.charCodeAt(at - 1);
    pairs.add(first * 0x10000 + (at === word.length ? 0 : word.charCodeAt(at)));
  }
  return pairs;
}

/** Letters; no name is as long. */
const LONGEST = 256;

function mostAlike(
  wanted: string,
  words: readonly Word[],
  bound: number,
  { holders, shared }: Pairs,
): readonly Word[] {
  const touched: number[] = [];
  for (const pair of pairsIn(wanted)) {
    for (const place of holders.get(pair) ?? []) {
      if (shared[place] === 0) touched.push(place);
      shared[place] = (shared[place] ?? 0) + 1;
    }
  }
  const fitting = touched.filter(
    (place) => Math.abs((words[place]?.normal.length ?? 0) - wanted.length) <= bound,
  );
  const least = leastOfMost(fitting, shared);
  const chosen = fitting
    .filter((place) => (shared[place] ?? 0) >= least)
    .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b);
  for (const place of touched) shared[place] = 0;
  return chosen.slice(0, MOST_COMPARED).flatMap((place) => words[place] ?? []);
}

/** How many pairs a word must share to be among the first `COMPARED`; those that share as many are among them, too. */
function leastOfMost(places: readonly number[], shared: Uint16Array): number {
  const amounts = new Uint32Array(LONGEST + 2);
  for (const place of places) {
    const at = shared[place] ?? 0;
    amounts[at] = (amounts[at] ?? 0) + 1;
  }
  let count = 0;
  for (let amount = LONGEST + 1; amount > 1; amount -= 1) {
    count += amounts[amount] ?? 0;
    if (count >= COMPARED) return amount;
  }
  return 1;
}
