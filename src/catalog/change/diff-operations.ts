import { defined } from '../../defined.js';
import { endpointKey, parseEndpoint } from '../model/endpoint.js';
import type { IdentityNeeds, Operation, Scenario, ServiceCatalog } from '../model/model.js';
import type { Change } from './diff-fields.js';
import { change, lower, optional, entries, titles } from './diff-fields.js';

export interface OperationChange {
  /** As the new catalog calls it. */
  readonly id: string;
  readonly operation: Operation;
  readonly renamedFrom?: string;
  readonly changes: readonly Change[];
}

export const operationsOf = (services: readonly ServiceCatalog[]) =>
  new Map(services.flatMap(({ operations }) => operations).map((operation) => [operation.id, operation]));

export const endpointsOf = (operations: ReadonlyMap<string, Operation>) =>
  [...operations.values()].flatMap(({ endpoints }) => endpoints);

/** Old id → new id, for operations on the same endpoints that need the same: one on either side. */
export function findRenames(gone: readonly Operation[], fresh: readonly Operation[]): Map<string, string> {
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

export function operationChange(
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

const scenarioText = ({ when, actions, dependent_actions }: Scenario) =>
  `${when}: ${[...actions, ...dependent_actions.map((name) => `${name} (dependency)`)].join(', ')}`;

function needsKey(operation: Operation): string {
  return JSON.stringify([operation.actions, operation.dependent_actions, operation.scenarios]).toLowerCase();
}

export function foldEndpoint(text: string): string {
  const endpoint = parseEndpoint(text);
  return endpoint ? endpointKey(endpoint) : text;
}
