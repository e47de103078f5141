import type { Range } from '../model/ast.js';
import type { Position, Span } from '../../span.js';

/** Offsets at which the lines of a text start; `starts[0]` is 0. A line ends at LF, so CRLF needs no care. */
export interface LineTable {
  readonly starts: readonly number[];
  /** UTF-16 length of the text. */
  readonly length: number;
  /** Where the text is a part of a file: which line of the file one of its lines is, for what is said of it. */
  readonly lineInFile?: (line: number) => number;
}

export function lineTable(text: string): LineTable {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  return { starts, length: text.length };
}

/** 1-based line and column of an offset (clamped to the text), by binary search. */
export function positionAt({ starts, length }: LineTable, offset: number): Position {
  const place = Math.min(Math.max(offset, 0), length);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: place - (starts[low] ?? 0) + 1, offset: place };
}

/** The offset of a 1-based line and column; a place outside the text is clamped to it. */
export function offsetAt({ starts, length }: LineTable, line: number, column: number): number {
  const start = starts[Math.max(line, 1) - 1] ?? length;
  const next = starts[Math.max(line, 1)] ?? length + 1;
  return Math.min(start + Math.max(column, 1) - 1, next - 1);
}

export function spanAt(lines: LineTable, [start, end]: Range): Span {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}

/**
 * `positionAt` for places asked for in ascending order (as a parser does): it walks along instead of searching.
 * Asking for an earlier place than before is answered correctly, and slower.
 */
export function positionWalker(lines: LineTable): (offset: number) => Position {
  const { starts } = lines;
  let line = 0;
  let start = 0;
  let next = starts[1] ?? Infinity;
  return (offset) => {
    if (offset < start) return positionAt(lines, offset);
    while (offset >= next) {
      line += 1;
      start = next;
      next = starts[line + 1] ?? Infinity;
    }
    return { line: line + 1, column: offset - start + 1, offset };
  };
}
