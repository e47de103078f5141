import { remember } from '../../remember.js';
import type { Catalog, ServiceFacts } from '../catalog.js';
import type { Action, Coverage, PolicyVersion } from '../model/model.js';
import { pageUrl } from '../model/page-url.js';
import { readPositions, VERSION_MARKS } from './catalog-index.js';
import type { CatalogIndex } from './catalog-index.js';
import type { OpenService } from './service-table.js';
import { openTable, readNames } from './text-table.js';
import type { TextTable } from './text-table.js';

/**
 * A catalog over an index; `openService` is called once for each service of which a fact is asked for, by its name in the
 * index, and `elsewhere` when a name is asked for that only other clouds may have: their actions, in lower case.
 */
export function indexedCatalog(
  index: CatalogIndex,
  openService: (service: string) => OpenService,
  elsewhere: () => readonly string[] = () => [],
): Catalog {
  const namedElsewhere = lazy(() => new Set(elsewhere()));
  const ids = lazy(() => readNames(index.ids));
  const endpoints = lazy(() => openTable(index.endpoints));
  const actions = lazy(() => openTable(index.actions, 'any'));
  const successors = lazy(() => openTable(index.successors));
  const coverages = lazy(() => openTable(index.coverage));
  const urls = lazy(() => index.urls);
  const namesByService = lazy(() => namesByPrefix(actions()));

  const known = (service: string) => Object.hasOwn(index.services, service);
  const open = remember((service) => (known(service) ? openService(service) : undefined));
  const facts = remember((service) =>
    known(service)
      ? factsOf(
          service,
          () => open(service),
          () => namesByService().get(service) ?? [],
        )
      : undefined,
  );
  const named = remember((name) => readNamed(actions().row(name)));
  const operation = (id: string) => open(serviceOfId(id))?.operation(id);
  const operationsIn = (positions: readonly number[]) =>
    positions.flatMap((position) => operation(ids()[position] ?? '') ?? []);
  const namedOnly = (lower: string) => {
    const action = named(lower)?.action;
    return action?.name.includes('*') === true ? undefined : action;
  };

  return {
    cloud: index.cloud,
    version: index.version,
    services: Object.keys(index.services),
    operationCount: Object.values(index.services).reduce((sum, { operations }) => sum + operations, 0),
    service: (name) => facts(name.toLowerCase()),
    operation,
    operationsAt: remember((key) => operationsIn(readPositions(endpoints().row(key)?.[1] ?? ''))),
    endpointKeys: () => Array.from(endpoints().rows(), ([key]) => key),
    action: remember((name) => {
      const lower = name.toLowerCase();
      return open(serviceOf(lower))?.action(lower) ?? namedOnly(lower);
    }),
    isNamedElsewhere: (name) => namedElsewhere().has(name.toLowerCase()),
    formerAction: (name) => open(serviceOf(name))?.formerAction(name.toLowerCase()),
    operationsNeeding: (action) => operationsIn(named(action)?.needing ?? []),
    actionNames: (version) => namesIn(actions(), version),
    versionsOf: (action) => named(action)?.versions ?? [],
    successorsOf: remember((alias) => readNames(successors().row(alias.toLowerCase())?.[1] ?? '')),
    aliases: () => Array.from(successors().rows(), ([alias, names]) => [alias, readNames(names)] as const),
    coverage: remember((service) => readCoverage(coverages().row(service.toLowerCase()))),
    urlOf: (source) => pageUrl(urls(), source),
  };
}

/** Opens the service when something is asked of it: that the catalog knows it needs no look at its facts. */
function factsOf(
  name: string,
  open: () => OpenService | undefined,
  named: () => readonly string[],
): ServiceFacts {
  const model = lazy(() => {
    const service = open();
    if (service === undefined) throw new Error(`no service ${name} in the index`);
    return service.model();
  });
  const actions = lazy(() => withNamed(model().actions, named()));
  return {
    name,
    get model() {
      return model();
    },
    get actions() {
      return actions();
    },
  };
}

/** Rows of other services name actions of this one that its own pages may not. */
function withNamed(own: readonly Action[], named: readonly string[]): ReadonlyMap<string, Action> {
  const actions = new Map(own.map((action) => [action.name.toLowerCase(), action]));
  for (const name of named) if (!actions.has(name.toLowerCase())) actions.set(name.toLowerCase(), bare(name));
  return actions;
}

interface Named {
  /** What is known of a name that no page describes. */
  readonly action: Action;
  readonly versions: readonly PolicyVersion[];
  readonly needing: readonly number[];
}

function readNamed(row: ReturnType<TextTable['row']>): Named | undefined {
  if (row === undefined) return undefined;
  const [name, value] = row;
  return { action: bare(name), versions: versionsIn(value), needing: readPositions(value.slice(1)) };
}

function namesIn(actions: TextTable, version: PolicyVersion | undefined): readonly string[] {
  const names: string[] = [];
  for (const [name, value] of actions.rows())
    if (version === undefined || versionsIn(value).includes(version)) names.push(name);
  return names;
}

/** The mark is the first character of a row of actions. */
function versionsIn(value: string): readonly PolicyVersion[] {
  return VERSION_MARKS[value.charAt(0)] ?? [];
}

function readCoverage(row: ReturnType<TextTable['row']>): Coverage | undefined {
  return row === undefined ? undefined : (JSON.parse(row[1]) as Coverage);
}

function namesByPrefix(actions: TextTable): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [name] of actions.rows()) {
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

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
