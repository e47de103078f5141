import type { Observation } from '../../src/calls/call.js';
import { spanOf } from '../../src/analysis/unused.js';

/** `the traces from 2026-08-01 to 2026-10-31 (92 days; 3 records could not be placed)` */
export function observationText(observation: Observation): string {
  const { by, from, to, unplaced } = observation;
  const days = spanOf(observation);
  const left =
    unplaced === 0 ? '' : `; ${unplaced} ${unplaced === 1 ? 'record' : 'records'} could not be placed`;
  return `the ${by} from ${from} to ${to} (${days} ${days === 1 ? 'day' : 'days'}${left})`;
}
