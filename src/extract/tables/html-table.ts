import { load } from 'cheerio/slim';
import type { CheerioAPI } from 'cheerio/slim';
import { cleanText } from './table.js';
import type { CellLine, RawCell, RawRow, RawTable } from './table.js';
import { BLOCKS, LISTS, SILENT, BOLD, NOTE_CLASS, MAX_COLSPAN, MAX_ROWSPAN, span } from './html-elements.js';

/**
 * Reads one outermost `<table>…</table>` and the tables nested in its cells, in the order in which they start. A
 * nested table's text belongs to it alone.
 *
 * Cells and rows are taken in document order, as browsers do: a `<td>` ends the cell before it, however the markup
 * between them is nested. The walk does not recurse, so nesting cannot overflow the stack.
 *
 * @param lineAt the page's line of an offset into `html`
 */
export function readHtmlTables(html: string, lineAt: (offset: number) => number): RawTable[] {
  const $ = load(html, { xml: { xmlMode: false, withStartIndices: true } });
  const walk = startWalk(lineAt);
  let node: Node | null = $.root()[0]?.children[0] ?? null;
  while (node !== null) {
    const skip = walk.enter(node);
    const child: Node | null = !skip && 'children' in node ? (node.children[0] ?? null) : null;
    if (child !== null) {
      node = child;
      continue;
    }
    walk.leave(node);
    while (node.next === null) {
      const parent: Parent | null = node.parent;
      if (parent === null || !('attribs' in parent)) return walk.finish();
      walk.leave(parent);
      node = parent;
    }
    node = node.next;
  }
  return walk.finish();
}

type Root = ReturnType<CheerioAPI['root']>[number];

type Node = Root['children'][number];

type Parent = NonNullable<Node['parent']>;

const TEXT_NODE = 3;

interface OpenTable {
  readonly index: number;
  readonly line: number;
  caption: string;
  inCaption: boolean;
  rows: RawRow[];
  section: number;
  head: boolean;
  row: { line: number; section: number; head: boolean; cells: RawCell[] } | undefined;
  cell: OpenCell | undefined;
  /** Lists and notes are counted from the table inwards. */
  readonly outer: { lists: number; notes: number; bold: number; pre: number };
}

interface OpenCell {
  lines: CellLine[];
  buffer: string;
  readonly header: boolean;
  plain: boolean;
  readonly rowspan: number;
  readonly colspan: number;
}

interface Walk {
  /** Returns true where the node's content is to be left out. */
  readonly enter: (node: Node) => boolean;
  readonly leave: (node: Node | Parent) => void;
  /** Closes what the page left open and gives the tables in the order in which they start. */
  readonly finish: () => RawTable[];
}

