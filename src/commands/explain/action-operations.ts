import { defined } from '../../defined.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { isWildcard, matches } from '../../policy/grants/pattern.js';

/** How an operation needs an action. */
export interface Need {
  readonly as: 'action' | 'dependency';
  readonly scenario?: string;
  /** The wildcard that the row names, where it does not name the action itself. */
  readonly pattern?: string;
  /** The action of identity policies that it is needed as, where the name that was asked for is its alias. */
  readonly alias_of?: string;
}

/**
 * The operations that need an action, as it is named or under a wildcard; then those that need what the name is an alias of.
 * @param standsFor actions of identity policies that it is an alias of.
 */
export function needing(
  catalog: Catalog,
  action: string,
  standsFor: readonly string[],
): readonly { readonly operation: Operation; readonly needs: readonly Need[] }[] {
  const own = naming(catalog, action).map((operation) => ({ operation, needs: needsIn(operation, action) }));
  const byAlias = standsFor.flatMap((name) =>
    naming(catalog, name).map((operation) => ({
      operation,
      needs: needsIn(operation, name).map((need): Need => ({ ...need, alias_of: name })),
    })),
  );
  // Whoever needs it by its own name comes first, and once.
  const found = new Map<string, (typeof own)[number]>();
  for (const one of [...own, ...byAlias]) if (!found.has(one.operation.id)) found.set(one.operation.id, one);
  return [...found.values()];
}

/** Operations whose rows name the action, or a wildcard that it falls under. */
function naming(catalog: Catalog, action: string): Operation[] {
  const wildcards = [...catalog.actionNames()].filter((name) => isWildcard(name) && matches(name, action));
  return [...new Set([action, ...wildcards].flatMap((name) => catalog.operationsNeeding(name)))].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  );
}

function needsIn(operation: Operation, action: string): Need[] {
  const { identity } = operation;
  const sets = [
    { when: undefined, ...operation },
    ...operation.scenarios,
    ...(identity === undefined ? [] : [{ when: undefined, ...identity }, ...identity.scenarios]),
  ];
  return sets.flatMap((set) =>
    (['action', 'dependency'] as const).flatMap((as) =>
      (as === 'action' ? set.actions : set.dependent_actions)
        .filter((name) => matches(name, action))
        .map((name): Need =>
          defined({ as, scenario: set.when, pattern: isWildcard(name) ? name : undefined }),
        ),
    ),
  );
}
