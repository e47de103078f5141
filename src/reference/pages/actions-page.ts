import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { ActionResource } from '../../catalog/model/model.js';
import { accessLabel, accessOf, byCode, groupBy } from '../cloud-facts.js';
import type { ActionFacts, CloudFacts, Need, ServicePages } from '../cloud-facts.js';
import {
  code,
  heading,
  joined,
  linkTo,
  list,
  listItem,
  paragraph,
  section,
  strong,
  table,
  text,
  titleText,
} from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { actionAnchor, actionPlace, actionsPage, groupAnchor, operationPlace } from '../places.js';
import type { Reference } from '../reference-facts.js';
import { Citations } from '../citations.js';
import { DOUBT_LABELS, doubtText, line, scopeItems } from './apis-page.js';
import { trail } from './trail.js';

/** One service by action: what each action opens, alone or with what, grouped by resource type. */
export function actionsPageOf(reference: Reference, facts: CloudFacts, service: ServicePages): Page {
  const path = actionsPage(facts.cloud, service.name);
  const citations = new Citations(reference.urlsOf(facts.cloud));
  const context: Context = { facts, path, citations };
  const groups = [...groupBy(service.actions, (action) => action.lower.split(':')[1] ?? '')].sort(
    ([a], [b]) => Number(a === '*') - Number(b === '*') || byCode(a, b),
  );
  const body = groups.flatMap(([type, actions]): RootContent[] => [
    heading(2, groupAnchor(type), text(actions[0]?.name.split(':')[1] ?? type)),
    ...actions.map((action) => section([], actionBlocks(context, action))),
  ]);
  return {
    path,
    title: `${service.name}: actions · ${facts.name}`,
    tree: {
      type: 'root',
      children: [
        ...trail(facts, service, path, 'actions'),
        ...body,
        ...formerNames(context, service),
        ...citations.list(),
      ],
    },
  };
}

interface Context {
  readonly facts: CloudFacts;
  readonly path: string;
  readonly citations: Citations;
}

function actionBlocks(context: Context, action: ActionFacts): BlockContent[] {
  const { entry } = action;
  const sources = context.citations.cite(entry?.sources ?? []);
  const access = accessOf(action);
  const items = [
    ...(access === undefined ? [] : [line('Access level', accessLabel(access))]),
    ...needItems(context, action),
    ...(action.wildcard ? [line('Stands for', ...standsFor(context, action))] : []),
    ...(entry === undefined || entry.aliases.length === 0
      ? []
      : [line('Also called', ...joined(entry.aliases.map((alias) => actionMention(context, alias))))]),
    ...(entry?.resources.length ? [line('Resource types', ...entry.resources.flatMap(resourceText))] : []),
    ...(entry?.condition_keys.length
      ? [line('Condition keys', ...joined(entry.condition_keys.map(code)))]
      : []),
    ...scopeItems(entry?.scope ?? {}),
    ...(sources.length === 0 ? [] : [line('Source', ...sources)]),
    ...(entry?.doubts ?? []).map((doubt) => line(DOUBT_LABELS[doubt.kind], ...doubtText(doubt))),
  ];
  return [
    heading(3, actionAnchor(action.name), code(action.name)),
    ...(entry?.title === undefined ? [] : [paragraph(...titleText(entry.title, ''))]),
    ...(items.length > 0 ? [{ type: 'list' as const, ordered: false, spread: false, children: items }] : []),
  ];
}

/** APIs for which the action alone is enough, then those that need more, grouped by what else they need. */
function needItems(context: Context, action: ActionFacts): ListItem[] {
  if (action.neededBy.length === 0)
    return [
      listItem(
        paragraph(
          action.entry?.permission_only === true
            ? 'No API needs it: it opens functions of the console'
            : 'No documented API needs it',
        ),
      ),
    ];
  const own = action.neededBy.filter((need) => need.as === 'action');
  const groups = [...groupBy(own, (need) => [...need.others].sort(byCode).join(' '))].sort(([a], [b]) =>
    byCode(a, b),
  );
  const dependency = action.neededBy.filter((need) => need.as === 'dependency');
  return [
    ...groups.map(([, needs]): ListItem => {
      const others = needs[0]?.others ?? [];
      const label: Inline[] =
        others.length === 0
          ? [strong('Alone opens')]
          : [
              strong('Together with'),
              ' ',
              ...joined(others.map((other) => actionMention(context, other))),
              ' ',
              strong('opens'),
            ];
      return listItem(paragraph(...label), operationList(context, needs));
    }),
    ...(dependency.length === 0
      ? []
      : [listItem(paragraph(strong('Dependency of')), operationList(context, dependency))]),
  ];
}

function operationList({ facts, path }: Context, needs: readonly Need[]): BlockContent {
  return list(
    needs.map(({ operation, scenario }) => [
      linkTo(path, operationPlace(facts.cloud, operation.id), ...titleText(operation.title, operation.id)),
      ...operation.endpoints.slice(0, 1).flatMap((endpoint): Inline[] => [' ', code(endpoint)]),
      ...(scenario === undefined ? [] : [' (', text(scenario), ')']),
    ]),
  );
}

/** How many of the known actions a wildcard grants today; they all stand on the same page unless the service itself is a wildcard. */
function standsFor({ facts }: Context, action: ActionFacts): Inline[] {
  const pattern = new RegExp(
    `^${action.lower
      .split('*')
      .map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'))
      .join('.*')}$`,
  );
  const count = [...facts.actions.values()].filter(
    (known) => !known.wildcard && pattern.test(known.lower),
  ).length;
  return [text(`${count} known ${count === 1 ? 'action' : 'actions'}`)];
}

/** An action that may or may not have an entry. */
function actionMention({ facts, path }: Context, action: string): PhrasingContent {
  return facts.actions.has(action.toLowerCase())
    ? linkTo(path, actionPlace(facts.cloud, action), code(action))
    : code(action);
}

function resourceText(resource: ActionResource, index: number): PhrasingContent[] {
  const keys =
    resource.condition_keys.length === 0
      ? []
      : [{ type: 'text' as const, value: ', keys ' }, ...joined(resource.condition_keys.map(code))];
  const before = index === 0 ? [] : [{ type: 'text' as const, value: '; ' }];
  return [
    ...before,
    code(resource.type),
    { type: 'text', value: resource.required ? ' (required)' : '' },
    ...keys,
  ];
}

/** Names that only older pages use: findings about them land here. */
function formerNames(context: Context, service: ServicePages): RootContent[] {
  if (service.former.length === 0) return [];
  const rows = service.former.map((former): (Inline | Inline[])[] => [
    [
      ...(context.facts.actions.has(former.name.toLowerCase())
        ? []
        : [{ type: 'mark' as const, value: actionAnchor(former.name) }]),
      code(former.name),
    ],
    former.replaced_by.length === 0
      ? 'not documented'
      : joined(former.replaced_by.map((action) => actionMention(context, action))),
    text(former.last_documented),
    context.citations.cite(former.sources),
  ]);
  return [
    heading(2, 'former:', 'Former names'),
    paragraph('Only older versions of the documentation name these actions.'),
    table(['Former name', 'Today', 'Last documented', 'Source'], rows),
  ];
}
