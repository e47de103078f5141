import { defined } from '../../defined.js';
import type { IdentityNeeds, Operation, Scenario } from '../../catalog/model/model.js';
import type { Resolution } from '../call.js';
import { normalizeName } from './normal-name.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/**
 * A call in the cases that its manifest names (`when`): its operation needs what it always needs and what these cases need,
 * and nothing of the others. Cases are compared as names are: case, blanks and punctuation do not count.
 */
export function inCases(resolution: Resolution): Resolution {
  const { when } = resolution.call;
  if (when === undefined || resolution.status !== 'resolved') return resolution;
  const { call, operation } = resolution;
  const cases = casesOf(operation);
  const wrong = when.find((name) => !cases.some((known) => isSame(known, name)));
  if (wrong !== undefined)
    return { status: 'unknown', call, near: cases, reason: reasonOf(operation, wrong, cases) };
  return { ...resolution, operation: narrowed(operation, when) };
}

/** The documentation's words for each case of an operation, without repetition. */
export function casesOf({ scenarios, identity }: Operation): readonly string[] {
  return [...new Set([...scenarios, ...(identity?.scenarios ?? [])].map(({ when }) => when))];
}

function reasonOf({ id }: Operation, wrong: string, cases: readonly string[]): string {
  if (cases.length === 0) return say('noCases', { operation: id });
  return say('noSuchCase', { name: wrong, operation: id, cases });
}

function narrowed(operation: Operation, when: readonly string[]): Operation {
  const { identity, ...rest } = operation;
  return defined({
    ...rest,
    ...needsIn(operation, when),
    identity: identity === undefined ? undefined : identityIn(identity, when),
  });
}

/** Undefined where pages about identity policies tell other cases than these. */
function identityIn(identity: IdentityNeeds, when: readonly string[]): IdentityNeeds | undefined {
  if (identity.scenarios.length === 0) return identity;
  const isTold = when.every((name) => identity.scenarios.some((one) => isSame(one.when, name)));
  return isTold ? { ...identity, ...needsIn(identity, when) } : undefined;
}

type Needs = Pick<Operation, 'actions' | 'dependent_actions' | 'scenarios'>;

function needsIn({ actions, dependent_actions, scenarios }: Needs, when: readonly string[]): Needs {
  const chosen = scenarios.filter((one) => when.some((name) => isSame(one.when, name)));
  const all = (own: readonly string[], of: (scenario: Scenario) => readonly string[]) => [
    ...new Set([...own, ...chosen.flatMap(of)]),
  ];
  const needed = all(actions, (scenario) => scenario.actions);
  const dependencies = all(dependent_actions, (scenario) => scenario.dependent_actions);
  return {
    actions: needed,
    dependent_actions: dependencies.filter((name) => !needed.includes(name)),
    scenarios: [],
  };
}

function isSame(known: string, name: string): boolean {
  return normalizeName(known) === normalizeName(name);
}
