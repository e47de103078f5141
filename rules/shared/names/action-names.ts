import type { Catalog, ServiceFacts } from '../../../src/catalog/catalog.js';
import type { Operation } from '../../../src/catalog/model/model.js';
import { isWildcard } from '../../../src/policy/grants/pattern.js';
import type { PolicyKind } from '../../../src/policy/model/policy.js';
import { hasIdentityFacts } from './identity-facts.js';

/**
 * Every action and wildcard that the documentation of a service names or named, for a kind of policy; none where the
 * catalog does not know the service or has not read the pages for this kind.
 */
export function actionNames(name: string, kind: PolicyKind, catalog: Catalog): readonly string[] {
  const service = catalog.service(name);
  if (service === undefined || (kind !== 'role' && kind !== 'policy' && !hasIdentityFacts(service)))
    return [];
  return namesOf(service);
}

const known = new WeakMap<ServiceFacts, readonly string[]>();

function namesOf(service: ServiceFacts): readonly string[] {
  const before = known.get(service);
  if (before !== undefined) return before;
  const { actions, former_actions: former = [], operations } = service.model;
  const names = [
    ...service.actions.keys(),
    ...former.map((action) => action.name),
    ...actions.flatMap(({ aliases }) => aliases),
    ...operations.flatMap(wildcardsOf),
  ];
  known.set(service, names);
  return names;
}

/** What the rows of an operation need is now and then a wildcard whose actions no page names: `cce:kubernetes:*`. */
function wildcardsOf({ actions, dependent_actions: dependent, scenarios }: Operation): readonly string[] {
  return [{ actions, dependent_actions: dependent }, ...scenarios]
    .flatMap((needs) => [...needs.actions, ...needs.dependent_actions])
    .filter(isWildcard);
}

/** The resource type of a wildcard, where it is written out and none of the actions has it: `ecs:instances:*`. */
export function unknownType(pattern: string, names: readonly string[]): string | undefined {
  const [, type, operation] = pattern.split(':');
  if (type === undefined || operation?.includes('*') !== true || type.includes('*') || names.length === 0)
    return undefined;
  const folded = type.toLowerCase();
  return names.some((name) => name.split(':')[1]?.toLowerCase() === folded) ? undefined : type;
}
