import type { SourcePage } from '../../src/extract/assemble/source-page.js';
import type { Entry, TableRecord } from '../../src/extract/extraction-record.js';

/** A row as a test needs it: everything that is left out is empty. */
export function entry(facts: Partial<Entry>): Entry {
  return {
    line: 1,
    row: 1,
    title: '',
    endpoints: [],
    actions: [],
    dependencies: [],
    scenarios: [],
    ...facts,
  };
}

/** A page of one table; rows are numbered as they come, and stand ten lines apart. */
export function page(
  name: string,
  entries: readonly Partial<Entry>[],
  facts: Partial<Omit<SourcePage, 'record'>> & { readonly table?: Partial<TableRecord> } = {},
): SourcePage {
  const { table, ...place } = facts;
  const rows = entries.map((one, index) => entry({ row: index + 1, line: (index + 1) * 10, ...one }));
  return {
    page: name,
    group: 'docs',
    generation: 0,
    role: 'current',
    revision: '2024-01-01',
    record: {
      file: name,
      sha256: 'ab'.repeat(32),
      tables: [
        {
          index: 0,
          line: 1,
          kind: 'api-permissions',
          rows: rows.length,
          entries: rows,
          skipped: [],
          ...table,
        },
      ],
    },
    ...place,
  };
}
