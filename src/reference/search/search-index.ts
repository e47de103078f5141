import type { AccessLevel } from '../../catalog/model/model.js';
import { ACCESS_LEVELS } from '../access.js';
import { actionAnchor } from '../places.js';
import { en } from '../../wording/en/reference-labels.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('reference-labels', en);

/**
 * What `explain` and the site look things up in, as small as it can be: every API operation and every action of every
 * cloud, services, resource types, condition keys, Terraform types and rules. Plain JSON.
 */
export interface SearchIndex {
  readonly clouds: readonly { readonly key: string; readonly name: string }[];
  readonly services: readonly string[];
  /** In the order of `services`: their full names, Chinese and English; empty where none is known. */
  readonly serviceNames: readonly (readonly [zh: string, en: string])[];
  readonly operations: readonly OperationRow[];
  readonly actions: readonly ActionRow[];
  readonly others: readonly OtherRow[];
}

/**
 * Cloud, service (positions), anchor on the APIs page (the id without its service), Chinese title, English title,
 * endpoints (a line each), own actions (separated by spaces), access levels (bits in the order of `LEVELS`), what SDKs
 * call it (separated by spaces; `eip:ListPublicips` where that is another service's SDK).
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
  sdk: string,
];

/**
 * Cloud, service (positions), name, Chinese title, English title, access levels, whether they are inferred (0 or 1), how
 * many API operations need it, its aliases, what it can be narrowed by (resource types and condition keys; both separated
 * by spaces). The anchor follows from the name.
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
  aliases: string,
  narrowedBy: string,
];

/**
 * Kind, cloud, service (positions; -1 for what is of no cloud, of no one service), name, Chinese and English title, and
 * what it is in a word or a figure: a key's type, a resource's URN, how many requests a Terraform type may make.
 */
export type OtherRow = readonly [
  kind: OtherKind,
  cloud: number,
  service: number,
  name: string,
  zh: string,
  en: string,
  what: string,
];

export type OtherKind = (typeof OTHER_KINDS)[number];
export const OTHER_KINDS = ['service', 'resource', 'key', 'terraform', 'rule'] as const;

/** Everything that can be looked up, in the order in which equally good answers stand. */
export type Kind = (typeof KINDS)[number];
export const KINDS = ['api', 'action', ...OTHER_KINDS] as const;

/** The access levels that can be filtered by, documented or inferred; the last one stands for the rest. */
export const LEVELS: readonly Level[] = [...ACCESS_LEVELS, 'unknown'];
export type Level = AccessLevel | 'unknown';

/** `Permission management` */
export function levelLabel(level: Level): string {
  return say(level === 'unknown' ? 'unknownLevel' : level);
}

/** The anchor of an action's entry. */
export function rowAnchor(row: ActionRow): string {
  return actionAnchor(row[2]);
}
