import { GLOBAL_KEYS } from '../../policy/facts/condition-keys.js';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import type { OtherRow } from './search-index.js';

/** A resource or data source of a Terraform provider, and how many requests it may make of which services. */
export interface TerraformFacts {
  readonly type: string;
  /** The service that is asked most often comes first. */
  readonly services: readonly string[];
  readonly requests: number;
}

export interface RuleFacts {
  readonly id: string;
  readonly description: string;
}

interface OtherSources {
  readonly clouds: readonly CloudFacts[];
  /** A service's position in the index; -1 where there is none. */
  readonly at: (service: string) => number;
  readonly terraform: readonly TerraformFacts[];
  readonly rules: readonly RuleFacts[];
}

/** Rows of all that is neither an operation nor an action. */
export function otherRows({ clouds, at, terraform, rules }: OtherSources): OtherRow[] {
  return [
    ...clouds.flatMap((facts, cloud) =>
      [...facts.services.values()].flatMap((service) => serviceRows(service, cloud, at(service.name))),
    ),
    ...GLOBAL_KEYS.map(({ key, type }): OtherRow => ['key', NONE, NONE, key, '', '', type]),
    ...terraform.map(({ type, services, requests }): OtherRow => {
      const cloud = clouds.findIndex((facts) => type.startsWith(`${facts.cloud}_`));
      const asked = services.map(at).find((service) => service !== NONE) ?? NONE;
      return ['terraform', cloud, asked, type, '', '', String(requests)];
    }),
    ...rules.map(({ id, description }): OtherRow => ['rule', NONE, NONE, id, '', description, '']),
  ];
}

const NONE = -1;

/** The service, its resource types and its condition keys: those that it lists, and those that only its actions name. */
function serviceRows(service: ServicePages, cloud: number, at: number): OtherRow[] {
  const { name, title, catalog } = service;
  const entries = service.actions.flatMap(({ entry }) => entry ?? []);
  const urns = new Map((catalog?.resources ?? []).map((one) => [one.type_name, one.urn_template]));
  const types = new Map((catalog?.condition_keys ?? []).map((one) => [one.key, one.value_type]));
  const resources = [
    ...urns.keys(),
    ...entries.flatMap(({ resources: narrowed }) => narrowed.map(({ type }) => type)),
  ].map((type) => (type.includes(':') ? type : `${name}:${type}`));
  const keys = [
    ...types.keys(),
    ...entries.flatMap((entry) => [
      ...entry.condition_keys,
      ...entry.resources.flatMap(({ condition_keys }) => condition_keys),
    ]),
  ].filter((key) => key.toLowerCase().startsWith(`${name}:`));
  return [
    ['service', cloud, at, name, title?.['zh-cn'] ?? '', title?.en ?? '', String(service.operations.length)],
    ...eachOnce(resources).map((type): OtherRow => {
      const urn = urns.get(type) ?? urns.get(type.slice(type.indexOf(':') + 1)) ?? '';
      return ['resource', cloud, at, type, '', '', urn];
    }),
    ...eachOnce(keys).map((key): OtherRow => ['key', cloud, at, key, '', '', types.get(key) ?? '']),
  ];
}

/** Whatever their case: pages write a name in more than one. */
function eachOnce(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name);
  return [...seen.values()];
}
