import { loadCatalog } from '../src/catalog/load.js';

/** An API that is one operation, and all that it needs. */
export interface CallFacts {
  readonly endpoint: string;
  readonly actions: readonly string[];
}

/** Unambiguous APIs of the shipped catalog, in its order: what the generated policies and manifests are made of. */
export async function catalogFacts(): Promise<readonly CallFacts[]> {
  const catalog = await loadCatalog('huaweicloud');
  const operations = catalog.services.flatMap((name) => catalog.service(name)?.model.operations ?? []);
  const uses = new Map<string, number>();
  for (const { endpoints } of operations) for (const endpoint of endpoints) uses.set(endpoint, (uses.get(endpoint) ?? 0) + 1);
  return operations.flatMap(({ endpoints: [endpoint], actions, dependent_actions, scenarios }) =>
    endpoint === undefined || uses.get(endpoint) !== 1 || scenarios.length > 0 || actions.length === 0 ? [] : [{ endpoint, actions: [...actions, ...dependent_actions] }],
  );
}
