import { endpointKey, parseEndpoint } from '../model/endpoint.js';
import type { Action, Operation, PolicyVersion, ServiceCatalog } from '../model/model.js';
import { ordered } from '../model/order.js';
import type { PageUrls } from '../model/page-url.js';
import { writeNames, writeTable } from './text-table.js';

/**
 * What a catalog knows without opening a service, written by `compile.ts` and held in memory by `memory.ts`.
 * The head is read at every start, a section when something is first asked of it.
 */
export interface CatalogIndex extends IndexHead, IndexSections {}

export interface IndexHead {
  readonly format: 5;
  readonly cloud: string;
  /** Hash of the contents: changes with every fact. */
  readonly version: string;
  readonly services: Readonly<Record<string, IndexedService>>;
}

/** The head of a compiled catalog. */
export interface CompiledHead extends IndexHead {
  /** Characters of each file of text, by its name without what it ends with. */
  readonly lengths: Readonly<Record<string, number>>;
}

/** Tables (`text-table.ts`) and lists of names, as texts: what a start asks of them are a few of thousands of rows. */
export interface IndexSections {
  /** Every operation id, sorted (`writeNames`). */
  readonly ids: string;
  /** Endpoint key → operations, by their positions in `ids`. */
  readonly endpoints: string;
  /**
   * Every action as it is spelt, wildcards of rows included, in any case → policies of which versions know it
   * (`VERSION_MARKS`), and the operations that need it, by their positions in `ids`.
   */
  readonly actions: string;
  /** Name of policies 1.1 in lower case → the actions of identity policies that it is an alias of. */
  readonly successors: string;
  /** Service → its coverage, as JSON. */
  readonly coverage: string;
  readonly urls: PageUrls;
}

/** Sections that are text, in the order in which they are written; `urls` is JSON. */
export const TEXT_SECTIONS = [
  'ids',
  'endpoints',
  'actions',
  'successors',
  'coverage',
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

export const INDEX_FORMAT = 5;

/** How the name of a file ends that holds a table or a list of names: a service, or a section of the index. */
export const TABLE = '.txt';

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
    ids: writeNames(ids),
    endpoints: writeTable([...endpoints].map(([key, set]) => [key, writePositions(set)])),
    actions: writeTable(
      [...actions].map(([key, { name, needing }]) => [
        name,
        `${identity.get(key) ?? '1'}${writePositions(needing)}`,
      ]),
      'any',
    ),
    successors: writeTable([...successorsIn(sorted)].map(([alias, names]) => [alias, writeNames(names)])),
    coverage: writeTable(
      sorted.flatMap(({ service, coverage }) =>
        coverage === undefined ? [] : [[service, JSON.stringify(coverage)] as const],
      ),
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

/** `3 17`, ascending. */
function writePositions(positions: ReadonlySet<number>): string {
  return [...positions].sort((a, b) => a - b).join(' ');
}

export function readPositions(text: string): readonly number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}

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
