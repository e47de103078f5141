import { foldAction, matches } from '../../../src/policy/grants/pattern.js';
import type { Element, Policy, Statement } from '../../../src/policy/model/policy.js';
import { isDenied, isGrant } from './granted.js';
import { breadthOf } from './reach.js';

/** An element of an Allow, and those of the given actions that it grants and the policy does not deny again. */
export interface Granted {
  readonly element: Element;
  readonly actions: readonly string[];
}

/**
 * The elements of an Allow that grant some of the given actions. Wildcards that name no service are left out: `full-wildcard`
 * and `wildcard-service-name` say enough of them.
 */
export function grantedAmong(
  actions: readonly string[],
  statement: Statement,
  policy: Policy,
): readonly Granted[] {
  if (!isGrant(statement, policy)) return [];
  const byName = new Map(actions.map((action) => [foldAction(action), action]));
  return (statement.action?.items ?? []).flatMap((element) => {
    const breadth = breadthOf(element.value);
    if (breadth === 'everything' || breadth === 'services') return [];
    const reached =
      breadth === undefined
        ? (byName.get(foldAction(element.value)) ?? [])
        : actions.filter((action) => matches(element.value, action));
    const granted = [reached].flat().filter((action) => !isDenied(action, policy));
    return granted.length === 0 ? [] : [{ element, actions: granted }];
  });
}
