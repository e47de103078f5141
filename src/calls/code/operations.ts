import { isGoLibrary, CLOUD, goRequests, pythonRequests } from '../openstack/openstack-facts.js';
import type { OpenstackRequest } from '../openstack/openstack-facts.js';
import { obsMethod } from '../obs/obs-facts.js';
import type { ObsLanguage } from '../obs/obs-facts.js';
import { s3Operations } from '../obs/s3-methods.js';
import { moduleKey } from '../clients/module.js';
import type { SdkModule } from '../clients/module.js';
import { normalizeName } from '../resolve/normal-name.js';
import { sdkNameOf } from '../sdk/names.js';
import type { SdkFacts, SdkOperation } from '../sdk/sdk-facts.js';

/** What a method means: all the calls that it makes. */
export interface Meaning {
  readonly calls: readonly CalledOperation[];
  /** They are an upper bound: what it does depends on its arguments. */
  readonly isPossible: boolean;
}

interface CalledOperation {
  /** As `FoundCall` has it. */
  readonly api: string;
  readonly service: string | undefined;
  readonly operation: string | undefined;
}

/** What the facts say, and the SDKs of OBS that a file's language has. */
export interface Knowledge {
  readonly sdk: SdkFacts;
  readonly obs: readonly ObsLanguage[];
  /** Whether clients of S3 are pointed at OBS, as far as the file says. */
  readonly isS3Obs: boolean;
}

/** What the SDKs append to an operation's name: `listServersAsync` (Java), `list_servers_invoker` (Python), `ListServersInvoker` (Go). */
const SUFFIX = /(?:async)?(?:invoker)?$/;

/**
 * What a method's name means in these parts of libraries, in any language's spelling. Several where it cannot be told which
 * of them is meant: one of each version of a service, or of each service.
 */
export function meaningsOf(
  method: string,
  modules: readonly SdkModule[],
  knowledge: Knowledge,
): readonly Meaning[] {
  const found = new Map<string, Meaning>();
  const distinct = new Map(modules.map((module) => [moduleKey(module), module]));
  for (const module of distinct.values())
    for (const meaning of meaningsIn(method, module, knowledge))
      if (meaning.calls.length > 0) found.set(JSON.stringify(meaning.calls), meaning);
  return [...found.values()];
}

function meaningsIn(method: string, module: SdkModule, { sdk, obs, isS3Obs }: Knowledge): readonly Meaning[] {
  const { library, service } = module;
  if (library === 'sdk')
    return sdkOperationsNamed(method, module, sdk).map((operation) => ({
      calls: [{ api: sdkNameOf(operation), service: undefined, operation: undefined }],
      isPossible: false,
    }));
  if (library === 'obs') {
    const named = obs.map((language) => obsMethod(language, method)).find((names) => names.length > 0) ?? [];
    return [{ calls: named.map(obsCall), isPossible: false }];
  }
  if (library === 's3' && !isS3Obs) return [];
  if (library === 's3') return [{ calls: s3Operations(method).map(obsCall), isPossible: false }];
  const requests = isGoLibrary(library)
    ? goRequests(library, service, method)
    : pythonRequests(service === '' ? CLOUD : service, method);
  return [
    { calls: requests.map((request) => requestCall(request, method)), isPossible: requests.length > 1 },
  ];
}

/** The operations of a part of the SDK that a method's name means: one of each version. */
export function sdkOperationsNamed(
  method: string,
  { service, version }: SdkModule,
  facts: SdkFacts,
): readonly SdkOperation[] {
  const wanted = normalizeName(method);
  const byName = operationsOf(service, facts);
  const named = byName.get(wanted) ?? byName.get(wanted.replace(SUFFIX, '')) ?? [];
  return named.filter((operation) => version === undefined || operation.version === version);
}

function obsCall(name: string): CalledOperation {
  return { api: `obs/v1 ${name}`, service: undefined, operation: undefined };
}

/** The function's name tells the operations of one endpoint apart: `Start` of `POST …/action`. */
function requestCall({ service, endpoint }: OpenstackRequest, method: string): CalledOperation {
  return { api: endpoint, service, operation: method };
}

type ByName = ReadonlyMap<string, readonly SdkOperation[]>;

const known = new WeakMap<SdkFacts, Map<string, ByName>>();

function operationsOf(service: string, facts: SdkFacts): ByName {
  const services = known.get(facts) ?? new Map<string, ByName>();
  known.set(facts, services);
  const before = services.get(service);
  if (before !== undefined) return before;
  const byName = new Map<string, SdkOperation[]>();
  for (const operation of facts.operations(service)) {
    const name = normalizeName(operation.name);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [operation]);
    else same.push(operation);
  }
  services.set(service, byName);
  return byName;
}
