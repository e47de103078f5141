import { createColors } from 'picocolors';
import { ownNeeds } from '../../analysis/needs/own-needs.js';
import { endpointComplaint } from '../../calls/resolve/match.js';
import type { Action, Doubt, Operation, Scope, Title, UnreadList } from '../../catalog/model/model.js';
import { en } from '../../wording/en/coverage.js';
import { speaker } from '../../wording/speaker.js';
import { coverageWords } from '../../reference/coverage-words.js';
import { printable } from '../../report/printable.js';
import { doubtsInOrder } from './explain-answer.js';
import type { Answer, CloudAnswer, ExplainedOperation, Need } from './explain-answer.js';

const say = speaker('coverage', en);

type Colors = ReturnType<typeof createColors>;

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

function actionLines(cloud: CloudAnswer, head: (text: string) => string, colors: Colors): string[] {
  const { action, formerAction, operations } = cloud;
  if (formerAction) {
    const replaced =
      formerAction.replaced_by.length > 0
        ? `today ${formerAction.replaced_by.join(', ')}`
        : 'the documentation does not say what replaced it';
    return [
      head(
        `${colors.yellow('a former name')}: last documented ${printable(formerAction.last_documented)}; ${replaced}`,
      ),
      ...formerAction.sources.map(
        (source, index) => `  ${sourceText(source, formerAction.urls[index], colors, 2)}`,
      ),
    ];
  }
  const needed =
    operations.length === 0
      ? 'no API is known to need it'
      : `needed by ${count(operations.length, 'operation')}`;
  return [
    head(
      [titleText(action?.title), action && levelText(action), needed]
        .filter((part) => part !== '' && part !== undefined)
        .join(' · '),
    ),
    ...fields(
      [
        ['policies', action?.versions?.map((version) => `Version ${version}`) ?? []],
        ['aliases', listOf(action, 'aliases', action?.aliases)],
        [
          'resources',
          listOf(
            action,
            'resources',
            action?.resources.map((resource) => `${resource.type}${resource.required ? ' (required)' : ''}`),
          ),
        ],
        ['conditions', listOf(action, 'condition_keys', action?.condition_keys)],
        ['scope', scopeWords(action?.scope ?? {})],
      ],
      colors,
    ),
    ...doubtLines(action?.doubts, colors),
    ...operations.flatMap((explained) => ['', ...needLines(explained, colors)]),
  ];
}

/** A list of an action, with what could not be read of it. */
function listOf(
  action: Action | undefined,
  list: UnreadList,
  items: readonly string[] | undefined = [],
): readonly string[] {
  return action?.unread?.includes(list) ? [...items, say('unread')] : items;
}

function needLines({ operation, needs, sources }: ExplainedOperation, colors: Colors): string[] {
  return [
    `  ${colors.bold(printable(operation.id))}  ${titleText(operation.title)}`,
    ...operation.endpoints.map((endpoint) => `    ${printable(endpoint)}`),
    ...[...new Set(needs.map(needText))].map((text) => `    ${colors.dim(text)}`),
    ...sources.slice(0, 1).map((source) => `    ${sourceText(source, source.url, colors, 4)}`),
    ...doubtLines(operation.doubts, colors, '    '),
  ];
}

function needText({ as, scenario, pattern }: Need): string {
  return [
    as === 'action' ? 'as its own action' : 'as a dependency',
    ...(pattern === undefined ? [] : [`through ${printable(pattern)}`]),
    ...(scenario === undefined ? [] : [`when ${printable(scenario)}`]),
  ].join(', ');
}

function operationLines(
  { operation, sources }: ExplainedOperation,
  head: (text: string) => string,
  colors: Colors,
): string[] {
  const alone =
    operation.scenarios.length === 0 &&
    operation.actions.length === 0 &&
    operation.dependent_actions.length === 0;
  return [
    head(`${colors.bold(printable(operation.id))}  ${titleText(operation.title)}`),
    ...fields(
      [
        ['endpoints', operation.endpoints],
        ['told by', operation.discriminator === undefined ? [] : [operation.discriminator]],
        ['needs', needNames(operation)],
        ['needs', alone ? [operation.no_permission ? 'no permission' : 'not said'] : []],
      ],
      colors,
    ),
    ...caseLines(operation, colors),
    ...identityLines(operation, colors),
    ...fields([['scope', scopeWords(operation.scope)]], colors),
    ...doubtLines(operation.doubts, colors),
    ...sources.map(
      (source, index) =>
        `  ${colors.dim((index === 0 ? 'from' : '').padEnd(LABEL))}${sourceText(source, source.url, colors, LABEL + 2)}`,
    ),
  ];
}

