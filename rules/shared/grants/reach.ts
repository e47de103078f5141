import type { Catalog } from '../../../src/catalog/catalog.js';
import type { Confidence } from '../../../src/catalog/model/model.js';
import { inferAccessLevel } from '../../../src/policy/facts/access-level.js';
import type { AccessLevel } from '../../../src/policy/facts/access-level.js';
import { contains, isWildcard, matches, serviceOf } from '../../../src/policy/grants/pattern.js';

/** How far the stars of a pattern reach: over every action, over several services, over one, or over a part of one. */
export type Breadth = 'everything' | 'services' | 'service' | 'part';

/** Undefined for what is no wildcard. */
export function breadthOf(pattern: string): Breadth | undefined {
  if (!isWildcard(pattern)) return undefined;
  if (contains(pattern, '*')) return 'everything';
  const service = serviceOf(pattern);
  if (service === undefined) return 'services';
  return contains(pattern, `${service}:*:*`) ? 'service' : 'part';
}

/** What a pattern stands for at one access level. */
export interface Reach {
  /** Names in the catalog's spelling, sorted. Empty where the catalog does not know the service: then only the pattern tells. */
  readonly actions: readonly string[];
  /** `likely` where the level of each is inferred from its name. */
  readonly confidence: Confidence;
}

/** The actions of one level that a wildcard within a service stands for; undefined where there are none. */
export function reachOf(pattern: string, level: AccessLevel, catalog: Catalog): Reach | undefined {
  const known = namesUnder(pattern, catalog);
  if (known === undefined)
    return couldReach(pattern, level) ? { actions: [], confidence: 'likely' } : undefined;
  const reached = known
    .map((name) => ({ name, stated: catalog.action(name)?.access_level }))
    .filter(({ name, stated }) => (stated ?? inferAccessLevel(name)) === level);
  if (reached.length === 0) return undefined;
  return {
    actions: reached.map(({ name }) => name),
    confidence: reached.some(({ stated }) => stated !== undefined) ? 'certain' : 'likely',
  };
}

/** What a wildcard within a service stands for, sorted; undefined where the catalog does not know the service. */
export function namesUnder(pattern: string, catalog: Catalog): readonly string[] | undefined {
  const service = catalog.service(serviceOf(pattern) ?? '');
  if (service === undefined) return undefined;
  const names = [...service.actions.values()]
    .map(({ name }) => name)
    .filter((name) => !isWildcard(name) && matches(pattern, name));
  // Some pages write a service with capitals, which a policy must not.
  return names.map((name) => `${service.name}${name.slice(name.indexOf(':'))}`).sort();
}

/** Without a catalog only the pattern tells: `x:y:*` stands for writing too, `x:y:get*` does not. */
function couldReach(pattern: string, level: AccessLevel): boolean {
  const operation = pattern.slice(pattern.lastIndexOf(':') + 1);
  return /^\*+$/.test(operation)
    ? level === 'write'
    : !operation.startsWith('*') && inferAccessLevel(pattern.replaceAll('*', '')) === level;
}
