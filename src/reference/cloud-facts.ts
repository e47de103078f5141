import { allNeedsOf, waysOf } from '../analysis/needs/needs.js';
import type { Catalog } from '../catalog/catalog.js';
import { createCatalog } from '../catalog/index/memory.js';
import { byCodeUnit } from '../catalog/model/code-unit.js';
import { endpointKey, parseEndpoint } from '../catalog/model/endpoint.js';
import type { Action, FormerAction, Operation, ServiceCatalog, Title } from '../catalog/model/model.js';
import { servicePrefix } from './places.js';
import { serviceTitle } from './service-titles.js';

/** One cloud as its pages need it: every fact beside the facts that point at it. */
export interface CloudFacts {
  readonly cloud: string;
  /** `Huawei Cloud`; the key itself for a cloud that has no other name here. */
  readonly name: string;
  /** By name, in the order of the alphabet. */
  readonly services: ReadonlyMap<string, ServicePages>;
  /** Every operation of the cloud by endpoint key. */
  readonly operationsAt: ReadonlyMap<string, readonly Operation[]>;
  /** Every action that has an entry on a page, by its lower-case name. */
  readonly actions: ReadonlyMap<string, ActionFacts>;
  readonly catalog: Catalog;
}

/** What stands on the pages of one service: the operations of its catalog file, and the actions that carry its prefix. */
export interface ServicePages {
  readonly name: string;
  readonly title: Title | undefined;
  readonly operations: readonly Operation[];
  readonly actions: readonly ActionFacts[];
  readonly former: readonly FormerAction[];
  readonly catalog: ServiceCatalog | undefined;
}

export interface ActionFacts {
  /** As the catalog spells it. */
  readonly name: string;
  readonly lower: string;
  /** `*` in it: APIs ask for all actions that it stands for. */
  readonly wildcard: boolean;
  /** Undefined where only an operation names it. */
  readonly entry: Action | undefined;
  readonly neededBy: readonly Need[];
}

/** One operation that needs an action, in one of its scenarios where it has several. */
export interface Need {
  readonly operation: Operation;
  readonly as: 'action' | 'dependency';
  readonly scenario: string | undefined;
  /** The other actions that the same call needs; empty where this one alone is enough. */
  readonly others: readonly string[];
}

/** What the clouds call themselves, and the order that they are shown in. */
const CLOUD_NAMES: Readonly<Record<string, string>> = {
  huaweicloud: 'Huawei Cloud',
  opentelekomcloud: 'Open Telekom Cloud',
};

export function cloudName(cloud: string): string {
  return CLOUD_NAMES[cloud] ?? cloud;
}

/** Clouds with all their facts; the order of the catalogs does not matter. */
export function cloudFacts(catalogs: readonly ServiceCatalog[]): CloudFacts[] {
  const clouds = [...new Set(catalogs.map((catalog) => catalog.cloud))].sort(byCodeUnit);
  return clouds.map((cloud) =>
    factsOf(
      cloud,
      catalogs.filter((catalog) => catalog.cloud === cloud),
    ),
  );
}

/** Every action that an operation may need, in any scenario, each once. */
export function neededActions(operation: Operation): {
  readonly own: readonly string[];
  readonly dependencies: readonly string[];
} {
  const needs = allNeedsOf(operation);
  const own = unique(needs.filter((need) => need.as === 'action').map((need) => need.action));
  return {
    own,
    dependencies: unique(needs.map((need) => need.action)).filter((action) => !own.includes(action)),
  };
}

/** Two operations need the same actions, in any order and case. */
export function sameNeeds(a: Operation, b: Operation): boolean {
  const fingerprint = (operation: Operation) => {
    const { own, dependencies } = neededActions(operation);
    return JSON.stringify(
      [own, dependencies].map((actions) => actions.map((action) => action.toLowerCase()).sort(byCodeUnit)),
    );
  };
  return fingerprint(a) === fingerprint(b);
}

/** An endpoint that more than one cloud documents. */
export interface SharedEndpoint {
  readonly key: string;
  /** Per cloud, in the order of the clouds; empty for a cloud that does not document it. */
  readonly operations: readonly (readonly Operation[])[];
}

/** Shared endpoints by path, under the service that they belong to in the first cloud that documents them; services in order. */
export function sharedEndpoints(clouds: readonly CloudFacts[]): Map<string, SharedEndpoint[]> {
  const keys = [...new Set(clouds.flatMap((facts) => [...facts.operationsAt.keys()]))];
  const shared = keys
    .map((key) => ({ key, operations: clouds.map((facts) => facts.operationsAt.get(key) ?? []) }))
    .filter(({ operations }) => operations.filter((there) => there.length > 0).length > 1)
    .sort((a, b) => byCodeUnit(pathFirst(a.key), pathFirst(b.key)));
  const grouped = groupBy(shared, ({ operations }) => operations.flat()[0]?.id.split('/')[0] ?? '');
  return new Map([...grouped].sort(([a], [b]) => byCodeUnit(a, b)));
}

