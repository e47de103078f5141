import type { Doubt, Scope } from '../catalog/model/model.js';
import { readActions } from './cells/action-cell.js';
import { isBlank, saysNone } from './cells/cell-words.js';
import type { ActionGroup, ActionReading } from './cells/action-cell.js';
import { repeatsHeader } from './tables/header-row.js';
import type { Columns, Layout } from './tables/columns.js';
import { readEndpoints, readMethods } from './cells/endpoints.js';
import type { EndpointReading } from './cells/endpoints.js';
import type { Grid, GridRow, Slot } from './tables/grid.js';
import type { ColumnRole } from './tables/headers.js';
import { actionFacts } from './cells/identity-columns.js';
import type { Entry, EntryScenario, SkippedRow } from './extraction-record.js';
import { pairScenarios } from './cells/scenarios.js';
import { readFlag, readScope } from './cells/scope.js';
import { EMPTY_CELL, cellText } from './tables/table.js';
import type { RawCell } from './tables/table.js';
import { defined, filled } from '../defined.js';

type PermissionLayout = Exclude<Layout, { kind: 'other' }>;

/** What a page says once for all rows of a table: the API that the page is about. */
export interface PageContext {
  readonly title: string;
  readonly apiName?: string;
  readonly endpoints: readonly string[];
}

/** A cell with more text than this is no cell of a permission table. */
const MAX_CELL = 20_000;
const MAX_TEXT = 200;

/** Reads the body of a permission table: each row becomes entries, or is skipped with a reason. */
export function readRows(
  grid: Grid,
  layout: PermissionLayout,
  page: PageContext,
): { entries: Entry[]; skipped: SkippedRow[] } {
  const entries: Entry[] = [];
  const skipped: SkippedRow[] = [];
  let above: Entry | undefined;
  grid.rows.slice(layout.headerRows).forEach((row, index) => {
    const place = { line: row.line, row: index + 1 };
    const reading = readRow(row, grid, layout, above);
    if (typeof reading === 'string') {
      skipped.push({ ...place, reason: reading, text: rowText(row) });
      return;
    }
    const entry = { ...place, ...reading };
    entries.push(entry);
    above = entry;
  });
  return {
    entries:
      layout.kind === 'actions' && (page.endpoints.length > 0 || page.apiName !== undefined)
        ? [...operationOf(entries, page), ...entries]
        : entries,
    skipped,
  };
}

/** A page about one API carries its actions in a table without an API column: the operation is the page's. */
function operationOf(entries: readonly Entry[], page: PageContext): Entry[] {
  const [first] = entries;
  if (first === undefined) return [];
  const operation: Entry = defined({
    line: first.line,
    row: first.row,
    title: page.title,
    endpoints: page.endpoints,
    actions: [...new Set(entries.flatMap((entry) => entry.actions))],
    dependencies: [...new Set(entries.flatMap((entry) => entry.dependencies))],
    scenarios: [],
    apiName: page.apiName,
  });
  return [operation];
}

/** Columns that say what a row needs, and where. */
const NEEDS: readonly ColumnRole[] = [
  'action',
  'dependency',
  'project',
  'enterprise_project',
  'resource',
  'tag',
  'scope',
];

type RowReading = Omit<Entry, 'line' | 'row'>;

function readRow(
  row: GridRow,
  grid: Grid,
  layout: PermissionLayout,
  above: Entry | undefined,
): RowReading | string {
  const { columns, services, kind } = layout;
  const unreadable = whyUnreadable(row, grid, layout);
  if (unreadable !== undefined) return unreadable;
  const cellOf = (role: ColumnRole): RawCell => joined(row, columns, role);
  const required = readActions(cellOf('action'), services);
  const dependent = readActions(cellOf('dependency'), services);
  const api = readApi(cellOf('endpoint'), cellOf('method'));
  const apiName = api.apiName ?? (nameText(cellOf('api_name')) || undefined);
  const named = titleOf(row, columns) || (kind === 'actions' ? '' : (apiName ?? api.lead ?? ''));
  if (above !== undefined && api.endpoints.length > 0 && saysNothingOfNeeds(row, columns))
    return likeAbove(above, named, api);

  const unsaid = required.says === 'blank' || required.says === 'prose';
  if (unsaid && api.endpoints.length === 0) return lackReason(required, api, cellOf('action'));
  if (required.says === 'none' && kind !== 'api-permissions')
    return 'says that no permission is needed, and names no API';

  const doubts = [...api.doubts, ...required.doubts, ...dependent.doubts];
  if (unsaid)
    doubts.push(
      guessed(
        'The page names the API, but no action that it needs.',
        'doubtful',
        required.says === 'prose' ? cellText(cellOf('action')) : undefined,
      ),
    );
  // Blank title and API cells are what is left of cells that spanned rows.
  const blanks = {
    title: named === '' && columns.has('title') && cellOf('title').lines.length === 0,
    api: api.endpoints.length === 0 && apiName === undefined && cellOf('endpoint').lines.length === 0,
  };
  const carried =
    kind === 'api-permissions' && blanks.title && (blanks.api || api.endpoints.length > 0)
      ? above
      : undefined;
  if (carried !== undefined)
    doubts.push(
      guessed(`The title${blanks.api ? ' and API cells are' : ' cell is'} blank: taken from the row above.`),
    );
  const needs = requirements(required, dependent, doubts);
  const noted = flatten(readActions(cellOf('note'), services).groups).filter(
    (action) => !needs.actions.includes(action) && !needs.dependencies.includes(action),
  );
  const facts = kind === 'actions' ? actionFacts(cellOf) : {};
  return defined({
    title: carried?.title ?? named,
    endpoints: blanks.api ? (carried?.endpoints ?? []) : api.endpoints,
    ...needs,
    scope: scopeOf(row, columns),
    noPermission: required.says === 'none' ? (true as const) : undefined,
    unsaid: unsaid ? (true as const) : undefined,
    noted: filled(noted),
    discriminator: api.discriminator,
    apiName,
    ...facts,
    doubts: filled(doubts),
  });
}

