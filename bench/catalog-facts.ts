import { loadCatalog } from '../src/catalog/load.js';

/** Actions and endpoints of the shipped catalog, sorted: what the generated policies are made of. */
export async function catalogFacts(): Promise<{ actions: readonly string[]; endpoints: readonly string[] }> {
  const catalog = await loadCatalog('huaweicloud');
  const services = catalog.services.flatMap((name) => catalog.service(name) ?? []);
  const actions = services.flatMap((service) => [...service.actions.values()].map(({ name }) => name));
  const endpoints = services.flatMap((service) => service.model.operations.flatMap((operation) => operation.endpoints));
  return { actions: [...new Set(actions)].sort(), endpoints: [...new Set(endpoints)].sort() };
}
