import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.js';
import type { Entry, PageRecord } from '../../src/extract/extraction-record.js';
import { readHtmlTables } from '../../src/extract/tables/html-table.js';
import { EMPTY_CELL } from '../../src/extract/tables/table.js';
import type { RawCell } from '../../src/extract/tables/table.js';

/** The record of a fixture page. */
export function readFixture(name: string): PageRecord {
  return extractPage(
    readFileSync(fileURLToPath(new URL(`../fixtures/extract/${name}`, import.meta.url))),
    name,
  );
}

/** The record of a page written in the test. */
export function readMarkup(markup: string, file = 'page.html'): PageRecord {
  return extractPage(new TextEncoder().encode(markup), file);
}

/** All entries of a page. */
export function entriesOf(page: PageRecord): Entry[] {
  return page.tables.flatMap((table) => table.entries);
}

/** The cell that this HTML makes. */
export function cellOf(html: string): RawCell {
  return (
    readHtmlTables(`<table><tr><td>${html}</td></tr></table>`, () => 1)[0]?.rows[0]?.cells[0] ?? EMPTY_CELL
  );
}

/** Every row of every permission table is an entry or skipped, by its number, with a reason. */
export function expectAccounted(page: PageRecord): void {
  for (const table of page.tables) {
    if (table.kind === 'other') {
      expect(table.reason).toBeTruthy();
      expect(table.entries).toEqual([]);
      continue;
    }
    const seen = new Set([...table.entries, ...table.skipped].map((place) => place.row));
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: table.rows }, (_, at) => at + 1));
    expect(table.entries.length + table.skipped.length).toBeGreaterThanOrEqual(table.rows);
    for (const skipped of table.skipped) expect(skipped.reason).toBeTruthy();
  }
}
