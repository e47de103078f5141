import { createHash } from 'node:crypto';
import type { Language } from '../catalog/model/model.js';
import { readAuthorizationSchema } from './authorization-schema.js';
import { readLayout } from './tables/columns.js';
import { decodePage } from './tables/decode.js';
import { MAX_COLUMNS, claimedWidth, toGrid } from './tables/grid.js';
import type { PageRecord, TableRecord } from './extraction-record.js';
import { readRows } from './read-rows.js';
import type { PageContext } from './read-rows.js';
import { conditionKeys, resourceTypes } from './cells/identity-columns.js';
import { findTables, pageTitle, singleApi, tableCaption } from './sources/source.js';
import type { PageSource } from './sources/source.js';
import type { RawTable } from './tables/table.js';
import { markNearNames } from './assemble/near-action-names.js';
import { defined } from '../defined.js';

/** A page larger than this is not read, in bytes: the largest page of the documentation has under 2 MB. */
export const MAX_PAGE = 64 * 1024 * 1024;

/**
 * Reads one page: every table becomes a record, every row of a permission table an entry or a skipped row.
 * @param bytes the page as it was stored; its encoding is found out
 * @param file its path or URL, as the record is to name it
 */
export function extractPage(bytes: Uint8Array, file: string): PageRecord {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = file.replaceAll('\\', '/');
  if (bytes.length > MAX_PAGE)
    return {
      file: name,
      sha256,
      tables: [],
      error: `larger than ${MAX_PAGE / 1024 / 1024} MB; split the page`,
    };
  const text = decodePage(bytes);
  if (/\.json$/i.test(name) || /^\s*\{/.test(text)) return readAuthorizationSchema(text, name, sha256);
  const source = findTables(text, name);
  const title = pageTitle(source);
  let context: PageContext | undefined;
  const pageContext = (): PageContext => (context ??= singleApi(source, title));
  const tables = markNearNames(
    source.tables.map((table, index) => readTable(table, index, source, pageContext)),
  );
  const language = languageOf(source.text, title);
  return detach(defined({ file: name, sha256, title: title === '' ? undefined : title, language, tables }));
}

function readTable(table: RawTable, index: number, source: PageSource, page: () => PageContext): TableRecord {
  const caption = table.caption === '' ? tableCaption(source, table.line) : table.caption;
  const head = defined({ index, line: table.line, caption: caption === '' ? undefined : caption });
  const other = (reason: string, rows: number): TableRecord => ({
    ...head,
    kind: 'other',
    reason,
    rows,
    entries: [],
    skipped: [],
  });
  if (table.refused !== undefined) return other(table.refused, table.rowCount);
  if (table.rows.length === 0) return other('has no rows', 0);
  if (claimedWidth(table) > MAX_COLUMNS)
    return other(`has more than ${MAX_COLUMNS} columns`, table.rows.length);
  const grid = toGrid(table);
  const layout = readLayout(grid, caption);
  const rows = Math.max(0, grid.rows.length - layout.headerRows);
  switch (layout.kind) {
    case 'other':
      return other(layout.reason, rows);
    case 'resource-types':
      return { ...other('lists resource types; kept as such', rows), resources: resourceTypes(grid, layout) };
    case 'condition-keys':
      return {
        ...other('lists condition keys; kept as such', rows),
        conditionKeys: conditionKeys(grid, layout),
      };
    case 'actions':
    case 'permissions':
    case 'api-permissions': {
      const { entries, skipped } = readRows(
        grid,
        layout,
        layout.kind === 'actions' ? page() : { title: '', endpoints: [] },
      );
      const kind =
        layout.kind === 'api-permissions' || entries.some((entry) => entry.endpoints.length > 0)
          ? 'api-permissions'
          : 'permissions';
      return { ...head, kind, rows, entries, skipped };
    }
  }
}

/**
 * A copy that shares no text with the page: an engine keeps a whole page alive for the sake of one word cut out of it,
 * and the memory of a run would grow with its pages.
 */
function detach(record: PageRecord): PageRecord {
  return JSON.parse(JSON.stringify(record)) as PageRecord;
}

function languageOf(text: string, title: string): Language | undefined {
  if (title === '' && text.trim() === '') return undefined;
  const sample = text.slice(0, 100_000);
  const chinese = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return /[\u4e00-\u9fff]/.test(title) || chinese * 100 > sample.length ? 'zh-cn' : 'en';
}
