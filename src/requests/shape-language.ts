import type { Automaton, Language } from './text-language.js';
import { nextLanguageId, runs } from './text-language.js';

/** The form of names with colons between their parts. */
export interface Shape {
  /** Parts; the last may hold further colons where `open` says so. */
  readonly parts: number;
  readonly open: boolean;
  /** 0-based parts that are compared in lower case, and so have no capitals here. */
  readonly lower: readonly number[];
  /** 0-based parts that may be empty. */
  readonly empty: readonly number[];
}

/** `service:type:operation` in lower case. */
export const ACTION_SHAPE: Shape = { parts: 3, open: false, lower: [0, 1, 2], empty: [] };
/** The same with actions of no type (`iam::createAccessKey`). */
export const UNTYPED_ACTION_SHAPE: Shape = { ...ACTION_SHAPE, empty: [1] };
/** `service:region:account:type:path`. */
export const RESOURCE_SHAPE: Shape = { parts: 5, open: true, lower: [0, 3], empty: [1, 2] };

/** Every text of a form. A state is twice the part that is being read, and one more where that part has a character. */
export function shapeLanguage({ parts, open, lower, empty }: Shape): Language {
  const last = parts - 1;
  const ended = (state: number): boolean => state % 2 === 1 || empty.includes(state >> 1);
  const automaton: Automaton = {
    start: 0,
    step: (state, character) => {
      const part = state >> 1;
      if (character === ':' && part < last) return ended(state) ? 2 * (part + 1) : -1;
      if (character === ':' && !open) return -1;
      if (lower.includes(part) && character !== character.toLowerCase()) return -1;
      return 2 * part + 1;
    },
    accepts: (state) => state >> 1 === last && ended(state),
    acceptsAll: (state) => open && state === 2 * last + 1 && !lower.includes(last),
  };
  return {
    id: nextLanguageId(),
    has: (text) => runs(automaton, text),
    words: undefined,
    samples: [],
    characters: new Set([':']),
    automaton: () => automaton,
  };
}
