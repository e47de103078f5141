import type { Catalog } from '../../catalog/catalog.js';
import { lowest } from '../../catalog/model/confidence.js';
import type { Operation } from '../../catalog/model/model.js';
import { isWildcard } from '../../policy/grants/pattern.js';
import { classicNameOf, isNameIn } from '../generation.js';
import type { Generation } from '../generation.js';
import { sidesOf } from '../needs/needs.js';
import type { Alternative, Need, Side } from '../needs/needs.js';

/**
 * What policies of a generation must allow for an operation, by names that they can hold; undefined where the catalog does
 * not tell. A policy 1.1 allows what identity policies call otherwise by any of its aliases.
 */
export function writableSide(
  operation: Operation,
  generation: Generation,
  catalog: Catalog,
): Side | undefined {
  const sides = sidesOf(catalog, operation);
  const own = sides[generation];
  const identity = sides['5.0'];
  if (own !== undefined || generation === '5.0' || identity === undefined || identity.noPermission)
    return own;
  const alternatives = identity.alternatives.flatMap((one) => inClassicNames(one, catalog) ?? []);
  if (alternatives.length < identity.alternatives.length) return undefined;
  return {
    ...identity,
    generation: '1.1',
    alternatives,
    cases: identity.cases.map((one) => ({
      ...one,
      needs: one.needs.map((need) => bestNamed(need, catalog)),
    })),
    derived: true,
    confidence: lowest([identity.confidence, 'likely']),
  };
}

function inClassicNames({ scenario, needs }: Alternative, catalog: Catalog): Alternative | undefined {
  const named = needs.flatMap((need) => inClassicName(need, catalog) ?? []);
  return named.length < needs.length ? undefined : { scenario, needs: named };
}

function inClassicName({ action, as }: Need, catalog: Catalog): Need | undefined {
  const name =
    isWildcard(action) || !isNameIn(action, '5.0', catalog) ? action : classicNameOf(action, catalog);
  return name === undefined ? undefined : { action: name, as };
}

/** What is needed in a case that may not arise is told by the name of identity policies where policies 1.1 have no one name. */
function bestNamed(need: Need, catalog: Catalog): Need {
  return inClassicName(need, catalog) ?? need;
}
