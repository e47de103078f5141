import { defined } from '../../defined.js';
import { endpointKey, parseEndpoint } from '../model/endpoint.js';
import type { Action, Coverage, Operation, ServiceCatalog } from '../model/model.js';
import { ordered } from '../model/order.js';
import type { PageUrls } from '../model/page-url.js';

/**
 * What a catalog knows without opening a service: small enough to be read at every start. Plain JSON, written by
 * `compile.ts` and held in memory by `memory.ts`. Numbers in lists are positions in `ids`.
 */
export interface CatalogIndex {
  readonly format: 3;
  readonly cloud: string;
  /** Hash of the contents: changes with every fact. */
  readonly version: string;
  readonly services: Readonly<Record<string, IndexedService>>;
  /** Every operation id, sorted. */
  readonly ids: readonly string[];
  /** Endpoint key → operations. */
  readonly endpoints: Readonly<Record<string, readonly number[]>>;
  /** Action in lower case → its spelling and the operations that need it; wildcards of rows as they are written. */
  readonly actions: Readonly<Record<string, IndexedAction>>;
  /** Actions in lower case that identity policies know: `5.0` where policies 1.1 do not, else `both`. */
  readonly identity: Readonly<Record<string, '5.0' | 'both'>>;
  /** Name of policies 1.1 in lower case → the actions of identity policies that it is an alias of. */
  readonly successors: Readonly<Record<string, readonly string[]>>;
  readonly urls: PageUrls;
}

export interface IndexedService {
  readonly version: string;
  readonly operations: number;
  readonly coverage?: Coverage;
}

/** Spelling, then the operations that need it. */
export type IndexedAction = readonly [name: string, ...operations: number[]];

export const INDEX_FORMAT = 3;

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
  return {
    format: INDEX_FORMAT,
    cloud,
    version: contentHash(versions.join()),
    services: Object.fromEntries(
      sorted.map((service, index) => [
        service.service,
        defined({
          version: versions[index] ?? '',
          operations: service.operations.length,
          coverage: service.coverage,
        }),
      ]),
    ),
    ids,
    endpoints: Object.fromEntries([...endpoints].sort(byKey).map(([key, set]) => [key, ascending(set)])),
    actions: Object.fromEntries(
      [...actions].sort(byKey).map(([key, { name, needing }]) => [key, [name, ...ascending(needing)]]),
    ),
    identity: Object.fromEntries([...identityNames(sorted)].sort(byKey)),
    successors: Object.fromEntries([...successorsIn(sorted)].sort(byKey)),
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

function identityNames(services: readonly ServiceCatalog[]): Map<string, '5.0' | 'both'> {
  return new Map(
    services
      .flatMap(({ actions }) => actions)
      .filter(isIdentityAction)
      .map((action) => [action.name.toLowerCase(), isClassicAction(action) ? 'both' : '5.0']),
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
