import type { ServiceCatalog } from '../catalog/model/model.js';
import type { UnplacedRow } from './assemble/row-fact.js';
import type { PageRecord, TableKind } from './extraction-record.js';
import { en } from '../wording/en/extract.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('extract', en);

/** What an extraction came to, in numbers. */
export interface Tally {
  readonly pages: number;
  /** Pages that could not be read. */
  readonly unread: number;
  readonly tables: Readonly<Record<TableKind, number>>;
  /** Rows of permission tables. */
  readonly rows: number;
  readonly entries: number;
  /** Reason → rows of permission tables that are no entries. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Reason → tables that are no permission tables. */
  readonly others: ReadonlyMap<string, number>;
}

export interface ServiceTally {
  readonly service: string;
  readonly operations: number;
  readonly endpoints: number;
  readonly actions: number;
  readonly former: number;
  readonly conflicts: number;
  readonly doubts: number;
}

/** Counts pages as they come, and keeps nothing of them but numbers. */
export function createTally(): { readonly add: (page: PageRecord) => void; readonly tally: () => Tally } {
  const tables = { 'api-permissions': 0, permissions: 0, other: 0 };
  const skipped = new Map<string, number>();
  const others = new Map<string, number>();
  const counts = { pages: 0, unread: 0, rows: 0, entries: 0 };
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  return {
    add: (page) => {
      counts.pages += 1;
      if (page.error !== undefined) counts.unread += 1;
      for (const table of page.tables) {
        tables[table.kind] += 1;
        if (table.kind === 'other') count(others, table.reason ?? say('noReason'));
        else {
          counts.rows += table.rows;
          counts.entries += table.entries.length;
          for (const row of table.skipped) count(skipped, row.reason);
        }
      }
    },
    tally: () => ({ ...counts, tables: { ...tables }, skipped: new Map(skipped), others: new Map(others) }),
  };
}

export function tallyServices(services: readonly ServiceCatalog[]): ServiceTally[] {
  return services.map((service) => {
    const doubts = service.operations.flatMap((operation) => operation.doubts ?? []);
    return {
      service: service.service,
      operations: service.operations.length,
      endpoints: new Set(service.operations.flatMap((operation) => operation.endpoints)).size,
      actions: service.actions.length,
      former: service.former_actions?.length ?? 0,
      conflicts: doubts.filter((doubt) => doubt.kind === 'conflict').length,
      doubts: doubts.length,
    };
  });
}

/** Entries that no file took, counted by reason. */
export function tallyUnplaced(rows: readonly UnplacedRow[]): Map<string, number> {
  const reasons = new Map<string, number>();
  for (const { reason } of rows) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return reasons;
}
