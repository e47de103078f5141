import type { Resolution } from '../calls/call.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Operation } from '../catalog/model.js';
import { foldAction, isWildcard, matches } from '../policy/pattern.js';
import { actionsOf } from './catalog-actions.js';
import { equivalentsOf } from './generation.js';
import { allNeedsOf } from './needs.js';

/** Actions that some operations need, in any scenario, under the names of both generations. */
export interface Needed {
  readonly has: (action: string) => boolean;
  /** Those that the catalog knows, wildcards as what they stand for today; catalog spelling, no order. */
  readonly known: readonly string[];
}

/** What the resolved calls of a workload need. A call that is only possible needs its actions as much as any other. */
export function neededBy(calls: readonly Resolution[], catalog: Catalog): Needed {
  return neededOf(calls.flatMap((call) => (call.status === 'resolved' ? call.operation : [])), catalog);
}

export function neededOf(operations: readonly Operation[], catalog: Catalog): Needed {
  const names = new Set<string>();
  const wildcards = new Set<string>();
  for (const operation of operations) {
    for (const { action } of allNeedsOf(operation)) (isWildcard(action) ? wildcards : names).add(foldAction(action));
  }
  for (const name of [...names]) for (const equivalent of equivalentsOf(name, catalog)) names.add(foldAction(equivalent));
  const expanded = [...wildcards].flatMap((wildcard) => actionsOf(catalog).expand(wildcard));
  const spelt = [...names].flatMap((name) => catalog.action(name)?.name ?? []);
  return {
    has: (action) => names.has(foldAction(action)) || (wildcards.size > 0 && [...wildcards].some((wildcard) => matches(wildcard, action))),
    known: [...new Set([...spelt, ...expanded])],
  };
}
