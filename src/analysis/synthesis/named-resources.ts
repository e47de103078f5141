import type { Catalog } from '../../catalog/catalog.js';
import { limitsOf } from '../../policy/facts/limits.js';
import { RESOURCE_SERVICES } from '../../policy/facts/service-scopes.js';
import { isWildcard, serviceOf } from '../../policy/grants/pattern.js';
import { containsResource, resourceParts } from '../../policy/grants/resource.js';
import type { ResolvedCall } from '../because.js';
import { namesOf } from '../generation.js';
import type { Generation } from '../generation.js';
import type { Need, Side } from '../needs/needs.js';
import { isAbout } from '../standing/asked.js';

/** The resources that calls name for an action; `any` where one of them names none. */
export type NamedResources = readonly string[] | 'any';

export function namedFor(need: Need, { call }: ResolvedCall, side: Side, catalog: Catalog): NamedResources {
  if (isWildcard(need.action)) return 'any';
  const names = namesOf(need.action, side.generation, catalog);
  const urns = (call.resources ?? []).map(({ urn }) => urn);
  const own = urns.filter((urn) => isAbout(urn, need, names, catalog));
  return own.length === 0 || own.includes('*') ? 'any' : own;
}

/** An action is narrowed only where all calls that need it name resources. */
export function addNamed(named: Map<string, NamedResources>, action: string, about: NamedResources): void {
  const before = named.get(action) ?? [];
  named.set(action, before === 'any' || about === 'any' ? 'any' : [...before, ...about]);
}

/**
 * What a statement lists as the resources of an action: those that the calls name, and all of each further type that identity
 * policies can narrow it to. Policies 1.1 can list resources of some services only, and so many.
 * @param wide what it lists where the calls name none.
 */
export function narrowedTo(
  named: NamedResources | undefined,
  wide: readonly string[],
  action: string,
  generation: Generation,
): readonly string[] {
  if (named === undefined || named === 'any') return wide;
  if (generation === '5.0' && wide.length === 0) return wide;
  if (generation === '1.1' && !Object.hasOwn(RESOURCE_SERVICES, serviceOf(action) ?? '')) return wide;
  const own = withoutContained(named);
  const types = new Set(own.map(typeOf));
  const listed = [...own, ...wide.filter((urn) => !types.has(typeOf(urn)) && !types.has('*'))];
  const most = limitsOf(generation === '5.0' ? 'identity-policy' : 'policy').resources ?? Infinity;
  return listed.length > most ? wide : listed;
}

function typeOf(urn: string): string {
  return resourceParts(urn)?.type ?? urn;
}

/** Each once, and none that another one holds; sorted. */
export function withoutContained(urns: readonly string[]): readonly string[] {
  const unique = [...new Set(urns)];
  return unique
    .filter(
      (urn, index) =>
        !unique.some(
          (other, at) =>
            at !== index && containsResource(other, urn) && (!containsResource(urn, other) || at < index),
        ),
    )
    .sort();
}
