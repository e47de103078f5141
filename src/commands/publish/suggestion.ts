import type { Edit } from '../../lint/results/lint-record.js';

/** Whole lines that take the place of others: what GitHub calls a suggestion. */
export interface Suggestion {
  /** 1-based, inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Without the last line break; undefined where the lines go and nothing comes. */
  readonly text: string | undefined;
}

/** The edits of a fix as one suggestion; undefined where they are none, overlap, or are of another text than this one. */
export function suggestionOf(text: string, edits: readonly Edit[]): Suggestion | undefined {
  const sorted = edits.toSorted((a, b) => a.range[0] - b.range[0]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || last.range[1] > text.length) return undefined;
  if (sorted.some((edit, index) => edit.range[0] < (sorted[index - 1]?.range[1] ?? 0))) return undefined;
  const start = first.range[0] === 0 ? 0 : text.lastIndexOf('\n', first.range[0] - 1) + 1;
  const whole = endOfLines(text, start, last.range[1]);
  // What takes a line break away draws the next line up.
  const drawn = edited(text, sorted, start, whole);
  const end =
    drawn === '' || drawn.endsWith('\n') || whole === text.length
      ? whole
      : endOfLines(text, whole, whole + 1);
  const put = edited(text, sorted, start, end);
  const firstLine = lineOf(text, start);
  return {
    firstLine,
    lastLine: Math.max(firstLine, lineOf(text, end - 1)),
    text: put === '' ? undefined : put.replaceAll('\r\n', '\n').replace(/\n$/, ''),
  };
}

/** The text between two offsets with edits, which are in order. */
function edited(text: string, edits: readonly Edit[], start: number, end: number): string {
  return edits
    .toReversed()
    .reduce(
      (rest, { range: [from, to], text: put }) => rest.slice(0, from - start) + put + rest.slice(to - start),
      text.slice(start, end),
    );
}

/** Behind the last line that is touched; what ends behind a line break touches no further line. */
function endOfLines(text: string, start: number, end: number): number {
  if (end > start && text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
