import type { UnreadList } from '../../catalog/model/model.js';
import { readActions, readDependencies } from '../cells/action-cell.js';
import type { ActionReading } from '../cells/action-cell.js';
import { isBlank } from '../cells/cell-words.js';
import { actionFacts } from '../cells/identity-columns.js';
import type { Entry } from '../extraction-record.js';
import type { PermissionLayout } from '../tables/columns.js';
import type { GridRow } from '../tables/grid.js';
import type { ColumnRole } from '../tables/header-words.js';
import { cellText } from '../tables/table.js';
import type { RawCell } from '../tables/table.js';
import { lackReason } from './needs-row.js';
import { cellOf, nameText, readApi, scopeOf, titleOf } from './row-cells.js';
import { flatten, guessed, needsOf } from './row-needs.js';
import { defined, filled } from '../../defined.js';
import { en as doubts } from '../../wording/en/doubts.js';
import { writer } from '../../wording/speaker.js';

const note = writer(doubts);

type Fields = Omit<Entry, 'line' | 'row'>;

/** A row that says what an action is: the action, and the operation where the row names an API besides. */
export interface ActionRow {
  readonly entries: readonly [Fields, ...Fields[]];
  readonly required: ActionReading;
  readonly dependent: ActionReading;
}

/** Columns that say something of an action: where one of them is filled, a blank action cell means the action above. */
const FACTS: readonly ColumnRole[] = ['resource_type', 'condition_key', 'alias'];

/** A table without one of these columns (the pages for service control policies name no aliases) says nothing of its list. */
const UNREAD: readonly (readonly [ColumnRole, UnreadList])[] = [
  ['alias', 'aliases'],
  ['resource_type', 'resources'],
  ['condition_key', 'condition_keys'],
];

/** A string is the reason why the row is none. */
export function readActionRow(
  row: GridRow,
  { columns, services }: PermissionLayout,
  above: ActionRow | undefined,
): ActionRow | string {
  const cell = (role: ColumnRole): RawCell => cellOf(row, columns, role);
  const own = readActions(cell('action'), services);
  const goesOn =
    own.says === 'blank' &&
    cell('action').lines.length === 0 &&
    FACTS.some((role) => !isBlank(cellText(cell(role))));
  const required = goesOn && above !== undefined ? above.required : own;
  const dependent = readDependencies(cell('dependency'), services);
  const api = readApi(cell('endpoint'), cell('method'));
  const apiName = api.apiName ?? (nameText(cell('api_name')) || undefined);
  if (required.says !== 'actions') return lackReason(required, api, cell('action'));
  const facts = actionFacts(cell);
  const doubts = [...required.doubts, ...(goesOn ? [guessed(note('actionFromAbove'))] : []), ...facts.doubts];
  const described: Fields = defined({
    title: titleOf(row, columns),
    endpoints: [],
    actions: flatten(required.groups),
    dependencies: flatten(dependent.groups),
    scenarios: [],
    scope: scopeOf(row, columns),
    ...facts.fields,
    unread: filled(UNREAD.filter(([role]) => !columns.has(role)).map(([, list]) => list)),
    doubts: filled(doubts),
  });
  if (api.endpoints.length === 0 && apiName === undefined)
    return { entries: [described], required, dependent };
  const needs = needsOf(required.groups, dependent.groups);
  const operation: Fields = defined({
    title: titleOf(row, columns) || (apiName ?? api.lead ?? ''),
    endpoints: api.endpoints,
    actions: needs.actions,
    dependencies: needs.dependencies,
    scenarios: needs.scenarios,
    apiName,
    discriminator: api.discriminator,
    identity: true as const,
    doubts: filled([...api.doubts, ...required.doubts, ...dependent.doubts, ...needs.doubts]),
  });
  return { entries: [{ ...described, dependencies: [] }, operation], required, dependent };
}
