import { isScalar } from 'yaml';
import type { Observation, Seen } from '../call.js';
import { isDay } from '../day.js';
import type { ManifestText, Value } from './manifest-text.js';
import { en } from '../../wording/en/manifest.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('manifest', en);

/** What a manifest says of traces and logs: `seen: { count: 12, last: 2026-10-31 }` of an entry. */
export function readSeen(value: Value | undefined, source: ManifestText): Seen | undefined {
  if (value === undefined) return undefined;
  const members = source.members(value, ['count', 'last'], 'seen');
  if (members !== undefined && !members.has('count')) source.complain(say('noSeenCount'), value);
  const count = readNumber(members?.get('count'), 1, say('noCount'), source);
  const last = readDay(members?.get('last'), source);
  return count === undefined ? undefined : { count, last };
}

/** `{ by: traces, from: 2026-08-01, to: 2026-10-31 }`, an entry of `observed`. */
export function readObservation(value: Value, source: ManifestText): Observation | undefined {
  const members = source.members(value, ['by', 'from', 'to', 'unplaced'], 'observed');
  if (members === undefined) return undefined;
  const absent = ['by', 'from', 'to'].filter((key) => !members.has(key));
  if (absent.length > 0) source.complain(say('observedWithout', { keys: absent }), value);
  const kind = source.string(members.get('by'), 'by: traces');
  const by = kind === 'traces' || kind === 'logs' ? kind : undefined;
  if (kind !== undefined && by === undefined) source.complain(say('noKindOfRecord'), members.get('by'));
  const [from, to] = [readDay(members.get('from'), source), readDay(members.get('to'), source)];
  const unplaced = readNumber(members.get('unplaced'), 0, say('noUnplaced'), source) ?? 0;
  if (by === undefined || from === undefined || to === undefined) return undefined;
  if (to >= from) return { by, from, to, unplaced };
  source.complain(say('endsBefore'), members.get('to'));
  return undefined;
}

/** A whole number that is no less than `least`; `complaint` says what else it is expected to be. */
export function readNumber(
  value: Value | undefined,
  least: number,
  complaint: string,
  source: ManifestText,
): number | undefined {
  if (value === undefined) return undefined;
  const number = isScalar(value.node) ? value.node.value : undefined;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= least) return number;
  source.complain(complaint, value);
  return undefined;
}

function readDay(value: Value | undefined, source: ManifestText): string | undefined {
  const text = source.string(value, '2026-10-31');
  if (text === undefined || isDay(text)) return text;
  source.complain(say('noDay'), value);
  return undefined;
}
