import type { Catalog, ServiceFacts } from '../catalog/catalog.js';
import { foldAction, serviceOf } from '../policy/pattern.js';

/**
 * Names of the other generation that stand for the same permission: a 5.0 action's `aliases` are the 1.1 actions that it
 * stands for, and the reverse. Lower case; empty for most. Names of one permission stand in one service.
 */
export function equivalentsOf(action: string, catalog: Catalog): readonly string[] {
  const service = catalog.service(serviceOf(action) ?? '');
  return service === undefined ? [] : (equivalenceOf(service).get(foldAction(action)) ?? []);
}

const known = new WeakMap<ServiceFacts, ReadonlyMap<string, readonly string[]>>();

function equivalenceOf(service: ServiceFacts): ReadonlyMap<string, readonly string[]> {
  const cached = known.get(service);
  if (cached !== undefined) return cached;
  const sets = new Map<string, Set<string>>();
  const link = (from: string, to: string): void => {
    const set = sets.get(from) ?? new Set();
    sets.set(from, set.add(to));
  };
  for (const [lower, { aliases }] of service.actions) {
    for (const alias of aliases) {
      link(lower, foldAction(alias));
      link(foldAction(alias), lower);
    }
  }
  const equivalence = new Map([...sets].map(([name, set]) => [name, [...set]]));
  known.set(service, equivalence);
  return equivalence;
}
