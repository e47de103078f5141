import type { Operation, ServiceCatalog } from '../../src/catalog/model/model.js';

/** An operation as a test needs it: everything that is left out is empty. */
export function operation(facts: Partial<Operation> & Pick<Operation, 'id'>): Operation {
  return {
    title: { en: facts.id },
    endpoints: [],
    actions: [],
    dependent_actions: [],
    scenarios: [],
    scope: {},
    sources: [],
    ...facts,
  };
}

export function action(
  name: string,
  facts: Partial<ServiceCatalog['actions'][number]> = {},
): ServiceCatalog['actions'][number] {
  return { name, aliases: [], resources: [], condition_keys: [], ...facts };
}

export function service(
  name: string,
  operations: readonly Operation[],
  facts: Partial<ServiceCatalog> = {},
): ServiceCatalog {
  return { schema: 1, cloud: 'testcloud', service: name, operations, actions: [], ...facts };
}
