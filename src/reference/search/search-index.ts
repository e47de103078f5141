import type { AccessLevel } from '../../catalog/model/model.js';
import { ACCESS_LEVELS, accessLevels, accessOf } from '../access.js';
import { neededActions } from '../cloud-facts.js';
import type { ActionFacts, CloudFacts } from '../cloud-facts.js';
import { actionAnchor, operationAnchor } from '../places.js';
import { en } from '../../wording/en/reference-labels.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('reference-labels', en);

/** What the site searches: every API operation and every action of every cloud, as small as it can be. Plain JSON. */
export interface SearchIndex {
  readonly clouds: readonly { readonly key: string; readonly name: string }[];
  readonly services: readonly string[];
  readonly operations: readonly OperationRow[];
  readonly actions: readonly ActionRow[];
}

/**
 * Cloud, service (positions), anchor on the APIs page, Chinese title, English title, endpoints, own actions (separated by
 * spaces), access levels (bits in the order of `LEVELS`).
 */
export type OperationRow = readonly [
  cloud: number,
  service: number,
  anchor: string,
  zh: string,
  en: string,
  endpoints: string,
  actions: string,
  levels: number,
];

/**
 * Cloud, service (positions), name, Chinese title, English title, access levels, whether they are inferred (0 or 1), how
 * many API operations need it. The anchor follows from the name.
 */
export type ActionRow = readonly [
  cloud: number,
  service: number,
  name: string,
  zh: string,
  en: string,
  levels: number,
  inferred: number,
  needing: number,
];

/** The access levels that can be filtered by, documented or inferred; the last one stands for the rest. */
export const LEVELS: readonly Level[] = [...ACCESS_LEVELS, 'unknown'];
export type Level = AccessLevel | 'unknown';

/** `Permission management` */
export function levelLabel(level: Level): string {
  return say(level === 'unknown' ? 'unknownLevel' : level);
}

/** Builds the index; endpoints are separated by line breaks. */
export function searchIndex(clouds: readonly CloudFacts[]): SearchIndex {
  const services = [...new Set(clouds.flatMap((facts) => [...facts.services.keys()]))].sort();
  const position = new Map(services.map((service, index) => [service, index]));
  const at = (service: string) => position.get(service) ?? 0;
  return {
    clouds: clouds.map((facts) => ({ key: facts.cloud, name: facts.name })),
    services,
    operations: clouds.flatMap((facts, cloud) =>
      [...facts.services.values()].flatMap((service) =>
        service.operations.map((operation): OperationRow => [
          cloud,
          at(service.name),
          operationAnchor(operation.id),
          operation.title['zh-cn'] ?? '',
          operation.title.en ?? '',
          operation.endpoints.join('\n'),
          neededActions(operation).own.join(' '),
          bits(accessLevels(facts, operation)),
        ]),
      ),
    ),
    actions: clouds.flatMap((facts, cloud) =>
      [...facts.services.values()].flatMap((service) =>
        service.actions.map((action) => actionRow(cloud, at(service.name), action)),
      ),
    ),
  };
}

/** The anchor of an action's entry. */
export function rowAnchor(row: ActionRow): string {
  return actionAnchor(row[2]);
}

function actionRow(cloud: number, service: number, action: ActionFacts): ActionRow {
  const access = accessOf(action);
  const needing = new Set(action.neededBy.map((need) => need.operation.id)).size;
  return [
    cloud,
    service,
    action.name,
    action.entry?.title?.['zh-cn'] ?? '',
    action.entry?.title?.en ?? '',
    bits(access === undefined ? [] : [access.level]),
    access?.documented === false ? 1 : 0,
    needing,
  ];
}

function bits(levels: readonly AccessLevel[]): number {
  if (levels.length === 0) return 1 << (LEVELS.length - 1);
  return ACCESS_LEVELS.reduce((sum, level, index) => (levels.includes(level) ? sum | (1 << index) : sum), 0);
}
