import { endpointKey, parseEndpoint } from '../../../catalog/model/endpoint.js';
import type { Operation, ServiceCatalog } from '../../../catalog/model/model.js';
import { needsOf } from '../assemble-actions.js';
import { groupBy } from '../group-by.js';

/**
 * Completes titles with those of another cloud's catalog in the language that is missing, where endpoint and actions
 * tell that it is the same operation: one operation on either side, and no other that could be meant.
 */
export function withTitlesOf(
  services: readonly ServiceCatalog[],
  others: readonly ServiceCatalog[],
): ServiceCatalog[] {
  const theirs = new Map(others.map((service) => [service.service, groupBy(service.operations, identity)]));
  return services.map((service) => {
    const other = theirs.get(service.service);
    if (!other) return service;
    const mine = groupBy(service.operations, identity);
    return {
      ...service,
      operations: service.operations.map((operation) => {
        const twins = other.get(identity(operation)) ?? [];
        const [twin] = twins;
        const certain =
          twin &&
          twins.length === 1 &&
          mine.get(identity(operation))?.length === 1 &&
          operation.endpoints.length > 0;
        return certain ? { ...operation, title: { ...twin.title, ...operation.title } } : operation;
      }),
    };
  });
}

/** Endpoints and own actions; dependencies may differ from cloud to cloud. */
function identity(operation: Operation): string {
  const keys = operation.endpoints.flatMap((text) => parseEndpoint(text) ?? []).map(endpointKey);
  const own = needsOf({
    ...operation,
    dependent_actions: [],
    scenarios: operation.scenarios.map((scenario) => ({ ...scenario, dependent_actions: [] })),
  });
  return `${keys.sort().join()} ${own
    .map((name) => name.toLowerCase())
    .sort()
    .join()}`;
}
