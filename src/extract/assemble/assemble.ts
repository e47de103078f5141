import type { ServiceCatalog } from '../../catalog/model/model.js';
import { assembleActions } from './assemble-actions.js';
import { coverageOf } from './coverage.js';
import { withIdentity } from './identity/assemble-identity.js';
import { formerActions } from './assemble-former.js';
import { withIds } from './naming/assemble-ids.js';
import { mergeRows } from './merge/assemble-merge.js';
import { readRowFacts } from './assemble-rows.js';
import type { RowFact, UnplacedRow } from './row-fact.js';
import type { SourcePage } from './source-page.js';
import { groupBy } from './group-by.js';
import { defined, filled } from '../../defined.js';

export interface Assembly {
  readonly services: readonly ServiceCatalog[];
  /** Entries that made it into no file, each with the reason. */
  readonly unplaced: readonly UnplacedRow[];
}

/**
 * Makes the catalog files of a cloud from its pages. The result depends on what the pages say, not on the order that
 * they come in. Operations that `existing` files hold already keep their ids.
 */
export function assembleCatalog(
  cloud: string,
  pages: readonly SourcePage[],
  existing: readonly ServiceCatalog[] = [],
): Assembly {
  const current = readRowFacts(pages.filter((page) => page.role === 'current'));
  const former = readRowFacts(pages.filter((page) => page.role === 'former'));
  const merged = withIdentity(
    mergeRows(current.operations.filter(({ entry }) => !entry.identity)),
    current.operations.filter(({ entry }) => entry.identity),
    aliasesOf(current.permissions),
  );
  const operations = withIds(
    merged,
    existing.flatMap((service) => service.operations),
  );
  const byService = groupBy(operations, (operation) => operation.id.slice(0, operation.id.indexOf('/')));
  const actions = assembleActions(current, operations);
  const formers = formerActions(
    [...former.operations, ...current.operations].filter(({ entry }) => !entry.identity),
    [...former.permissions, ...current.permissions],
    merged,
    actions,
  );
  const facts = groupBy(current.facts, (fact) => fact.service);
  const services = [...new Set([...byService.keys(), ...actions.keys(), ...facts.keys()])]
    .sort()
    .map((service): ServiceCatalog => {
      const past = formers.get(service) ?? [];
      const resources = uniqueBy(
        (facts.get(service) ?? []).flatMap((fact) => fact.resources),
        (type) => type.type_name,
      );
      const keys = uniqueBy(
        (facts.get(service) ?? []).flatMap((fact) => fact.conditionKeys),
        (key) => key.key,
      );
      const own = { operations: byService.get(service) ?? [], actions: actions.get(service) ?? [] };
      return defined({
        schema: 1 as const,
        cloud,
        service,
        coverage: coverageOf(own),
        ...own,
        former_actions: filled(past),
        resources: filled(resources),
        condition_keys: filled(keys),
      });
    });
  return { services, unplaced: [...current.unplaced, ...former.unplaced] };
}

/** 1.1 names by the identity action that they stand for, all in lower case. */
function aliasesOf(permissions: readonly RowFact[]): ReadonlyMap<string, ReadonlySet<string>> {
  const aliases = new Map<string, Set<string>>();
  for (const { entry } of permissions)
    for (const action of entry.actions) {
      const known = aliases.get(action.toLowerCase()) ?? new Set();
      aliases.set(action.toLowerCase(), known);
      for (const alias of entry.aliases ?? []) known.add(alias.toLowerCase());
    }
  return aliases;
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(key(item))) first.set(key(item), item);
  return [...first.values()];
}
