import { actionShare } from '../cells/action-cell.js';
import type { Services } from '../cells/action-tokens.js';
import { isBlank, saysNone } from '../cells/cell-words.js';
import { readEndpoints } from '../cells/endpoints.js';
import type { GridRow } from './grid.js';
import { cellText } from './table.js';
import type { RawCell } from './table.js';

/** What the cells of a column are, counted. */
export interface Content {
  readonly filled: number;
  /** Cells that are actions, wholly or nearly. */
  readonly actions: number;
  /** Cells that name an action among other words. */
  readonly mentions: number;
  readonly wildcards: number;
  readonly twoPart: number;
  readonly patterns: number;
  readonly endpoints: number;
  /** Cells that are HTTP methods and nothing else. */
  readonly methods: number;
  /** Cells that say nothing, or that nothing is needed. */
  readonly blank: number;
}

export function readContent(rows: readonly GridRow[], column: number, services: Services): Content {
  const count = {
    filled: 0,
    actions: 0,
    mentions: 0,
    wildcards: 0,
    twoPart: 0,
    patterns: 0,
    endpoints: 0,
    methods: 0,
    blank: 0,
  };
  for (const row of rows) {
    const slot = row.slots[column];
    if (slot === undefined || slot.cell.lines.length === 0) continue;
    const text = cellText(slot.cell);
    let share: number;
    count.filled += 1;
    if (isBlank(text) || saysNone(text)) count.blank += 1;
    else if (/^(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[\s,，、/]*)+$/.test(text.slice(0, 200)))
      count.methods += 1;
    else if (text.length > 20_000) continue;
    else if ((share = actionShare(slot.cell, services)) >= ACTION_CELL) {
      count.actions += 1;
      if (text.includes('*')) count.wildcards += 1;
    } else if (share > 0) count.mentions += 1;
    else if (/^[\w-]+:[\w*-]*:[^:\s]*:[\w*-]+:\S+$/.test(text)) count.patterns += 1;
    else if (/^[a-z][\w-]*:[A-Za-z]\w+$/i.test(text)) count.twoPart += 1;
    else if (text.length < 3000 && hasEndpoint(text, slot.cell)) count.endpoints += 1;
  }
  return count;
}

function hasEndpoint(text: string, cell: RawCell): boolean {
  if (!text.includes('/')) return false;
  const { endpoints, paths } = readEndpoints(cell);
  return endpoints.length > 0 || paths.some((path) => path.split('/').length > 2);
}

/** A cell whose letters are to this share actions is an action cell. */
const ACTION_CELL = 0.45;
