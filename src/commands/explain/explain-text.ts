import { createColors } from 'picocolors';
import { endpointComplaint } from '../../calls/resolve/match.js';
import { coverageWords } from '../../reference/coverage-words.js';
import { printable } from '../../report/printable.js';
import type { Answer, CloudAnswer } from './explain-answer.js';
import type { AnyAnswer } from './words/explain-words.js';
import { thingLines, wordsLines } from './words/words-text.js';
import { actionLines } from './action-text.js';
import type { Colors } from './answer-lines.js';
import { operationLines, needNames } from './operation-text.js';
import { fields } from './answer-lines.js';
import { en } from '../../wording/en/explain.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('explain', en);

/** Answers for a terminal: what was asked, then per cloud who needs it or what it needs, and where that was read. */
export function explainText(answers: readonly AnyAnswer[], color: boolean): string {
  const colors = createColors(color);
  return answers
    .map((answer) => [colors.bold(printable(answer.query)), ...linesOf(answer, colors)].join('\n'))
    .join('\n\n')
    .concat('\n');
}

function linesOf(answer: AnyAnswer, colors: Colors): string[] {
  if (answer.kind === 'words') return wordsLines(answer, colors);
  return 'name' in answer ? thingLines(answer, colors) : bodyOf(answer, colors);
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
    `  ${colors.yellow(complaint === undefined ? say('unknown', { kind: answer.kind }) : say('noEndpoint', { complaint: printable(complaint) }))}`,
    ...(near.length > 0 ? [`  ${say('didYouMean')}`, ...near] : []),
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

/** What an SDK operation calls. A Terraform type may call so much that its operations are listed instead. */
function callLines({ kind, calls = [] }: Answer, colors: Colors): string[] {
  if (kind === 'sdk')
    return calls.map(
      ({ by, endpoint }) => `  ${say('sdkCalls', { by: printable(by), endpoint: printable(endpoint) })}`,
    );
  const kinds = new Set(calls.map(({ by }) => say(by.startsWith('data ') ? 'dataSource' : 'resource')));
  return calls.length === 0 ? [] : [`  ${colors.dim(say('mayCall', { kinds: [...kinds] }))}`];
}

function cloudLines(answer: Answer, cloud: CloudAnswer, colors: Colors): string[] {
  const head = (text: string) => `${colors.cyan(cloud.cloud)}  ${text}`;
  if (answer.kind === 'pattern')
    return [
      head(say('standsFor', { count: cloud.actions ?? [] })),
      ...(cloud.actions ?? []).map((name) => `  ${printable(name)}`),
    ];
  if (answer.kind === 'action') return actionLines(cloud, head, colors);
  if (answer.kind === 'terraform') return upperBoundLines(cloud, head, colors);
  const several =
    cloud.operations.length > 1 ? [head(say('several', { count: cloud.operations.length }))] : [];
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
    head(say('upperBound', { operations: operations.length, actions })),
    ...operations.flatMap(({ operation }) => [
      `  ${colors.bold(printable(operation.id))}  ${operation.endpoints.map(printable).join(', ')}`,
      ...fields(
        [
          [say('needs'), needNames(operation)],
          [say('needs'), operation.scenarios.flatMap(needNames)],
        ],
        colors,
      ),
    ]),
    ...fields(
      [
        [say('allNeeds'), actions],
        [say('notKnown'), undocumented],
      ],
      colors,
    ),
  ];
}
