import { EMPTY_CELL } from './table.js';
import type { RawCell, RawTable } from './table.js';

/** A table with its spans filled in: every row has one slot per column. */
export interface Grid {
  readonly width: number;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly line: number;
  readonly head: boolean;
  readonly slots: readonly Slot[];
}

export interface Slot {
  readonly cell: RawCell;
  /** The cell began in a row above. */
  readonly above: boolean;
  /** The cell began in a column to the left. */
  readonly left: boolean;
}

/** More columns than this is no table for people to read. */
export const MAX_COLUMNS = 100;

/** How many columns the widest row claims, spans counted; cheap, whatever the spans say. */
export function claimedWidth(table: RawTable): number {
  let width = 0;
  for (const row of table.rows) {
    let columns = 0;
    for (const cell of row.cells) columns += cell.colspan;
    width = Math.max(width, columns);
  }
  return width;
}

/**
 * Fills in rowspan and colspan. A span ends with its section (`thead`, `tbody`, `tfoot`) and with the table, whatever
 * it claims, so the work is rows × columns; columns beyond `MAX_COLUMNS` are cut off.
 */
export function toGrid(table: RawTable): Grid {
  const width = Math.min(MAX_COLUMNS, claimedWidth(table));
  const pending: ({ cell: RawCell; rows: number; left: boolean } | undefined)[] = new Array<undefined>(
    width,
  ).fill(undefined);
  let section = table.rows[0]?.section ?? 0;
  const rows = table.rows.map((row): GridRow => {
    if (row.section !== section) {
      section = row.section;
      pending.fill(undefined);
    }
    const slots: Slot[] = [];
    const carry = (): void => {
      for (
        let held = pending[slots.length];
        slots.length < width && held !== undefined;
        held = pending[slots.length]
      ) {
        pending[slots.length] = held.rows > 1 ? { ...held, rows: held.rows - 1 } : undefined;
        slots.push({ cell: held.cell, above: true, left: held.left });
      }
    };
    for (const cell of row.cells) {
      carry();
      const rowsLeft = cell.rowspan === 0 ? Number.POSITIVE_INFINITY : cell.rowspan - 1;
      for (let column = 0; column < cell.colspan && slots.length < width; column += 1) {
        if (rowsLeft > 0) pending[slots.length] = { cell, rows: rowsLeft, left: column > 0 };
        slots.push({ cell, above: false, left: column > 0 });
      }
    }
    carry();
    while (slots.length < width) {
      carry();
      if (slots.length < width) slots.push({ cell: EMPTY_CELL, above: false, left: false });
    }
    return { line: row.line, head: row.head, slots };
  });
  return { width, rows };
}
