import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast';
import { byCodeUnit } from '../../catalog/model/code-unit.js';
import type { Action, ActionResource, FormerAction } from '../../catalog/model/model.js';
import { en as labels } from '../../wording/en/reference-labels.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import { accessLabel, accessOf } from '../access.js';
import { Citations } from '../citations.js';
import { groupBy } from '../cloud-facts.js';
import type { ActionFacts, CloudFacts, Need, ServicePages } from '../cloud-facts.js';
import {
  code,
  heading,
  joined,
  linkTo,
  list,
  listItem,
  listOf,
  mark,
  paragraph,
  section,
  sentence,
  strong,
  table,
  text,
  titleText,
} from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { actionAnchor, actionPlace, actionsPage, groupAnchor, operationPlace } from '../places.js';
import type { Reference } from '../reference-facts.js';
import { doubtLines, line, lineOf, scopeLines, sourceLines } from './fact-lines.js';
import { trail } from './trail.js';

const say = speaker('reference-pages', en);
const sayLabel = speaker('reference-labels', labels);

/** One service by action: what each action opens, alone or with what, grouped by resource type. */
export function actionsPageOf(reference: Reference, facts: CloudFacts, service: ServicePages): Page {
  const path = actionsPage(facts.cloud, service.name);
  const citations = new Citations(reference.urlsOf(facts.cloud));
  const context: Context = { facts, path, citations };
  const groups = [...groupBy(service.actions, (action) => action.lower.split(':')[1] ?? '')].sort(
    ([a], [b]) => Number(a === '*') - Number(b === '*') || byCodeUnit(a, b),
  );
  const body = groups.flatMap(([type, actions]): RootContent[] => [
    heading(2, groupAnchor(type), text(actions[0]?.name.split(':')[1] ?? type)),
    ...actions.map((action) => section([], actionBlocks(context, action))),
  ]);
  return {
    path,
    title: say('actionsOf', { service: service.name, cloud: facts.name }),
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
  const title = entry?.title === undefined ? [] : [paragraph(...titleText(entry.title, ''))];
  const items = [
    ...accessLines(action),
    ...needItems(context, action),
    ...standsForLines(context, action),
    ...(entry === undefined ? [] : entryLines(context, entry)),
  ];
  const facts = items.length === 0 ? [] : [listOf(items)];
  return [heading(3, actionAnchor(action.name), code(action.name)), ...title, ...facts];
}

function accessLines(action: ActionFacts): ListItem[] {
  const access = accessOf(action);
  return access === undefined ? [] : [line(say('accessLevel'), accessLabel(access))];
}

/** What the action's own entry says: other names, what narrows it, where that was read. */
function entryLines(context: Context, entry: Action): ListItem[] {
  const aliases = joined(entry.aliases.map((alias) => actionMention(context, alias)));
  const resources = entry.resources.flatMap((resource, index) =>
    index === 0 ? resourceText(resource) : [between('; '), ...resourceText(resource)],
  );
  return [
    ...lineOf(sayLabel('alsoCalled'), aliases),
    ...lineOf(say('resourceTypes'), resources),
    ...lineOf(say('conditionKeys'), joined(entry.condition_keys.map(code))),
    ...scopeLines(entry.scope ?? {}),
    ...sourceLines(entry.sources ?? [], context.citations),
    ...doubtLines(entry.doubts),
  ];
}

/** APIs for which the action alone is enough, then those that need more, grouped by what else they need. */
function needItems(context: Context, { entry, neededBy }: ActionFacts): ListItem[] {
  if (neededBy.length === 0)
    return [listItem(paragraph(say(entry?.permission_only === true ? 'consoleOnly' : 'neededByNone')))];
  const own = neededBy.filter((need) => need.as === 'action');
  const dependencies = neededBy.filter((need) => need.as === 'dependency');
  const groups = groupBy(own, (need) => [...need.others].sort(byCodeUnit).join(' '));
  const items = [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, needs]) =>
      listItem(paragraph(...opensText(context, needs[0]?.others ?? [])), operationList(context, needs)),
    );
  if (dependencies.length > 0)
    items.push(listItem(paragraph(strong(say('dependencyOf'))), operationList(context, dependencies)));
  return items;
}

/** @param others what else the operations below it need. */
function opensText(context: Context, others: readonly string[]): Inline[] {
  if (others.length === 0) return [strong(say('aloneOpens'))];
  const mentions = joined(others.map((other) => actionMention(context, other)));
  return [strong(say('togetherWith')), ' ', ...mentions, ' ', strong(say('opens'))];
}

function operationList({ facts, path }: Context, needs: readonly Need[]): BlockContent {
  return list(
    needs.map(({ operation, scenario }) => {
      const place = operationPlace(facts.cloud, operation.id);
      const endpoint = operation.endpoints.slice(0, 1).flatMap((first): Inline[] => [' ', code(first)]);
      const when: Inline[] = scenario === undefined ? [] : [' (', text(scenario), ')'];
      return [linkTo(path, place, ...titleText(operation.title, operation.id)), ...endpoint, ...when];
    }),
  );
}

/**
 * How many of the known actions a wildcard grants today; they all stand on the same page unless the service itself is a
 * wildcard.
 */
function standsForLines({ facts }: Context, action: ActionFacts): ListItem[] {
  if (!action.wildcard) return [];
  const parts = action.lower.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.*')}$`);
  const known = [...facts.actions.values()].filter(({ wildcard, lower }) => !wildcard && pattern.test(lower));
  return [line(say('standsFor'), say('knownActions', { count: known.length }))];
}

/** An action that may or may not have an entry. */
function actionMention({ facts, path }: Context, action: string): PhrasingContent {
  return facts.actions.has(action.toLowerCase())
    ? linkTo(path, actionPlace(facts.cloud, action), code(action))
    : code(action);
}

function resourceText({ type, required, condition_keys: keys }: ActionResource): PhrasingContent[] {
  const named = required
    ? sentence((place) => say('requiredType', { type: place(code(type)) }))
    : [code(type)];
  if (keys.length === 0) return named;
  return sentence((place) =>
    say('typeWithKeys', { type: place(...named), keys: place(...joined(keys.map(code))) }),
  );
}

function between(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Names that only older pages use: findings about them land here. */
function formerNames(context: Context, { former }: ServicePages): RootContent[] {
  if (former.length === 0) return [];
  const head = [say('formerName'), say('today'), say('lastDocumented'), say('source')];
  const rows = former.map((action): (Inline | Inline[])[] => [
    formerName(context, action.name),
    today(context, action),
    text(action.last_documented),
    context.citations.cite(action.sources),
  ]);
  return [heading(2, 'former:', say('formerNames')), paragraph(say('onlyFormer')), table(head, rows)];
}

/** The name is a place of its own where no action of today has the same. */
function formerName({ facts }: Context, name: string): Inline[] {
  return facts.actions.has(name.toLowerCase()) ? [code(name)] : [mark(actionAnchor(name)), code(name)];
}

function today(context: Context, { replaced_by: names }: FormerAction): Inline[] {
  if (names.length === 0) return [say('notDocumented')];
  return joined(names.map((name) => actionMention(context, name)));
}
