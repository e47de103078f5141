import { createColors } from 'picocolors';
import { code, heading, list, paragraph, words, writeMarkdown } from '../../report/markdown/mdast.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/who-can.js';
import { speaker } from '../../wording/speaker.js';
import type { Holding, PolicyHolding, PrincipalHolding } from './find-holders.js';
import type { WhoCanAnswer } from './who-can-answer.js';

const say = speaker('who-can', en);

/** Policies first, then principals; below each what it depends on. */
export function whoCanText(answer: WhoCanAnswer, color: boolean): string {
  const colors = createColors(color);
  const { policies, principals } = answer;
  const block = (entry: Entry): string =>
    [
      `  ${colors.bold(printable(entry.name))}  ${printable(entry.outcome)}`,
      ...entry.details.map((detail) => `      ${printable(detail)}`),
    ].join('\n');
  return [
    printable(titleOf(answer)),
    ...policies.map((policy) => block(policyEntry(policy))),
    ...(principals.length === 0 ? [] : [say('principals')]),
    ...principals.map((principal) => block(principalEntry(principal))),
    ...closing(answer).map(printable),
    '',
  ].join('\n');
}

export function whoCanMarkdown(answer: WhoCanAnswer): string {
  const item = ({ name, outcome, details }: Entry) => [
    paragraph(code(name), words(`: `), code(outcome)),
    ...(details.length === 0 ? [] : [list(details.map((detail) => [paragraph(code(detail))]))]),
  ];
  const { policies, principals } = answer;
  return writeMarkdown([
    paragraph(code(titleOf(answer))),
    ...(policies.length === 0 ? [] : [list(policies.map((policy) => item(policyEntry(policy))))]),
    ...(principals.length === 0
      ? []
      : [
          heading(3, words(say('principals'))),
          list(principals.map((principal) => item(principalEntry(principal)))),
        ]),
    ...closing(answer).map((text) => paragraph(code(text))),
  ]);
}

interface Entry {
  readonly name: string;
  readonly outcome: string;
  readonly details: readonly string[];
}

function titleOf({ action, resource, policies }: WhoCanAnswer): string {
  const count = policies.filter(({ outcome }) => outcome === 'allowed' || outcome === 'sometimes').length;
  return say('title', {
    action,
    on: resource === undefined ? 'any' : 'one',
    resource: resource ?? '',
    count,
  });
}

function policyEntry(policy: PolicyHolding): Entry {
  return { name: policy.policy, outcome: outcomeOf(policy), details: termsOf(policy) };
}

function principalEntry(principal: PrincipalHolding): Entry {
  const { policies, through, scopes, assumedBy } = principal;
  return {
    name: principal.principal,
    outcome: outcomeOf(principal),
    details: [
      say('has', { policies }),
      ...(through === undefined ? [] : [say('through', { through })]),
      ...(scopes.length === 0 ? [] : [say('scopes', { scopes })]),
      ...(assumedBy.length === 0 ? [] : [say('assumedBy', { assumedBy })]),
      ...termsOf(principal),
    ],
  };
}

function outcomeOf({ outcome, by, stop }: Holding): string {
  const place = by === undefined ? '' : `${by.file}:${String(by.line)}`;
  return say('outcome', { outcome, place, stop: stop ?? '' });
}

/** On what an answer that is not the same for every request depends. */
function termsOf({ outcome, by, witness }: Holding): readonly string[] {
  if (by === undefined || outcome === 'allowed') return [];
  const context = Object.entries(witness?.context ?? {}).map(
    ([key, values]) => `${key}=${values.join(', ')}`,
  );
  return [
    ...(by.resources.length === 0 ? [] : [say('resources', { resources: by.resources })]),
    ...(by.condition === undefined ? [] : [say('condition', { condition: by.condition })]),
    ...(witness === undefined
      ? []
      : [say('witness', { action: witness.action, resource: witness.resource, context })]),
  ];
}

function closing({ policies, silent, unread }: WhoCanAnswer): readonly string[] {
  return [
    ...(silent === 0 || policies.length === 0 ? [] : [say('silent', { count: silent })]),
    ...unread.map((path) => say('unread', { path })),
  ];
}
