import { endpointKey, parseEndpoint } from '../../catalog/model/endpoint.js';
import type { Operation } from '../../catalog/model/model.js';
import { normalizeName } from '../../calls/resolve/normal-name.js';
import { nameInId } from '../../calls/resolve/operation-name.js';
import { servicesDescribing } from '../../calls/sdk/documented-in.js';
import type { SdkFacts, SdkOperation } from '../../calls/sdk/sdk-facts.js';
import { rememberFor } from '../../remember.js';
import { groupBy } from '../cloud-facts.js';

/**
 * What SDKs call the operations of a service, by operation id: those that call one of its endpoints. Of several operations
 * on one endpoint, the one that has the SDK's name; all of them where none has.
 */
export function sdkNamesIn(
  service: string,
  operations: readonly Operation[],
  sdk: SdkFacts,
): ReadonlyMap<string, readonly string[]> {
  const byEndpoint = groupBy(
    operations.flatMap((operation) =>
      [...new Set(operation.endpoints.flatMap(keysOf))].map((key) => ({ key, operation })),
    ),
    ({ key }) => key,
  );
  const names = new Map<string, Set<string>>();
  for (const { one, keys } of calledBy(sdk).get(service) ?? []) {
    const called = keys.flatMap((key) => byEndpoint.get(key) ?? []);
    for (const { id } of meant(
      one,
      called.map(({ operation }) => operation),
    ))
      names.set(id, (names.get(id) ?? new Set()).add(spelt(one, service)));
  }
  return new Map(Array.from(names, ([id, set]) => [id, [...set]]));
}

interface Called {
  readonly one: SdkOperation;
  readonly keys: readonly string[];
}

/** Operations of the SDKs by the service that may describe them; the same for every cloud. */
const calledBy = rememberFor((sdk: SdkFacts): ReadonlyMap<string, readonly Called[]> => {
  const called = sdk.services().flatMap((name) => {
    const operations = sdk.operations(name).map((one) => ({ one, keys: keysOf(one.endpoint) }));
    return servicesDescribing(name).map((service) => ({ service, operations }));
  });
  const byService = groupBy(called, ({ service }) => service);
  return new Map(
    Array.from(byService, ([service, groups]) => [service, groups.flatMap(({ operations }) => operations)]),
  );
});

function meant({ name }: SdkOperation, candidates: readonly Operation[]): readonly Operation[] {
  const wanted = normalizeName(name);
  const named = candidates.filter((operation) => normalizeName(nameInId(operation)) === wanted);
  return named.length > 0 ? named : candidates;
}

function spelt(operation: SdkOperation, service: string): string {
  return operation.service === service ? operation.name : `${operation.service}:${operation.name}`;
}

function keysOf(endpoint: string): string[] {
  const parsed = parseEndpoint(endpoint);
  return parsed === undefined ? [] : [endpointKey(parsed)];
}
