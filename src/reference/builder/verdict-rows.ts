import type { Because, Unproven, Verdict } from '../../analysis/verdict.js';
import { en } from '../../wording/en/reference-builder.js';
import { speaker } from '../../wording/speaker.js';
import { plainTitle } from '../markdown/title.js';

const say = speaker('reference-builder', en);

/** One line of a verdict as the builder shows it; all plain text. */
export interface VerdictRow {
  readonly state: 'granted' | 'no-permission' | 'missing' | 'denied' | 'conditional' | 'excess' | 'unproven';
  readonly subject: string;
  readonly detail: string;
}

/** The verdict's findings, worst first, then the calls that are covered. */
export function verdictRows(verdict: Verdict): VerdictRow[] {
  return [
    ...verdict.denied.map((finding) => neededRow('denied', finding, 'deniedAndNeeded')),
    ...verdict.missing.map((finding) => neededRow('missing', finding, 'neededBy')),
    ...verdict.conditional.map(conditionalRow),
    ...verdict.excess.map(excessRow),
    ...verdict.unproven.map(unprovenRow),
    ...verdict.calls.flatMap(coveredRow),
  ];
}

function neededRow(
  state: 'denied' | 'missing',
  { action, because }: { readonly action: string; readonly because: readonly Because[] },
  key: 'deniedAndNeeded' | 'neededBy',
): VerdictRow {
  return { state, subject: action, detail: say(key, { operations: namesOf(because) }) };
}

function conditionalRow({ action, why, because }: Verdict['conditional'][number]): VerdictRow {
  const places = { why: why.map((one) => say(`by ${one}`)), operations: namesOf(because) };
  return { state: 'conditional', subject: action, detail: say('conditionallyGranted', places) };
}

/** The operations that need an action, each once. */
function namesOf(because: readonly Because[]): readonly string[] {
  const names = because.map(({ operation: { title, id }, as }) => {
    const operation = plainTitle(title, id);
    return as === 'dependency' ? say('asDependency', { operation }) : operation;
  });
  return [...new Set(names)];
}

function excessRow({ pattern, grants, needed }: Verdict['excess'][number]): VerdictRow {
  return { state: 'excess', subject: pattern, detail: excessDetail(grants.length, needed) };
}

function excessDetail(grants: number, actions: readonly string[]): string {
  if (actions.length > 0) return say('someNeeded', { grants, needed: actions.length, actions });
  return grants > 1 ? say('noneOfThem', { grants }) : say('notNeeded');
}

function unprovenRow(unproven: Unproven): VerdictRow {
  if ('site' in unproven) return { state: 'unproven', subject: unproven.pattern, detail: unproven.reason };
  const { call } = unproven.resolution;
  return {
    state: 'unproven',
    subject: [call.api, call.operation].filter((part) => part !== undefined).join(' · '),
    detail: unproven.reason,
  };
}

function coveredRow({ resolution, status }: Verdict['calls'][number]): VerdictRow[] {
  if (resolution.status !== 'resolved' || (status !== 'granted' && status !== 'no-permission')) return [];
  const { title, id } = resolution.operation;
  const detail = say(status === 'granted' ? 'allGranted' : 'noneNeeded');
  return [{ state: status, subject: plainTitle(title, id), detail }];
}
