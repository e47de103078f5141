import type { Operation, ServiceCatalog } from '../model/model.js';
import type { OperationChange } from './diff-operations.js';
import type { ActionsDiff } from './diff-actions.js';
import { operationsOf, endpointsOf, findRenames, operationChange, foldEndpoint } from './diff-operations.js';
import { diffActions } from './diff-actions.js';
import { setDiff, sorted } from './diff-fields.js';

/** What is different between two catalogs of one cloud. Everything is sorted; two equal catalogs give `isEmpty`. */
export interface CatalogDiff {
  readonly cloud: string;
  readonly services: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly operations: {
    readonly added: readonly Operation[];
    readonly removed: readonly Operation[];
    readonly changed: readonly OperationChange[];
  };
  /** Endpoints that no operation had before, or has any more. */
  readonly endpoints: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly actions: ActionsDiff;
}

/**
 * Compares two catalogs of a cloud. Sources and doubts are not compared: they say where a fact was read, not what it is.
 */
export function diffCatalogs(
  cloud: string,
  before: readonly ServiceCatalog[],
  after: readonly ServiceCatalog[],
): CatalogDiff {
  const services = setDiff(
    before.map(({ service }) => service),
    after.map(({ service }) => service),
  );
  const [oldOperations, newOperations] = [operationsOf(before), operationsOf(after)];
  const renames = findRenames(
    [...oldOperations.values()].filter(({ id }) => !newOperations.has(id)),
    [...newOperations.values()].filter(({ id }) => !oldOperations.has(id)),
  );
  const oldIds = new Map([...renames].map(([from, to]) => [to, from]));
  const changed = [...newOperations.values()].flatMap((operation) => {
    const renamedFrom = oldIds.get(operation.id);
    return operationChange(oldOperations.get(renamedFrom ?? operation.id), operation, renamedFrom) ?? [];
  });
  return {
    cloud,
    services,
    operations: {
      added: sorted(
        [...newOperations.values()].filter(({ id }) => !oldOperations.has(id) && !oldIds.has(id)),
        ({ id }) => id,
      ),
      removed: sorted(
        [...oldOperations.values()].filter(({ id }) => !newOperations.has(id) && !renames.has(id)),
        ({ id }) => id,
      ),
      changed: sorted(changed, ({ id }) => id),
    },
    endpoints: setDiff(endpointsOf(oldOperations), endpointsOf(newOperations), foldEndpoint),
    actions: diffActions(before, after),
  };
}

export function isEmptyDiff({ services, operations, endpoints, actions }: CatalogDiff): boolean {
  return [
    services.added,
    services.removed,
    operations.added,
    operations.removed,
    operations.changed,
    endpoints.added,
    endpoints.removed,
    actions.added,
    actions.removed,
    actions.renamed,
    actions.changed,
  ].every((list) => list.length === 0);
}
