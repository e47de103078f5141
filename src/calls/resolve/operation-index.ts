import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { rememberFor } from '../../remember.js';
import { createNameIndex } from './name-index.js';
import { nearNamesIn } from './near-names.js';
import { normalizeName } from './normal-name.js';
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
  const near = own === undefined ? [] : nearNamesIn(name, [idsOf(own)]);
  return near.length > 0 ? near : nearNamesIn(name, [slash > 0 ? allIdsOf(catalog) : allNamesOf(catalog)]);
}

const idsOf = rememberFor((operations: readonly Operation[]) =>
  createNameIndex(operations.map(({ id }) => id)),
);
const allIdsOf = rememberFor((catalog: Catalog) =>
  createNameIndex(operationsOf(catalog).map(({ id }) => id)),
);
const allNamesOf = rememberFor((catalog: Catalog) => createNameIndex(operationsOf(catalog).flatMap(namesOf)));

/** Every id and title, normalised. Loads all services: built only when a call has neither an endpoint nor an exact id. */
const indexOf = rememberFor((catalog: Catalog): ReadonlyMap<string, readonly Operation[]> => {
  const index = new Map<string, Operation[]>();
  for (const operation of operationsOf(catalog)) {
    for (const name of new Set(namesOf(operation).map(normalizeName))) {
      const list = index.get(name);
      if (list === undefined) index.set(name, [operation]);
      else list.push(operation);
    }
  }
  return index;
});

/** Several prefixes of actions may stand in one service's file. */
function operationsOf(catalog: Catalog): readonly Operation[] {
  const models = new Set(catalog.services.flatMap((service) => catalog.service(service)?.model ?? []));
  return [...models].flatMap(({ operations }) => operations);
}
