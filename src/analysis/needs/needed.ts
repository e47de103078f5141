import type { Resolution } from '../../calls/call.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { foldAction, isWildcard, matches } from '../../policy/grants/pattern.js';
import { rememberOf } from '../../remember.js';
import { actionsOf } from '../standing/catalog-actions.js';
import { isNameIn, namesOf } from '../generation.js';
import type { Generation } from '../generation.js';
import { needsOfSides, sidesOf } from './needs.js';
import type { Need, Side, Sides } from './needs.js';

/** Actions that some operations need under either authorization, in any scenario, by every name that counts. */
export interface Needed {
  readonly has: (action: string) => boolean;
  /** Those that policies of a generation can name, wildcards as what they stand for today; catalog spelling, no order. */
  readonly known: Readonly<Record<Generation, readonly string[]>>;
}

/**
 * What the resolved calls of a workload need. A call that is only possible needs its actions as much as any other.
 * @param isMet whether policies 1.1 allow an operation by the names that it needs of them: then it knows no other names.
 */
export function neededBy(
  calls: readonly Resolution[],
  catalog: Catalog,
  isMet?: (operation: Operation) => boolean,
): Needed {
  return neededOf(
    calls.flatMap((call) => (call.status === 'resolved' ? call.operation : [])),
    catalog,
    isMet,
  );
}

export function neededOf(
  operations: readonly Operation[],
  catalog: Catalog,
  isMet: (operation: Operation) => boolean = () => false,
): Needed {
  const names = new Set<string>();
  const wildcards = new Set<string>();
  const known: Record<Generation, Set<string>> = { '1.1': new Set(), '5.0': new Set() };
  for (const operation of operations) {
    const needs = namesNeeded(catalog, operation);
    for (const name of needs.names) names.add(name);
    for (const wildcard of needs.wildcards) wildcards.add(wildcard);
    for (const name of needs.known['5.0']) known['5.0'].add(name);
    for (const name of isMet(operation) ? needs.classic : needs.known['1.1']) known['1.1'].add(name);
  }
  return {
    has: (action) =>
      names.has(foldAction(action)) ||
      (wildcards.size > 0 && [...wildcards].some((wildcard) => matches(wildcard, action))),
    known: { '1.1': [...known['1.1']], '5.0': [...known['5.0']] },
  };
}

/** What one operation needs, in any scenario. */
interface NamesNeeded {
  /** Folded, by every name that counts in a policy of either generation. */
  readonly names: readonly string[];
  /** Folded. */
  readonly wildcards: readonly string[];
  readonly known: Needed['known'];
  /** Those of `known` that are needed of policies 1.1 by their own names, not as aliases. */
  readonly classic: readonly string[];
}

/** Worked out once: workloads by the thousand call the same operations. */
const namesNeeded = rememberOf((catalog: Catalog, operation: Operation): NamesNeeded => {
  const sides = sidesOf(catalog, operation);
  const needs = needsOfSides(sides);
  const wildcards = needs.filter(({ need }) => isWildcard(need.action));
  const names = new Set(
    needs.flatMap(({ need, side }) =>
      isWildcard(need.action) ? [] : namesFor(need, side, sides, catalog).map(foldAction),
    ),
  );
  const knownAmong = (some: readonly string[], generation: Generation): readonly string[] => [
    ...some.flatMap((name) =>
      isNameIn(name, generation, catalog) ? (catalog.action(name)?.name ?? []) : [],
    ),
    ...wildcards.flatMap(({ need }) => actionsOf(catalog, generation).expand(need.action)),
  ];
  const own = needs.flatMap(({ need, side }) => (side.generation === '1.1' ? need.action : []));
  return {
    names: [...names],
    wildcards: wildcards.map(({ need }) => foldAction(need.action)),
    known: { '1.1': knownAmong([...names], '1.1'), '5.0': knownAmong([...names], '5.0') },
    classic: knownAmong(own, '1.1'),
  };
});

/**
 * Every name by which a policy may grant a need. What a name of 1.1 is called in identity policies counts where nothing
 * else says what these must allow.
 */
function namesFor({ action }: Need, { generation }: Side, sides: Sides, catalog: Catalog): readonly string[] {
  const isTold = generation === '1.1' ? sides['5.0'] !== undefined : isNameIn(action, '5.0', catalog);
  const own = namesOf(action, generation, catalog);
  const successors = isTold ? [] : catalog.successorsOf(action);
  return [
    ...own['1.1'],
    ...own['5.0'],
    ...successors.flatMap((successor) => namesOf(successor, '5.0', catalog)['5.0']),
  ];
}
