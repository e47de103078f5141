import { defined } from '../../defined.js';
import { endpointKey, parseEndpoint } from '../model/endpoint.js';
import { byCodeUnit } from '../model/code-unit.js';
import type { Action, IdentityNeeds, Operation, Scenario, ServiceCatalog } from '../model/model.js';

/** What is different between two catalogs of one cloud. Everything is sorted; two equal catalogs give `isEmpty`. */
export interface CatalogDiff {
  readonly cloud: string;
  readonly services: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly operations: {
    readonly added: readonly Operation[];
    readonly removed: readonly Operation[];
    readonly changed: readonly OperationChange[];
  };
  /** Endpoints that no operation had before, or has any more. */
  readonly endpoints: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly actions: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** The new catalog keeps the old name as a former one and says what replaced it. */
    readonly renamed: readonly { readonly from: string; readonly to: readonly string[] }[];
    readonly changed: readonly ActionChange[];
  };
}

export interface OperationChange {
  /** As the new catalog calls it. */
  readonly id: string;
  readonly operation: Operation;
  readonly renamedFrom?: string;
  readonly changes: readonly Change[];
}

export interface ActionChange {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** `requires` tells changes of what a call needs from changes of what it is called. */
export interface Change {
  readonly what:
    | 'endpoint'
    | 'action'
    | 'dependent action'
    | 'scenario'
    | 'no permission'
    | 'identity action'
    | 'identity dependent action'
    | 'identity scenario'
    | 'no identity permission'
    | 'title'
    | 'discriminator'
    | 'scope'
    | 'access level'
    | 'alias'
    | 'resource'
    | 'condition key'
    | 'permission only'
    | 'policy version'
    | 'spelling';
  readonly requires: boolean;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * Compares two catalogs of a cloud. Sources and doubts are not compared: they say where a fact was read, not what it is.
 */
export function diffCatalogs(
  cloud: string,
  before: readonly ServiceCatalog[],
  after: readonly ServiceCatalog[],
): CatalogDiff {
  const services = setDiff(
    before.map(({ service }) => service),
    after.map(({ service }) => service),
  );
  const [oldOperations, newOperations] = [operationsOf(before), operationsOf(after)];
  const renames = findRenames(
    [...oldOperations.values()].filter(({ id }) => !newOperations.has(id)),
    [...newOperations.values()].filter(({ id }) => !oldOperations.has(id)),
  );
  const oldIds = new Map([...renames].map(([from, to]) => [to, from]));
  const changed = [...newOperations.values()].flatMap((operation) => {
    const renamedFrom = oldIds.get(operation.id);
    return operationChange(oldOperations.get(renamedFrom ?? operation.id), operation, renamedFrom) ?? [];
  });
  return {
    cloud,
    services,
    operations: {
      added: sorted(
        [...newOperations.values()].filter(({ id }) => !oldOperations.has(id) && !oldIds.has(id)),
        ({ id }) => id,
      ),
      removed: sorted(
        [...oldOperations.values()].filter(({ id }) => !newOperations.has(id) && !renames.has(id)),
        ({ id }) => id,
      ),
      changed: sorted(changed, ({ id }) => id),
    },
    endpoints: setDiff(endpointsOf(oldOperations), endpointsOf(newOperations), foldEndpoint),
    actions: diffActions(before, after),
  };
}

export function isEmptyDiff({ services, operations, endpoints, actions }: CatalogDiff): boolean {
  return [
    services.added,
    services.removed,
    operations.added,
    operations.removed,
    operations.changed,
    endpoints.added,
    endpoints.removed,
    actions.added,
    actions.removed,
    actions.renamed,
    actions.changed,
  ].every((list) => list.length === 0);
}

const operationsOf = (services: readonly ServiceCatalog[]) =>
  new Map(services.flatMap(({ operations }) => operations).map((operation) => [operation.id, operation]));
const endpointsOf = (operations: ReadonlyMap<string, Operation>) =>
  [...operations.values()].flatMap(({ endpoints }) => endpoints);

/** Old id → new id, for operations on the same endpoints that need the same: one on either side. */
function findRenames(gone: readonly Operation[], fresh: readonly Operation[]): Map<string, string> {
  const identity = (operation: Operation) =>
    JSON.stringify([
      [...operation.endpoints.map(foldEndpoint)].sort(),
      needsKey(operation),
      operation.endpoints.length === 0 ? operation.title : '',
      operation.id.split('/')[0],
    ]);
  const [old, now] = [groupBy(gone, identity), groupBy(fresh, identity)];
  return new Map(
    [...old].flatMap(([key, operations]) => {
      const [from, to] = [operations[0], now.get(key)?.[0]];
      return from && to && operations.length === 1 && now.get(key)?.length === 1
        ? [[from.id, to.id] as const]
        : [];
    }),
  );
}

function groupBy(
  operations: readonly Operation[],
  key: (operation: Operation) => string,
): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const group = groups.get(key(operation));
    if (group) group.push(operation);
    else groups.set(key(operation), [operation]);
  }
  return groups;
}

function operationChange(
  old: Operation | undefined,
  operation: Operation,
  renamedFrom: string | undefined,
): OperationChange | undefined {
  if (old === undefined) return undefined;
  const changes = operationChanges(old, operation);
  if (changes.length === 0 && renamedFrom === undefined) return undefined;
  return defined({ id: operation.id, operation, renamedFrom, changes });
}

