import { endpointKey, parseEndpoint, pathSegments } from '../../catalog/model/endpoint.js';
import type { Endpoint } from '../../catalog/model/endpoint.js';
import type { Doubt, Operation, ServiceCatalog } from '../../catalog/model/model.js';
import { normalizeName } from '../resolve/normal-name.js';
import { nameInId } from '../resolve/operation-name.js';
import type { SdkFacts, SdkOperation } from './sdk-facts.js';
import { sdkNameOf } from './names.js';
import { en as doubts } from '../../wording/en/doubts.js';
import { writer } from '../../wording/speaker.js';

const note = writer(doubts);

/**
 * Operations of a service that the SDK has too, but calls in another way than the documentation says: by another path, by
 * another method, or by an endpoint where the documentation gives none. Each with its one counterpart in the SDK: of the
 * same name, else with an endpoint that is alike. What the documentation has elsewhere, or what fits several, is none.
 */
export function counterparts(
  operations: readonly Operation[],
  sdk: readonly SdkOperation[],
): ReadonlyMap<Operation, SdkOperation> {
  const documented = new Set(operations.flatMap(({ endpoints }) => endpoints.flatMap(keyOf)));
  const called = new Set(sdk.flatMap(({ endpoint }) => keyOf(endpoint)));
  const others = sdk.filter(({ endpoint }) => keyOf(endpoint).some((key) => !documented.has(key)));
  const found = new Map<Operation, SdkOperation>();
  for (const operation of operations) {
    if (operation.endpoints.some((endpoint) => keyOf(endpoint).some((key) => called.has(key)))) continue;
    const names = namesOf(operation);
    const named = others.filter(({ name }) => names.has(normalizeName(name)));
    const alike =
      named.length > 0
        ? named
        : others.filter((other) =>
            operation.endpoints.some((endpoint) => areAlike(operation, endpoint, other)),
          );
    const [only, ...more] = alike;
    if (only !== undefined && more.length === 0) found.set(operation, only);
  }
  return found;
}

/** The same catalogs, with a doubt on every operation that the SDK calls by another method or path. */
export function withSdkDoubts(services: readonly ServiceCatalog[], facts: SdkFacts): ServiceCatalog[] {
  return services.map((service) => {
    const differing = counterparts(service.operations, facts.operations(service.service));
    const operations = service.operations.map((operation) => {
      const sdk = differing.get(operation);
      return sdk === undefined || operation.endpoints.length === 0
        ? operation
        : { ...operation, doubts: [...(operation.doubts ?? []), doubtOf(operation, sdk)] };
    });
    return { ...service, operations };
  });
}

function doubtOf({ endpoints }: Operation, sdk: SdkOperation): Doubt {
  const path = pathKey(sdk.endpoint);
  const isSamePath = endpoints.some((endpoint) => pathKey(endpoint) === path);
  return {
    kind: 'mismatch',
    confidence: 'likely',
    note: note(isSamePath ? 'sdkOtherMethod' : 'sdkOtherPath', { name: sdkNameOf(sdk) }),
    was: sdk.endpoint,
  };
}

function namesOf(operation: Operation): ReadonlySet<string> {
  return new Set(
    [nameInId(operation), operation.title.en ?? ''].map(normalizeName).filter((name) => name !== ''),
  );
}

/** One path with two methods is one operation only where both names begin with the same verb. */
function areAlike({ id }: Operation, documented: string, { name, endpoint }: SdkOperation): boolean {
  const [a, b] = [parseEndpoint(documented), parseEndpoint(endpoint)];
  if (a === undefined || b === undefined) return false;
  if (a.method === b.method) return arePathsAlike(a, b);
  const [verb = ''] = id.slice(id.indexOf('/') + 1).split('-');
  return (
    pathKey(documented) === pathKey(endpoint) &&
    name.toLowerCase().startsWith(verb) &&
    !/^[a-z]/.test(name.slice(verb.length))
  );
}

/**
 * But for the project and the version's last part (`v2`, `v2.0`, none); or, in the same version, but for one word of which
 * the one holds the other (`servers`, `cloudservers`). Another generation of an API is another API.
 */
function arePathsAlike(a: Endpoint, b: Endpoint): boolean {
  const [left, right] = [bareSegments(a.path), bareSegments(b.path)];
  if (left.length !== right.length) return false;
  const differing = left.flatMap((segment, index) =>
    segment === right[index] ? [] : [[segment, right[index] ?? ''] as const],
  );
  const [one, other] = [versionOf(a.path), versionOf(b.path)];
  if (differing.length === 0) return one === '' || other === '' || majorOf(one) === majorOf(other);
  return (
    one === other &&
    differing.length === 1 &&
    differing.every(
      ([word, another]) =>
        word !== '{}' && another !== '{}' && (word.includes(another) || another.includes(word)),
    )
  );
}

const VERSION = /^v\d+(?:\.\d+)*$/;

/** Empty where the path has none. */
function versionOf(path: string): string {
  return pathSegments(path).find((segment) => VERSION.test(segment)) ?? '';
}

function majorOf(version: string): string {
  return version.replace(/\..*$/, '');
}

function bareSegments(path: string): string[] {
  const withoutProject = path.replaceAll(/\{(?:project|tenant|domain)_?id\}/gi, '');
  return pathSegments(withoutProject).filter((segment) => !VERSION.test(segment));
}

function keyOf(endpoint: string): string[] {
  const parsed = parseEndpoint(endpoint);
  return parsed === undefined ? [] : [endpointKey(parsed)];
}

function pathKey(endpoint: string): string | undefined {
  return keyOf(endpoint)[0]?.replace(/^\S+ /, '');
}