/**
 * What is needed in each case. Where the cases share actions of the operation itself, these are needed always, and the
 * rest when the case arises; else each case is a use of its own.
 */
function caseLines({ scenarios }: Operation, colors: Colors): string[] {
  const own = ownNeeds(scenarios);
  const always = new Set(own === undefined ? [] : needNames(own));
  const cases = scenarios.flatMap((scenario, index) => {
    const names = needNames(scenario).filter((name) => !always.has(name));
    const or = index === 0 ? 'either' : 'or';
    const label = own === undefined ? or : 'when';
    return fields([[label, [`${scenario.when}:`, ...names.map((name) => `  ${name}`)]]], colors);
  });
  return [...fields([['needs', [...always]]], colors), ...cases];
}

/** What identity policies must grant, where pages tell it. */
function identityLines({ identity }: Operation, colors: Colors): string[] {
  if (identity === undefined) return [];
  const { scenarios, no_permission: none, doubts, sources } = identity;
  const named = [...needNames(identity), ...(none ? ['no permission'] : [])];
  const cases = scenarios.flatMap((scenario) => [
    `${scenario.when}:`,
    ...needNames(scenario).map((name) => `  ${name}`),
  ]);
  return [
    ...fields([['identity', [...named, ...cases]]], colors),
    ...doubtLines(doubts, colors),
    ...sources
      .slice(0, 1)
      .map(
        (source) => `  ${colors.dim(''.padEnd(LABEL))}${sourceText(source, undefined, colors, LABEL + 2)}`,
      ),
  ];
}

function needNames(set: Pick<Operation, 'actions' | 'dependent_actions'>): string[] {
  return [...set.actions, ...set.dependent_actions.map((name) => `${name} (dependency)`)];
}

const LABEL = 11;

/** A label before the first of its lines, the others under it; nothing where there is nothing to say. */
function fields(
  entries: readonly (readonly [label: string, lines: readonly string[]])[],
  colors: Colors,
): string[] {
  return entries.flatMap(([label, lines]) =>
    lines.map((line, index) => `  ${colors.dim((index === 0 ? label : '').padEnd(LABEL))}${printable(line)}`),
  );
}

function sourceText(
  source: { readonly page: string; readonly table: number; readonly row: number; readonly line: number },
  url: string | undefined,
  colors: Colors,
  indent: number,
): string {
  const place = `${printable(source.page)}, table ${source.table}, row ${source.row} (line ${source.line})`;
  return url === undefined
    ? place
    : `${place}\n${' '.repeat(indent)}${colors.dim(colors.underline(printable(url)))}`;
}

function doubtLines(doubts: readonly Doubt[] | undefined, colors: Colors, indent = '  '): string[] {
  return doubtsInOrder(doubts).map((doubt) => {
    const was =
      doubt.was === undefined
        ? ''
        : ` (${doubt.kind === 'conflict' ? 'it says ' : 'was: '}${printable(doubt.was)})`;
    const where = doubt.source ? `: ${printable(doubt.source.page)}, row ${doubt.source.row}` : '';
    return `${indent}${colors.yellow(`${doubt.kind} `.padEnd(LABEL))}${printable(doubt.note)}${was}${where}`;
  });
}

function titleText(title: Title | undefined): string {
  return [title?.['zh-cn'], title?.en]
    .filter((text) => text !== undefined)
    .map(printable)
    .join(' · ');
}

function levelText(action: Action): string {
  return [action.access_level?.replace('_', ' '), action.permission_only && 'without an API']
    .filter(Boolean)
    .join(', ');
}

const SCOPES: Readonly<Record<keyof Scope, string>> = {
  project: 'IAM project',
  enterprise_project: 'enterprise project',
  resource: 'single resources',
  tag: 'tags',
};

function scopeWords(scope: Scope): string[] {
  const keys = Object.keys(SCOPES) as (keyof Scope)[];
  const [yes, no] = [keys.filter((key) => scope[key] === true), keys.filter((key) => scope[key] === false)];
  if (yes.length + no.length === 0) return [];
  return [
    [
      yes.map((key) => SCOPES[key]).join(', '),
      no.length > 0 ? `not ${no.map((key) => SCOPES[key]).join(', ')}` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
