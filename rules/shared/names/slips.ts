import { normalizeName } from '../../../src/calls/resolve/normal-name.js';
import { editsBetween } from '../../../src/wording/edit-distance.js';

/** Words in lower case, without punctuation, with what each stands for. */
export interface Slips<Meaning> {
  readonly words: ReadonlyMap<string, Meaning>;
  /** The words that one of them may be a slip of the hand for, itself among them. */
  readonly near: (word: string) => readonly NearWord[];
}

export interface NearWord {
  readonly word: string;
  readonly edits: number;
}

export function createSlips<Meaning>(words: ReadonlyMap<string, Meaning>): Slips<Meaning> {
  const known = Array.from(words.keys(), (word) => ({ word, letters: lettersOf(word) }));
  return {
    words,
    near(written) {
      const letters = lettersOf(written);
      return known.flatMap(({ word, letters: others }) => {
        // A slip adds a letter at most and takes one away: most words end here.
        if (count(letters & ~others) > MOST || count(others & ~letters) > MOST) return [];
        const edits = slip(written, word);
        return edits === undefined ? [] : [{ word, edits }];
      });
    },
  };
}

const MOST = 2;

/**
 * Whether two names of actions differ by a letter or two: more, less, another one, or swapped. Case, the way to join words
 * and plurals are no slips.
 */
export function isSlipOf(name: string, other: string): boolean {
  const [a, b] = [singular(name), singular(other)];
  return a !== b && editsBetween(a, b, MOST) !== undefined;
}

function singular(name: string): string {
  return name
    .split(':')
    .map((segment) => normalizeName(segment).replace(/s$/, ''))
    .join(':');
}

/**
 * How many letters differ; undefined where that is too many for a slip. Short words differ by meaning, not by mistake,
 * but for a plural and for two letters swapped.
 */
function slip(a: string, b: string): number | undefined {
  if (a === `${b}s` || b === `${a}s`) return 1;
  const edits = editsBetween(a, b, mostEdits(Math.max(a.length, b.length)));
  return edits === undefined || edits === 0 || Math.min(a.length, b.length) >= SHORT || isSwap(a, b)
    ? edits
    : undefined;
}

const SHORT = 4;

function mostEdits(length: number): number {
  return length < 9 ? 1 : MOST;
}

function isSwap(a: string, b: string): boolean {
  return a.length === b.length && Array.from(a).sort().join('') === Array.from(b).sort().join('');
}

/** Which letters and digits a word holds: a bit for each letter, and one for several digits or other signs. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at) - 97;
    letters |= 1 << (code >= 0 && code < 26 ? code : 26 + ((code + 97) % 6));
  }
  return letters;
}

/** How many bits are set. */
function count(bits: number): number {
  let sum = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) sum += 1;
  return sum;
}
