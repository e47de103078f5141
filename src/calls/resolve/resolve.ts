import type { Catalog } from '../../catalog/catalog.js';
import type { Call, Resolution } from '../call.js';
import { sdkFacts } from '../sdk/sdk-facts.js';
import { parseSdkName } from '../sdk/names.js';
import { parseTarget } from './match.js';
import { inCases } from './in-cases.js';
import { nearNames } from './near-names.js';
import { operationByName, operationNamesNear } from './operation-index.js';
import { operationsNamed } from './operation-name.js';
import { resolveEndpoint } from './resolve-endpoint.js';
import { resolveSdkName } from './resolve-sdk-name.js';
import { settle } from './settle.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/**
 * What the catalog makes of a call. Where several operations share its endpoint, the call's service, then its
 * `operation`, then its URL's host and query decide. Where these leave several, the call is ambiguous and never guessed, with one exception: if all of
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
    const isPlain = call.operation === undefined && call.service === undefined && call.api !== undefined;
    const known = isPlain ? byApi : others;
    const key = isPlain ? call.api : JSON.stringify([call.api, call.operation, call.service]);
    const before = known.get(key);
    if (before !== undefined) return inCases({ ...before, call });
    const resolution = resolve(call, catalog);
    if (known.size >= MAX_RESOLUTIONS) known.clear();
    known.set(key, resolution);
    return inCases(resolution);
  };
}

/** Far more than a cloud has operations; manifests may write them in any number of ways. */
const MAX_RESOLUTIONS = 20_000;

function resolve(call: Call, catalog: Catalog): Resolution {
  const target = call.api === undefined ? undefined : parseTarget(call.api);
  return target === undefined ? resolveName(call, catalog) : resolveEndpoint(call, target, catalog);
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
      reason: say('noOperation', { cloud: catalog.cloud }),
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
    reason: say('otherName', { api: call.api, operation: call.operation }),
  };
}
