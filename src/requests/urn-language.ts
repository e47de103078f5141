import { foldResource } from '../policy/grants/resource.js';
import type { Automaton, Language } from './text-language.js';
import { nextLanguageId, patternLanguage, runs } from './text-language.js';

/**
 * The resources that a URN with stars stands for. A star reaches over no colon, as it may in the pattern of a policy: who names
 * the objects of a folder does not mean one whose name spells the URN of another. What has fewer than five parts is a pattern as
 * it stands.
 */
export function urnLanguage(urn: string): Language {
  const folded = foldResource(urn);
  const parts = folded.split(':');
  if (parts.length < LEAST_PARTS) return patternLanguage([folded]);
  const segments = parts.map((part) => patternLanguage([part]));
  let automaton: Automaton | undefined;
  const joined = (): Automaton => (automaton ??= joinedAutomaton(segments));
  return {
    id: nextLanguageId(),
    has: (text) => runs(joined(), text),
    words: folded.includes('*') ? undefined : [folded],
    samples: [sample(folded, 'x'), sample(folded, '')],
    characters: new Set([':', ...segments.flatMap(({ characters }) => [...characters])]),
    automaton: joined,
  };
}

/** `service:region:account:type:path` */
const LEAST_PARTS = 5;

function sample(urn: string, star: string): string {
  return urn.replace(/\*+/g, star);
}

/** One segment after the other. A state is that of the segment being read and its place. */
function joinedAutomaton(segments: readonly Language[]): Automaton {
  const automata = segments.map((segment) => segment.automaton());
  const count = segments.length;
  const last = automata[count - 1];
  const stateAt = (index: number, state: number): number => (state === -1 ? -1 : state * count + index);
  const startOf = (index: number): number => stateAt(index, automata[index]?.start ?? -1);
  return {
    start: startOf(0),
    step: (state, character) => {
      const index = state % count;
      const own = Math.floor(state / count);
      const current = automata[index];
      if (current === undefined) return -1;
      if (character === ':') return current.accepts(own) ? startOf(index + 1) : -1;
      return stateAt(index, current.step(own, character));
    },
    accepts: (state) => state % count === count - 1 && last?.accepts(Math.floor(state / count)) === true,
    acceptsAll: () => false,
  };
}
