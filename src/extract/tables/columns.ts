import { collectServices } from '../cells/action-tokens.js';
import type { Services } from '../cells/action-tokens.js';
import { readContent } from './content.js';
import type { Content } from './content.js';
import type { Grid, GridRow } from './grid.js';
import { countHeaderRows, headerTexts, roleOf } from './header-row.js';
import type { ForeignReason } from './foreign-headers.js';
import { FOREIGN_HEADERS, ROLE_LIST, SYSTEM_POLICY_NAME } from './foreign-headers.js';
import { normalizeHeader } from './headers.js';
import type { ColumnRole } from './header-words.js';
import { defined } from '../../defined.js';
import { en } from '../../wording/en/extract.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('extract', en);

/** What a table is and which column holds what. */
export type Layout =
  | { readonly kind: 'other'; readonly reason: string; readonly headerRows: number }
  | {
      readonly kind: 'api-permissions' | 'permissions' | 'actions' | 'resource-types' | 'condition-keys';
      readonly columns: Columns;
      /** How many rows at the top are header. */
      readonly headerRows: number;
      readonly services: Services;
      /** Which policies its actions are of, where the header says so; `both`: each has a column of its own. */
      readonly generation?: 'identity' | 'policy' | 'both';
    };

/** A table whose rows are read. */
export type PermissionLayout = Exclude<Layout, { kind: 'other' }>;

/** Column numbers by role, left to right. */
export type Columns = ReadonlyMap<ColumnRole, readonly number[]>;

/** Rows looked at where content decides. */
const SAMPLE_ROWS = 400;
/**
 * Decides by header words and content what a table is. A header word decides where it has one meaning; content
 * decides where it has two ("Permission" heads titles here and actions there), and has a veto: a column headed
 * "Action" that holds no action is none.
 *
 * The borderline, decided by what a table says: where one column holds single actions and another says what they are
 * for, the table states what an operation needs and is a permission table, whatever its page is about (also beside
 * columns that compare roles). Where the rows are roles or policies, where the columns compare them, or where the
 * actions spell out what a policy holds (two columns of actions, many wildcards, or a caption that says so), it is none.
 */
export function readLayout(grid: Grid, caption: string): Layout {
  const headerRows = countHeaderRows(grid);
  const headers = headerTexts(grid, headerRows);
  const other = (reason: string): Layout => ({ kind: 'other', reason, headerRows });
  const words = headers.map(normalizeHeader);
  const foreign = foreignReason(words);
  const roles = words.map(roleOf);
  const body = grid.rows.slice(headerRows);
  const generation = settleGenerations(roles);
  const identity = identityTable(roles, words);
  if (identity !== undefined)
    return { kind: identity, columns: byRole(roles), headerRows, services: new Set() };
  const says = (...wanted: readonly ColumnRole[]): boolean =>
    roles.some((role) => role !== undefined && wanted.includes(role));
  if (
    foreign !== undefined &&
    !(foreign === ROLE_LIST && says('title', 'endpoint') && says('action', 'permission'))
  )
    return other(say(foreign));

  const sample = body.slice(0, SAMPLE_ROWS);
  const services = collectServices(uniqueCells(sample));
  const content = words.map((_, column) => readContent(sample, column, services));
  settleActions(roles, content);
  const actionColumns = columnsOf(roles, 'action');
  const [actionColumn] = actionColumns;
  if (actionColumn === undefined)
    return other(foreign === undefined ? whyNoActions(headerRows, words, roles, content) : say(foreign));
  if (actionColumns.length > 1) return other(say('twoActionColumns'));
  const nameless = roles.every((role) => role === undefined || role === 'action');
  settleEndpoints(roles, content);
  settleTitle(roles, content);

  if (nameless && !columnsOf(roles, 'endpoint').length) return other(say('noOperationColumn'));
  const hasEndpoint = roles.includes('endpoint') || roles.includes('api_name');
  const found = content[actionColumn];
  if (
    found === undefined ||
    (found.actions === 0 &&
      !(hasEndpoint && found.mentions > 0) &&
      !(hasEndpoint && (found.blank === found.filled || found.filled === 0)))
  ) {
    return other(say(foreign ?? (found !== undefined && found.twoPart > 0 ? 'twoParts' : 'noActionCell')));
  }
  const describes = describesActions(roles);
  if (!hasEndpoint && !describes) {
    if (!roles.some((role) => role === 'title' || role === 'description' || role === 'dependency'))
      return other(say('noOperationColumn'));
    if (!roles.includes('title') && !roles.includes('dependency') && isPolicyContent(found, caption))
      return other(say('systemPolicy'));
  }
  const kind = kindOf(describes, hasEndpoint);
  return defined({ kind, columns: byRole(roles), headerRows, services, generation });
}

