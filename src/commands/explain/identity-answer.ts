import { sidesOf } from '../../analysis/needs/needs.js';
import type { Alternative, Case, Side } from '../../analysis/needs/needs.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Action, Confidence, Operation } from '../../catalog/model/model.js';
import { foldAction } from '../../policy/grants/pattern.js';

/** What identity policies (Version 5.0) must grant for an operation, and what each of these actions is narrowed by. */
export interface IdentityAnswer {
  /** No page tells it: it follows from what the names are called there. */
  readonly derived: boolean;
  readonly confidence: Confidence;
  readonly no_permission: boolean;
  /** Any one is enough. */
  readonly alternatives: readonly Alternative[];
  /** What is needed besides when a case arises. */
  readonly cases: readonly Case[];
  /** Facts of those that the catalog describes. */
  readonly actions: readonly Pick<
    Action,
    'name' | 'access_level' | 'aliases' | 'resources' | 'condition_keys' | 'unread'
  >[];
}

/** Undefined where the catalog does not tell; `unknown` tells apart a cloud that has no identity policies. */
export function identityAnswer(
  catalog: Catalog,
  operation: Operation,
): IdentityAnswer | 'unknown' | undefined {
  const sides = sidesOf(catalog, operation);
  const side = sides['5.0'];
  if (side === undefined) return sides['1.1'] !== undefined && hasIdentity(catalog) ? 'unknown' : undefined;
  const { derived, confidence, noPermission, alternatives, cases } = side;
  return {
    derived,
    confidence,
    no_permission: noPermission,
    alternatives,
    cases,
    actions: actionsOf(side, catalog),
  };
}

function hasIdentity(catalog: Catalog): boolean {
  for (const name of catalog.actionNames('5.0')) if (name !== '') return true;
  return false;
}

function actionsOf({ alternatives, cases }: Side, catalog: Catalog): IdentityAnswer['actions'] {
  const names = [...alternatives, ...cases].flatMap(({ needs }) => needs.map(({ action }) => action));
  const unique = new Map(names.map((name) => [foldAction(name), name]));
  return [...unique.values()].flatMap((name) => {
    const facts = catalog.action(name);
    if (facts === undefined || !catalog.versionsOf(name).includes('5.0')) return [];
    const { access_level: level, aliases, resources, condition_keys: keys, unread } = facts;
    return {
      name: facts.name,
      aliases,
      resources,
      condition_keys: keys,
      ...(level !== undefined && { access_level: level }),
      ...(unread !== undefined && { unread }),
    };
  });
}
