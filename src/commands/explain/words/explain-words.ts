import { defined } from '../../../defined.js';
import type { Catalog } from '../../../catalog/catalog.js';
import type { Action, ConditionKey, Coverage, Title } from '../../../catalog/model/model.js';
import { globalKey } from '../../../policy/facts/condition-keys.js';
import type { GlobalKey } from '../../../policy/facts/condition-keys.js';
import type { OtherKind } from '../../../reference/search/search-index.js';
import { serviceTitle } from '../../../reference/service-titles.js';
import { explain } from '../explain-answer.js';
import type { Answer } from '../explain-answer.js';
import type { LookedUp, Lookup } from './lookup.js';

/** What is neither an operation nor an action nor an endpoint, and is known all the same. */
export interface ThingAnswer {
  readonly query: string;
  readonly kind: Exclude<OtherKind, 'terraform'>;
  readonly name: string;
  /** A rule's, in a sentence. */
  readonly description?: string;
  /** What every cloud says of a key that is nobody's own. */
  readonly global?: GlobalKey;
  readonly clouds: readonly ThingInCloud[];
}

export interface ThingInCloud {
  readonly cloud: string;
  readonly catalog: string;
  /** Of a service. */
  readonly title?: Title;
  readonly operations?: number;
  readonly coverage?: Coverage;
  /** Of a condition key, where the catalog tells. */
  readonly type?: ConditionKey['value_type'];
  /** Of a resource type, where the catalog tells. */
  readonly urn?: string;
  /** Those of the service; those that can be narrowed by the key, or to the resource type. */
  readonly actions: readonly string[];
}

/** What holds the words that were asked, the best first. */
export interface WordsAnswer {
  readonly query: string;
  readonly kind: 'words';
  readonly found: readonly Found[];
  /** How many more there are than `found` holds. */
  readonly more: number;
}

export interface Found {
  readonly kind: LookedUp['hit']['kind'];
  readonly name: string;
  /** The clouds that know it; empty for what is of no cloud. */
  readonly clouds: readonly string[];
  readonly title: Title;
  readonly endpoints: readonly string[];
  /** What an operation needs as its own. */
  readonly actions: readonly string[];
}

export type AnyAnswer = Answer | ThingAnswer | WordsAnswer;

/**
 * Answers what the catalogs know under no name of an action, an endpoint or an operation, from the index; undefined where
 * nothing holds its words.
 */
export function explainWords(
  query: string,
  catalogs: readonly Catalog[],
  lookup: Lookup,
): AnyAnswer | undefined {
  const found = lookup(query);
  const [first] = found;
  if (first === undefined) return undefined;
  const { hit } = first;
  if (!hit.exact) {
    const [titled, ...others] = new Set(found.flatMap(({ hit: { name, titled: is } }) => (is ? name : [])));
    const alone = titled === hit.name && others.length === 0 && (hit.kind === 'api' || hit.kind === 'action');
    return alone ? { ...explain(titled, catalogs), query } : wordsAnswer(query, found);
  }
  if (hit.kind === 'api' || hit.kind === 'action' || hit.kind === 'terraform')
    return exactAnswer(query, found, catalogs);
  return thingAnswer(query, hit.kind, hit.name, hit.row[5], catalogs);
}

const MOST_FOUND = 10;

function wordsAnswer(query: string, found: readonly LookedUp[]): WordsAnswer {
  const merged = new Map<string, Found>();
  for (const { hit, cloud } of found) {
    const key = `${hit.kind} ${hit.name}`;
    const known = merged.get(key);
    const clouds = cloud === undefined ? [] : [cloud];
    if (known === undefined) merged.set(key, { ...foundOf(hit), clouds });
    else merged.set(key, { ...known, clouds: [...new Set([...known.clouds, ...clouds])] });
  }
  const all = [...merged.values()];
  return {
    query,
    kind: 'words',
    found: all.slice(0, MOST_FOUND),
    more: Math.max(0, all.length - MOST_FOUND),
  };
}

function foundOf(hit: LookedUp['hit']): Omit<Found, 'clouds'> {
  const { kind, name } = hit;
  if (hit.kind === 'api') {
    const [, , , zh, en, endpoints, actions] = hit.row;
    return {
      kind,
      name,
      title: titleOf(zh, en),
      endpoints: parts(endpoints, '\n'),
      actions: parts(actions, ' '),
    };
  }
  const [zh, en] = hit.kind === 'action' ? [hit.row[3], hit.row[4]] : [hit.row[4], hit.row[5]];
  return { kind, name, title: titleOf(zh, en), endpoints: [], actions: [] };
}

