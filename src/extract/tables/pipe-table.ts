import { cleanText } from './table.js';
import type { CellLine, RawCell, RawRow, RawTable } from './table.js';

/**
 * Reads a Markdown pipe table whose first two lines are the header and the delimiter row.
 * @param lines the table's lines
 * @param line the page's line of the first of them, 1-based
 */
export function readPipeTable(lines: readonly string[], line: number): RawTable {
  const rows: RawRow[] = [];
  lines.forEach((text, at) => {
    if (at === 1) return;
    const cells = splitCells(text).map((cell) => readCell(cell, at === 0));
    rows.push({ line: line + at, section: at === 0 ? 0 : 1, head: at === 0, cells });
  });
  return { line, caption: '', rows, rowCount: rows.length };
}

/** Whether a line is a delimiter row: `|---|:--:|`. */
export function isDelimiterRow(text: string): boolean {
  return (
    text.length < 10_000 &&
    /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(text) &&
    text.includes('|')
  );
}

/** Whether a line can be a row of a pipe table. */
export function isPipeRow(text: string): boolean {
  return text.includes('|') && text.trim() !== '';
}

function splitCells(text: string): string[] {
  const bare = text.replace(/^[\s>]*/, '').trimEnd();
  const cells: string[] = [];
  let cell = '';
  for (let at = bare.startsWith('|') ? 1 : 0; at < bare.length; at += 1) {
    const char = bare.charAt(at);
    if (char === '\\' && bare.charAt(at + 1) === '|') {
      cell += '|';
      at += 1;
    } else if (char === '|') {
      cells.push(cell);
      cell = '';
    } else {
      cell += char;
    }
  }
  if (cell.trim() !== '' || !bare.endsWith('|')) cells.push(cell);
  return cells;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ast: '*',
  lowbar: '_',
};

/** Tags that cells hold; other words in angle brackets are placeholders: `g:ResourceTag/<tag-key>`. */
const INLINE_TAGS: ReadonlySet<string> = new Set([
  'a',
  'b',
  'big',
  'center',
  'cite',
  'code',
  'del',
  'em',
  'font',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'nobr',
  'pre',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'tt',
  'u',
  'var',
]);

function readCell(source: string, header: boolean): RawCell {
  const bold = /^\s*(\*\*|__)(?=\S)[^*]*\S\1\s*$/.test(source);
  const lines: CellLine[] = [];
  let depth = 0;
  for (const part of source.split(/(<\/?(?:br|p|li|ul|ol|div)\b[^>]{0,400}>)/i)) {
    const tag = /^<(\/?)(ul|ol)\b/i.exec(part);
    if (tag) depth = Math.max(0, depth + (tag[1] === '/' ? -1 : 1));
    if (/^<\/?(?:br|p|li|ul|ol|div)\b/i.test(part)) continue;
    const text = cleanText(inlineText(part));
    if (text !== '') lines.push({ text, depth, note: false });
  }
  return { lines, header, bold, rowspan: 1, colspan: 1 };
}

/** Markdown and HTML inside a cell: the words without their marks. */
function inlineText(source: string): string {
  return (
    source
      .replace(/!\[([^\]]{0,300})\]\([^)]{0,2000}\)/g, ' ')
      .replace(/\[([^\]]{1,2000})\]\([^)]{0,2000}\)/g, '$1')
      .replace(/<\/?([a-z][a-z0-9]*)(?=[\s>/])[^<>]{0,2000}>/gi, (tag, name: string) =>
        INLINE_TAGS.has(name.toLowerCase()) ? '' : tag,
      )
      .replace(/(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1/g, '$2')
      // A single star is a wildcard unless it holds words together: `*vpc:ports:get*`.
      .replace(/(^|[\s(,，])\*(?=[a-z\u3400-\u9fff])([^*\n]{1,300})\*(?=[\s,，.。)]|$)/gi, '$1$2')
      .replace(/`/g, '')
      .replace(
        /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
        (whole, decimal?: string, hex?: string, name?: string) => {
          if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
          const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      )
  );
}
