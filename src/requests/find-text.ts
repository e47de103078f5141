import type { Automaton, Language } from './text-language.js';

/** Texts that are in every language of `within` and in none of `without`. */
export interface TextSet {
  readonly within: readonly Language[];
  readonly without: readonly Language[];
}

/** `none`: there is none; `too-much`: the search was given up. */
export type TextSearch = { readonly text: string } | 'none' | 'too-much';

/** What searches may cost together, in looks at a text or a character by a language; taken down by each. */
export interface Effort {
  left: number;
}

/**
 * A text of the set. Tries what a person would write (`preferred` first), then searches all texts, the shortest first, so
 * that `none` is exact.
 */
export function findText(set: TextSet, effort: Effort, preferred: readonly string[] = []): TextSearch {
  const languages = set.within.length + set.without.length;
  const fits = (text: string): boolean =>
    set.within.every(({ has }) => has(text)) && !set.without.some(({ has }) => has(text));
  const finite = set.within
    .flatMap(({ words }) => (words === undefined ? [] : [words]))
    .sort((a, b) => a.length - b.length)[0];
  effort.left -= ((finite ?? preferred).length + MOST_SAMPLES) * languages;
  if (effort.left < 0) return 'too-much';
  // What somebody has written down needs no better name.
  const liked = finite === undefined ? preferred.find(fits) : undefined;
  if (liked !== undefined) return { text: liked };
  const candidates = finite ?? set.within.flatMap(({ samples }) => samples.slice(0, MOST_SAMPLES));
  const found = candidates.find(fits);
  if (found !== undefined) return { text: found };
  return finite === undefined ? search(set, effort) : 'none';
}

const MOST_SAMPLES = 40;

/** Breadth first over the product of the automata. */
function search({ within, without }: TextSet, effort: Effort): TextSearch {
  const wanted = within.map(({ automaton }) => automaton());
  const unwanted = without.map(({ automaton }) => automaton());
  const alphabet = alphabetOf([...within, ...without]);
  const start = [...wanted, ...unwanted].map((automaton) => automaton.start);
  const reached = new Set([start.join(' ')]);
  let row: readonly Reached[] = [{ states: start, text: '' }];
  while (row.length > 0) {
    const next: Reached[] = [];
    for (const { states, text } of row) {
      if (accepted(states, wanted, unwanted)) return { text };
      effort.left -= alphabet.length * states.length;
      if (effort.left < 0) return 'too-much';
      for (const character of alphabet) {
        const following = stepped(states, character, wanted, unwanted);
        if (following === undefined) continue;
        const key = following.join(' ');
        if (reached.has(key)) continue;
        reached.add(key);
        next.push({ states: following, text: text + character });
      }
    }
    row = next;
  }
  return 'none';
}

interface Reached {
  /** Those of the wanted automata, then those of the unwanted. */
  readonly states: readonly number[];
  readonly text: string;
}

function accepted(
  states: readonly number[],
  wanted: readonly Automaton[],
  unwanted: readonly Automaton[],
): boolean {
  return (
    wanted.every((automaton, index) => automaton.accepts(states[index] ?? -1)) &&
    !unwanted.some((automaton, index) => {
      const state = states[wanted.length + index] ?? -1;
      return state !== -1 && automaton.accepts(state);
    })
  );
}

/** Undefined where no text of the set begins so. */
function stepped(
  states: readonly number[],
  character: string,
  wanted: readonly Automaton[],
  unwanted: readonly Automaton[],
): number[] | undefined {
  const following: number[] = [];
  for (const [index, automaton] of wanted.entries()) {
    const state = automaton.step(states[index] ?? -1, character);
    if (state === -1) return undefined;
    following.push(state);
  }
  for (const [index, automaton] of unwanted.entries()) {
    const before = states[wanted.length + index] ?? -1;
    const state = before === -1 ? -1 : automaton.step(before, character);
    if (state !== -1 && automaton.acceptsAll(state)) return undefined;
    following.push(state);
  }
  return following;
}

/** What the languages tell apart, and one character that none of them names. */
function alphabetOf(languages: readonly Language[]): readonly string[] {
  const named = new Set(languages.flatMap(({ characters }) => [...characters]));
  const folded = new Set([...named].map((character) => character.toLowerCase()));
  const fresh = FRESH.split('').find((character) => !folded.has(character)) ?? '\ue002';
  return [fresh, ...named];
}

const FRESH = 'xyzwqvkjabcdefghilmnoprstu0123456789_-';
