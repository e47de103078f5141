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

/** A refresh loses an operation now and then; more than this share of a service's operations is a mistake until said otherwise. */
const SUSPICIOUS_SHARE = 0.1;

/** Services that would go, or lose more than a tenth of their operations. Operations are the same by id. */
export function suspiciousLosses(
  before: readonly ServiceCatalog[],
  after: readonly ServiceCatalog[],
): Loss[] {
  const next = new Map(after.map((service) => [service.service, service]));
  return before.flatMap((old): Loss[] => {
    const now = next.get(old.service);
    const ids = new Set(now?.operations.map((operation) => operation.id));
    const operations = old.operations.filter((operation) => !ids.has(operation.id));
    const suspicious = !now || operations.length > old.operations.length * SUSPICIOUS_SHARE;
    return suspicious
      ? [
          {
            service: old.service,
            before: old.operations.length,
            after: now?.operations.length ?? 0,
            gone: !now,
            operations,
          },
        ]
      : [];
  });
}
