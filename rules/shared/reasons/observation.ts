import type { Observation } from '../../../src/calls/call.js';
import { spanOf } from '../../../src/analysis/needs/unused.js';
import { en } from '../../../src/wording/en/observation.js';
import { speaker } from '../../../src/wording/speaker.js';

const say = speaker('observation', en);

/** `the traces from 2026-08-01 to 2026-10-31 (92 days; 3 records could not be placed)` */
export function periodText(observation: Observation): string {
  return say('period', placesOf(observation));
}

/** What is not to be seen: any use of an action, one besides the declared ones, or one that changes something. */
export type Unseen = 'noUse' | 'noOtherUse' | 'noOtherChange';

/** `The traces from 2026-08-01 to 2026-10-31 (92 days) show no use of it.` */
export function unseenText(unseen: Unseen, observation: Observation): string {
  return say(unseen, placesOf(observation));
}

function placesOf(observation: Observation) {
  const { by, from, to, unplaced } = observation;
  return { by, from, to, unplaced, days: spanOf(observation) };
}
