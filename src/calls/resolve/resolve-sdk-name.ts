import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import type { Call, Resolution } from '../call.js';
import { matchEndpoint, parseTarget } from './match.js';
import { nearEndpoints } from './near-endpoints.js';
import { operationsNamed } from './operation-name.js';
import { resolveObsOperation } from './resolve-obs.js';
import { settle } from './settle.js';
import { counterparts } from '../sdk/counterparts.js';
import { isOperationOf, servicesDescribing } from '../sdk/documented-in.js';
import { sdkFacts } from '../sdk/sdk-facts.js';
import type { SdkOperation } from '../sdk/sdk-facts.js';
import { sdkNamesNear, sdkNameOf, sdkOperations } from '../sdk/names.js';
import type { SdkName } from '../sdk/names.js';
import { operationsToldBy } from '../sdk/tell.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** By the endpoints of the SDK operation. Where they lead to several operations, the name tells them apart if it can. */
export function resolveSdkName(call: Call, sdk: SdkName, catalog: Catalog): Resolution {
  const named = sdkOperations(sdk, sdkFacts());
  if (named.length === 0) {
    const which = sdk.version === undefined ? `"${sdk.service}"` : `"${sdk.service}" ${sdk.version}`;
    return {
      status: 'unknown',
      call,
      near: sdkNamesNear(sdk, sdkFacts()),
      reason: say('noSdkOperation', { service: which, operation: sdk.operation }),
    };
  }
  if (sdk.service === 'obs' && call.operation === undefined) return resolveObs(call, named, catalog);
  const targets = named.flatMap((operation) => parseTarget(operation.endpoint)?.endpoint ?? []);
  const documented = unique(
    targets
      .flatMap((endpoint) => matchEndpoint(endpoint, catalog))
      .flatMap(({ key }) => catalog.operationsAt(key)),
  );
  const own = documented.filter(({ id }) => isOperationOf(id, sdk.service));
  const differing = own.length > 0 ? [] : calledOtherwise(sdk.service, named, catalog);
  const candidates = [own, differing, documented].find((operations) => operations.length > 0) ?? [];
  const { cloud } = catalog;
  const calls = named.map((operation) =>
    say('sdkCalls', { name: sdkNameOf(operation), endpoint: operation.endpoint }),
  );
  if (candidates.length === 0) {
    const near = unique(targets.flatMap((endpoint) => nearEndpoints(endpoint, catalog))).slice(0, 3);
    return {
      status: 'unknown',
      call,
      near,
      reason: say('sdkCallsUnknown', { calls, cloud }),
    };
  }
  const endpoints = unique(differing.flatMap((operation) => operation.endpoints));
  const remark =
    differing.length > 0 ? say('sdkDiffers', { calls, endpoints }) : say('sdkCallsAll', { calls });
  if (call.api !== undefined && call.operation !== undefined) {
    const chosen = operationsNamed(call.operation, candidates);
    if (chosen.length > 0) return settle(call, chosen, remark, 'certain');
    return {
      status: 'unknown',
      call,
      near: candidates.map(({ id }) => id),
      reason: say('notOnIt', { remark, operation: call.operation }),
    };
  }
  // Services share paths on hosts of their own: `GET /v3/{project_id}/instances` of one is not that of another.
  if (candidates === documented) {
    return {
      status: 'unknown',
      call,
      near: candidates.map(({ id }) => id).slice(0, 3),
      reason: say('sdkCallsElsewhere', { calls, cloud }),
    };
  }
  return settle(
    call,
    operationsToldBy(sdk.operation, candidates),
    remark,
    candidates === own && own.length === 1 ? 'certain' : 'likely',
  );
}

/** The documentation gives operations of OBS no endpoints: what they need says which they are. */
function resolveObs(call: Call, named: readonly SdkOperation[], catalog: Catalog): Resolution {
  return resolveObsOperation(call, named[0]?.name ?? '', 'certain', catalog);
}

/** Operations that the documentation gives another endpoint, or none. */
function calledOtherwise(
  sdkService: string,
  named: readonly SdkOperation[],
  catalog: Catalog,
): readonly Operation[] {
  const operations = servicesDescribing(sdkService).flatMap(
    (service) => catalog.service(service)?.model.operations ?? [],
  );
  return [...counterparts(operations, sdkFacts().operations(sdkService))]
    .filter(([, operation]) => named.includes(operation))
    .map(([operation]) => operation);
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
