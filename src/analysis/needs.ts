import type { Operation } from '../catalog/model/model.js';
import { foldAction } from '../policy/grants/pattern.js';

/** An action that an operation needs. It may be a wildcard: documentation names dependencies such as `vpc:*:list*`. */
export interface Need {
  readonly action: string;
  readonly as: 'action' | 'dependency';
}

/** One whole way to be allowed to call an operation. */
export interface Alternative {
  /** The documentation's words for it; undefined where there is only one way. */
  readonly scenario: string | undefined;
  /** No action twice; one that is both stands as `action`. */
  readonly needs: readonly Need[];
}

const known = new WeakMap<Operation, readonly Alternative[]>();

/** What an operation needs: one alternative, or one for each scenario, any of which is enough. */
export function alternativesOf(operation: Operation): readonly Alternative[] {
  const cached = known.get(operation);
  if (cached !== undefined) return cached;
  const common = { actions: operation.actions, dependencies: operation.dependent_actions };
  const alternatives =
    operation.scenarios.length === 0
      ? [{ scenario: undefined, needs: needs(common.actions, common.dependencies) }]
      : operation.scenarios.map(({ when, actions, dependent_actions }) => ({
          scenario: when,
          needs: needs([...common.actions, ...actions], [...common.dependencies, ...dependent_actions]),
        }));
  known.set(operation, alternatives);
  return alternatives;
}

/** Every action that any alternative of the operation needs. */
export function allNeedsOf(operation: Operation): readonly Need[] {
  const alternatives = alternativesOf(operation);
  return alternatives.length === 1
    ? (alternatives[0]?.needs ?? [])
    : alternatives.flatMap((alternative) => alternative.needs);
}

/** Whether the documentation says what the operation needs, even if that is nothing. */
export function saysWhatItNeeds(operation: Operation): boolean {
  return (
    operation.no_permission === true ||
    alternativesOf(operation).some((alternative) => alternative.needs.length > 0)
  );
}

function needs(actions: readonly string[], dependencies: readonly string[]): Need[] {
  const found = new Map<string, Need>();
  for (const action of actions)
    if (!found.has(foldAction(action))) found.set(foldAction(action), { action, as: 'action' });
  for (const action of dependencies)
    if (!found.has(foldAction(action))) found.set(foldAction(action), { action, as: 'dependency' });
  return [...found.values()];
}
