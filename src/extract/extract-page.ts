import { createHash } from 'node:crypto';
import type { Language } from '../catalog/model/model.js';
import { readAuthorizationSchema } from './authorization-schema.js';
import { readLayout } from './tables/columns.js';
import { decodePage } from './tables/decode.js';
import { MAX_COLUMNS, claimedWidth, toGrid } from './tables/grid.js';
import type { Entry, PageRecord, TableRecord } from './extraction-record.js';
import { apiSections } from './page/api-sections.js';
import type { ApiSection } from './page/api-sections.js';
import { pageLines } from './page/page-lines.js';
import { statedNeeds } from './page/statements.js';
import { withGenerations } from './page/table-generation.js';
import type { ReadTable } from './page/table-generation.js';
import { updatedOn } from './page/updated-on.js';
import { readRows } from './rows/read-rows.js';
import type { PageContext } from './rows/read-rows.js';
import { conditionKeys, resourceTypes } from './cells/identity-columns.js';
import { findTables, pageTitle, tableCaption } from './sources/source.js';
import type { PageSource } from './sources/source.js';
import type { RawTable } from './tables/table.js';
import { markNearNames } from './assemble/near-action-names.js';
import { defined } from '../defined.js';
import { en } from '../wording/en/extract.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('extract', en);

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
      error: say('pageTooLarge', { most: MAX_PAGE / 1024 / 1024 }),
    };
  const text = decodePage(bytes);
  if (/\.json$/i.test(name) || /^\s*\{/.test(text)) return readAuthorizationSchema(text, name, sha256);
  const source = findTables(text, name);
  const title = pageTitle(source);
  const tables = markNearNames(readTables(source, title));
  const language = languageOf(source.text, title);
  const updated = updatedOn(source.text);
  return detach(
    defined({ file: name, sha256, title: title === '' ? undefined : title, language, updated, tables }),
  );
}

function readTables(source: PageSource, title: string): TableRecord[] {
  const sections = lazySections(source, title);
  const read = source.tables.map((table, index) => readTable(table, index, source, sections));
  const tables = withGenerations(read, title);
  if (!mentionsAuthorization(source.text)) return tables;
  const stated = sections().filter(({ authorization }) => authorization !== undefined);
  const spoken = stated.flatMap((section, index) => {
    const isTold = tables.some(
      (table) => isIn(section, table.line) && table.entries.some(({ identity }) => identity),
    );
    return statedNeeds(section, tables.length + index, isTold) ?? [];
  });
  return [...tables, ...spoken.map((table, index) => ({ ...table, index: tables.length + index }))];
}

/** A cheap look for the words without which no page has a part about permissions. */
function mentionsAuthorization(text: string): boolean {
  return /授权|授權|权限要求|authorization|required permissions/i.test(text);
}

function lazySections(source: PageSource, title: string): () => readonly ApiSection[] {
  let sections: readonly ApiSection[] | undefined;
  return () => (sections ??= apiSections(pageLines(source), title));
}

function isIn({ from, to }: ApiSection, line: number): boolean {
  return line >= from && line < to;
}

/** A table outside every API's section is about none. */
const NO_API: PageContext = { title: '', endpoints: [] };

function readTable(
  table: RawTable,
  index: number,
  source: PageSource,
  sections: () => readonly ApiSection[],
): ReadTable {
  const caption = table.caption === '' ? tableCaption(source, table.line) : table.caption;
  const head = defined({ index, line: table.line, caption: caption === '' ? undefined : caption });
  const other = (reason: string, rows: number): ReadTable => ({
    record: { ...head, kind: 'other', reason, rows, entries: [], skipped: [] },
  });
  if (table.refused !== undefined) return other(table.refused, table.rowCount);
  if (table.rows.length === 0) return other(say('noRows'), 0);
  if (claimedWidth(table) > MAX_COLUMNS)
    return other(say('tooManyColumns', { most: MAX_COLUMNS }), table.rows.length);
  const grid = toGrid(table);
  const layout = readLayout(grid, caption);
  const rows = Math.max(0, grid.rows.length - layout.headerRows);
  switch (layout.kind) {
    case 'other':
      return other(layout.reason, rows);
    case 'resource-types': {
      const { record } = other(say('resourceTypes'), rows);
      return { record: { ...record, resources: resourceTypes(grid, layout) } };
    }
    case 'condition-keys': {
      const { record } = other(say('conditionKeys'), rows);
      return { record: { ...record, conditionKeys: conditionKeys(grid, layout) } };
    }
    case 'actions':
    case 'permissions':
    case 'api-permissions': {
      const section = layout.kind === 'actions' ? sections().find((one) => isIn(one, table.line)) : undefined;
      const { entries, skipped } = readRows(grid, layout, section ?? NO_API);
      const isApi = layout.kind === 'api-permissions' || entries.some(namesApi);
      const record: TableRecord = {
        ...head,
        kind: isApi ? 'api-permissions' : 'permissions',
        rows,
        entries,
        skipped,
      };
      return defined({ record, generation: layout.generation });
    }
  }
}

function namesApi({ endpoints, apiName }: Entry): boolean {
  return endpoints.length > 0 || apiName !== undefined;
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
