import { lowest } from '../../catalog/model/confidence.js';
import { confidenceOf } from '../../catalog/model/model.js';
import type { Confidence, Operation } from '../../catalog/model/model.js';
import type { Call, Resolution } from '../call.js';
import { defined } from '../../defined.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** @param remark what a reader should know; `confidence` is how sure the choice of candidates is in the face of it. */
export function settle(
  call: Call,
  candidates: readonly Operation[],
  remark: string | undefined,
  confidence: Confidence = remark === undefined ? 'certain' : 'likely',
): Resolution {
  if (candidates.length === 0) throw new Error('an operation is chosen among at least one candidate');
  const operation = standingFor(candidates);
  if (operation === undefined) return { status: 'ambiguous', call, candidates };
  const confidences: Confidence[] = candidates.map(({ doubts }) => confidenceOf(doubts));
  confidences.push(confidence);
  const note = noteOf(candidates, remark);
  return defined({ status: 'resolved' as const, call, operation, confidence: lowest(confidences), note });
}

function noteOf(candidates: readonly Operation[], remark: string | undefined): string | undefined {
  if (candidates.length === 1) return remark;
  const same = say('needTheSame', { count: candidates.length, operations: candidates.map(({ id }) => id) });
  return remark === undefined ? same : say('remarks', { one: remark, other: same });
}

/** The first of the operations where all of them need the same; undefined where they do not, or there are none. */
export function standingFor(operations: readonly Operation[]): Operation | undefined {
  const [first, ...others] = operations;
  return first !== undefined && others.every((other) => needsKey(other) === needsKey(first))
    ? first
    : undefined;
}

/** Equal for operations that need the same actions in the same roles. */
function needsKey({ actions, dependent_actions, scenarios, no_permission }: Operation): string {
  const set = (names: readonly string[]): string[] =>
    [...new Set(names.map((name) => name.toLowerCase()))].sort();
  const alternatives = scenarios
    .map((scenario) => JSON.stringify([set(scenario.actions), set(scenario.dependent_actions)]))
    .sort();
  return JSON.stringify([set(actions), set(dependent_actions), alternatives, no_permission ?? false]);
}
