import { highest } from '../../catalog/model/confidence.js';
import type { Confidence, Operation } from '../../catalog/model/model.js';
import type { Observation } from '../call.js';
import type { FoundCall, UnplacedCall } from '../found.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** A record: where it stands, and when it was made. */
export interface Sighting {
  readonly by: Observation['by'];
  readonly file: string;
  readonly line: number;
  readonly day: string | undefined;
}

/** Counts records of any number, in memory for their kinds only. */
export interface Tally {
  readonly call: (operation: Operation, confidence: Confidence, at: Sighting) => void;
  /** A call that cannot be placed. `text` names its kind in one line. */
  readonly leave: (text: string, reason: string, at: Sighting) => void;
  /** A record that shows no call of the application. */
  readonly pass: (text: string, reason: string, at: Sighting) => void;
  readonly result: () => TallyResult;
}

export interface TallyResult {
  /** Each operation once, with the place of its last record. */
  readonly found: readonly FoundCall[];
  readonly unplaced: readonly UnplacedCall[];
  readonly passed: readonly UnplacedCall[];
  /** One for each kind of records of which any names its day. */
  readonly observed: readonly Observation[];
}

/** Kinds that are told apart; what comes after them is counted together. */
const MAX_KINDS = 5_000;
const MAX_TEXT = 160;

export function createTally(): Tally {
  const calls = new Map<string, Count & { readonly operation: Operation; confidence: Confidence }>();
  const unplaced = new Map<string, Count & { readonly text: string; readonly reason: string }>();
  const passed: typeof unplaced = new Map();
  const spans = new Map<Observation['by'], { from: string; to: string; unplaced: number }>();

  const span = ({ by, day }: Sighting, isUnplaced: boolean): void => {
    const known = spans.get(by) ?? { from: '', to: '', unplaced: 0 };
    spans.set(by, known);
    if (isUnplaced) known.unplaced += 1;
    if (day === undefined) return;
    if (known.from === '' || day < known.from) known.from = day;
    if (day > known.to) known.to = day;
  };
  const note = (kinds: typeof unplaced, text: string, reason: string, at: Sighting): void => {
    const shown = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
    const key = `${shown}\0${reason}`;
    if (kinds.has(key) || kinds.size < MAX_KINDS) count(kinds, key, at, () => ({ text: shown, reason }));
    else
      count(kinds, '', at, () => ({
        text: say('otherKinds'),
        reason: say('tooManyKinds'),
      }));
  };

  return {
    call(operation, confidence, at) {
      span(at, false);
      const known = count(calls, operation.id, at, () => ({ operation, confidence }));
      // One sure record is enough.
      known.confidence = highest([known.confidence, confidence]);
    },
    leave(text, reason, at) {
      span(at, true);
      note(unplaced, text, reason, at);
    },
    pass(text, reason, at) {
      span(at, false);
      note(passed, text, reason, at);
    },
    result: () => ({
      found: [...calls.values()].map(({ operation, confidence, count: records, last, at }) => ({
        api: operation.id,
        operation: undefined,
        possible: false,
        origin: { file: at.file, line: at.line, confidence, observed: true },
        seen: { count: records, last },
      })),
      unplaced: [...unplaced.values()].map(toUnplaced),
      passed: [...passed.values()].map(toUnplaced),
      observed: [...spans].flatMap(([by, { from, to, unplaced: left }]) =>
        from === '' ? [] : { by, from, to, unplaced: left },
      ),
    }),
  };
}

interface Count {
  count: number;
  last: string | undefined;
  at: Sighting;
}

/** Counts one more of a kind, and keeps the latest. */
function count<T extends object>(
  kinds: Map<string, T & Count>,
  key: string,
  at: Sighting,
  make: () => T,
): T & Count {
  const known = kinds.get(key) ?? { ...make(), count: 0, last: undefined, at };
  kinds.set(key, known);
  known.count += 1;
  if (at.day === undefined ? known.last === undefined : known.last === undefined || at.day >= known.last) {
    known.last = at.day;
    known.at = at;
  }
  return known;
}

function toUnplaced({
  text,
  reason,
  count: records,
  at,
}: Count & { readonly text: string; readonly reason: string }): UnplacedCall {
  return { file: at.file, line: at.line, text, reason, count: records };
}