/** Rows that are no rows: empty ones, the header again, headings, cells beyond measure. */
function whyUnreadable(row: GridRow, grid: Grid, layout: PermissionLayout): string | undefined {
  const own = row.slots.filter((slot) => !slot.above && !slot.left && slot.cell.lines.length > 0);
  if (own.length === 0) return 'the row is empty';
  if (repeatsHeader(grid, row, layout.headerRows)) return 'repeats the header';
  if (own.length === 1 && grid.width > 2 && row.slots.every((slot) => slot.cell === own[0]?.cell))
    return 'a heading over the rows below';
  return row.slots.some((slot) => tooLong(slot.cell)) ? 'a cell is too long to be read' : undefined;
}

/** Cells that were merged downwards and lost it leave everything blank that says what a row needs, and where. */
function saysNothingOfNeeds(row: GridRow, columns: Columns): boolean {
  return NEEDS.flatMap((role) => columns.get(role) ?? []).every(
    (column) => row.slots[column]?.above === false && row.slots[column].cell.lines.length === 0,
  );
}

function likeAbove(above: Entry, named: string, api: EndpointReading): RowReading {
  const { actions, dependencies, scenarios, scope, noPermission } = above;
  const doubts = [
    ...api.doubts,
    guessed('All cells that say what is needed are blank: taken from the row above.'),
  ];
  return defined({
    title: named || above.title,
    endpoints: api.endpoints,
    actions,
    dependencies,
    scenarios,
    scope,
    noPermission,
    discriminator: api.discriminator,
    doubts,
  });
}

function guessed(note: string, confidence: Doubt['confidence'] = 'likely', was?: string): Doubt {
  return defined({ kind: 'guessed' as const, confidence, note, was: was?.slice(0, MAX_TEXT) });
}

/** Why a row without an action is no entry. */
function lackReason(required: ActionReading, api: EndpointReading, cell: RawCell): string {
  if (required.says === 'prose')
    return /[\w-]:[\w*-]/.test(cellText(cell))
      ? 'the action is not of the form service:resource:operation'
      : 'the action cell holds words, no action';
  return api.apiName !== undefined ? 'names an API, but does not say what it needs' : 'names no action';
}

function requirements(
  required: ActionReading,
  dependent: ActionReading,
  doubts: Doubt[],
): { actions: readonly string[]; dependencies: readonly string[]; scenarios: readonly EntryScenario[] } {
  const scenarios = pairScenarios(required.groups, dependent.groups);
  if (scenarios.length > 0) {
    doubts.push(guessed('Labels in the cell were read as alternatives.'));
    return { actions: [], dependencies: [], scenarios };
  }
  return { actions: flatten(required.groups), dependencies: flatten(dependent.groups), scenarios: [] };
}

function flatten(groups: readonly ActionGroup[]): string[] {
  return [...new Set(groups.flatMap((group) => group.actions))];
}

/** The API cell, with the methods of a column of their own. */
function readApi(cell: RawCell, methodCell: RawCell): EndpointReading {
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

function titleOf(row: GridRow, columns: Columns): string {
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

function nameText(cell: RawCell): string {
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

function scopeOf(row: GridRow, columns: Columns): Scope | undefined {
  const scope: { -readonly [key in keyof Scope]: Scope[key] } = {
    ...readScope(cellText(joined(row, columns, 'scope')).slice(0, 500)),
  };
  for (const key of ['project', 'enterprise_project', 'resource', 'tag'] as const) {
    const flag = readFlag(cellText(joined(row, columns, key)).slice(0, 100));
    if (flag !== undefined) scope[key] = flag;
  }
  return Object.keys(scope).length === 0 ? undefined : scope;
}

/** A role's cell; several columns of one role are read as one cell. */
function joined(row: GridRow, columns: Columns, role: ColumnRole): RawCell {
  const [first, ...rest] = columns.get(role) ?? [];
  const cell = (first === undefined ? undefined : row.slots[first]?.cell) ?? EMPTY_CELL;
  if (rest.length === 0) return cell;
  const cells = [cell, ...rest.map((column) => row.slots[column]?.cell ?? EMPTY_CELL)];
  return { ...cell, lines: [...new Set(cells)].flatMap((one) => one.lines) };
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
