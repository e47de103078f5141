import { rememberFor } from '../../remember.js';
import type { Grid, GridRow } from './grid.js';
import { GENERATION_PATTERNS, HEADER_PATTERNS, normalizeHeader } from './headers.js';
import { HEADER_WORDS } from './header-words.js';
import type { ColumnRole } from './header-words.js';
import { EMPTY_CELL, cellText } from './table.js';

const ROLE_OF_WORD: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(HEADER_WORDS).flatMap(([role, words]) =>
    words.map((word) => [word, role as ColumnRole] as const),
  ),
);

/** Longer than any header that was seen; what is longer is not normalised for each of the rows that it may span. */
const LONGEST_HEADER = 400;

/** Whether a row says the same as the header: tables that were joined repeat it. */
export function repeatsHeader(grid: Grid, row: GridRow, headerRows: number): boolean {
  const header = grid.rows[headerRows - 1];
  if (header === undefined || row.slots.length < 2) return false;
  const words = headerWords(header);
  return row.slots.every((slot, column) => {
    const text = cellText(slot.cell);
    return (
      text.length <= LONGEST_HEADER && normalizeHeader(text) === (words[column] ?? normalizeHeader(text))
    );
  });
}

const headerWords = rememberFor((header: GridRow): readonly string[] =>
  header.slots.map((slot) => normalizeHeader(cellText(slot.cell))),
);

/** The role that a normalised header word has by itself. */
export function roleOf(word: string): ColumnRole | undefined {
  if (word === '') return undefined;
  const exact = ROLE_OF_WORD.get(word);
  if (exact !== undefined) return exact;
  const generation = generationRole(word);
  if (generation !== undefined) return generation;
  const bare = ROLE_OF_WORD.get(word.replace(/\([^()]*\)?/g, ''));
  const inner = /\(([^()]*)\)/.exec(word)?.[1];
  const saysAction = inner !== undefined && /^actions?$|service:resource/.test(inner);
  if (saysAction && (bare === undefined || bare === 'title' || bare === 'permission')) return 'action';
  if (bare !== undefined) return bare;
  const part = bilingualRole(word);
  if (part !== undefined) return part;
  if (word.length > 60) return undefined;
  return HEADER_PATTERNS.find(([pattern]) => pattern.test(word))?.[1];
}

function generationRole(word: string): ColumnRole | undefined {
  if (word.length > 60 || /依赖|depend/.test(word)) return undefined;
  return GENERATION_PATTERNS.find(([pattern]) => pattern.test(word))?.[1];
}

/**
 * `授权项/action` and `授权项action` say the same twice, `资源类型(*为必须)resourcetype(*:required)` with remarks: the first
 * of their parts that is known.
 */
function bilingualRole(word: string): ColumnRole | undefined {
  const bare = word.replace(/\([^()]*\)?/g, '');
  const parts = [
    ...word.split(/[/|]/),
    ...[word, bare].map((text) => text.replace(/[^\u3400-\u9fff]+/g, '')),
    ...[word, bare].map((text) => text.replace(/[\u3400-\u9fff]+/g, '')),
  ];
  return parts
    .filter((part) => part !== word)
    .map((part) => ROLE_OF_WORD.get(part))
    .find((role) => role !== undefined);
}

/** Rows at the top that are `<th>`, in a `<thead>`, bold, or made of header words. */
export function countHeaderRows(grid: Grid): number {
  let count = 0;
  for (const row of grid.rows.slice(0, 4)) {
    const marked = row.head || row.slots.every((slot) => slot.cell.header || slot.cell.lines.length === 0);
    const own = row.slots.filter((slot) => !slot.left && slot.cell.lines.length > 0);
    const known = own.filter((slot) => roleOf(normalizeHeader(cellText(slot.cell))) !== undefined).length;
    const exact = own.filter((slot) => isHeaderWord(cellText(slot.cell))).length;
    const bold = own.length > 1 && own.every((slot) => slot.cell.bold);
    const single = own.length === 1 && grid.width > 1;
    const first =
      count === 0 ||
      grid.rows.slice(0, count).every((above) => above.slots.every((slot) => slot.cell.lines.length === 0));
    if (marked && !(single && count > 0)) count += 1;
    else if (first && own.length > 1 && ((exact >= 2 && exact * 2 >= own.length) || (bold && known > 0)))
      return count + 1;
    else if (count > 0 && own.length > 1 && exact >= 2 && exact === own.length) count += 1;
    else if (count === 0 && single) {
      const below = grid.rows[grid.rows.indexOf(row) + 1];
      const words = below?.slots.filter((slot) => isHeaderWord(cellText(slot.cell))).length ?? 0;
      return words >= 2 ? grid.rows.indexOf(row) + 2 : 0;
    } else break;
  }
  return count;
}

function isHeaderWord(text: string): boolean {
  const word = normalizeHeader(text);
  return ROLE_OF_WORD.has(word) || ROLE_OF_WORD.has(word.replace(/\([^()]*\)/g, ''));
}

/** The lowest header cell of each column; the one above it where that one is blank or no header word at all. */
export function headerTexts(grid: Grid, headerRows: number): string[] {
  return Array.from({ length: grid.width }, (_, column) => {
    const texts = grid.rows
      .slice(0, headerRows)
      .map((row) => cellText(row.slots[column]?.cell ?? EMPTY_CELL))
      .filter((text) => text !== '');
    return texts.findLast((text) => roleOf(normalizeHeader(text)) !== undefined) ?? texts.at(-1) ?? '';
  });
}