/** Only the actions table of an identity-policy page says these things of an action; a wildcard in it is an action, too. */
function describesActions(roles: readonly (ColumnRole | undefined)[]): boolean {
  return (
    roles.includes('access_level') ||
    roles.includes('alias') ||
    (roles.includes('resource_type') && roles.includes('condition_key'))
  );
}

function kindOf(describes: boolean, hasEndpoint: boolean): 'actions' | 'api-permissions' | 'permissions' {
  if (describes) return 'actions';
  return hasEndpoint ? 'api-permissions' : 'permissions';
}

/**
 * Columns that the header gives to one generation of policies. Beside a column of plain actions, "策略授权项" holds the
 * name in identity policies (elastic IPs); beside access levels, a column for policies 1.1 holds the aliases.
 */
function settleGenerations(roles: (ColumnRole | undefined)[]): 'identity' | 'policy' | 'both' | undefined {
  const identity = columnsOf(roles, 'identity_action');
  const policy = columnsOf(roles, 'policy_action');
  const give = (columns: readonly number[], role: ColumnRole): void => {
    for (const column of columns) roles[column] = role;
  };
  if (identity.length + policy.length === 0) return undefined;
  const plain = columnsOf(roles, 'action');
  const hasPlain = plain.length > 0;
  if (describesActions(roles)) {
    if (identity.length > 0) give(plain, 'alias');
    give(identity, 'action');
    give(policy, hasPlain || identity.length > 0 ? 'alias' : 'action');
    return 'identity';
  }
  if (identity.length > 0 && (policy.length > 0 || hasPlain)) {
    give(policy, 'action');
    return 'both';
  }
  if (policy.length > 0 && hasPlain) {
    give(policy, 'identity_action');
    return 'both';
  }
  give([...identity, ...policy], 'action');
  return identity.length > 0 ? 'identity' : 'policy';
}

const FOREIGN_REASONS: ReadonlyMap<string, ForeignReason> = new Map(
  FOREIGN_HEADERS.flatMap(({ reason, words }) => words.map((word) => [word, reason] as const)),
);

