import type { AccessLevel } from '../../catalog/model/model.js';
import type { SdkFacts } from '../../calls/sdk/sdk-facts.js';
import { ACCESS_LEVELS, accessLevels, accessOf } from '../access.js';
import { neededActions } from '../cloud-facts.js';
import type { ActionFacts, CloudFacts } from '../cloud-facts.js';
import { byCodeUnit } from '../../catalog/model/code-unit.js';
import { operationAnchor } from '../places.js';
import { serviceTitle } from '../service-titles.js';
import { otherRows } from './other-rows.js';
import type { RuleFacts, TerraformFacts } from './other-rows.js';
import { sdkNamesIn } from './sdk-names.js';
import { LEVELS } from './search-index.js';
import type { ActionRow, OperationRow, SearchIndex } from './search-index.js';

/** What can be looked up besides the catalogs; what is left out is not found. */
export interface SearchSources {
  readonly sdk?: SdkFacts | undefined;
  readonly terraform?: readonly TerraformFacts[] | undefined;
  readonly rules?: readonly RuleFacts[] | undefined;
}

/** Builds the index. Deterministic; rows of a cloud stand in the order of services and ids. */
export function searchIndex(clouds: readonly CloudFacts[], sources: SearchSources = {}): SearchIndex {
  const services = [...new Set(clouds.flatMap((facts) => [...facts.services.keys()]))].sort(byCodeUnit);
  const position = new Map(services.map((service, index) => [service, index]));
  const at = (service: string) => position.get(service) ?? -1;
  const { sdk, terraform = [], rules = [] } = sources;
  return {
    clouds: clouds.map((facts) => ({ key: facts.cloud, name: facts.name })),
    services,
    serviceNames: services.map((service) => {
      const titles = clouds.map((facts) => facts.services.get(service)?.title);
      const title = serviceTitle(
        service,
        titles.find((one) => one !== undefined),
      );
      return [title?.['zh-cn'] ?? '', title?.en ?? ''];
    }),
    operations: clouds.flatMap((facts, cloud) => operationRows(facts, cloud, at, sdk)),
    actions: clouds.flatMap((facts, cloud) =>
      [...facts.services.values()].flatMap((service) =>
        service.actions.map((action) => actionRow(cloud, at(service.name), action)),
      ),
    ),
    others: otherRows({ clouds, at, terraform, rules }),
  };
}

function operationRows(
  facts: CloudFacts,
  cloud: number,
  at: (service: string) => number,
  sdk: SdkFacts | undefined,
): OperationRow[] {
  return [...facts.services.values()].flatMap(({ name, operations }) => {
    const sdkNames = sdk === undefined ? new Map<string, string[]>() : sdkNamesIn(name, operations, sdk);
    return operations
      .toSorted((a, b) => byCodeUnit(a.id, b.id))
      .map((operation): OperationRow => [
        cloud,
        at(name),
        operationAnchor(operation.id),
        operation.title['zh-cn'] ?? '',
        operation.title.en ?? '',
        operation.endpoints.join('\n'),
        neededActions(operation).own.join(' '),
        bits(accessLevels(facts, operation)),
        (sdkNames.get(operation.id) ?? []).join(' '),
      ]);
  });
}

function actionRow(cloud: number, service: number, { entry, ...action }: ActionFacts): ActionRow {
  const access = accessOf({ entry, ...action });
  const needing = new Set(action.neededBy.map((need) => need.operation.id)).size;
  const resources = entry?.resources ?? [];
  const keys = [...(entry?.condition_keys ?? []), ...resources.flatMap((one) => one.condition_keys)];
  return [
    cloud,
    service,
    action.name,
    entry?.title?.['zh-cn'] ?? '',
    entry?.title?.en ?? '',
    bits(access === undefined ? [] : [access.level]),
    access?.documented === false ? 1 : 0,
    needing,
    (entry?.aliases ?? []).join(' '),
    [...new Set([...resources.map(({ type }) => type), ...keys])].join(' '),
  ];
}

function bits(levels: readonly AccessLevel[]): number {
  if (levels.length === 0) return 1 << (LEVELS.length - 1);
  return ACCESS_LEVELS.reduce((sum, level, index) => (levels.includes(level) ? sum | (1 << index) : sum), 0);
}