function operationChanges(old: Operation, now: Operation): Change[] {
  return [
    change('endpoint', false, old.endpoints, now.endpoints, foldEndpoint),
    change('action', true, old.actions, now.actions, lower),
    change('dependent action', true, old.dependent_actions, now.dependent_actions, lower),
    change('scenario', true, old.scenarios.map(scenarioText), now.scenarios.map(scenarioText)),
    change('no permission', true, noneNeeded(old), noneNeeded(now)),
    ...identityChanges(old.identity, now.identity),
    change('discriminator', false, optional(old.discriminator), optional(now.discriminator)),
    change('title', false, titles(old), titles(now)),
    change('scope', false, entries(old.scope), entries(now.scope)),
  ].flatMap((one) => one ?? []);
}

function identityChanges(
  old: IdentityNeeds | undefined,
  now: IdentityNeeds | undefined,
): (Change | undefined)[] {
  const [before, after] = [old ?? NOTHING_KNOWN, now ?? NOTHING_KNOWN];
  return [
    change('identity action', true, before.actions, after.actions, lower),
    change('identity dependent action', true, before.dependent_actions, after.dependent_actions, lower),
    change('identity scenario', true, before.scenarios.map(scenarioText), after.scenarios.map(scenarioText)),
    change('no identity permission', true, noneNeeded(before), noneNeeded(after)),
  ];
}

const NOTHING_KNOWN: IdentityNeeds = { actions: [], dependent_actions: [], scenarios: [], sources: [] };

function noneNeeded({ no_permission: none }: Pick<Operation, 'no_permission'>): string[] {
  return none ? ['none needed'] : [];
}

function diffActions(
  before: readonly ServiceCatalog[],
  after: readonly ServiceCatalog[],
): CatalogDiff['actions'] {
  const [old, now] = [actionsOf(before), actionsOf(after)];
  const formers = new Map(
    after.flatMap(({ former_actions }) => former_actions ?? []).map((former) => [lower(former.name), former]),
  );
  const gone = [...old]
    .filter(([key]) => !now.has(key))
    .map(([key, { name }]) => ({ name, to: formers.get(key)?.replaced_by ?? [] }));
  return {
    added: sorted(
      [...now].filter(([key]) => !old.has(key)).map(([, { name }]) => name),
      String,
    ),
    removed: sorted(
      gone.filter(({ to }) => to.length === 0).map(({ name }) => name),
      String,
    ),
    renamed: sorted(
      gone.filter(({ to }) => to.length > 0).map(({ name, to }) => ({ from: name, to })),
      ({ from }) => from,
    ),
    changed: sorted(
      [...now].flatMap(([key, action]): ActionChange[] => {
        const was = old.get(key);
        const changes = was ? actionChanges(was, action) : [];
        return changes.length > 0 ? [{ name: action.name, changes }] : [];
      }),
      ({ name }) => name,
    ),
  };
}

function actionsOf(services: readonly ServiceCatalog[]): Map<string, Action> {
  return new Map(services.flatMap(({ actions }) => actions).map((action) => [lower(action.name), action]));
}

function actionChanges(old: Action, now: Action): Change[] {
  return [
    change('spelling', false, [old.name], [now.name]),
    change('access level', false, optional(old.access_level), optional(now.access_level)),
    change('permission only', false, old.permission_only ? ['yes'] : [], now.permission_only ? ['yes'] : []),
    change('policy version', false, old.versions ?? ['1.1'], now.versions ?? ['1.1']),
    change('alias', false, old.aliases, now.aliases, lower),
    change('resource', false, old.resources.map(resourceText), now.resources.map(resourceText)),
    change('condition key', false, old.condition_keys, now.condition_keys),
    change('title', false, titles(old), titles(now)),
    change('scope', false, entries(old.scope ?? {}), entries(now.scope ?? {})),
  ].flatMap((one) => one ?? []);
}

function change(
  what: Change['what'],
  requires: boolean,
  old: readonly string[],
  now: readonly string[],
  fold?: (text: string) => string,
): Change | undefined {
  const { added, removed } = setDiff(old, now, fold);
  return added.length + removed.length === 0 ? undefined : { what, requires, removed, added };
}

function setDiff(
  old: readonly string[],
  now: readonly string[],
  fold: (text: string) => string = String,
): { readonly added: string[]; readonly removed: string[] } {
  const [before, after] = [
    new Map(old.map((text) => [fold(text), text])),
    new Map(now.map((text) => [fold(text), text])),
  ];
  return {
    added: sorted(
      [...after].filter(([key]) => !before.has(key)).map(([, text]) => text),
      String,
    ),
    removed: sorted(
      [...before].filter(([key]) => !after.has(key)).map(([, text]) => text),
      String,
    ),
  };
}

const lower = (text: string) => text.toLowerCase();
const optional = (text: string | undefined) => (text === undefined ? [] : [text]);
const entries = (object: object) => Object.entries(object).map(([key, value]) => `${key}: ${String(value)}`);
const titles = ({ title }: Pick<Action, 'title'>) => entries(title ?? {});
const resourceText = ({ type, required, condition_keys }: Action['resources'][number]) =>
  [`${type}${required ? '*' : ''}`, ...condition_keys].join(' ');
const scenarioText = ({ when, actions, dependent_actions }: Scenario) =>
  `${when}: ${[...actions, ...dependent_actions.map((name) => `${name} (dependency)`)].join(', ')}`;

function needsKey(operation: Operation): string {
  return JSON.stringify([operation.actions, operation.dependent_actions, operation.scenarios]).toLowerCase();
}

function foldEndpoint(text: string): string {
  const endpoint = parseEndpoint(text);
  return endpoint ? endpointKey(endpoint) : text;
}

function sorted<T>(list: readonly T[], key: (item: T) => string): T[] {
  return list.toSorted((a, b) => byCodeUnit(key(a), key(b)));
}
