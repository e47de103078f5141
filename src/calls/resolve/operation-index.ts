import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { nearNames, normalizeName } from './near-names.js';
import { namesOf } from './operation-name.js';

/** Operations of that id, or of that title in any language; several where a title stands for several. */
export function operationByName(name: string, catalog: Catalog): readonly Operation[] {
  const byId = catalog.operation(name);
  return byId === undefined ? (indexOf(catalog).get(normalizeName(name)) ?? []) : [byId];
}

/** Ids and titles that a misspelt name may have been meant as. An id is looked for in its own service first. */
export function operationNamesNear(name: string, catalog: Catalog): string[] {
  const slash = name.indexOf('/');
  const own = slash > 0 ? catalog.service(name.slice(0, slash).toLowerCase())?.model.operations : undefined;
  const near = nearNames(
    name,
    (own ?? []).map(({ id }) => id),
  );
  if (near.length > 0) return near;
  const all = [...indexOf(catalog).values()].flat();
  return nearNames(name, slash > 0 ? all.map(({ id }) => id) : all.flatMap(namesOf));
}

const indexes = new WeakMap<Catalog, Map<string, Operation[]>>();

/** Every id and title, normalised. Loads all services: built only when a call has neither an endpoint nor an exact id. */
function indexOf(catalog: Catalog): Map<string, Operation[]> {
  const known = indexes.get(catalog);
  if (known !== undefined) return known;
  const index = new Map<string, Operation[]>();
  // Several prefixes of actions may stand in one service's file.
  const models = new Set(catalog.services.flatMap((service) => catalog.service(service)?.model ?? []));
  for (const { operations } of models) {
    for (const operation of operations) {
      for (const name of new Set(namesOf(operation).map(normalizeName))) {
        const list = index.get(name);
        if (list === undefined) index.set(name, [operation]);
        else list.push(operation);
      }
    }
  }
  indexes.set(catalog, index);
  return index;
}
