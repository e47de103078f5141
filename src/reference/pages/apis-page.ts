import type { BlockContent, ListItem, RootContent } from 'mdast';
import { alternativesOf, saysWhatItNeeds } from '../../analysis/needs.js';
import type { Alternative, Need } from '../../analysis/needs.js';
import { parseEndpoint } from '../../catalog/model/endpoint.js';
import type { Doubt, Operation, Scope } from '../../catalog/model/model.js';
import { byCode, groupBy, keyOf, neededActions, sameNeeds } from '../cloud-facts.js';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import {
  code,
  heading,
  joined,
  linkTo,
  listItem,
  paragraph,
  section,
  strong,
  text,
  titleText,
} from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import {
  actionPlace,
  apisPage,
  comparePage,
  endpointAnchor,
  groupAnchor,
  operationAnchor,
  operationPlace,
} from '../places.js';
import type { Place } from '../places.js';
import { Citations } from '../citations.js';
import type { Reference } from '../reference-facts.js';
import { trail } from './trail.js';

/** One service by API: what each operation needs, grouped by the resource that its path names. */
export function apisPageOf(reference: Reference, facts: CloudFacts, service: ServicePages): Page {
  const path = apisPage(facts.cloud, service.name);
  const citations = new Citations(reference.urlsOf(facts.cloud));
  const context: Context = { reference, facts, path, citations };
  const groups = [...groupBy(service.operations, resourceOf)].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || byCode(a, b),
  );
  const body = groups.flatMap(([resource, operations]): RootContent[] => [
    heading(2, groupAnchor(resource), ...(resource === '' ? ['Without an endpoint'] : [text(resource)])),
    ...operations.map((operation) => {
      const shared = isShared(facts, operation);
      const marks = [...(shared ? ['shared'] : []), ...(isBuilt(facts, operation) ? ['built'] : [])];
      return section(marks, operationBlocks(context, operation, shared));
    }),
  ]);
  return {
    path,
    title: `${service.name}: APIs · ${facts.name}`,
    tree: { type: 'root', children: [...trail(facts, service, path, 'apis'), ...body, ...citations.list()] },
  };
}

interface Context {
  readonly reference: Reference;
  readonly facts: CloudFacts;
  readonly path: string;
  readonly citations: Citations;
}

function operationBlocks(context: Context, operation: Operation, shared: boolean): BlockContent[] {
  const items = [
    ...needItems(context, operation),
    ...scopeItems(operation.scope),
    ...relatedItems(context, operation),
    // Where an endpoint does not tell which operation is meant, its id does.
    ...(shared || operation.endpoints.length === 0 ? [line('Operation', code(operation.id))] : []),
    ...(operation.sources.length > 0 ? [line('Source', ...context.citations.cite(operation.sources))] : []),
    ...(operation.doubts ?? []).map((doubt) => line(DOUBT_LABELS[doubt.kind], ...doubtText(doubt))),
  ];
  return [
    heading(3, operationAnchor(operation.id), ...titleText(operation.title, operation.id)),
    ...(operation.endpoints.length > 0 ? [paragraph(...endpointText(operation))] : []),
    { type: 'list', ordered: false, spread: false, children: items },
  ];
}

/** Whether a call of one of its endpoints could mean another operation as well. */
function isShared(facts: CloudFacts, operation: Operation): boolean {
  return operation.endpoints.some((endpoint) => (facts.operationsAt.get(keyOf(endpoint))?.length ?? 0) > 1);
}

/** Whether its policy cannot be copied from the actions as they stand: wildcards and names of another generation take the catalog to write down. */
function isBuilt(facts: CloudFacts, operation: Operation): boolean {
  const { own, dependencies } = neededActions(operation);
  return [...own, ...dependencies].some(
    (action) =>
      action.includes('*') || (facts.actions.get(action.toLowerCase())?.entry?.aliases.length ?? 0) > 0,
  );
}

function endpointText(operation: Operation): Inline[] {
  const endpoints = joined(operation.endpoints.map(code));
  return operation.discriminator === undefined
    ? endpoints
    : [...endpoints, ' with ', code(operation.discriminator)];
}

function needItems(context: Context, operation: Operation): ListItem[] {
  if (operation.no_permission === true) return [listItem(paragraph('Needs no permission'))];
  const alternatives = alternativesOf(operation);
  const [only] = alternatives;
  if (only === undefined || !saysWhatItNeeds(operation))
    return [listItem(paragraph('The documentation names no action'))];
  if (alternatives.length === 1) return actionItems(context, only);
  const scenarios = alternatives.map((alternative) =>
    listItem(paragraph(text(alternative.scenario ?? '')), {
      type: 'list',
      ordered: false,
      spread: false,
      children: actionItems(context, alternative),
    }),
  );
  return [
    listItem(paragraph(strong('Needs one of these')), {
      type: 'list',
      ordered: false,
      spread: false,
      children: scenarios,
    }),
  ];
}

