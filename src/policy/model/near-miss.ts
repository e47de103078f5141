import type { Span } from '../../span.js';
import type { RootNode, ValueNode } from './ast.js';
import { member, reasonFor, recognise } from './recognise.js';

/** Something that looks like a policy and is none that is read, with the reason as the end of a sentence. */
export interface NearMiss {
  readonly loc: Span;
  readonly reason: string;
}

/** Deeper than this nothing is looked for: no walk may overflow the stack. */
const MAX_STEPS = 200;

/** The first thing in a file without policies that looks like one; undefined where nothing does. */
export function nearMiss(roots: readonly RootNode[]): NearMiss | undefined {
  for (const { value } of roots) {
    const found = missIn(value, 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

function missIn(value: ValueNode, steps: number): NearMiss | undefined {
  if (steps > MAX_STEPS || (value.type !== 'Object' && value.type !== 'Array')) return undefined;
  if (value.type === 'Object') {
    const recognition = recognise(value);
    const statement = member(value, 'statement');
    if (!recognition.ok && (recognition.why === 'loneStatement' || statement !== undefined))
      return { loc: statement?.name.loc ?? value.loc, reason: reasonFor(recognition) };
  }
  const inner = value.type === 'Array' ? value.elements : value.members.map((part) => part.value);
  for (const part of inner) {
    const found = missIn(part, steps + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
