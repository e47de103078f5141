import { createColors } from 'picocolors';
import { endpointComplaint } from '../../calls/resolve/match.js';
import { coverageWords } from '../../reference/coverage-words.js';
import { printable } from '../../report/printable.js';
import type { Answer, CloudAnswer } from './explain-answer.js';
import { actionLines } from './action-text.js';
import type { Colors } from './answer-lines.js';
import { operationLines, needNames } from './operation-text.js';
import { fields, count } from './answer-lines.js';

/** Answers for a terminal: what was asked, then per cloud who needs it or what it needs, and where that was read. */
export function explainText(answers: readonly Answer[], color: boolean): string {
  const colors = createColors(color);
  return answers
    .map((answer) => [colors.bold(printable(answer.query)), ...bodyOf(answer, colors)].join('\n'))
    .join('\n\n')
    .concat('\n');
}

function bodyOf(answer: Answer, colors: Colors): string[] {
  const calls = callLines(answer, colors);
  if (answer.clouds.length > 0)
    return [
      ...calls,
      ...answer.clouds.flatMap((cloud) => [
        '',
        ...cloudLines(answer, cloud, colors),
        ...coverageLines(cloud.coverage, colors),
      ]),
      ...unresolvedLines(answer, colors).flatMap((line) => ['', line]),
    ];
  const complaint = endpointComplaint(answer.query);
  const near = answer.near.map((name) => `    ${printable(name)}`);
  return [
    ...calls,
    ...unresolvedLines(answer, colors),
    `  ${colors.yellow(complaint === undefined ? `No catalog knows ${UNKNOWN[answer.kind]}.` : `This is no endpoint: ${printable(complaint)}.`)}`,
    ...(near.length > 0 ? ['  Did you mean', ...near] : []),
  ];
}

/** At the end of each cloud's answer, as it is about services and not about one of its operations. */
function coverageLines(coverage: CloudAnswer['coverage'] = {}, colors: Colors): string[] {
  return Object.entries(coverage).flatMap(([service, one]) => [
    '',
    ...fields([[service, coverageWords(one)]], colors),
  ]);
}

/** Why the catalog of a cloud does not tell what an SDK operation needs. */
function unresolvedLines({ unresolved = [] }: Answer, colors: Colors): string[] {
  return unresolved.map(({ cloud, reason }) => `${colors.cyan(printable(cloud))}  ${printable(reason)}`);
}

const UNKNOWN: Readonly<Record<Answer['kind'], string>> = {
  endpoint: 'this endpoint',
  action: 'this action',
  pattern: 'an action that this stands for',
  operation: 'an operation of this id or title',
  sdk: 'what this SDK operation calls',
  terraform:
    'what this Terraform type calls; calls are known for the types of the providers "huaweicloud" and "opentelekomcloud"',
};

/** What an SDK operation calls. A Terraform type may call so much that its operations are listed instead. */
function callLines({ kind, calls = [] }: Answer, colors: Colors): string[] {
  if (kind === 'sdk')
    return calls.map(({ by, endpoint }) => `  ${printable(by)} calls ${printable(endpoint)}`);
  const kinds = [...new Set(calls.map(({ by }) => by.slice(0, by.indexOf(' '))))].map((name) =>
    name === 'data' ? 'data source' : name,
  );
  return calls.length === 0
    ? []
    : [
        `  ${colors.dim(`What the provider may call for it (${kinds.join(' and ')}): an upper bound, a plan rarely needs all of it.`)}`,
      ];
}

function cloudLines(answer: Answer, cloud: CloudAnswer, colors: Colors): string[] {
  const head = (text: string) => `${colors.cyan(cloud.cloud)}  ${text}`;
  if (answer.kind === 'pattern')
    return [
      head(`stands for ${count(cloud.actions?.length ?? 0, 'action')}`),
      ...(cloud.actions ?? []).map((name) => `  ${printable(name)}`),
    ];
  if (answer.kind === 'action') return actionLines(cloud, head, colors);
  if (answer.kind === 'terraform') return upperBoundLines(cloud, head, colors);
  const several =
    cloud.operations.length > 1
      ? [head(`${count(cloud.operations.length, 'operation')}; a call must say which one it means`)]
      : [];
  return [
    ...several,
    ...cloud.operations.flatMap((explained, index) => [
      ...(index > 0 ? [''] : []),
      ...operationLines(explained, several.length > 0 ? (text) => `  ${text}` : head, colors),
    ]),
  ];
}

/** Each operation in a line, then all actions together, as a policy would list them. */
function upperBoundLines(
  { operations, undocumented = [] }: CloudAnswer,
  head: (text: string) => string,
  colors: Colors,
): string[] {
  const actions = [
    ...new Set(
      operations.flatMap(({ operation }) =>
        [operation, ...operation.scenarios].flatMap((set) => [...set.actions, ...set.dependent_actions]),
      ),
    ),
  ].sort();
  return [
    head(
      `may call ${count(operations.length, 'documented operation')}, which need ${count(actions.length, 'action')}`,
    ),
    ...operations.flatMap(({ operation }) => [
      `  ${colors.bold(printable(operation.id))}  ${operation.endpoints.map(printable).join(', ')}`,
      ...fields(
        [
          ['needs', needNames(operation)],
          ['needs', operation.scenarios.flatMap(needNames)],
        ],
        colors,
      ),
    ]),
    ...fields(
      [
        ['all needs', actions],
        ['not known', undocumented],
      ],
      colors,
    ),
  ];
}
