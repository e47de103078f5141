import { printableColumns } from '../printable.js';
import { displayWidth } from './text-width.js';
import { append } from '../../long-lists.js';

/** What a frame shows: 1-based, columns in UTF-16 units, the end exclusive. */
export interface FrameSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FrameStyle {
  readonly columns: number;
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** Lines of a long span that are shown before and after the cut. */
const SHOWN = { head: 3, tail: 1 };

/** A line of context before the span, then its lines, each with carets under the exact columns. Empty where the span is outside the text. */
export function codeFrame(lines: readonly string[], span: FrameSpan, style: FrameStyle): string[] {
  const first = lines[span.line - 1];
  if (first === undefined) return [];
  const endLine = Math.min(span.endLine, lines.length);
  const gutter = String(endLine).length;
  const width = Math.max(style.columns - gutter - 6, 40);
  const frame: string[] = [];
  const before = lines[span.line - 2];
  if (before !== undefined && before.trim() !== '')
    frame.push(row(span.line - 1, cut(before, 0, width).text));
  for (let line = span.line; line <= endLine; line += 1) {
    if (line === span.line + SHOWN.head && endLine - line >= SHOWN.tail + 1) {
      frame.push(style.dim(`${' '.repeat(gutter)} ┆`));
      line = endLine - SHOWN.tail + 1;
    }
    append(frame, marked(line));
  }
  return frame;

  function marked(number: number): string[] {
    const text = lines[number - 1] ?? '';
    const indent = text.length - text.trimStart().length;
    const from = number === span.line ? span.column - 1 : indent;
    const to =
      number === endLine && endLine === span.endLine ? Math.max(span.endColumn - 1, from) : text.length;
    const shown = cut(text, from, width);
    const start = from - shown.offset + shown.prefix;
    const carets = Math.max(1, displayWidth(shown.text.slice(start, to - shown.offset + shown.prefix)));
    return [
      row(number, shown.text),
      `${style.dim(`${' '.repeat(gutter)} │ `)}${' '.repeat(displayWidth(shown.text.slice(0, start)))}${style.mark('^'.repeat(carets))}`,
    ];
  }

  function row(number: number, text: string): string {
    return `${style.dim(`${String(number).padStart(gutter)} │ `)}${text}`;
  }
}

/** At most about `width` columns of a line, `from` among them; `offset` is where the shown part begins, `prefix` the length of the mark before it. */
function cut(line: string, from: number, width: number): { text: string; offset: number; prefix: number } {
  const offset = from > width * 0.75 ? from - Math.floor(width / 4) : 0;
  const prefix = offset > 0 ? '…' : '';
  const end = offset + width;
  const text = `${prefix}${printableColumns(line.slice(offset, end))}${end < line.length ? '…' : ''}`;
  return { text, offset, prefix: prefix.length };
}
