import type { Layout } from './columns.js';
import type { Grid } from './grid.js';
import type { TableRecord } from './record.js';
import { words } from './rows.js';
import { EMPTY_CELL, cellText } from './table.js';

type Columns = Exclude<Layout, { kind: 'other' }>;

/** The table of resource types on an identity-policy page: type and URN. */
export function resourceTypes(grid: Grid, layout: Columns): NonNullable<TableRecord['resources']> {
  const [type = -1] = layout.columns.get('resource_type') ?? [];
  const [urn = -1] = layout.columns.get('urn') ?? [];
  return grid.rows.slice(layout.headerRows).flatMap((row) => {
    const name = cellText(row.slots[type]?.cell ?? EMPTY_CELL);
    const template = cellText(row.slots[urn]?.cell ?? EMPTY_CELL).replace(/\s+/g, '');
    return /^[\w-]+\*?$/.test(name) && template.includes(':') ? [{ type: name.replace(/\*$/, ''), urn: template, line: row.line }] : [];
  });
}

/** The table of condition keys on an identity-policy page: key, value type, single or several values. */
export function conditionKeys(grid: Grid, layout: Columns): NonNullable<TableRecord['conditionKeys']> {
  const [key = -1] = layout.columns.get('condition_key') ?? [];
  const [type = grid.rows[layout.headerRows - 1]?.slots.findIndex((slot) => /类型|type/i.test(cellText(slot.cell))) ?? -1] = layout.columns.get('value_type') ?? [];
  const [multi = -1] = layout.columns.get('multi_valued') ?? [];
  return grid.rows.slice(layout.headerRows).flatMap((row) => {
    const valueType = VALUE_TYPES.find(([pattern]) => pattern.test(cellText(row.slots[type]?.cell ?? EMPTY_CELL)))?.[1] ?? 'unknown';
    const said = cellText(row.slots[multi]?.cell ?? EMPTY_CELL);
    const multiValued = /多值|multi/i.test(said) ? true : /单值|single/i.test(said) ? false : undefined;
    return words(row.slots[key]?.cell ?? EMPTY_CELL)
      .filter((word) => /^[\w-]+:[\w./<>{}${}-]+$/.test(word))
      .map((word) => ({ key: word, valueType, ...(multiValued === undefined ? {} : { multiValued }), line: row.line }));
  });
}

/** How pages name the value types of condition keys. */
const VALUE_TYPES: readonly (readonly [RegExp, string])[] = [
  [/string|字符串|字符/i, 'string'],
  [/num|int|数值|数字|整/i, 'number'],
  [/bool|布尔/i, 'boolean'],
  [/date|time|日期|时间/i, 'date'],
  [/^\s*ip|ip\s*地址|ipaddress/i, 'ip'],
];
