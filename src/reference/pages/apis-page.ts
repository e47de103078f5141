import type { BlockContent, ListItem, RootContent } from 'mdast';
import { byCodeUnit } from '../../catalog/model/code-unit.js';
import { parseEndpoint } from '../../catalog/model/endpoint.js';
import type { Operation } from '../../catalog/model/model.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import { groupBy, keyOf, neededActions, sameNeeds } from '../cloud-facts.js';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import {
  code,
  heading,
  joined,
  linkTo,
  listOf,
  paragraph,
  section,
  sentence,
  text,
  titleText,
} from '../markdown/build-page.js';
import type { Page } from '../page.js';
import {
  apisPage,
  comparePage,
  endpointAnchor,
  groupAnchor,
  operationAnchor,
  operationPlace,
} from '../places.js';
import type { Place } from '../places.js';
import { counterpartsOf } from '../matching-operations.js';
import { Citations } from '../citations.js';
import type { Reference } from '../reference-facts.js';
import { doubtLines, line, lineOf, scopeLines, sourceLines } from './fact-lines.js';
import { needItems } from './need-lines.js';
import { trail } from './trail.js';

const say = speaker('reference-pages', en);

/** One service by API: what each operation needs, grouped by the resource that its path names. */
export function apisPageOf(reference: Reference, facts: CloudFacts, service: ServicePages): Page {
  const path = apisPage(facts.cloud, service.name);
  const citations = new Citations(reference.urlsOf(facts.cloud));
  const context: Context = { reference, facts, path, citations };
  const groups = [...groupBy(service.operations, resourceOf)].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || byCodeUnit(a, b),
  );
  const body = groups.flatMap(([resource, operations]): RootContent[] => [
    heading(2, groupAnchor(resource), resource === '' ? say('withoutEndpoint') : text(resource)),
    ...operations.map((operation) => {
      const marks = [];
      if (isShared(facts, operation)) marks.push('shared');
      if (isBuilt(facts, operation)) marks.push('built');
      return section(marks, operationBlocks(context, operation));
    }),
  ]);
  return {
    path,
    title: say('apisOf', { service: service.name, cloud: facts.name }),
    tree: { type: 'root', children: [...trail(facts, service, path, 'apis'), ...body, ...citations.list()] },
  };
}

interface Context {
  readonly reference: Reference;
  readonly facts: CloudFacts;
  readonly path: string;
  readonly citations: Citations;
}

function operationBlocks(context: Context, operation: Operation): BlockContent[] {
  return [
    heading(3, operationAnchor(operation.id), ...titleText(operation.title, operation.id)),
    ...endpointBlocks(operation),
    listOf([
      ...needItems(context, operation),
      ...scopeLines(operation.scope),
      ...sameEndpoint(context, operation),
      ...inOtherClouds(context, operation),
      ...idLines(context, operation),
      ...sourceLines(operation.sources, context.citations),
      ...doubtLines(operation.doubts),
    ]),
  ];
}

/** Where an endpoint does not tell which operation is meant, its id does. */
function idLines({ facts }: Context, operation: Operation): ListItem[] {
  const isTold = operation.endpoints.length > 0 && !isShared(facts, operation);
  return isTold ? [] : [line(say('operation'), code(operation.id))];
}

/** Whether a call of one of its endpoints could mean another operation as well. */
function isShared(facts: CloudFacts, operation: Operation): boolean {
  return operation.endpoints.some((endpoint) => (facts.operationsAt.get(keyOf(endpoint))?.length ?? 0) > 1);
}

/**
 * Whether its policy cannot be copied from the actions as they stand: wildcards and names of another generation take the
 * catalog to write down.
 */
function isBuilt(facts: CloudFacts, operation: Operation): boolean {
  const { own, dependencies } = neededActions(operation);
  return [...own, ...dependencies].some(
    (action) =>
      action.includes('*') || (facts.actions.get(action.toLowerCase())?.entry?.aliases.length ?? 0) > 0,
  );
}

function endpointBlocks({ endpoints, discriminator }: Operation): BlockContent[] {
  if (endpoints.length === 0) return [];
  const codes = joined(endpoints.map(code));
  if (discriminator === undefined) return [paragraph(...codes)];
  const content = sentence((place) =>
    say('withDiscriminator', { endpoints: place(...codes), discriminator: place(code(discriminator)) }),
  );
  return [paragraph(...content)];
}

/** What else answers on the same endpoint in this cloud. */
function sameEndpoint({ facts, path }: Context, operation: Operation): ListItem[] {
  const others = operationsThere(facts, operation).filter((other) => other.id !== operation.id);
  const named = others.slice(0, MOST_NAMED).map((other) => {
    const place = operationPlace(facts.cloud, other.id);
    return linkTo(path, place, ...titleText(other.title, other.id));
  });
  const count = others.length - named.length;
  if (count === 0) return lineOf(say('sameEndpoint'), joined(named));
  const content = sentence((place) => say('andMore', { operations: place(...joined(named)), count }));
  return [line(say('sameEndpoint'), ...content)];
}

/** What the same endpoint needs in the other clouds. */
function inOtherClouds({ reference, facts, path }: Context, operation: Operation): ListItem[] {
  return reference.clouds.flatMap((cloud) => {
    const there =
      cloud === facts
        ? []
        : counterpartsOf(operation, operationsThere(facts, operation), operationsThere(cloud, operation));
    if (there.length > MOST_NAMED) {
      const label = say('operationsSideBySide', { count: there.length });
      return [line(cloud.name, linkTo(path, comparePlace(reference, operation), label))];
    }
    const links = there.map((other) => {
      const label = say(sameNeeds(operation, other) ? 'needsTheSame' : 'needsOthers');
      return linkTo(path, operationPlace(cloud.cloud, other.id), label);
    });
    return lineOf(cloud.name, joined(links));
  });
}

/** The operations of a cloud that answer on an endpoint of this one. */
function operationsThere(cloud: CloudFacts, operation: Operation): readonly Operation[] {
  const found = keysOf(operation).flatMap((key) => cloud.operationsAt.get(key) ?? []);
  return [...new Map(found.map((other) => [other.id, other])).values()];
}

function keysOf({ endpoints }: Operation): readonly string[] {
  return [...new Set(endpoints.map(keyOf))];
}

/** One endpoint may be dozens of operations: naming all of them in each would say little and weigh much. */
const MOST_NAMED = 4;

/** The row of the endpoint on the page that compares the clouds. */
function comparePlace({ shared }: Reference, operation: Operation): Place {
  const keys = keysOf(operation);
  for (const [service, endpoints] of shared) {
    const endpoint = endpoints.find(({ key }) => keys.includes(key));
    if (endpoint !== undefined) return { page: comparePage(service), anchor: endpointAnchor(endpoint.key) };
  }
  throw new Error(`no endpoint of ${keys.join(', ')} is shared`);
}

/** The first part of the path that is neither a version nor a parameter: `cloudservers`. */
function resourceOf({ endpoints: [first = ''] }: Operation): string {
  const parts = parseEndpoint(first)?.path.split('/');
  if (parts === undefined) return '';
  return parts.find((part) => part !== '' && !/^v\d[\d.]*$/i.test(part) && !/[{}:]/.test(part)) ?? '/';
}
