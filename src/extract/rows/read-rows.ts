import type { Entry, SkippedRow } from '../extraction-record.js';
import type { PermissionLayout } from '../tables/columns.js';
import type { Grid } from '../tables/grid.js';
import { readActionRow } from './action-row.js';
import type { ActionRow } from './action-row.js';
import { readNeedsRow } from './needs-row.js';
import { rowText, whyUnreadable } from './row-cells.js';
import { needsOf } from './row-needs.js';
import { defined, filled } from '../../defined.js';
import { append } from '../../long-lists.js';

/** What a page says once for all rows of a table: the API that the page is about. */
export interface PageContext {
  readonly title: string;
  readonly apiName?: string;
  readonly endpoints: readonly string[];
  /** The page has a part about the permissions of this API: it is about an API even where it gives no path. */
  readonly authorization?: object;
}

export interface RowsRead {
  readonly entries: readonly Entry[];
  readonly skipped: readonly SkippedRow[];
}

/** Reads the body of a permission table: each row becomes entries, or is skipped with a reason. */
export function readRows(grid: Grid, layout: PermissionLayout, page: PageContext): RowsRead {
  return layout.kind === 'actions' ? readActionRows(grid, layout, page) : readNeedsRows(grid, layout);
}

function readNeedsRows(grid: Grid, layout: PermissionLayout): RowsRead {
  const entries: Entry[] = [];
  const skipped: SkippedRow[] = [];
  let above: Entry | undefined;
  grid.rows.slice(layout.headerRows).forEach((row, index) => {
    const place = { line: row.line, row: index + 1 };
    const reading = whyUnreadable(row, grid, layout) ?? readNeedsRow(row, layout, above);
    if (typeof reading === 'string') {
      skipped.push({ ...place, reason: reading, text: rowText(row) });
      return;
    }
    const read = reading.map((fields): Entry => ({ ...place, ...fields }));
    append(entries, read);
    above = read[0];
  });
  return { entries, skipped };
}

/** A table that says what actions are. On the page of one API it says what the API needs, too: its operation comes first. */
function readActionRows(grid: Grid, layout: PermissionLayout, page: PageContext): RowsRead {
  const rows: (ActionRow & { readonly line: number; readonly row: number })[] = [];
  const skipped: SkippedRow[] = [];
  grid.rows.slice(layout.headerRows).forEach((row, index) => {
    const place = { line: row.line, row: index + 1 };
    const reading = whyUnreadable(row, grid, layout) ?? readActionRow(row, layout, rows.at(-1));
    if (typeof reading === 'string') skipped.push({ ...place, reason: reading, text: rowText(row) });
    else rows.push({ ...place, ...reading });
  });
  const isApi = page.endpoints.length > 0 || page.apiName !== undefined || page.authorization !== undefined;
  if (!isApi)
    return {
      entries: rows.flatMap(({ line, row, entries }) => entries.map((entry) => ({ line, row, ...entry }))),
      skipped,
    };
  const described = rows.map(({ line, row, entries: [entry] }) => ({
    line,
    row,
    ...entry,
    dependencies: [],
  }));
  return { entries: [...operationOf(rows, page), ...described], skipped };
}

function operationOf(
  rows: readonly (ActionRow & { readonly line: number; readonly row: number })[],
  page: PageContext,
): Entry[] {
  const [first] = rows;
  if (first === undefined) return [];
  const needs = needsOf(
    rows.flatMap(({ required }) => required.groups),
    rows.flatMap(({ dependent }) => dependent.groups),
  );
  const doubts = [...rows.flatMap(({ dependent }) => dependent.doubts), ...needs.doubts];
  const operation: Entry = defined({
    line: first.line,
    row: first.row,
    title: page.title,
    endpoints: page.endpoints,
    actions: needs.actions,
    dependencies: needs.dependencies,
    scenarios: needs.scenarios,
    apiName: page.apiName ?? (page.endpoints.length === 0 ? page.title : undefined),
    identity: true as const,
    doubts: filled(doubts),
  });
  return [operation];
}
