import { defined, filled } from '../../defined.js';
import type { Action, FormerAction, Operation, ServiceCatalog } from '../model/model.js';
import { openTable, writeTable } from './text-table.js';

/** A service of which one fact can be had without all the others. Who asks twice gets the same object. */
export interface OpenService {
  /** By `Operation.id`. */
  operation(id: string): Operation | undefined;
  /** An action that the service's own file names, by its name in lower case. */
  action(lower: string): Action | undefined;
  formerAction(lower: string): FormerAction | undefined;
  /** Everything, made of these objects. */
  model(): ServiceCatalog;
}

/** A service whose facts are all at hand. */
export function openModel(model: ServiceCatalog): OpenService {
  const operations = new Map(model.operations.map((operation) => [operation.id, operation]));
  const actions = byLowerName(model.actions);
  const former = byLowerName(model.former_actions ?? []);
  return {
    operation: (id) => operations.get(id),
    action: (lower) => actions.get(lower),
    formerAction: (lower) => former.get(lower),
    model: () => model,
  };
}

function byLowerName<T extends { readonly name: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
}

const OPERATION = 'operation ';
const ACTION = 'action ';
const FORMER = 'former ';
/** Whatever a service has besides. */
const REST = 'rest';

/**
 * A service as a table of JSON: a row for each of its operations and actions, and one for the rest. In ASCII, which Node
 * reads several times as fast as other UTF-8.
 */
export function writeService(service: ServiceCatalog): string {
  const { operations, actions, former_actions: former = [], ...rest } = service;
  return writeTable([
    [REST, ascii(rest)],
    ...operations.map((operation) => [OPERATION + operation.id, ascii(operation)] as const),
    ...actions.map((action) => [ACTION + action.name.toLowerCase(), ascii(action)] as const),
    ...former.map((action) => [FORMER + action.name.toLowerCase(), ascii(action)] as const),
  ]);
}

function ascii(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Opens what `writeService` wrote.
 * @param parse parses the JSON of a row; may throw.
 */
export function openService(text: string, parse: (json: string) => unknown): OpenService {
  const table = openTable(text);
  const facts = new Map<string, unknown>();
  const fact = (key: string, json: string): unknown => {
    if (!facts.has(key)) facts.set(key, parse(json));
    return facts.get(key);
  };
  const find = (key: string): unknown => {
    if (facts.has(key)) return facts.get(key);
    const row = table.row(key);
    return row && fact(key, row[1]);
  };
  return {
    operation: (id) => find(OPERATION + id) as Operation | undefined,
    action: (lower) => find(ACTION + lower) as Action | undefined,
    formerAction: (lower) => find(FORMER + lower) as FormerAction | undefined,
    model: () => modelOf(Array.from(table.rows(), ([key, json]) => [key, fact(key, json)] as const)),
  };
}

function modelOf(rows: readonly (readonly [key: string, fact: unknown])[]): ServiceCatalog {
  const entries = (kind: string) => rows.filter(([key]) => key.startsWith(kind)).map(([, fact]) => fact);
  const [rest] = entries(REST) as Omit<ServiceCatalog, 'operations' | 'actions' | 'former_actions'>[];
  if (rest === undefined) throw new Error('a service without its facts');
  return defined({
    ...rest,
    operations: entries(OPERATION) as Operation[],
    actions: entries(ACTION) as Action[],
    former_actions: filled(entries(FORMER) as FormerAction[]),
  });
}