function foreignReason(words: readonly string[]): ForeignReason | undefined {
  for (const word of words) {
    const reason = FOREIGN_REASONS.get(word) ?? FOREIGN_REASONS.get(word.replace(/\([^()]*\)/g, ''));
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** The tables of identity-policy pages that hold neither operations nor actions. */
function identityTable(
  roles: readonly (ColumnRole | undefined)[],
  words: readonly string[],
): 'resource-types' | 'condition-keys' | undefined {
  if (roles.includes('action') || roles.includes('endpoint')) return undefined;
  if (roles.includes('resource_type') && roles.includes('urn')) return 'resource-types';
  if (
    roles.includes('condition_key') &&
    (roles.includes('value_type') ||
      roles.includes('multi_valued') ||
      words.some((word) => /^(?:类型|条件类型|type|运算符|operators?)$/.test(word)))
  )
    return 'condition-keys';
  return undefined;
}

/** Columns that say what an action is for: beside one of them a nameless column full of actions is the action column. */
const SAYS_WHAT: ReadonlySet<ColumnRole> = new Set(['endpoint', 'title', 'project', 'access_level']);

/** Finds the action column: by its word where content agrees, else a "permission" column or a nameless one full of actions. */
function settleActions(roles: (ColumnRole | undefined)[], content: readonly Content[]): void {
  const holds = (column: number): boolean => (content[column]?.actions ?? 0) > 0;
  const named = columnsOf(roles, 'action');
  if (named.length > 1 && named.some(holds)) {
    // "Actions" beside "Supported Actions" where only one of them holds any: the other one is a title.
    for (const column of named) if (!holds(column)) roles[column] = 'title';
  }
  const settled = columnsOf(roles, 'action').some(holds);
  const mostly = (column: number): boolean => {
    const { actions = 0, filled = 0, blank = 0 } = content[column] ?? {};
    return actions > 0 && actions * 2 >= filled - blank;
  };
  roles.forEach((role, column) => {
    if (role === 'permission') roles[column] = !settled && mostly(column) ? 'action' : 'title';
  });
  if (columnsOf(roles, 'action').some(holds)) return;
  const candidates = roles
    .map((role, column) => ({ role, column }))
    .filter(
      ({ role, column }) =>
        (role === undefined || role === 'endpoint' || role === 'title' || role === 'api_name') &&
        mostly(column),
    );
  const best = candidates.find(({ role }) => role === undefined) ?? candidates[0];
  const saysWhat = (role: ColumnRole | undefined, column: number): boolean =>
    (role !== undefined && SAYS_WHAT.has(role)) || (content[column]?.endpoints ?? 0) > 0;
  if (best === undefined || !roles.some((role, column) => column !== best.column && saysWhat(role, column)))
    return;
  for (const column of columnsOf(roles, 'action'))
    roles[column] = (content[column]?.endpoints ?? 0) > 0 ? 'endpoint' : 'title';
  roles[best.column] = 'action';
}

/** Finds the API column: by its word; else a nameless column full of endpoints. Of several, those that hold endpoints. */
function settleEndpoints(roles: (ColumnRole | undefined)[], content: readonly Content[]): void {
  const holds = (column: number): boolean => (content[column]?.endpoints ?? 0) > 0;
  roles.forEach((role, column) => {
    const { methods = 0, filled = 0, blank = 0 } = content[column] ?? {};
    if (
      (role === undefined || role === 'endpoint' || role === 'group') &&
      methods > 0 &&
      methods >= filled - blank
    )
      roles[column] = 'method';
  });
  const named = columnsOf(roles, 'endpoint');
  if (named.length > 1 && named.some(holds)) {
    for (const column of named)
      if (!holds(column)) roles[column] = roles.includes('title') ? 'api_name' : 'title';
    return;
  }
  if (named.some(holds)) return;
  const found = roles.findIndex(
    (role, column) =>
      (role === undefined || role === 'title' || role === 'description') &&
      (content[column]?.endpoints ?? 0) * 2 >= (content[column]?.filled ?? 0) &&
      holds(column),
  );
  if (found < 0) return;
  for (const column of named)
    roles[column] = roles.includes('title') && roles.indexOf('title') !== found ? 'api_name' : 'title';
  roles[found] = 'endpoint';
}

/** A title column whose word nobody knows: beside an API column, the first column without a role. */
function settleTitle(roles: (ColumnRole | undefined)[], content: readonly Content[]): void {
  if (roles.includes('title') || roles.includes('description') || !roles.includes('endpoint')) return;
  const free = roles.findIndex((role, column) => role === undefined && (content[column]?.filled ?? 0) > 0);
  if (free >= 0) roles[free] = 'title';
}

function whyNoActions(
  headerRows: number,
  words: readonly string[],
  roles: readonly (ColumnRole | undefined)[],
  content: readonly Content[],
): string {
  if (headerRows === 0) return say('noHeaderRow');
  if (words.filter((word) => SYSTEM_POLICY_NAME.test(word)).length >= 1 && words.length > 1)
    return say('comparesRoles');
  if (roles.includes('condition_key')) return say('describesKeys');
  if (content.some((column) => column.patterns > 0)) return say('resourcePatterns');
  if (content.some((column) => column.twoPart > 1)) return say('twoParts');
  return say('noActionColumn');
}

/** Actions with nothing but a description are a policy's contents where the caption says so, or where many are wildcards. */
function isPolicyContent(content: Content, caption: string): boolean {
  const word = normalizeHeader(caption);
  return (
    content.wildcards * 4 >= content.actions ||
    /(?:fullaccess|readonlyaccess|commonoperations|administrator|system-definedpolicy|系统策略)/.test(word)
  );
}

function* uniqueCells(rows: readonly GridRow[]) {
  for (const row of rows) for (const slot of row.slots) if (!slot.left && !slot.above) yield slot.cell;
}

function columnsOf(roles: readonly (ColumnRole | undefined)[], role: ColumnRole): number[] {
  return roles.flatMap((found, column) => (found === role ? [column] : []));
}

function byRole(roles: readonly (ColumnRole | undefined)[]): Columns {
  const columns = new Map<ColumnRole, number[]>();
  roles.forEach((role, column) => {
    if (role === undefined) return;
    const list = columns.get(role);
    if (list) list.push(column);
    else columns.set(role, [column]);
  });
  return columns;
}