function titleOf(zh: string, en: string): Title {
  return defined({ 'zh-cn': zh === '' ? undefined : zh, en: en === '' ? undefined : en });
}

function parts(text: string, separator: string): string[] {
  return text.split(separator).filter((part) => part !== '');
}

/** A name that only the index knows, such as an SDK's without its client: what stands behind it, cloud by cloud. */
function exactAnswer(
  query: string,
  found: readonly LookedUp[],
  catalogs: readonly Catalog[],
): Answer | undefined {
  const exact = found.filter(({ hit }) => hit.exact);
  const kind = exact[0]?.hit.kind;
  const names = new Set(exact.flatMap(({ hit }) => (hit.kind === kind ? hit.name : [])));
  const answers = [...names].map((name) => explain(name, catalogs));
  const clouds = catalogs.flatMap(({ cloud, version: catalog }) => {
    const known = answers.flatMap((answer) => answer.clouds.filter((one) => one.cloud === cloud));
    const operations = known.flatMap((one) => one.operations);
    return known.length === 0 ? [] : { ...known[0], cloud, catalog, operations };
  });
  const [first] = answers;
  return first === undefined ? undefined : { ...first, query, clouds };
}

function thingAnswer(
  query: string,
  kind: ThingAnswer['kind'],
  name: string,
  description: string,
  catalogs: readonly Catalog[],
): ThingAnswer {
  return defined({
    query,
    kind,
    name,
    description: kind === 'rule' ? description : undefined,
    global: kind === 'key' ? globalKey(name) : undefined,
    clouds: catalogs.flatMap((catalog) => thingIn(catalog, kind, name) ?? []),
  });
}

function thingIn(catalog: Catalog, kind: ThingAnswer['kind'], name: string): ThingInCloud | undefined {
  const head = { cloud: catalog.cloud, catalog: catalog.version };
  switch (kind) {
    case 'rule':
      return undefined;
    case 'service': {
      const facts = catalog.service(name);
      return facts === undefined
        ? undefined
        : defined({
            ...head,
            title: serviceTitle(name, facts.model.title),
            operations: facts.model.operations.length,
            coverage: catalog.coverage(name),
            actions: actionsOf(facts.actions),
          });
    }
    case 'key': {
      const type = ownService(catalog, name)?.model.condition_keys?.find(
        ({ key }) => key.toLowerCase() === name.toLowerCase(),
      )?.value_type;
      const actions = narrowable(catalog, (action) => keysOf(action).some((key) => isKey(key, name)));
      return actions.length === 0 && type === undefined ? undefined : defined({ ...head, type, actions });
    }
    case 'resource': {
      const urn = ownService(catalog, name)?.model.resources?.find(({ type_name: type }) =>
        isResource(type, name, catalog),
      )?.urn_template;
      const actions = narrowable(catalog, (action) =>
        action.resources.some(({ type }) => isResource(type, name, catalog, action)),
      );
      return actions.length === 0 && urn === undefined ? undefined : defined({ ...head, urn, actions });
    }
  }
}

function ownService(catalog: Catalog, name: string) {
  return catalog.service(name.slice(0, Math.max(0, name.indexOf(':'))));
}

function actionsOf(actions: ReadonlyMap<string, Action>): string[] {
  return [...actions.values()]
    .map(({ name }) => name)
    .filter((name) => !name.includes('*'))
    .sort();
}

function narrowable(catalog: Catalog, isNarrowed: (action: Action) => boolean): string[] {
  const models = new Set(catalog.services.flatMap((name) => catalog.service(name)?.model ?? []));
  return [...models]
    .flatMap(({ actions }) => actions)
    .filter(isNarrowed)
    .map(({ name }) => name)
    .sort();
}

function keysOf({ condition_keys, resources }: Action): readonly string[] {
  return [...condition_keys, ...resources.flatMap((resource) => resource.condition_keys)];
}

/** `g:ResourceTag/<tag-key>` is the key `g:ResourceTag/`. */
function isKey(key: string, asked: string): boolean {
  const [one, other] = [key.toLowerCase(), asked.toLowerCase()];
  return one === other || (other.endsWith('/') && (one.startsWith(other) || `${one}/` === other));
}

/** A type that names no service is of the service whose action or list names it. */
function isResource(type: string, asked: string, catalog: Catalog, action?: Action): boolean {
  if (type.includes(':')) return type.toLowerCase() === asked.toLowerCase();
  const service = action?.name.split(':')[0] ?? asked.split(':')[0] ?? catalog.cloud;
  return `${service}:${type}`.toLowerCase() === asked.toLowerCase();
}
