import { generationOf } from '../policy/grants/decision.js';
import type { Generation, NamedPolicy } from '../policy/grants/decision.js';
import { accessBeyond } from '../requests/access-beyond.js';
import type { Access, AccessOptions } from '../requests/access-beyond.js';
import { allowing, allowingAllBut } from './expected-policy.js';
import type { NamesIn, RequestSet } from './expected-policy.js';

export interface JudgeOptions extends Pick<AccessOptions, 'actionsOf'> {
  readonly namesIn: NamesIn;
}

/** Requests among some that are allowed. */
export function allowedAmong(
  subject: readonly NamedPolicy[],
  expected: readonly RequestSet[],
  options: JudgeOptions,
): Access {
  const generation = generationOfAll(subject);
  if (generation === undefined) return MIXED;
  const { policy, only } = remembered('but', expected, generation, options);
  return accessBeyond(subject, [policy], { ...options, only });
}

/** Requests among some that are not allowed. */
export function refusedAmong(
  subject: readonly NamedPolicy[],
  expected: readonly RequestSet[],
  options: JudgeOptions,
): Access {
  const generation = generationOfAll(subject);
  if (generation === undefined) return MIXED;
  const { policy, only } = remembered('only', expected, generation, options);
  return accessBeyond([policy], subject, { ...options, only });
}

/** Names of policies of both generations stand for each other. */
const MIXED: Access = { kind: 'unknown', stop: 'Version' };

function generationOfAll(policies: readonly NamedPolicy[]): Generation | undefined {
  const [generation, other] = new Set(policies.map(({ policy }) => generationOf(policy)));
  return other === undefined ? generation : undefined;
}

/** Some requests as a policy, and the names of their actions. */
interface MadePolicy {
  readonly policy: NamedPolicy;
  readonly only: readonly string[];
}

const MADE = new WeakMap<RequestSet, Map<string, MadePolicy>>();

/** The same expectations meet one policy after the other. */
function remembered(
  how: 'but' | 'only',
  expected: readonly RequestSet[],
  generation: Generation,
  { namesIn }: JudgeOptions,
): MadePolicy {
  const [first] = expected;
  if (first === undefined) return make();
  const known = MADE.get(first) ?? new Map<string, MadePolicy>();
  MADE.set(first, known);
  const key = `${how} ${generation} ${String(expected.length)}`;
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;

  function make(): MadePolicy {
    const policy =
      how === 'but' ? allowingAllBut(expected, generation, namesIn) : allowing(expected, generation, namesIn);
    const only = expected.flatMap(({ actions }) =>
      actions.flatMap(({ text }) => [text, ...namesIn(text, generation)]),
    );
    return { policy, only: [...new Set(only)] };
  }
}
