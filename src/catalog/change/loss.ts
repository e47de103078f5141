import type { Operation, ServiceCatalog } from '../model/model.js';

/** What a new catalog of a cloud would take away from a service of the old one, more than a refresh is likely to. */
export interface Loss {
  readonly service: string;
  readonly before: number;
  readonly after: number;
  /** The whole service would go. */
  readonly gone: boolean;
  readonly operations: readonly Operation[];
}

/** More than this share of a service's operations is a mistake until said otherwise; a refresh loses one now and then. */
const SUSPICIOUS_SHARE = 0.1;

/** Services that would go, or lose more than a tenth of their operations. Operations are the same by id. */
export function suspiciousLosses(
  before: readonly ServiceCatalog[],
  after: readonly ServiceCatalog[],
): Loss[] {
  const next = new Map(after.map((service) => [service.service, service]));
  return before
    .map((old) => lossOf(old, next.get(old.service)))
    .filter(({ gone, before: all, operations }) => gone || operations.length > all * SUSPICIOUS_SHARE);
}

function lossOf(old: ServiceCatalog, now: ServiceCatalog | undefined): Loss {
  const ids = new Set(now?.operations.map(({ id }) => id));
  return {
    service: old.service,
    before: old.operations.length,
    after: now?.operations.length ?? 0,
    gone: now === undefined,
    operations: old.operations.filter(({ id }) => !ids.has(id)),
  };
}
