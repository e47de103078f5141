import type { Action, UnreadList } from '../../catalog/model/model.js';
import { en } from '../../wording/en/coverage.js';
import { speaker } from '../../wording/speaker.js';
import { printable } from '../../report/printable.js';
import type { Need } from './action-operations.js';
import type { CloudAnswer, ExplainedOperation } from './explain-answer.js';
import type { Colors } from './answer-lines.js';
import { fields, sourceText, doubtLines, titleText, scopeWords, count } from './answer-lines.js';

const say = speaker('coverage', en);

export function actionLines(cloud: CloudAnswer, head: (text: string) => string, colors: Colors): string[] {
  const { action, standsFor = [], formerAction, operations } = cloud;
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
        ['stands for', standsFor],
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

function needText({ as, scenario, pattern, alias_of: alias }: Need): string {
  return [
    as === 'action' ? 'as its own action' : 'as a dependency',
    ...(pattern === undefined ? [] : [`through ${printable(pattern)}`]),
    ...(alias === undefined ? [] : [`in identity policies, as ${printable(alias)}`]),
    ...(scenario === undefined ? [] : [`when ${printable(scenario)}`]),
  ].join(', ');
}

function levelText(action: Action): string {
  return [action.access_level?.replace('_', ' '), action.permission_only && 'without an API']
    .filter(Boolean)
    .join(', ');
}
