import { endpointKey, parseEndpoint } from '../model/endpoint.js';
import type { Action, Coverage, Operation, PolicyVersion, ServiceCatalog } from '../model/model.js';
import { ordered } from '../model/order.js';
import type { PageUrls } from '../model/page-url.js';

/**
 * What a catalog knows without opening a service. Plain JSON, written by `compile.ts` and held in memory by `memory.ts`.
 * The head is read at every start, a section when something is first asked of it.
 */
export interface CatalogIndex extends IndexHead, IndexSections {}

export interface IndexHead {
  readonly format: 4;
  readonly cloud: string;
  /** Hash of the contents: changes with every fact. */
  readonly version: string;
  readonly services: Readonly<Record<string, IndexedService>>;
}

export interface IndexSections {
  /** Every operation id, sorted. */
  readonly ids: readonly string[];
  /** Endpoint key → operations, by their positions in `ids`. */
  readonly endpoints: Readonly<Record<string, readonly number[]>>;
  /** Every action as it is spelt, wildcards of rows included; in the order of their names in lower case. */
  readonly actions: readonly string[];
  /** In the order of `actions`: policies of which versions know it, a character each (`VERSION_MARKS`). */
  readonly versions: string;
  /** In the order of `actions`: the operations that need it, by their positions in `ids`. */
  readonly needing: readonly (readonly number[])[];
  /** Name of policies 1.1 in lower case → the actions of identity policies that it is an alias of. */
  readonly successors: Readonly<Record<string, readonly string[]>>;
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly urls: PageUrls;
}

/** In the order in which they are written. */
export const INDEX_SECTIONS = [
  'ids',
  'endpoints',
  'actions',
  'versions',
  'needing',
  'successors',
  'coverage',
  'urls',
] as const satisfies readonly (keyof IndexSections)[];

export const VERSION_MARKS: Readonly<Record<string, readonly PolicyVersion[]>> = {
  '1': ['1.1'],
  '5': ['5.0'],
  '6': ['1.1', '5.0'],
};

export interface IndexedService {
  readonly version: string;
  readonly operations: number;
}

export const INDEX_FORMAT = 4;

/** Beside the index: what other clouds name of the services that this one has, in lower case, sorted. No service is called so. */
export const ELSEWHERE = '_elsewhere.json';

/** Builds the index of a cloud's services. Deterministic; linear in the facts. */
export function buildIndex(cloud: string, services: readonly ServiceCatalog[], urls: PageUrls): CatalogIndex {
  const sorted = services.toSorted((a, b) => (a.service < b.service ? -1 : 1));
  const versions = sorted.map((service) => contentHash(JSON.stringify(ordered(service))));
  const ids = sorted.flatMap((service) => service.operations.map((operation) => operation.id)).sort();
  const position = new Map(ids.map((id, index) => [id, index]));
  const endpoints = new Map<string, Set<number>>();
  const actions = new Map<string, { readonly name: string; readonly needing: Set<number> }>();
  const know = (name: string) =>
    getOrMake(actions, name.toLowerCase(), () => ({ name, needing: new Set<number>() }));
  for (const name of sorted.flatMap(namedAlone)) know(name);
  for (const operation of sorted.flatMap((service) => service.operations)) {
    const at = position.get(operation.id) ?? 0;
    for (const text of operation.endpoints) {
      const endpoint = parseEndpoint(text);
      if (endpoint) getOrMake(endpoints, endpointKey(endpoint), () => new Set<number>()).add(at);
    }
    for (const name of needsOf(operation)) know(name).needing.add(at);
  }
  const named = [...actions].sort(byKey);
  const identity = identityNames(sorted);
  return {
    format: INDEX_FORMAT,
    cloud,
    version: contentHash(versions.join()),
    services: Object.fromEntries(
      sorted.map((service, index) => [
        service.service,
        { version: versions[index] ?? '', operations: service.operations.length },
      ]),
    ),
    ids,
    endpoints: Object.fromEntries([...endpoints].sort(byKey).map(([key, set]) => [key, ascending(set)])),
    actions: named.map(([, { name }]) => name),
    versions: named.map(([key]) => identity.get(key) ?? '1').join(''),
    needing: named.map(([, { needing }]) => ascending(needing)),
    successors: Object.fromEntries([...successorsIn(sorted)].sort(byKey)),
    coverage: Object.fromEntries(
      sorted.flatMap(({ service, coverage }) => (coverage === undefined ? [] : [[service, coverage]])),
    ),
    urls,
  };
}

/** Actions that stand for themselves, and the names of the other generation that they are known by. */
function namedAlone({ actions }: ServiceCatalog): string[] {
  return actions.flatMap(({ name, aliases }) => [name, ...aliases]);
}

/** Everything that an operation needs, under either generation and in any scenario. */
function needsOf({ identity, ...operation }: Operation): string[] {
  const needs = identity === undefined ? [operation] : [operation, identity];
  return needs
    .flatMap((need) => [need, ...need.scenarios])
    .flatMap(({ actions, dependent_actions }) => [...actions, ...dependent_actions]);
}

/** Actions in lower case that identity policies know, with their marks. */
function identityNames(services: readonly ServiceCatalog[]): Map<string, string> {
  return new Map(
    services
      .flatMap(({ actions }) => actions)
      .filter(isIdentityAction)
      .map((action) => [action.name.toLowerCase(), isClassicAction(action) ? '6' : '5']),
  );
}

/** A name that is its own alias is one of policies 1.1 too. */
function isClassicAction({ name, aliases, versions = [] }: Action): boolean {
  return versions.includes('1.1') || aliases.some((alias) => alias.toLowerCase() === name.toLowerCase());
}

/** Only the pages for identity policies name aliases: an action that has some is theirs, also where no version is noted. */
function isIdentityAction({ versions, aliases }: Action): boolean {
  return versions === undefined ? aliases.length > 0 : versions.includes('5.0');
}

function successorsIn(services: readonly ServiceCatalog[]): Map<string, string[]> {
  const successors = new Map<string, string[]>();
  for (const { name, aliases } of services.flatMap(({ actions }) => actions)) {
    for (const alias of aliases) {
      const names = getOrMake(successors, alias.toLowerCase(), (): string[] => []);
      if (alias.toLowerCase() !== name.toLowerCase() && !names.includes(name)) names.push(name);
    }
  }
  return successors;
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);
const ascending = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** 53 bits of a text as 14 hex digits (cyrb53); names a version, protects nothing, and runs in a browser too. */
function contentHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
