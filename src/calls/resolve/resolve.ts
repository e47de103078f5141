import { lowest } from '../../catalog/model/confidence.js';
import { confidenceOf } from '../../catalog/model/model.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Confidence, Operation } from '../../catalog/model/model.js';
import type { Call, Resolution } from '../call.js';
import { isWord, matchEndpoint, parseTarget } from './match.js';
import type { Target } from './match.js';
import { nearEndpoints } from './near-endpoints.js';
import { nearNames } from './near-names.js';
import { operationByName, operationNamesNear } from './operation-index.js';
import { operationsAsked, operationsNamed } from './operation-name.js';
import { counterparts } from '../sdk/counterparts.js';
import { isOperationOf, servicesDescribing } from '../sdk/documented-in.js';
import { sdkFacts } from '../sdk/sdk-facts.js';
import type { SdkOperation } from '../sdk/sdk-facts.js';
import { parseSdkName, sdkNamesNear, sdkNameOf, sdkOperations } from '../sdk/names.js';
import type { SdkName } from '../sdk/names.js';
import { operationsToldBy } from '../sdk/tell.js';

/**
 * What the catalog makes of a call. Where several operations share its endpoint, the call's `operation`, then its URL's
 * host and query decide. Where these leave several, the call is ambiguous and never guessed, with one exception: if all of
 * them need exactly the same, the verdict is the same whichever is meant, and the first stands for them with a note.
 */
export function resolveCall(call: Call, catalog: Catalog): Resolution {
  const resolve = resolvers.get(catalog) ?? createResolver(catalog);
  resolvers.set(catalog, resolve);
  return resolve(call);
}

const resolvers = new WeakMap<Catalog, (call: Call) => Resolution>();

/** Applications call the same operations: what a call is depends only on what it names, and is worked out once for a catalog. */
function createResolver(catalog: Catalog): (call: Call) => Resolution {
  // Most calls name an endpoint and nothing else: that is their key as it stands.
  const byApi = new Map<string, Resolution>();
  const others = new Map<string, Resolution>();
  return (call) => {
    const isPlain = call.operation === undefined && call.api !== undefined;
    const known = isPlain ? byApi : others;
    const key = isPlain ? call.api : JSON.stringify([call.api, call.operation]);
    const before = known.get(key);
    if (before !== undefined) return { ...before, call };
    const resolution = resolve(call, catalog);
    if (known.size >= MAX_RESOLUTIONS) known.clear();
    known.set(key, resolution);
    return resolution;
  };
}

/** Far more than a cloud has operations; manifests may write them in any number of ways. */
const MAX_RESOLUTIONS = 20_000;

function resolve(call: Call, catalog: Catalog): Resolution {
  const target = call.api === undefined ? undefined : parseTarget(call.api);
  return target === undefined ? resolveName(call, catalog) : resolveEndpoint(call, target, catalog);
}

function resolveEndpoint(call: Call, target: Target, catalog: Catalog): Resolution {
  const matches = matchEndpoint(target.endpoint, catalog);
  const candidates = unique(matches.flatMap(({ key }) => catalog.operationsAt(key)));
  if (candidates.length === 0) {
    return {
      status: 'unknown',
      call,
      near: nearEndpoints(target.endpoint, catalog),
      reason: `the catalog of ${catalog.cloud} knows no such endpoint`,
    };
  }
  const words = unique(matches.flatMap(({ filled }) => filled.filter(isWord)));
  // `GET /v1/0123abc/servers/detial` is an instance of `…/servers/{server_id}`, but hardly meant as one.
  const doubt =
    words.length === 0
      ? undefined
      : `read ${words.map((word) => `"${word}"`).join(' and ')} as the value of a parameter`;
  if (call.operation === undefined) {
    return settle(call, operationsAsked(target.query, ofHost(target.host, candidates)), doubt);
  }
  const named = operationsNamed(call.operation, candidates);
  if (named.length > 0) return settle(call, named, doubt);
  return {
    status: 'unknown',
    call,
    near: candidates.map((operation) => operation.id),
    reason: `the endpoint is known, but no operation "${call.operation}" on it`,
  };
}

function resolveName(call: Call, catalog: Catalog): Resolution {
  const name = call.api ?? call.operation ?? '';
  const sdk = catalog.operation(name) === undefined ? parseSdkName(name) : undefined;
  if (sdk !== undefined && sdkFacts().operations(sdk.service).length > 0)
    return resolveSdkName(call, sdk, catalog);
  const found = operationByName(name, catalog);
  if (found.length === 0) {
    return {
      status: 'unknown',
      call,
      near: operationNamesNear(name, catalog),
      reason: `the catalog of ${catalog.cloud} knows no such operation`,
    };
  }
  if (call.api === undefined || call.operation === undefined) return settle(call, found, undefined);
  const named = operationsNamed(call.operation, found);
  if (named.length > 0) return settle(call, named, undefined);
  const ids = found.map((operation) => operation.id);
  return {
    status: 'unknown',
    call,
    near: nearNames(call.operation, ids).concat(ids).slice(0, 3),
    reason: `"${call.api}" is known, but "${call.operation}" is not what it is called`,
  };
}