function startWalk(lineAt: (offset: number) => number): Walk {
  const open: OpenTable[] = [];
  const closed: RawTable[] = [];
  let count = 0;
  let lists = 0;
  let notes = 0;
  let bold = 0;
  let pre = 0;

  function enter(node: Node): boolean {
    if (!('name' in node) || !('attribs' in node)) {
      if (node.nodeType === TEXT_NODE && 'data' in node) text(node.data);
      return true;
    }
    const { name } = node;
    if (SILENT.has(name)) return true;
    const table = open.at(-1);
    if (BOLD.has(name)) bold += 1;
    switch (name) {
      case 'table':
        if (table?.cell) endLine(table.cell);
        open.push({
          index: count,
          line: lineAt(node.startIndex ?? 0),
          caption: '',
          inCaption: false,
          rows: [],
          section: 0,
          head: false,
          row: undefined,
          cell: undefined,
          outer: { lists, notes, bold, pre },
        });
        count += 1;
        lists = notes = bold = pre = 0;
        break;
      case 'caption':
        if (table) table.inCaption = true;
        break;
      case 'thead':
      case 'tbody':
      case 'tfoot':
        if (table) {
          endRow(table);
          table.section += 1;
          table.head = name === 'thead';
        }
        break;
      case 'tr':
        if (table) {
          endRow(table);
          table.row = {
            line: lineAt(node.startIndex ?? 0),
            section: table.section,
            head: table.head,
            cells: [],
          };
        }
        break;
      case 'td':
      case 'th':
        if (table) {
          endCell(table);
          table.row ??= {
            line: lineAt(node.startIndex ?? 0),
            section: table.section,
            head: table.head,
            cells: [],
          };
          table.cell = {
            lines: [],
            buffer: '',
            header: name === 'th',
            plain: false,
            rowspan: span(node.attribs['rowspan'], MAX_ROWSPAN),
            colspan: Math.max(1, span(node.attribs['colspan'], MAX_COLSPAN)),
          };
          lists = notes = 0;
        }
        break;
      case 'br':
        if (table?.cell) endLine(table.cell);
        break;
      case 'sup':
      case 'img':
        text(' ');
        break;
      default:
        // No element of a page has a name with a hyphen: a placeholder that was not escaped, `g:ResourceTag/<tag-key>`.
        if (name.includes('-')) text(`<${name}>`);
        if (BLOCKS.has(name)) {
          if (table?.cell) endLine(table.cell);
          if (LISTS.has(name)) lists += 1;
          if (name === 'pre') pre += 1;
          if (NOTE_CLASS.test(node.attribs['class'] ?? '')) notes += 1;
        }
    }
    return false;
  }

  function leave(node: Node | Parent): void {
    if (!('name' in node) || !('attribs' in node)) return;
    const { name } = node;
    const table = open.at(-1);
    switch (name) {
      case 'table':
        endTable();
        return;
      case 'caption':
        if (table) table.inCaption = false;
        break;
      case 'thead':
        if (table) table.head = false;
        break;
      default:
        if (BLOCKS.has(name)) {
          if (table?.cell) endLine(table.cell);
          if (LISTS.has(name)) lists = Math.max(0, lists - 1);
          if (name === 'pre') pre = Math.max(0, pre - 1);
          if (NOTE_CLASS.test(node.attribs['class'] ?? '')) notes = Math.max(0, notes - 1);
        }
    }
    if (BOLD.has(name)) bold = Math.max(0, bold - 1);
  }

  function finish(): RawTable[] {
    while (open.length > 0) endTable();
    return closed;
  }

  function text(data: string): void {
    const table = open.at(-1);
    if (!table) return;
    if (table.inCaption) table.caption += data;
    const { cell } = table;
    if (!cell) return;
    if (bold === 0 && !cell.plain && data.trim() !== '') cell.plain = true;
    if (pre === 0 || !data.includes('\n')) {
      cell.buffer += data;
      return;
    }
    const [first = '', ...rest] = data.split('\n');
    cell.buffer += first;
    for (const line of rest) {
      endLine(cell);
      cell.buffer += line;
    }
  }

  function endLine(cell: OpenCell): void {
    if (cell.buffer === '') return;
    const text = cleanText(cell.buffer);
    cell.buffer = '';
    if (text !== '') cell.lines.push({ text, depth: lists, note: notes > 0 });
  }

  function endCell(table: OpenTable): void {
    const { cell, row } = table;
    if (!cell || !row) return;
    endLine(cell);
    row.cells.push({
      lines: cell.lines,
      header: cell.header,
      bold: cell.lines.length > 0 && !cell.plain,
      rowspan: cell.rowspan,
      colspan: cell.colspan,
    });
    table.cell = undefined;
  }

  function endRow(table: OpenTable): void {
    endCell(table);
    if (table.row) table.rows.push(table.row);
    table.row = undefined;
  }

  /** What a nested table says is said in the cell around it, too: some pages list a cell's actions in a table. */
  function tellParent(rows: readonly RawRow[]): void {
    const cell = open.at(-1)?.cell;
    if (!cell) return;
    for (const row of rows)
      for (const inner of row.cells)
        for (const line of inner.lines) cell.lines.push({ ...line, depth: lists });
  }

  function endTable(): void {
    const table = open.pop();
    if (!table) return;
    endRow(table);
    ({ lists, notes, bold, pre } = table.outer);
    tellParent(table.rows);
    closed[table.index] = {
      line: table.line,
      caption: cleanText(table.caption.replace(/¶\s*$/, '')),
      rows: table.rows,
      rowCount: table.rows.length,
    };
  }

  return { enter, leave, finish };
}
