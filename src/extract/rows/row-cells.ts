import type { Scope } from '../../catalog/model/model.js';
import { isBlank, saysNone } from '../cells/cell-words.js';
import { readEndpoints, readMethods } from '../cells/endpoints.js';
import type { EndpointReading } from '../cells/endpoints.js';
import { readFlag, readScope } from '../cells/scope.js';
import type { Columns } from '../tables/columns.js';
import type { Grid, GridRow, Slot } from '../tables/grid.js';
import { repeatsHeader } from '../tables/header-row.js';
import type { ColumnRole } from '../tables/header-words.js';
import { EMPTY_CELL, cellText } from '../tables/table.js';
import type { RawCell } from '../tables/table.js';
import { MAX_TEXT } from './row-needs.js';
import { en } from '../../wording/en/extract.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('extract', en);

/** A cell with more text than this is no cell of a permission table. */
const MAX_CELL = 20_000;

/** Rows that are no rows: empty ones, the header again, headings, cells beyond measure. */
export function whyUnreadable(
  row: GridRow,
  grid: Grid,
  { headerRows }: { readonly headerRows: number },
): string | undefined {
  const own = row.slots.filter((slot) => !slot.above && !slot.left && slot.cell.lines.length > 0);
  if (own.length === 0) return say('emptyRow');
  if (repeatsHeader(grid, row, headerRows)) return say('repeatedHeader');
  if (own.length === 1 && grid.width > 2 && row.slots.every((slot) => slot.cell === own[0]?.cell))
    return say('headingOver');
  return row.slots.some((slot) => tooLong(slot.cell)) ? say('longCell') : undefined;
}

/** A role's cell; several columns of one role are read as one cell. */
export function cellOf(row: GridRow, columns: Columns, role: ColumnRole): RawCell {
  const [first, ...rest] = columns.get(role) ?? [];
  const cell = (first === undefined ? undefined : row.slots[first]?.cell) ?? EMPTY_CELL;
  if (rest.length === 0) return cell;
  const cells = [cell, ...rest.map((column) => row.slots[column]?.cell ?? EMPTY_CELL)];
  return { ...cell, lines: [...new Set(cells)].flatMap((one) => one.lines) };
}

/** The API cell, with the methods of a column of their own. */
export function readApi(cell: RawCell, methodCell: RawCell): EndpointReading {
  const reading = readEndpoints(cell);
  if (reading.paths.length === 0) return reading;
  const methods = readMethods(methodCell);
  if (methods.length > 0 && reading.endpoints.length === 0)
    return {
      ...reading,
      endpoints: methods.flatMap((method) => reading.paths.map((path) => `${method} ${path}`)),
    };
  return reading.endpoints.length > 0 ? reading : { ...reading, apiName: cellText(cell).slice(0, 300) };
}

export function titleOf(row: GridRow, columns: Columns): string {
  for (const role of ['title', 'description'] as const) {
    for (const column of columns.get(role) ?? []) {
      const text = nameText(row.slots[column]?.cell ?? EMPTY_CELL);
      if (text !== '' && (role === 'title' || isName(text))) return text;
    }
  }
  return '';
}

/** A name, not a sentence: short, and without a full stop inside. */
function isName(text: string): boolean {
  return text.length <= 120 && !/[。.]\s*\S/.test(text) && !/^(?:grants?|授予)/i.test(text);
}

export function nameText(cell: RawCell): string {
  const noteAt = cell.lines.findIndex(
    (line) => line.note || /^(?:note|说明|注意)\s*[:：]?$|^(?:note|说明|注意)\s*[:：]/i.test(line.text),
  );
  const lines = noteAt < 0 ? cell.lines : cell.lines.slice(0, noteAt);
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .replace(/[。.]$/, '');
  return isBlank(text) || saysNone(text) ? '' : text.slice(0, 300);
}

export function scopeOf(row: GridRow, columns: Columns): Scope | undefined {
  const scope: { -readonly [key in keyof Scope]: Scope[key] } = {
    ...readScope(cellText(cellOf(row, columns, 'scope')).slice(0, 500)),
  };
  for (const key of ['project', 'enterprise_project', 'resource', 'tag'] as const) {
    const flag = readFlag(cellText(cellOf(row, columns, key)).slice(0, 100));
    if (flag !== undefined) scope[key] = flag;
  }
  return Object.keys(scope).length === 0 ? undefined : scope;
}

function tooLong(cell: RawCell): boolean {
  let length = 0;
  for (const line of cell.lines) length += line.text.length;
  return length > MAX_CELL;
}

/** What stands in a row, for people who look for it. */
export function rowText(row: GridRow): string {
  const shown: string[] = [];
  let length = 0;
  const seen = new Set<Slot['cell']>();
  for (const { cell } of row.slots) {
    if (seen.has(cell) || length > MAX_TEXT) continue;
    seen.add(cell);
    const text = cell.lines.length > 50 ? '…' : cellText(cell).slice(0, MAX_TEXT);
    shown.push(text);
    length += text.length;
  }
  return shown.join(' | ').slice(0, MAX_TEXT);
}
