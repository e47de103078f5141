import { endpointKey, parseEndpoint } from '../../catalog/model/endpoint.js';
import type { Coverage, Operation, ServiceCatalog } from '../../catalog/model/model.js';
import { append } from '../../long-lists.js';
import { counterparts } from './counterparts.js';
import { servicesDescribing } from './documented-in.js';
import type { SdkFacts, SdkOperation } from './sdk-facts.js';

export type SdkCoverage = NonNullable<Coverage['sdk']>;

/**
 * Of how many operations of the SDK the catalog knows what they need, by the service of the catalog that the SDK's service
 * is at home in. An operation that several versions of an SDK have on one endpoint counts once.
 */
export function sdkCoverage(
  services: readonly ServiceCatalog[],
  facts: SdkFacts,
): ReadonlyMap<string, SdkCoverage> {
  const byName = new Map(services.map((service) => [service.service, service]));
  const atHome = new Map<
    string,
    { readonly sdk: SdkOperation[]; readonly describing: Set<ServiceCatalog> }
  >();
  for (const sdkService of facts.services()) {
    const describing = servicesDescribing(sdkService).flatMap((name) => byName.get(name) ?? []);
    const [home] = describing;
    if (home === undefined) continue;
    const known = atHome.get(home.service) ?? { sdk: [], describing: new Set() };
    append(known.sdk, facts.operations(sdkService));
    for (const service of describing) known.describing.add(service);
    atHome.set(home.service, known);
  }
  return new Map([...atHome].map(([home, { sdk, describing }]) => [home, coverageOf(sdk, [...describing])]));
}

/** The same catalogs, each with how much of the SDK's operations it covers. */
export function withSdkCoverage(services: readonly ServiceCatalog[], facts: SdkFacts): ServiceCatalog[] {
  const coverage = sdkCoverage(services, facts);
  return services.map((service) => {
    const sdk = coverage.get(service.service);
    return sdk === undefined || service.coverage === undefined
      ? service
      : { ...service, coverage: { ...service.coverage, sdk } };
  });
}

function coverageOf(sdk: readonly SdkOperation[], describing: readonly ServiceCatalog[]): SdkCoverage {
  const at = new Map<string, Operation[]>();
  const put = (key: string, operation: Operation) => at.set(key, [...(at.get(key) ?? []), operation]);
  for (const { operations } of describing) {
    for (const operation of operations) for (const key of operation.endpoints.map(keyOf)) put(key, operation);
    for (const [operation, { endpoint }] of counterparts(operations, sdk)) put(keyOf(endpoint), operation);
  }
  const found = [...new Set(sdk.map(({ endpoint }) => keyOf(endpoint)))].map((key) => at.get(key) ?? []);
  return {
    operations: found.length,
    actions: found.filter((operations) => operations.some(saysWhatIsNeeded)).length,
    identity: found.filter((operations) => operations.some(({ identity }) => identity !== undefined)).length,
  };
}

/** Under either version of policies; that nothing is needed is a fact, too. */
function saysWhatIsNeeded({ actions, scenarios, no_permission, identity }: Operation): boolean {
  return actions.length > 0 || scenarios.length > 0 || no_permission === true || identity !== undefined;
}

function keyOf(text: string): string {
  const endpoint = parseEndpoint(text);
  return endpoint === undefined ? text : endpointKey(endpoint);
}
