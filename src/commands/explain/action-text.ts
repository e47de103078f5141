import type { Action, UnreadList } from '../../catalog/model/model.js';
import { en as coverage } from '../../wording/en/coverage.js';
import { en } from '../../wording/en/explain.js';
import { speaker } from '../../wording/speaker.js';
import { printable } from '../../report/printable.js';
import type { Need } from './action-operations.js';
import type { CloudAnswer, ExplainedOperation } from './explain-answer.js';
import type { Colors } from './answer-lines.js';
import { fields, sourceText, doubtLines, titleText, scopeWords } from './answer-lines.js';

const say = speaker('explain', en);
const sayOfCatalog = speaker('coverage', coverage);

export function actionLines(cloud: CloudAnswer, head: (text: string) => string, colors: Colors): string[] {
  const { action, standsFor = [], formerAction, operations } = cloud;
  if (formerAction) {
    return [
      head(
        say('former', {
          former: colors.yellow(say('formerName')),
          date: printable(formerAction.last_documented),
          replaced: formerAction.replaced_by,
        }),
      ),
      ...formerAction.sources.map(
        (source, index) => `  ${sourceText(source, formerAction.urls[index], colors, 2)}`,
      ),
    ];
  }
  const needed = say('neededBy', { count: operations.length });
  return [
    head(
      [titleText(action?.title), ...(action === undefined ? [] : levelsOf(action)), needed]
        .filter((part) => part !== '')
        .join(' · '),
    ),
    ...fields(
      [
        [say('policies'), action?.versions?.map((version) => say('version', { version })) ?? []],
        [say('aliases'), listOf(action, 'aliases', action?.aliases)],
        [say('aliasOf'), standsFor],
        [
          say('resources'),
          listOf(
            action,
            'resources',
            action?.resources.map(({ type, required }) => (required ? say('required', { type }) : type)),
          ),
        ],
        [say('conditions'), listOf(action, 'condition_keys', action?.condition_keys)],
        [say('scope'), scopeWords(action?.scope ?? {})],
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
  return action?.unread?.includes(list) ? [...items, sayOfCatalog('unread')] : items;
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
  const need = say('need', {
    as,
    by: pattern === undefined ? 'name' : 'pattern',
    pattern: printable(pattern ?? ''),
    in: scenario === undefined ? 'always' : 'scenario',
    scenario: printable(scenario ?? ''),
  });
  return alias === undefined ? need : say('needByAlias', { need, alias: printable(alias) });
}

function levelsOf({ access_level: level, permission_only: isAlone }: Action): readonly string[] {
  const alone = isAlone === true ? [say('withoutApi')] : [];
  return level === undefined ? alone : [level.replace('_', ' '), ...alone];
}
