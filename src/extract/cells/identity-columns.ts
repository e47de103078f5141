import type { AccessLevel, Doubt } from '../../catalog/model/model.js';
import { isBlank, saysNone } from './cell-words.js';
import type { Layout } from '../tables/columns.js';
import type { Grid } from '../tables/grid.js';
import type { ColumnRole } from '../tables/header-words.js';
import type { Entry, TableRecord } from '../extraction-record.js';
import { EMPTY_CELL, cellText } from '../tables/table.js';
import type { RawCell } from '../tables/table.js';
import { defined, filled } from '../../defined.js';
import { en as doubts } from '../../wording/en/doubts.js';
import { writer } from '../../wording/speaker.js';

const note = writer(doubts);

type Columns = Exclude<Layout, { kind: 'other' }>;

/** What a row says of its action, and what of it is not sure. */
export interface ActionFacts {
  readonly fields: Partial<Entry>;
  readonly doubts: readonly Doubt[];
}

/**
 * Columns that only the actions table of an identity-policy page has. A row's condition keys hold for its resource
 * types; where it names none, for the action as a whole.
 */
export function actionFacts(cellOf: (role: ColumnRole) => RawCell): ActionFacts {
  const keyWords = words(cellOf('condition_key'));
  const keys = keyWords.filter((word) => CONDITION_KEY.test(word));
  const resources = words(cellOf('resource_type')).map((word) => ({
    type: typeName(word),
    required: word.endsWith('*'),
    conditionKeys: keys,
  }));
  const level = cellText(cellOf('access_level'));
  const fields = defined({
    describes: 'action' as const,
    accessLevel: accessLevel(level),
    resources: filled(resources),
    conditionKeys: resources.length > 0 ? undefined : filled(keys),
    aliases: filled(words(cellOf('alias'))),
  });
  const others = keyWords.filter((word) => !CONDITION_KEY.test(word));
  const doubts = [
    ...(isBlank(level) || fields.accessLevel !== undefined ? [] : [strange(note('levelUnknown'), level)]),
    ...(others.length === 0 ? [] : [strange(note('noKeys'), others.join(' '))]),
  ];
  return { fields, doubts };
}

function strange(note: string, was: string): Doubt {
  return { kind: 'guessed', confidence: 'likely', note, was: was.slice(0, 200) };
}

/** Some pages give a resource type as the URN: `mrs:<region>:<account-id>:cluster:<cluster-id>` is a cluster. */
function typeName(word: string): string {
  const name = word.replace(/\*+$/, '');
  const [, , , type] = name.split(':');
  return type !== undefined && name.split(':').length >= 5 ? type : name;
}

/** `g:ResourceTag/&lt;tag-key&gt;` was escaped twice, `g:ResourceTag/\<tag-key\>` for Markdown. */
function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\\([<>])/g, '$1');
}

/** The table of resource types on an identity-policy page: type and URN. */
export function resourceTypes(grid: Grid, layout: Columns): NonNullable<TableRecord['resources']> {
  const [type = -1] = layout.columns.get('resource_type') ?? [];
  const [urn = -1] = layout.columns.get('urn') ?? [];
  return grid.rows.slice(layout.headerRows).flatMap((row) => {
    const name = cellText(row.slots[type]?.cell ?? EMPTY_CELL).replace(/\s*\*+$/, '');
    const template = cellText(row.slots[urn]?.cell ?? EMPTY_CELL).replace(/\s+/g, '');
    return /^[\w.-]+$/.test(name) && template.includes(':')
      ? [{ type: name, urn: template, line: row.line }]
      : [];
  });
}

/** The table of condition keys on an identity-policy page: key, value type, single or several values. */
export function conditionKeys(grid: Grid, layout: Columns): NonNullable<TableRecord['conditionKeys']> {
  const header = grid.rows[layout.headerRows - 1];
  const [key = -1] = layout.columns.get('condition_key') ?? [];
  const [
    type = header?.slots.findIndex((slot) => /类型|type|运算符|operator/i.test(cellText(slot.cell))) ?? -1,
  ] = layout.columns.get('value_type') ?? [];
  const [multi = -1] = layout.columns.get('multi_valued') ?? [];
  return grid.rows.slice(layout.headerRows).flatMap((row) => {
    const multiValued = isMultiValued(cellText(row.slots[multi]?.cell ?? EMPTY_CELL));
    return words(row.slots[key]?.cell ?? EMPTY_CELL)
      .filter((word) => CONDITION_KEY.test(word))
      .map((word) =>
        defined({
          key: word,
          valueType: valueType(cellText(row.slots[type]?.cell ?? EMPTY_CELL)),
          multiValued,
          line: row.line,
        }),
      );
  });
}

function isMultiValued(text: string): boolean | undefined {
  if (/多值|multi/i.test(text)) return true;
  return /单值|single/i.test(text) ? false : undefined;
}

/** `g:CurrentTime`, `ecs:ImageID`, `g:ResourceTag/<tag-key>`. */
const CONDITION_KEY = /^[\w-]+:[\w./<>{}$-]+$/;

/** How pages and the authorization schema name access levels, lower case, without white space, `-` and `_`. */
const ACCESS_LEVELS: Readonly<Record<string, AccessLevel>> = {
  list: 'list',
  列表: 'list',
  列举: 'list',
  read: 'read',
  只读: 'read',
  读: 'read',
  读取: 'read',
  write: 'write',
  写: 'write',
  写入: 'write',
  tagging: 'tagging',
  tag: 'tagging',
  标签: 'tagging',
  标记: 'tagging',
  readwrite: 'write',
  读写: 'write',
  permissionmanagement: 'permission_management',
  permissionsmanagement: 'permission_management',
  权限管理: 'permission_management',
};

export function accessLevel(text: string): AccessLevel | undefined {
  return ACCESS_LEVELS[
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s*_-]+/g, '')
  ];
}

/** How pages and the authorization schema name the value types of condition keys. */
const VALUE_TYPES: readonly (readonly [RegExp, string])[] = [
  [/str|字符/i, 'string'],
  [/num|int|数值|数字|整/i, 'number'],
  [/bool|布尔/i, 'boolean'],
  [/date|time|日期|时间/i, 'date'],
  [/ip/i, 'ip'],
];

export function valueType(text: string): string {
  return VALUE_TYPES.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/** Names in a cell, one a line or parted by commas; `-` is none. A star behind a name stays with it. */
function words(cell: RawCell): string[] {
  const found = cell.lines
    .filter((line) => !line.note)
    .flatMap((line) =>
      unescaped(line.text)
        .replace(/\s+\*/g, '*')
        .split(/[\s,，;；、]+/),
    )
    .map((word) => word.replace(/^["'“]|["'”]$/g, ''))
    .filter((word) => word !== '' && !isBlank(word) && !saysNone(word));
  return [...new Set(found)];
}
