import type { Resolution } from '../calls/call.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Operation } from '../catalog/model/model.js';
import { foldAction, isWildcard, matches } from '../policy/grants/pattern.js';
import { rememberOf } from '../remember.js';
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
  return neededOf(
    calls.flatMap((call) => (call.status === 'resolved' ? call.operation : [])),
    catalog,
  );
}

export function neededOf(operations: readonly Operation[], catalog: Catalog): Needed {
  const names = new Set<string>();
  const known = new Set<string>();
  const wildcards = new Set<string>();
  for (const operation of operations) {
    const needs = namesNeeded(catalog, operation);
    for (const name of needs.names) names.add(name);
    for (const name of needs.known) known.add(name);
    for (const wildcard of needs.wildcards) wildcards.add(wildcard);
  }
  return {
    has: (action) =>
      names.has(foldAction(action)) ||
      (wildcards.size > 0 && [...wildcards].some((wildcard) => matches(wildcard, action))),
    known: [...known],
  };
}

/** What one operation needs, in any scenario. */
interface NamesNeeded {
  /** Folded, under the names of both generations. */
  readonly names: readonly string[];
  /** Folded. */
  readonly wildcards: readonly string[];
  /** Those that the catalog knows, wildcards as what they stand for today; catalog spelling. */
  readonly known: readonly string[];
}

/** Worked out once: workloads by the thousand call the same operations. */
const namesNeeded = rememberOf((catalog: Catalog, operation: Operation): NamesNeeded => {
  const actions = allNeedsOf(operation).map(({ action }) => foldAction(action));
  const wildcards = actions.filter(isWildcard);
  const own = actions.filter((action) => !isWildcard(action));
  const names = [...own, ...own.flatMap((name) => equivalentsOf(name, catalog).map(foldAction))];
  const known = [
    ...names.flatMap((name) => catalog.action(name)?.name ?? []),
    ...wildcards.flatMap((wildcard) => actionsOf(catalog).expand(wildcard)),
  ];
  return { names, wildcards, known };
});
