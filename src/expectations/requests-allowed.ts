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
  return generation === undefined
    ? MIXED
    : accessBeyond(subject, [remembered('but', expected, generation, options)], options);
}

/** Requests among some that are not allowed. */
export function refusedAmong(
  subject: readonly NamedPolicy[],
  expected: readonly RequestSet[],
  options: JudgeOptions,
): Access {
  const generation = generationOfAll(subject);
  return generation === undefined
    ? MIXED
    : accessBeyond([remembered('only', expected, generation, options)], subject, options);
}

/** Names of policies of both generations stand for each other. */
const MIXED: Access = { kind: 'unknown', stop: 'Version' };

function generationOfAll(policies: readonly NamedPolicy[]): Generation | undefined {
  const [generation, other] = new Set(policies.map(({ policy }) => generationOf(policy)));
  return other === undefined ? generation : undefined;
}

const MADE = new WeakMap<RequestSet, Map<string, NamedPolicy>>();

/** The same expectations meet one policy after the other. */
function remembered(
  how: 'but' | 'only',
  expected: readonly RequestSet[],
  generation: Generation,
  { namesIn }: JudgeOptions,
): NamedPolicy {
  const [first] = expected;
  const make = (): NamedPolicy =>
    how === 'but' ? allowingAllBut(expected, generation, namesIn) : allowing(expected, generation, namesIn);
  if (first === undefined) return make();
  const known = MADE.get(first) ?? new Map<string, NamedPolicy>();
  MADE.set(first, known);
  const key = `${how} ${generation} ${String(expected.length)}`;
  const policy = known.get(key) ?? make();
  known.set(key, policy);
  return policy;
}