function actionItems(context: Context, { needs }: Alternative): ListItem[] {
  const links = (as: Need['as']) =>
    joined(
      needs
        .filter((need) => need.as === as)
        .map(({ action }) => linkTo(context.path, actionPlace(context.facts.cloud, action), code(action))),
    );
  return [
    { label: 'Needs', content: links('action') },
    { label: 'Depends on', content: links('dependency') },
  ].flatMap(({ label, content }) => (content.length === 0 ? [] : [line(label, ...content)]));
}

/** What else answers on the same endpoint, in this cloud and in the others. */
function relatedItems({ reference, facts, path }: Context, operation: Operation): ListItem[] {
  const keys = [...new Set(operation.endpoints.map(keyOf))];
  const here = keys
    .flatMap((key) => facts.operationsAt.get(key) ?? [])
    .filter((other) => other.id !== operation.id);
  const others = unique(here);
  const named = others
    .slice(0, MOST_NAMED)
    .map((other) => linkTo(path, operationPlace(facts.cloud, other.id), ...titleText(other.title, other.id)));
  const rest = others.length > named.length ? [` and ${others.length - named.length} more`] : [];
  const items = others.length === 0 ? [] : [line('Same endpoint', ...joined(named), ...rest)];
  for (const cloud of reference.clouds) {
    const there = cloud === facts ? [] : keys.flatMap((key) => cloud.operationsAt.get(key) ?? []);
    if (there.length === 0) continue;
    const links = unique(there).map((other) =>
      linkTo(
        path,
        operationPlace(cloud.cloud, other.id),
        sameNeeds(operation, other) ? 'needs the same' : 'needs other actions',
      ),
    );
    items.push(
      line(
        cloud.name,
        ...(links.length > MOST_NAMED
          ? [linkTo(path, comparePlace(reference, keys), `${links.length} operations, side by side`)]
          : joined(links)),
      ),
    );
  }
  return items;
}

/** One endpoint may be dozens of operations: naming all of them in each would say little and weigh much. */
const MOST_NAMED = 4;

/** The row of the endpoint on the page that compares the clouds. */
function comparePlace({ shared }: Reference, keys: readonly string[]): Place {
  for (const [service, endpoints] of shared) {
    const endpoint = endpoints.find(({ key }) => keys.includes(key));
    if (endpoint !== undefined) return { page: comparePage(service), anchor: endpointAnchor(endpoint.key) };
  }
  throw new Error(`no endpoint of ${keys.join(', ')} is shared`);
}

function unique(operations: readonly Operation[]): Operation[] {
  return [...new Map(operations.map((operation) => [operation.id, operation])).values()];
}

const SCOPES: readonly { readonly key: keyof Scope; readonly label: string }[] = [
  { key: 'project', label: 'project' },
  { key: 'enterprise_project', label: 'enterprise project' },
  { key: 'resource', label: 'resource' },
  { key: 'tag', label: 'tag' },
];

/** Where the authorization can be narrowed to; what the documentation does not say is not said here either. */
export function scopeItems(scope: Scope): ListItem[] {
  const said = SCOPES.filter(({ key }) => scope[key] !== undefined);
  if (said.length === 0) return [];
  return [
    line('Scope', said.map(({ key, label }) => (scope[key] === true ? label : `not ${label}`)).join(', ')),
  ];
}

export const DOUBT_LABELS: Readonly<Record<Doubt['kind'], string>> = {
  repaired: 'Repaired',
  guessed: 'Read with a guess',
  conflict: 'Sources disagree',
  'near-name': 'Perhaps misspelled',
  mismatch: 'Named differently elsewhere',
  override: 'Corrected',
  transcribed: 'Copied from one page',
};

/** A doubt in one line: our note, and what stands on the page. */
export function doubtText(doubt: Doubt): Inline[] {
  return [
    text(doubt.note.replace(/\.$/, '')),
    ...(doubt.was === undefined
      ? []
      : [doubt.kind === 'mismatch' ? '; there it is ' : '; the page says ', code(doubt.was)]),
    ...(doubt.near === undefined ? [] : ['; near ', code(doubt.near)]),
  ];
}

export function line(label: string, ...content: Inline[]): ListItem {
  return listItem(paragraph(strong(label), ' ', ...content));
}

/** The first part of the path that is neither a version nor a parameter: `cloudservers`. */
function resourceOf(operation: Operation): string {
  const [first] = operation.endpoints;
  const path = first === undefined ? undefined : parseEndpoint(first)?.path;
  return (
    path?.split('/').find((part) => part !== '' && !/^v\d[\d.]*$/i.test(part) && !/[{}:]/.test(part)) ??
    (path === undefined ? '' : '/')
  );
}
