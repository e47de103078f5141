import type { Catalog } from '../catalog/catalog.js';
import { RESOURCE_HOMES } from '../policy/facts/resource-homes.js';
import type { Generation, PermissionNames } from '../policy/grants/decision.js';
import { foldAction, serviceOf } from '../policy/grants/pattern.js';

export type { Generation } from '../policy/grants/decision.js';

export const GENERATIONS: readonly Generation[] = ['1.1', '5.0'];

/**
 * How actions are called in policies of each generation, and which names count where.
 *
 * A call is authorized twice. Under policy authorization only names of 1.1 in policies 1.1 count. Under identity-policy
 * authorization an action counts by its own name in identity policies, and by its aliases in policies of either
 * generation: an Allow of any alias allows it with all its APIs, a Deny of any denies it. A name that was kept has no
 * alias. An allow of one side suffices where neither denies explicitly; an explicit deny of either side wins.
 *
 * Sources: support.huaweicloud.com, iam5_faq/iam_01_1103 (why there are aliases), iam5_faq/iam_01_1233 (what a refusal
 * names), api-cdn/cdn_02_0124 (what each side makes of Allows and Denies of aliases). That an explicit deny of one side
 * wins over the other is inferred from these, so that what it alone decides is likely and no more.
 */
export function namesOf(action: string, generation: Generation, catalog: Catalog): PermissionNames {
  return generation === '1.1'
    ? { '1.1': [action], '5.0': [], resourceTypes: [] }
    : identityNamesOf(action, catalog);
}

function identityNamesOf(action: string, catalog: Catalog): PermissionNames {
  const facts = catalog.action(action);
  const aliases = facts?.aliases ?? [];
  return {
    '1.1': aliases.length > 0 ? aliases : [action],
    '5.0': [action, ...aliases],
    resourceTypes: [...new Set((facts?.resources ?? []).map(({ type }) => qualified(type, action)))],
  };
}

/** `ecs:instance` of `instance` in the facts of an action of ECS, and of a whole URN, which some pages give instead. */
function qualified(type: string, action: string): string {
  const [service = '', , , ofUrn] = type.split(':');
  if (ofUrn !== undefined) return `${service}:${ofUrn}`;
  const name = type.includes(':') ? type : `${serviceOf(action) ?? ''}:${type}`;
  return RESOURCE_HOMES[name] ?? name;
}

/** `instance`, also of a whole URN. */
export function resourceTypeName(type: string): string {
  return type.split(':')[3] ?? type;
}

/** Whether policies of a generation know an action by this name, as far as the catalog tells. */
export function isNameIn(action: string, generation: Generation, catalog: Catalog): boolean {
  return catalog.versionsOf(action).includes(generation);
}

/**
 * What identity policies call an action of policies 1.1, where one name alone can be meant: its own, where identity
 * policies know it and it is no other action's alias, or that of the only action that it is an alias of.
 */
export function successorOf(action: string, catalog: Catalog): string | undefined {
  const successors = catalog.successorsOf(action);
  if (successors.length === 1) return isNameIn(action, '5.0', catalog) ? undefined : successors[0];
  return successors.length === 0 && isNameIn(action, '5.0', catalog) ? action : undefined;
}

/**
 * What policies 1.1 call an action of identity policies, where one name alone can be meant: its only alias, or its own
 * name where it has none and policies 1.1 know it.
 */
export function classicNameOf(action: string, catalog: Catalog): string | undefined {
  const [alias, ...more] = catalog.action(action)?.aliases ?? [];
  if (more.length > 0) return undefined;
  return alias ?? (isNameIn(action, '1.1', catalog) ? action : undefined);
}

/** Every other name that may stand for what a name stands for, in either generation: aliases, and what it is one of. */
export function otherNamesOf(action: string, catalog: Catalog): readonly string[] {
  const aliases = catalog.action(action)?.aliases ?? [];
  const own = foldAction(action);
  const others = [...aliases, ...catalog.successorsOf(action)];
  return others.length === 0 ? others : others.filter((name) => foldAction(name) !== own);
}
