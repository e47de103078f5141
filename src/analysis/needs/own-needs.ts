import type { Scenario } from '../../catalog/model/model.js';
import { foldAction } from '../../policy/grants/pattern.js';

/**
 * What an operation needs in whichever case it is called. Cells of the form "when A …; when B …" tell conditions of use:
 * where all cases share actions of the operation itself, these are enough in a case that the cell does not name (a server
 * without a public address needs neither a new nor an existing one). Undefined where the cases share none: each is then a
 * use of its own, such as starting and stopping, and there is no other.
 */
export function ownNeeds(
  scenarios: readonly Scenario[],
): Pick<Scenario, 'actions' | 'dependent_actions'> | undefined {
  const actions = sharedBy(scenarios.map((scenario) => scenario.actions));
  if (scenarios.length < 2 || actions.length === 0) return undefined;
  return { actions, dependent_actions: sharedBy(scenarios.map((scenario) => scenario.dependent_actions)) };
}

function sharedBy([first = [], ...others]: readonly (readonly string[])[]): string[] {
  const sets = others.map((names) => new Set(names.map(foldAction)));
  return first.filter((name) => sets.every((names) => names.has(foldAction(name))));
}
