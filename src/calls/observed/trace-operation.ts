import type { Catalog } from '../../catalog/catalog.js';
import type { Confidence, Operation } from '../../catalog/model/model.js';
import { nearNames } from '../resolve/near-names.js';
import { normalizeName } from '../resolve/normal-name.js';
import { matchEndpoint, parseTarget } from '../resolve/match.js';
import { nameInId } from '../resolve/operation-name.js';
import { standingFor } from '../resolve/settle.js';
import { isOperationOf } from '../sdk/documented-in.js';
import type { SdkFacts } from '../sdk/sdk-facts.js';
import { operationsToldBy } from '../sdk/tell.js';
import { wordsOf } from '../resolve/words.js';
import { operationAt } from './endpoint-operation.js';
import type { Placed } from './endpoint-operation.js';
import type { Trace } from './trace.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** What records are held against. */
export interface Known {
  readonly catalog: Catalog;
  readonly sdk: SdkFacts;
  /** Ids of the operations that the manifest and the code declare. */
  readonly declared: ReadonlySet<string>;
}

/**
 * Services of the catalog and the SDKs that CTS records under another name: those whose operations the lists of “key
 * operations” in their user guides file there. VPC: elastic IPs and bandwidths (`deleteEip`). DMS: its kinds of instances.
 */
const RECORDED_AS: ReadonlyMap<string, readonly string[]> = new Map([
  ['vpc', ['vpc', 'eip']],
  ['dms', ['dms', 'kafka', 'rabbitmq', 'rocketmq']],
  ['dew', ['kms']],
]);

/**
 * The operation of a trace. By its request where the record holds method and address; else by its name among the
 * operations of its service, as the SDKs and the documentation call them: the same name, the same words (“createServer”
 * and “CreateServers”), or words that mean the same (“modify” and “update”). What more than one fits is not guessed:
 * it is the one that the manifest or the code declares, or it is not placed.
 */
export function operationOf(trace: Trace, { catalog, sdk, declared }: Known): Placed {
  const asked =
    trace.endpoint === undefined ? undefined : operationAt(trace.endpoint, trace.name, { catalog, declared });
  if (asked !== undefined) return asked;
  const service = trace.service.toLowerCase();
  const names = namesIn(RECORDED_AS.get(service) ?? [service], catalog, sdk);
  if (names.length === 0)
    return {
      reason: say('traceServiceUnknown', { cloud: catalog.cloud, service: trace.service }),
    };
  const spoken = [trace.operation, trace.name].filter((name) => name !== undefined);
  for (const { confidence, keyOf } of WAYS) {
    const found = spoken.map((name) =>
      operationsCalled(name, names, (known) => keyOf(known, service), trace.version),
    );
    const fitting = found.find((operations) => operations.length > 0);
    if (fitting === undefined) continue;
    const operation = standingFor(fitting) ?? standingFor(fitting.filter(({ id }) => declared.has(id)));
    if (operation !== undefined) return { operation, confidence };
    return { reason: oneOf(fitting) };
  }
  const undocumented = spoken.flatMap((name) =>
    names.filter(
      (known) => known.endpoint !== undefined && normalizeName(known.name) === normalizeName(name),
    ),
  );
  if (undocumented[0] !== undefined)
    return {
      reason: say('traceCallsUnknown', { endpoint: undocumented[0].endpoint ?? '', cloud: catalog.cloud }),
    };
  const near = nearNames(
    trace.name,
    names.flatMap(({ operations, name }) => (operations.length > 0 ? name : [])),
  );
  return {
    reason: say('traceUnknown', { near }),
  };
}

/** Three of them, and how many more there are. */
function oneOf(fitting: readonly Operation[]): string {
  const operations = fitting.slice(0, 3).map(({ id }) => id);
  const more = fitting.length - operations.length;
  return more === 0 ? say('recordIsOneOf', { operations }) : say('recordIsOneOfMany', { operations, more });
}

/** Each way of taking two names for one, the surest first. */
const WAYS: readonly {
  readonly confidence: Confidence;
  readonly keyOf: (name: string, service: string) => string;
}[] = [
  { confidence: 'likely', keyOf: (name, service) => wordKey(name, service, (word) => word) },
  {
    confidence: 'doubtful',
    keyOf: (name, service) => wordKey(name, service, (word) => SYNONYMS.get(word) ?? word),
  },
  {
    confidence: 'doubtful',
    keyOf: (name, service) =>
      wordKey(name, service, (word) => (UNSAID.has(word) ? '' : (SYNONYMS.get(word) ?? word))),
  },
];