/** Members by key, keys in the order of their first member. */
export function groupBy<Member, Key>(
  members: readonly Member[],
  keyFor: (member: Member) => Key,
): Map<Key, Member[]> {
  const groups = new Map<Key, Member[]>();
  for (const member of members) {
    const key = keyFor(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}

function factsOf(cloud: string, catalogs: readonly ServiceCatalog[]): CloudFacts {
  const operations = catalogs.flatMap((catalog) => catalog.operations);
  const actions = actionFacts(catalogs, operations);
  const byService = groupBy([...actions.values()], (action) => servicePrefix(action.name));
  const former = groupBy(
    catalogs.flatMap((catalog) => catalog.former_actions ?? []),
    (action) => servicePrefix(action.name),
  );
  const names = [
    ...new Set([
      ...catalogs.map((catalog) => catalog.service.toLowerCase()),
      ...byService.keys(),
      ...former.keys(),
    ]),
  ].sort(byCodeUnit);
  const services = names.map((name): ServicePages => {
    const catalog = catalogs.find((candidate) => candidate.service.toLowerCase() === name);
    return {
      name,
      title: serviceTitle(name, catalog?.title),
      operations: [...(catalog?.operations ?? [])].sort(byEndpoint),
      actions: (byService.get(name) ?? []).sort((a, b) => byCodeUnit(a.lower, b.lower)),
      former: [...(former.get(name) ?? [])].sort((a, b) => byCodeUnit(a.name, b.name)),
      catalog,
    };
  });
  let catalog: Catalog | undefined;
  return {
    cloud,
    name: cloudName(cloud),
    services: new Map(services.map((service) => [service.name, service])),
    operationsAt: endpointIndex(operations),
    actions,
    // Made when it is first asked for: a search does without.
    get catalog() {
      return (catalog ??= createCatalog(cloud, catalogs));
    },
  };
}

function actionFacts(
  catalogs: readonly ServiceCatalog[],
  operations: readonly Operation[],
): Map<string, ActionFacts> {
  const entries = new Map<string, Action>();
  for (const action of catalogs.flatMap((catalog) => catalog.actions)) {
    if (!entries.has(action.name.toLowerCase())) entries.set(action.name.toLowerCase(), action);
  }
  const needs = new Map<string, { readonly spelling: string; readonly needs: Need[] }>();
  for (const need of operations.flatMap(needsOf)) {
    const known = needs.get(need.action.toLowerCase());
    if (known === undefined)
      needs.set(need.action.toLowerCase(), { spelling: need.action, needs: [need.need] });
    else known.needs.push(need.need);
  }
  const names = [...new Set([...entries.keys(), ...needs.keys()])].sort(byCodeUnit);
  return new Map(
    names.map((lower) => {
      const entry = entries.get(lower);
      const name = entry?.name ?? needs.get(lower)?.spelling ?? lower;
      return [
        lower,
        {
          name,
          lower,
          wildcard: name.includes('*'),
          entry,
          neededBy: (needs.get(lower)?.needs ?? []).sort((a, b) => byEndpoint(a.operation, b.operation)),
        },
      ];
    }),
  );
}

/** In a case, the other actions are those that are needed in any case and those of the case. */
function needsOf(operation: Operation): { readonly action: string; readonly need: Need }[] {
  const { alternatives, cases } = waysOf(operation);
  const always = cases.length === 0 ? [] : alternatives.flatMap(({ needs }) => needs);
  const whole = [
    ...alternatives.map((one) => ({ ...one, all: one.needs })),
    ...cases.map((one) => ({ ...one, all: [...always, ...one.needs] })),
  ];
  return whole.flatMap(({ scenario, needs, all }) =>
    needs.map(({ action, as }) => ({
      action,
      need: {
        operation,
        as,
        scenario,
        others: all.map((need) => need.action).filter((other) => other !== action),
      },
    })),
  );
}

function endpointIndex(operations: readonly Operation[]): Map<string, Operation[]> {
  const pairs = operations.flatMap((operation) =>
    [...new Set(operation.endpoints.map(keyOf))].map((key) => ({ key, operation })),
  );
  const grouped = groupBy(pairs, (pair) => pair.key);
  return new Map([...grouped].map(([key, members]) => [key, members.map((member) => member.operation)]));
}

/** The key that all spellings of an endpoint share; what is no endpoint stands for itself. */
export function keyOf(endpoint: string): string {
  const parsed = parseEndpoint(endpoint);
  return parsed === undefined ? endpoint : endpointKey(parsed);
}

/** By path, then method, then id; operations without an endpoint come last. */
function byEndpoint(a: Operation, b: Operation): number {
  return byCodeUnit(sortKey(a), sortKey(b)) || byCodeUnit(a.id, b.id);
}

function sortKey(operation: Operation): string {
  const [first] = operation.endpoints;
  if (first === undefined) return '~';
  return pathFirst(first);
}

/** `GET /v1/things` → `/v1/things GET`: sorts by path. */
function pathFirst(endpoint: string): string {
  const space = endpoint.indexOf(' ');
  return `${endpoint.slice(space + 1)} ${endpoint.slice(0, space)}`;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
