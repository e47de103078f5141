import { loadCatalog } from '../src/catalog/yaml/load.js';
import { serviceOf } from '../src/policy/grants/pattern.js';
import { scopeOf } from '../src/policy/facts/service-scopes.js';

/** An API that is one operation, and all that it needs. */
export interface CallFacts {
  readonly endpoint: string;
  readonly actions: readonly string[];
}

/** Unambiguous APIs of project-level services in the shipped catalog, in its order: what may stand together in one policy. */
export async function catalogFacts(): Promise<readonly CallFacts[]> {
  const catalog = await loadCatalog('huaweicloud');
  const operations = catalog.services.flatMap((name) => catalog.service(name)?.model.operations ?? []);
  const uses = new Map<string, number>();
  for (const { endpoints } of operations)
    for (const endpoint of endpoints) uses.set(endpoint, (uses.get(endpoint) ?? 0) + 1);
  return operations.flatMap(({ endpoints: [endpoint], actions, dependent_actions, scenarios }) => {
    const needs = [...actions, ...dependent_actions];
    const fits =
      endpoint !== undefined &&
      uses.get(endpoint) === 1 &&
      scenarios.length === 0 &&
      needs.length > 0 &&
      needs.every(isPlain);
    return fits ? [{ endpoint, actions: needs }] : [];
  });
}

/** No wildcard, no capitals in the service, and of a service that is granted in projects. */
function isPlain(action: string): boolean {
  const service = serviceOf(action);
  return (
    service !== undefined &&
    action.startsWith(`${service}:`) &&
    !action.includes('*') &&
    scopeOf(service)?.scope === 'project'
  );
}
