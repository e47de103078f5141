import { obsName } from '../obs/obs-facts.js';
import { rememberFor } from '../../remember.js';
import { createNameIndex } from '../resolve/name-index.js';
import { nearNamesIn } from '../resolve/near-names.js';
import { normalizeName } from '../resolve/normal-name.js';
import type { SdkFacts, SdkOperation } from './sdk-facts.js';

/** What a text says of an SDK operation. */
export interface SdkName {
  /** In lower case: `ecs`. */
  readonly service: string;
  /** `v2`; undefined where the text names none. */
  readonly version: string | undefined;
  /** As written: `ListServersDetails`, `list_servers_details`. */
  readonly operation: string;
}

const CLIENT = /^([a-z][a-z0-9]*?)(?:Async)?Client(?:[/.](v\d+))?[.:#]+([a-z]\w*)$/i;
const SERVICE = /^([a-z][a-z0-9]*)(?:[/.](v\d+))?[.:]([a-z]\w*)$/i;
const VERSIONED = /^([a-z][a-z0-9]*)[/.\s](v\d+)[\s/.:]+([a-z]\w*)$/i;

/**
 * Reads `ecs:ListServersDetails`, `EcsClient.listServersDetails` and `ecs/v2 list_servers_details`; undefined where the
 * text has none of these shapes. Whether there is such an operation is not asked.
 */
export function parseSdkName(text: string): SdkName | undefined {
  const [, service, version, operation] =
    CLIENT.exec(text) ?? VERSIONED.exec(text) ?? SERVICE.exec(text) ?? [];
  if (service === undefined || operation === undefined) return undefined;
  return { service: service.toLowerCase(), version: version?.toLowerCase(), operation };
}

/** The SDK operations that a name means: one, or one of each version. Each language's spelling is understood. */
export function sdkOperations(
  { service, version, operation }: SdkName,
  facts: SdkFacts,
): readonly SdkOperation[] {
  const ofVersion = facts
    .operations(service)
    .filter((known) => version === undefined || known.version === version);
  const wanted = normalizeName(operation);
  const named = operationsCalled(operation, service, ofVersion);
  // Asynchronous clients (Java, Python) repeat every method.
  return named.length > 0 ? named : ofVersion.filter(({ name }) => `${normalizeName(name)}async` === wanted);
}

/** OBS answers to the names that S3 gives its operations too. */
function operationsCalled(
  operation: string,
  service: string,
  known: readonly SdkOperation[],
): readonly SdkOperation[] {
  const wanted = normalizeName(operation);
  const named = known.filter(({ name }) => normalizeName(name) === wanted);
  if (named.length > 0 || service !== 'obs') return named;
  const other = obsName(operation);
  return known.filter(({ name }) => name === other);
}

const indexOf = rememberFor((operations: readonly SdkOperation[]) =>
  createNameIndex(operations.map(({ name }) => name)),
);

/** Operations of the same service that a misspelt name may have been meant as: `ecs/v2 ListServersDetails`. */
export function sdkNamesNear({ service, version, operation }: SdkName, facts: SdkFacts): string[] {
  const operations = facts.operations(service);
  const names = nearNamesIn(operation, [indexOf(operations)]);
  const near = operations.filter(({ name }) => names.includes(name));
  const ofVersion = near.filter((known) => known.version === version);
  return (ofVersion.length > 0 ? ofVersion : near)
    .toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
    .map(sdkNameOf)
    .slice(0, 3);
}

/** The spelling that a scan writes: `ecs/v2 ListServersDetails`. */
export function sdkNameOf({ service, version, name }: SdkOperation): string {
  return `${service}/${version} ${name}`;
}
