import { readActions, readDependencies } from '../cells/action-cell.js';
import type { ActionReading } from '../cells/action-cell.js';
import type { EndpointReading } from '../cells/endpoints.js';
import type { Entry } from '../extraction-record.js';
import type { Columns, PermissionLayout } from '../tables/columns.js';
import type { GridRow } from '../tables/grid.js';
import type { ColumnRole } from '../tables/header-words.js';
import { cellText } from '../tables/table.js';
import type { RawCell } from '../tables/table.js';
import { cellOf, nameText, readApi, scopeOf, titleOf } from './row-cells.js';
import { flatten, guessed, needsOf } from './row-needs.js';
import { defined, filled } from '../../defined.js';
import { en } from '../../wording/en/extract.js';
import { en as doubts } from '../../wording/en/doubts.js';
import { speaker, writer } from '../../wording/speaker.js';

const say = speaker('extract', en);
const note = writer(doubts);

type Fields = Omit<Entry, 'line' | 'row'>;

/**
 * Reads a row that says what an operation needs: one entry, or one for each generation of policies where the table has a
 * column for either. A string is the reason why the row is none.
 */
export function readNeedsRow(
  row: GridRow,
  { columns, services, kind }: PermissionLayout,
  above: Entry | undefined,
): Fields[] | string {
  const cell = (role: ColumnRole): RawCell => cellOf(row, columns, role);
  const required = readActions(cell('action'), services);
  const dependent = readDependencies(cell('dependency'), services);
  const identity = readActions(cell('identity_action'), services);
  const api = readApi(cell('endpoint'), cell('method'));
  const apiName = api.apiName ?? (nameText(cell('api_name')) || undefined);
  // Of several titles (a scenario, a case of it) none names the operation where a column of API names does.
  const isNamed = apiName !== undefined && (columns.get('title') ?? []).length > 1;
  const named = (isNamed ? apiName : titleOf(row, columns)) || (apiName ?? api.lead ?? '');
  if (above !== undefined && api.endpoints.length > 0 && saysNothingOfNeeds(row, columns))
    return [likeAbove(above, named, api)];

  const unsaid = required.says === 'blank' || required.says === 'prose';
  const hasApi = api.endpoints.length > 0;
  if (unsaid && identity.says === 'blank' && !hasApi) return lackReason(required, api, cell('action'));
  if (required.says === 'none' && kind !== 'api-permissions') return say('noneAndNoApi');

  const doubts = [...api.doubts, ...required.doubts, ...dependent.doubts];
  if (unsaid)
    doubts.push(
      guessed(
        note('noActionNamed'),
        'doubtful',
        required.says === 'prose' ? cellText(cell('action')) : undefined,
      ),
    );
  // Blank title and API cells are what is left of cells that spanned rows.
  const blanks = {
    title: named === '' && columns.has('title') && cell('title').lines.length === 0,
    api: !hasApi && apiName === undefined && cell('endpoint').lines.length === 0,
  };
  const carried = kind === 'api-permissions' && blanks.title && (blanks.api || hasApi) ? above : undefined;
  if (carried !== undefined)
    doubts.push(guessed(note(blanks.api ? 'titleAndApiFromAbove' : 'titleFromAbove')));
  const needs = needsOf(required.groups, dependent.groups);
  const noted = flatten(readActions(cell('note'), services).groups).filter(
    (action) => !needs.actions.includes(action) && !needs.dependencies.includes(action),
  );
  const operation = {
    title: carried?.title ?? named,
    endpoints: blanks.api ? (carried?.endpoints ?? []) : api.endpoints,
    apiName,
    discriminator: api.discriminator,
  };
  const policy: Fields = defined({
    ...operation,
    actions: needs.actions,
    dependencies: needs.dependencies,
    scenarios: needs.scenarios,
    scope: scopeOf(row, columns),
    noPermission: required.says === 'none' ? (true as const) : undefined,
    unsaid: unsaid ? (true as const) : undefined,
    noted: filled(noted),
    doubts: filled([...doubts, ...needs.doubts]),
  });
  if (identity.says !== 'actions' && identity.says !== 'none') return [policy];
  const isApi = operation.endpoints.length > 0 || apiName !== undefined;
  const other = isApi
    ? identityNeeds(defined(operation), identity, dependent)
    : identityAction(operation.title, identity, flatten(required.groups));
  return unsaid ? [other] : [policy, other];
}

/** What the same operation needs of identity policies: the dependencies of a table hold for both generations. */
function identityNeeds(
  operation: Pick<Entry, 'title' | 'endpoints' | 'apiName' | 'discriminator'>,
  identity: ActionReading,
  dependent: ActionReading,
): Fields {
  const { doubts, ...needs } = needsOf(identity.groups, dependent.groups);
  return defined({
    ...operation,
    ...needs,
    noPermission: identity.says === 'none' ? (true as const) : undefined,
    identity: true as const,
    doubts: filled([...identity.doubts, ...dependent.doubts, ...doubts]),
  });
}

/** Beside no API, the two columns tell which names of either generation stand for the same permission. */
function identityAction(title: string, identity: ActionReading, aliases: readonly string[]): Fields {
  return defined({
    title,
    endpoints: [],
    actions: flatten(identity.groups),
    dependencies: [],
    scenarios: [],
    describes: 'action' as const,
    aliases: filled(aliases),
    unread: ['resources', 'condition_keys'] as const,
    doubts: filled(identity.doubts),
  });
}

/** Columns that say what a row needs, and where. */
const NEEDS: readonly ColumnRole[] = [
  'action',
  'identity_action',
  'dependency',
  'project',
  'enterprise_project',
  'resource',
  'tag',
  'scope',
];

/** Cells that were merged downwards and lost it leave everything blank that says what a row needs, and where. */
function saysNothingOfNeeds(row: GridRow, columns: Columns): boolean {
  return NEEDS.flatMap((role) => columns.get(role) ?? []).every(
    (column) => row.slots[column]?.above === false && row.slots[column].cell.lines.length === 0,
  );
}

function likeAbove(above: Entry, named: string, api: EndpointReading): Fields {
  const { actions, dependencies, scenarios, scope, noPermission } = above;
  const doubts = [...api.doubts, guessed(note('needsFromAbove'))];
  return defined({
    title: named || above.title,
    endpoints: api.endpoints,
    actions,
    dependencies,
    scenarios,
    scope,
    noPermission,
    discriminator: api.discriminator,
    identity: above.identity,
    doubts,
  });
}

/** Why a row without an action is no entry. */
export function lackReason(required: ActionReading, api: EndpointReading, cell: RawCell): string {
  if (required.says === 'prose')
    return /[\w-]:[\w*-]/.test(cellText(cell)) ? say('noActionForm') : say('wordsForAction');
  return api.apiName !== undefined ? say('needsUnsaid') : say('noAction');
}