/** By the endpoints of the SDK operation. Where they lead to several operations, the name tells them apart if it can. */
function resolveSdkName(call: Call, sdk: SdkName, catalog: Catalog): Resolution {
  const named = sdkOperations(sdk, sdkFacts());
  if (named.length === 0) {
    const which = sdk.version === undefined ? `"${sdk.service}"` : `"${sdk.service}" ${sdk.version}`;
    return {
      status: 'unknown',
      call,
      near: sdkNamesNear(sdk, sdkFacts()),
      reason: `the SDK of ${which} has no operation "${sdk.operation}"`,
    };
  }
  const targets = named.flatMap((operation) => parseTarget(operation.endpoint)?.endpoint ?? []);
  const documented = unique(
    targets
      .flatMap((endpoint) => matchEndpoint(endpoint, catalog))
      .flatMap(({ key }) => catalog.operationsAt(key)),
  );
  const own = documented.filter(({ id }) => isOperationOf(id, sdk.service));
  const differing = own.length > 0 ? [] : calledOtherwise(sdk.service, named, catalog);
  const candidates = [own, differing, documented].find((operations) => operations.length > 0) ?? [];
  const calls = named.map((operation) => `${sdkNameOf(operation)} calls ${operation.endpoint}`).join(', ');
  if (candidates.length === 0) {
    const near = unique(targets.flatMap((endpoint) => nearEndpoints(endpoint, catalog))).slice(0, 3);
    return {
      status: 'unknown',
      call,
      near,
      reason: `${calls}, which the catalog of ${catalog.cloud} does not know`,
    };
  }
  const endpoints =
    unique(differing.flatMap((operation) => operation.endpoints)).join(' or ') || 'no endpoint';
  const remark = differing.length > 0 ? `${calls}, where the documentation gives ${endpoints}` : calls;
  if (call.api !== undefined && call.operation !== undefined) {
    const chosen = operationsNamed(call.operation, candidates);
    if (chosen.length > 0) return settle(call, chosen, remark, 'certain');
    return {
      status: 'unknown',
      call,
      near: candidates.map(({ id }) => id),
      reason: `${remark}; no operation "${call.operation}" is on it`,
    };
  }
  // Services share paths on hosts of their own: `GET /v3/{project_id}/instances` of one is not that of another.
  if (candidates === documented) {
    return {
      status: 'unknown',
      call,
      near: candidates.map(({ id }) => id).slice(0, 3),
      reason: `${calls}, which the catalog of ${catalog.cloud} knows of another service only; name the operation where that is meant`,
    };
  }
  return settle(
    call,
    operationsToldBy(sdk.operation, candidates),
    remark,
    candidates === own && own.length === 1 ? 'certain' : 'likely',
  );
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

/** @param remark what a reader should know; `confidence` is how sure the choice of candidates is in the face of it. */
function settle(
  call: Call,
  candidates: readonly Operation[],
  remark: string | undefined,
  confidence: Confidence = remark === undefined ? 'certain' : 'likely',
): Resolution {
  if (candidates.length === 0) throw new Error('an operation is chosen among at least one candidate');
  const operation = standingFor(candidates);
  if (operation === undefined) return { status: 'ambiguous', call, candidates };
  const same =
    candidates.length === 1
      ? undefined
      : `${String(candidates.length)} operations fit and need the same: ${candidates.map(({ id }) => id).join(', ')}`;
  const confidences: Confidence[] = candidates.map(({ doubts }) => confidenceOf(doubts));
  confidences.push(confidence);
  const note = [remark, same].filter((text) => text !== undefined).join('; ');
  const resolved = { status: 'resolved', call, operation, confidence: lowest(confidences) } as const;
  return note === '' ? resolved : { ...resolved, note };
}

/** The first of the operations where all of them need the same; undefined where they do not, or there are none. */
export function standingFor(operations: readonly Operation[]): Operation | undefined {
  const [first, ...others] = operations;
  return first !== undefined && others.every((other) => needsKey(other) === needsKey(first))
    ? first
    : undefined;
}

/** Equal for operations that need the same actions in the same roles. */
function needsKey({ actions, dependent_actions, scenarios, no_permission }: Operation): string {
  const set = (names: readonly string[]): string[] => unique(names.map((name) => name.toLowerCase())).sort();
  const alternatives = scenarios
    .map((scenario) => JSON.stringify([set(scenario.actions), set(scenario.dependent_actions)]))
    .sort();
  return JSON.stringify([set(actions), set(dependent_actions), alternatives, no_permission ?? false]);
}

/** A host such as `ecs.eu-de.otc.t-systems.com` names the service; it decides only where it leaves anything. */
function ofHost(host: string | undefined, candidates: readonly Operation[]): readonly Operation[] {
  return ofService(host?.split('.', 1)[0] ?? '', candidates);
}

/** Those of that service; all where there are none. */
function ofService(service: string, candidates: readonly Operation[]): readonly Operation[] {
  const own = candidates.filter((operation) => operation.id.startsWith(`${service}/`));
  return own.length > 0 ? own : candidates;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
