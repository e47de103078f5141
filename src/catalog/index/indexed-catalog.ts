import type { Catalog, ServiceFacts } from '../catalog.js';
import { VERSION_MARKS } from './catalog-index.js';
import type { CatalogIndex } from './catalog-index.js';
import type { Action, FormerAction, Operation, PolicyVersion, ServiceCatalog } from '../model/model.js';
import { pageUrl } from '../model/page-url.js';
import { remember } from '../../remember.js';

/**
 * A catalog over an index; `open` is called once for each service that is asked for, by its name in the index, and
 * `elsewhere` when a name is asked for that only other clouds may have: their actions, in lower case.
 */
export function indexedCatalog(
  index: CatalogIndex,
  open: (service: string) => ServiceCatalog,
  elsewhere: () => readonly string[] = () => [],
): Catalog {
  const namedElsewhere = lazy(() => new Set(elsewhere()));
  const opened = new Map<string, OpenService>();
  const foreign = new Map<string, Action>();
  const namesByService = lazy(() => namesByPrefix(index));
  const places = lazy(() => new Map(index.actions.map((name, place) => [name.toLowerCase(), place])));
  const versionsAt = (place: number | undefined): readonly PolicyVersion[] =>
    place === undefined ? [] : (VERSION_MARKS[index.versions[place] ?? ''] ?? []);

  const openService = (name: string): OpenService | undefined => {
    const known = opened.get(name);
    if (known !== undefined || !Object.hasOwn(index.services, name)) return known;
    const service = prepare(open(name), namesByService().get(name) ?? []);
    opened.set(name, service);
    return service;
  };
  const operation = (id: string) => openService(serviceOfId(id))?.operations.get(id);
  const operationsIn = (positions: readonly number[]) =>
    positions.flatMap((position) => operation(index.ids[position] ?? '') ?? []);
  const namedOnly = (lower: string): Action | undefined => {
    const name = index.actions[places().get(lower) ?? -1];
    if (name === undefined || name.includes('*')) return undefined;
    const known = foreign.get(lower);
    if (known !== undefined) return known;
    const action = bare(name);
    foreign.set(lower, action);
    return action;
  };

  return {
    cloud: index.cloud,
    version: index.version,
    services: Object.keys(index.services),
    operationCount: Object.values(index.services).reduce((sum, { operations }) => sum + operations, 0),
    service: (name) => openService(name.toLowerCase())?.facts,
    operation,
    operationsAt: (key) => operationsIn(own(index.endpoints, key) ?? []),
    endpointKeys: () => Object.keys(index.endpoints),
    action: remember((name) => {
      const lower = name.toLowerCase();
      return openService(serviceOf(lower))?.facts.actions.get(lower) ?? namedOnly(lower);
    }),
    isNamedElsewhere: (name) => namedElsewhere().has(name.toLowerCase()),
    formerAction: remember((name) => openService(serviceOf(name))?.former.get(name.toLowerCase())),
    operationsNeeding: (action) =>
      operationsIn(index.needing[places().get(action.toLowerCase()) ?? -1] ?? []),
    actionNames: (version) =>
      version === undefined
        ? index.actions
        : index.actions.filter((_, place) => versionsAt(place).includes(version)),
    versionsOf: (action) => versionsAt(places().get(action.toLowerCase())),
    successorsOf: (alias) => own(index.successors, alias.toLowerCase()) ?? [],
    aliases: () => Object.entries(index.successors),
    coverage: (service) => own(index.coverage, service.toLowerCase()),
    urlOf: (source) => pageUrl(index.urls, source),
  };
}

interface OpenService {
  readonly facts: ServiceFacts;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly former: ReadonlyMap<string, FormerAction>;
}

function prepare(model: ServiceCatalog, named: readonly string[]): OpenService {
  const actions = new Map(model.actions.map((action) => [action.name.toLowerCase(), action]));
  // Rows of other services name actions of this one that its own pages may not.
  for (const name of named) if (!actions.has(name.toLowerCase())) actions.set(name.toLowerCase(), bare(name));
  return {
    facts: { name: model.service, model, actions },
    operations: new Map(model.operations.map((operation) => [operation.id, operation])),
    former: new Map((model.former_actions ?? []).map((action) => [action.name.toLowerCase(), action])),
  };
}

function namesByPrefix(index: CatalogIndex): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of index.actions) {
    if (name.includes('*')) continue;
    const group = groups.get(serviceOf(name));
    if (group) group.push(name);
    else groups.set(serviceOf(name), [name]);
  }
  return groups;
}

const bare = (name: string): Action => ({ name, aliases: [], resources: [], condition_keys: [] });
const serviceOf = (action: string) => action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();
const serviceOfId = (id: string) => id.slice(0, Math.max(0, id.indexOf('/')));

/** Keys come from policies and manifests: `constructor` is not a fact. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
