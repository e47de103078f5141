import type { Operation } from '../../../catalog/model/model.js';
import { endpointKey, parseEndpoint } from '../../../catalog/model/endpoint.js';
import { needsOf } from '../assemble-actions.js';
import { foldText } from '../merge/row-keys.js';
import type { MergedOperation } from '../merge/merged-operation.js';
import { compare, groupBy } from '../group-by.js';
import { defined, filled } from '../../../defined.js';
import { QUALIFIERS, operationName } from './name-operation.js';
import type { Naming } from './name-operation.js';

/**
 * Gives every operation its id, `<service>/<name>`. An operation that `existing` files hold keeps the id it has there,
 * so that a refresh never renames; new ones are named by what they do, and told apart by what differs (what the page
 * says, version, path, action) before a number is.
 */
export function withIds(operations: readonly MergedOperation[], existing: readonly Operation[]): Operation[] {
  const ids = keptIds(operations, existing);
  const taken = new Set([...ids.values(), ...existing.map((operation) => operation.id)]);
  const signed = operations
    .filter((operation) => !ids.has(operation))
    .map((operation) => ({ operation, signature: signature(operation) }));
  const fresh = signed.sort((a, b) => compare(a.signature, b.signature)).map(({ operation }) => operation);
  for (const [, named] of groupBy(fresh, (operation) => `${operation.service}/${operationName(operation)}`)) {
    for (const [operation, name] of toldApart(named, operationName, 0)) {
      const id = unused(`${operation.service}/${name}`, taken);
      taken.add(id);
      ids.set(operation, id);
    }
  }
  return operations.map((operation) => finish(operation, ids.get(operation) ?? ''));
}

/** Pairs of operation and name; still equal names are left to the numbers. */
function toldApart(
  operations: readonly MergedOperation[],
  name: Naming,
  from: number,
): [MergedOperation, string][] {
  const qualifier = QUALIFIERS[from];
  if (operations.length === 1 || !qualifier)
    return operations.map((operation) => [operation, name(operation)]);
  const { part, instead } = qualifier;
  const groups = groupBy(operations, part);
  if (instead && groups.size === operations.length && !groups.has(''))
    return operations.map((operation) => [operation, part(operation)]);
  if (groups.size === 1 || instead) return toldApart(operations, name, from + 1);
  return [...groups.values()].flatMap((group) =>
    toldApart(group, (operation) => withPart(name(operation), part(operation)), from + 1),
  );
}

function withPart(name: string, part: string): string {
  return part === '' || name.endsWith(part) || name.startsWith(`${part}-`) ? name : `${name}-${part}`;
}

function unused(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}

/** How an operation of an earlier catalog is known again, the surest way first. */
const RECOGNITIONS: readonly ((operation: Recognizable) => string[])[] = [
  // Operations of one endpoint that need the same names may need them in other cases.
  ({ actions, dependent_actions, scenarios, ...operation }) => [
    JSON.stringify([keysOf(operation), titlesOf(operation), actions, dependent_actions, scenarios]),
  ],
  (operation) => [
    `${keysOf(operation)} ${needsKey(operation)} ${titlesOf(operation).join()} ${operation.discriminator ?? ''}`,
  ],
  (operation) => titlesOf(operation).map((title) => `${keysOf(operation)} ${title}`),
  (operation) => [`${keysOf(operation)} ${needsKey(operation)}`],
  (operation) =>
    endpointsOf(operation).flatMap((key) => titlesOf(operation).map((title) => `${key} ${title}`)),
  (operation) => endpointsOf(operation).map((key) => `${key} ${needsKey(operation)}`),
  (operation) => endpointsOf(operation),
  (operation) => titlesOf(operation).map((title) => `${title} ${needsKey(operation)}`),
  (operation) => (operation.endpoints.length > 0 ? [] : titlesOf(operation)),
];

type Recognizable = Pick<
  Operation,
  'title' | 'endpoints' | 'actions' | 'dependent_actions' | 'scenarios' | 'identity'
> & {
  readonly discriminator?: string | undefined;
};

function keptIds(
  operations: readonly MergedOperation[],
  existing: readonly Operation[],
): Map<MergedOperation, string> {
  const kept = new Map<MergedOperation, string>();
  const left = new Set(existing);
  for (const recognize of RECOGNITIONS) {
    const open = operations.filter((operation) => !kept.has(operation));
    const before = index([...left], (operation) => serviceOf(operation), recognize);
    const now = index(open, (operation) => operation.service, recognize);
    for (const [key, [only, ...others]] of now) {
      const [known, ...rivals] = before.get(key) ?? [];
      if (!only || !known || others.length > 0 || rivals.length > 0 || kept.has(only) || !left.has(known))
        continue;
      kept.set(only, known.id);
      left.delete(known);
    }
  }
  return kept;
}

function index<T extends Recognizable>(
  operations: readonly T[],
  service: (operation: T) => string,
  recognize: (operation: Recognizable) => string[],
): Map<string, T[]> {
  const pairs = operations.flatMap((operation) =>
    [...new Set(recognize(operation))].map((key) => ({ key: `${service(operation)} ${key}`, operation })),
  );
  return new Map(
    [...groupBy(pairs, ({ key }) => key)].map(([key, group]) => [
      key,
      group.map(({ operation }) => operation),
    ]),
  );
}

const serviceOf = (operation: Operation) => operation.id.slice(0, operation.id.indexOf('/'));
const endpointsOf = (operation: Pick<Recognizable, 'endpoints'>) =>
  operation.endpoints.flatMap((text) => parseEndpoint(text) ?? []).map(endpointKey);
const keysOf = (operation: Pick<Recognizable, 'endpoints'>) => endpointsOf(operation).sort().join();
/** Of identity policies where nothing else is known: other operations keep their ids when these become known. */
const needsKey = (operation: Recognizable) =>
  (needsOf(operation).length > 0 ? needsOf(operation) : needsOf(operation.identity ?? operation))
    .map((name) => name.toLowerCase())
    .sort()
    .join();
const titlesOf = (operation: Pick<Recognizable, 'title'>) =>
  Object.values(operation.title).map(foldText).sort();

function signature(operation: MergedOperation): string {
  const [source] = operation.sources;
  return [
    keysOf(operation),
    needsKey(operation),
    titlesOf(operation).join(),
    source?.page,
    String(source?.table).padStart(4, '0'),
    String(source?.row).padStart(6, '0'),
  ].join('\n');
}

function finish(operation: MergedOperation, id: string): Operation {
  const { title, endpoints, discriminator, actions, dependent_actions, scenarios } = operation;
  const { no_permission, identity, scope, doubts, sources } = operation;
  return defined({
    id,
    title,
    endpoints,
    discriminator,
    actions,
    dependent_actions,
    scenarios,
    no_permission,
    identity,
    scope,
    doubts: filled(doubts),
    sources,
  });
}
