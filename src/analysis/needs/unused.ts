import type { Call, Observation } from '../../calls/call.js';
import { daysBetween } from '../../calls/day.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { inferAccessLevel, isReadOnly } from '../../policy/facts/access-level.js';
import { foldAction } from '../../policy/grants/pattern.js';
import { rememberOf } from '../../remember.js';
import { neededOf } from './needed.js';
import type { Workload } from '../verdict.js';

/**
 * What traces and logs say of a grant. The end of what they span is the only clock: a verdict is the same whenever it is
 * given, and changes with new records only.
 */
export type Use =
  /** No declared call needs it: whether it is excess is another question. */
  | { readonly kind: 'not-needed' }
  /** A call that needs it was seen lately, or could not have been seen. */
  | { readonly kind: 'used' }
  /** None of the calls that need it was seen for the days that are asked for. */
  | {
      readonly kind: 'unused';
      readonly observation: Observation;
      readonly calls: readonly Call[];
      readonly last: string | undefined;
    };

/** Whether the calls that need an action were made within so many days before the end of what was observed. */
export function useOf(
  action: string,
  { calls, catalog }: Workload,
  observed: readonly Observation[],
  days: number,
): Use {
  const needing = calls.flatMap((call) =>
    call.status === 'resolved' && neededFor(catalog, call.operation).has(action) ? call : [],
  );
  if (needing.length === 0) return { kind: 'not-needed' };
  const observation = observationOf([action], observed, catalog);
  if (observation === undefined || !needing.every(({ call }) => isIdle(call, observation, days)))
    return { kind: 'used' };
  const seen = needing.flatMap(({ call }) => call.seen?.last ?? []).sort();
  return { kind: 'unused', observation, calls: needing.map(({ call }) => call), last: seen.at(-1) };
}

/** Asked for every action of a policy, of the same operations. */
const neededFor = rememberOf((catalog: Catalog, operation: Operation) => neededOf([operation], catalog));

function isIdle({ seen }: Call, observation: Observation, days: number): boolean {
  if (seen === undefined) return spanOf(observation) >= days;
  return seen.last !== undefined && daysBetween(seen.last, observation.to) >= days;
}

/** How many days an observation is of, the first and the last one included. */
export function spanOf({ from, to }: Observation): number {
  return daysBetween(from, to) + 1;
}

/** The longest observation that would have shown a use of any of these actions; undefined where none would. */
export function observationOf(
  actions: readonly string[],
  observed: readonly Observation[],
  catalog: Catalog,
): Observation | undefined {
  const fitting = observed.filter(
    ({ by }) => by === 'logs' || actions.every((action) => isTraced(action, catalog)),
  );
  return fitting.reduce<Observation | undefined>(
    (longest, one) => (longest === undefined || spanOf(one) > spanOf(longest) ? one : longest),
    undefined,
  );
}

/**
 * Whether CTS records uses of an action: what changes something, but nothing that only reads, and operations on objects of
 * OBS only by data trackers, which few have. Source: the lists of operations that CTS records in the services' user
 * guides; of OBS, its user guide, “Cloud Trace Service”.
 */
export function isTraced(action: string, catalog: Catalog): boolean {
  const level = catalog.action(action)?.access_level ?? inferAccessLevel(action);
  return !isReadOnly(level) && !foldAction(action).startsWith('obs:object:');
}
