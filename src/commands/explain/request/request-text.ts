import { createColors } from 'picocolors';
import { speltKey } from '../../../lint/results/witness-record.js';
import { printable } from '../../../report/printable.js';
import { en } from '../../../wording/en/explain-request.js';
import { speaker } from '../../../wording/speaker.js';
import type { PolicyAnswer, RequestAnswer } from './explain-request.js';

const say = speaker('explain-request', en);

/** The request on a line, what decides it below, then what each policy says by itself where there are several. */
export function requestText({ request, together, policies, silent }: RequestAnswer, color: boolean): string {
  const colors = createColors(color);
  const context = Array.from(request.context, ([key, values]) => `${speltKey(key)}=${values.join(', ')}`);
  const head = say('request', { action: request.action, resource: request.resource, context });
  const apart = policies.length + silent > 1 ? policies : [];
  const lines = [
    colors.bold(head),
    `  ${sentenceOf(together)}`,
    ...apart.map((answer) => `  ${say('alone', { policy: answer.policy, answer: wordsOf(answer) })}`),
    ...(apart.length > 0 && silent > 0 ? [`  ${say('silent', { count: silent })}`] : []),
  ];
  return `${lines.map((line) => printable(line)).join('\n')}\n`;
}

function sentenceOf(answer: PolicyAnswer): string {
  const { outcome, by } = answer;
  return say('decided', { outcome, place: placeOf(by), known: by === undefined ? 'no' : 'yes' });
}

function wordsOf({ outcome, by }: PolicyAnswer): string {
  return say('aloneOutcome', { outcome, place: placeOf(by), known: by === undefined ? 'no' : 'yes' });
}

function placeOf(by: PolicyAnswer['by']): string {
  return by === undefined ? '' : `${by.file}:${String(by.line)}`;
}
