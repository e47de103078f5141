/**
 * A table as it stands on a page, before anything is understood of it: the common form of HTML tables and Markdown
 * pipe tables.
 */
export interface RawTable {
  /** Line of the page on which the table starts, 1-based. */
  readonly line: number;
  readonly caption: string;
  readonly rows: readonly RawRow[];
  /** Why the table was not read, where it is too large or too deep to be a table for people; `rows` is then empty. */
  readonly refused?: string;
  /** Rows counted, where they were not read. */
  readonly rowCount: number;
}

export interface RawRow {
  /** Line of the page on which the row starts, 1-based. */
  readonly line: number;
  /** Rows of one `<thead>`, `<tbody>` or `<tfoot>` share a number: spans end with it. */
  readonly section: number;
  readonly head: boolean;
  readonly cells: readonly RawCell[];
}

export interface RawCell {
  /** Paragraphs, list items and what stands between line breaks, trimmed, none of them empty. */
  readonly lines: readonly CellLine[];
  /** Written as `<th>`. */
  readonly header: boolean;
  /** All of its text is bold. */
  readonly bold: boolean;
  readonly rowspan: number;
  readonly colspan: number;
}

export interface CellLine {
  readonly text: string;
  /** How many lists the line stands in. */
  readonly depth: number;
  /** Stands in a note box. */
  readonly note: boolean;
}

export const EMPTY_CELL: RawCell = { lines: [], header: false, bold: false, rowspan: 1, colspan: 1 };

/** The whole text of a cell on one line. */
export function cellText(cell: RawCell): string {
  return cell.lines.map((line) => line.text).join(' ');
}

/** Collapses white space, drops what is invisible, and undoes the escapes that Markdown exports leave behind. */
export function cleanText(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\\([*_{}[\]<>#|-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