/** Words that the user guides and the SDKs use for one another; stems, as `wordsOf` gives them. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    modify: 'updat',
    chang: 'updat',
    edit: 'updat',
    remov: 'delet',
    add: 'creat',
    get: 'show',
    query: 'show',
    describ: 'show',
    unbind: 'disassociat',
    bind: 'associat',
    restart: 'reboot',
    publicip: 'eip',
  }),
);

/**
 * What one of two names for the same often leaves out: “attachVolume” is “AttachServerVolume”, “addNic” is
 * “BatchAddServerNics”.
 */
const UNSAID: ReadonlySet<string> = new Set(['batch', 'server', 'instanc']);

const SMALL: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'of',
  'for',
  'to',
  'in',
  'from',
  'by',
  'with',
  'and',
  'on',
  'or',
]);

/** The words of a name, without order, small words, and the name of the service. */
function wordKey(name: string, service: string, stem: (word: string) => string): string {
  const words = wordsOf(name.replaceAll(/([A-Z]{2,})([A-Z][a-z])/g, '$1 $2')).filter(
    (word) => !SMALL.has(word) && word !== service,
  );
  return [...new Set(words.map(stem).filter((word) => word !== ''))].sort().join(' ');
}

/** A name of an operation, and what of the catalog it leads to: nothing where the catalog lacks what the SDK calls. */
interface KnownName {
  readonly name: string;
  /** Of the SDK, or of the path: `v2`. */
  readonly version: string | undefined;
  /** What the SDK calls; undefined for a name of the catalog. */
  readonly endpoint: string | undefined;
  readonly operations: readonly Operation[];
}

function operationsCalled(
  name: string,
  names: readonly KnownName[],
  keyOf: (name: string) => string,
  version: string | undefined,
): readonly Operation[] {
  const wanted = keyOf(name);
  if (wanted === '') return [];
  const same = names.filter((known) => keyOf(known.name) === wanted);
  const major = /\d+/.exec(version ?? '')?.[0];
  const ofVersion = same.filter((known) => known.version === `v${major ?? ''}`);
  return [...new Set((ofVersion.length > 0 ? ofVersion : same).flatMap(({ operations }) => operations))];
}

const known = new WeakMap<Catalog, Map<string, readonly KnownName[]>>();

function namesIn(services: readonly string[], catalog: Catalog, sdk: SdkFacts): readonly KnownName[] {
  const ofCatalog = known.get(catalog) ?? new Map<string, readonly KnownName[]>();
  known.set(catalog, ofCatalog);
  const key = services.join(' ');
  const before = ofCatalog.get(key);
  if (before !== undefined) return before;
  // Records may name any number of services; those that nobody knows are not kept.
  const own = services.filter(
    (service) => catalog.services.includes(service) || sdk.services().includes(service),
  );
  if (own.length === 0) return [];
  const names = own.flatMap((service) => [
    ...sdkNames(service, catalog, sdk),
    ...catalogNames(service, catalog),
  ]);
  ofCatalog.set(key, names);
  return names;
}

function sdkNames(service: string, catalog: Catalog, sdk: SdkFacts): KnownName[] {
  return sdk.operations(service).map(({ name, version, endpoint }) => {
    const target = parseTarget(endpoint);
    const documented =
      target === undefined
        ? []
        : matchEndpoint(target.endpoint, catalog).flatMap(({ key }) => catalog.operationsAt(key));
    const own = documented.filter(({ id }) => isOperationOf(id, service));
    return { name, version, endpoint, operations: operationsToldBy(name, own) };
  });
}

function catalogNames(service: string, catalog: Catalog): KnownName[] {
  const operations = catalog.service(service)?.model.operations ?? [];
  return operations.flatMap((operation) => {
    const name = nameInId(operation);
    const version = /\/(v\d+)/.exec(operation.endpoints[0] ?? '')?.[1];
    return [name, operation.title.en ?? name].map((called) => ({
      name: called,
      version,
      endpoint: undefined,
      operations: [operation],
    }));
  });
}
