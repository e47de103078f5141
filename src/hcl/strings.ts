import { append } from '../long-lists.js';
import type { HclChunk, HclHole, HclRange, HclText } from './hcl-syntax.js';

/**
 * The pieces of a quoted string between its quotes. Understands the escapes of HCL and of JSON (a `.tf.json` file holds
 * the same templates as JSON strings), and `$${`, `%%{` for a literal `${`, `%{`. `holes` stand in ascending order.
 */
export function quotedChunks(text: string, range: HclRange, holes: readonly HclHole[]): HclChunk[] {
  return splitAtHoles(text, range, holes, (start, end) => unescape(text, start, end, ESCAPES));
}

/** The pieces of a plain JSON string between its quotes: no template, so `${` means itself. */
export function jsonStringChunks(text: string, [start, end]: HclRange): HclChunk[] {
  return unescape(text, start, end, JSON_ESCAPES);
}

/**
 * The pieces of a string of a `.tf.json` file, a template inside a JSON string. Its holes are found by their braces and
 * carry no expression; with `%{…}` directives all from the first to the last is one hole.
 */
export function templateStringChunks(text: string, range: HclRange): HclChunk[] {
  return quotedChunks(text, range, findHoles(text, range));
}

/**
 * The lines of a heredoc from after its opening marker to before the closing one. `range` is the whole heredoc. For `<<-`
 * the indentation that all lines share is taken away, as HCL does: blank lines do not count.
 */
export function heredocChunks(text: string, range: HclRange, holes: readonly HclHole[]): HclChunk[] {
  const opening = text.indexOf('\n', range[0]);
  const closing = text.lastIndexOf('\n', range[1] - 1);
  if (opening === -1 || opening >= range[1]) return [];
  const body: HclRange = [opening + 1, Math.max(closing + 1, opening + 1)];
  const chunks = splitAtHoles(text, body, holes, (start, end) => unescape(text, start, end, HEREDOC_ESCAPES));
  return text.startsWith('<<-', range[0]) ? withoutIndentation(text, chunks, body[0]) : chunks;
}

/** The pieces of a part of a heredoc, its indentation included. */
export function heredocLineChunks(text: string, range: HclRange, holes: readonly HclHole[]): HclChunk[] {
  return splitAtHoles(text, range, holes, (start, end) => unescape(text, start, end, HEREDOC_ESCAPES));
}

const ESCAPES = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])|\$\$\{|%%\{/g;
const JSON_ESCAPES = /\\(?:u[0-9a-fA-F]{4}|[^])/g;
const HEREDOC_ESCAPES = /\$\$\{|%%\{/g;
const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function findHoles(text: string, [start, end]: HclRange): HclHole[] {
  const inner = text.slice(start, end);
  const holes: HclHole[] = [];
  const marks = /(\$\$\{|%%\{)|([$%])\{/g;
  let directives: HclRange | undefined;
  for (let mark = marks.exec(inner); mark !== null; mark = marks.exec(inner)) {
    if (mark[1] !== undefined) continue;
    marks.lastIndex = closingBrace(inner, mark.index + 2);
    const range: HclRange = [start + mark.index, start + marks.lastIndex];
    if (mark[2] === '%') directives = [directives?.[0] ?? range[0], range[1]];
    holes.push({ kind: 'hole', range });
  }
  const [from, to] = directives ?? [0, 0];
  const outside = holes.filter(({ range }) => range[1] <= from || range[0] >= to);
  return directives === undefined
    ? outside
    : [...outside, { kind: 'hole' as const, range: directives }].sort((a, b) => a.range[0] - b.range[0]);
}

/** The offset behind the brace that closes; braces in strings inside the hole are passed over. */
function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (const token of text.slice(from).matchAll(/\\"(?:\\\\\\?.|[^"\\])*\\"|[{}]/g)) {
    if (token[0] === '{') depth += 1;
    if (token[0] === '}') depth -= 1;
    if (depth === 0) return from + token.index + 1;
  }
  return text.length;
}

function splitAtHoles(
  text: string,
  [start, end]: HclRange,
  holes: readonly HclHole[],
  read: (start: number, end: number) => HclText[],
): HclChunk[] {
  const chunks: HclChunk[] = [];
  let at = start;
  for (const hole of holes) {
    append(chunks, read(at, trimmedEnd(text, at, hole)));
    chunks.push(hole);
    at = trimmedStart(text, hole, end);
  }
  append(chunks, read(at, end));
  return chunks;
}

/** `${~ …` takes away the white space before it, `… ~}` the white space behind it. */
function trimmedEnd(text: string, from: number, { range: [end] }: HclHole): number {
  if (text[end + 2] !== '~') return end;
  return from + text.slice(from, end).trimEnd().length;
}

function trimmedStart(text: string, { range: [, start] }: HclHole, to: number): number {
  if (text[start - 2] !== '~') return start;
  return to - text.slice(start, to).trimStart().length;
}

function unescape(text: string, start: number, end: number, escapes: RegExp): HclText[] {
  const chunks: HclText[] = [];
  let at = start;
  for (const match of text.slice(start, end).matchAll(escapes)) {
    const from = start + match.index;
    if (from > at) chunks.push({ kind: 'text', text: text.slice(at, from), range: [at, from] });
    at = from + match[0].length;
    chunks.push({ kind: 'text', text: meaning(match[0]), range: [from, at] });
  }
  if (end > at) chunks.push({ kind: 'text', text: text.slice(at, end), range: [at, end] });
  return chunks;
}

function meaning(escape: string): string {
  if (!escape.startsWith('\\')) return escape.slice(1);
  const letter = escape[1] ?? '';
  if (escape.length === 2) return CONTROL[letter] ?? letter;
  const code = Number.parseInt(escape.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

function withoutIndentation(text: string, chunks: readonly HclChunk[], start: number): HclChunk[] {
  const pieces = chunks.flatMap<HclChunk>((chunk) => (chunk.kind === 'hole' ? [chunk] : splitLines(chunk)));
  const indents = pieces.map((piece) => {
    const [at] = piece.range;
    if (at !== start && text[at - 1] !== '\n') return undefined;
    return piece.kind === 'hole' ? 0 : indentOf(piece.text);
  });
  const shared = indents.reduce<number>((least, indent) => Math.min(least, indent ?? Infinity), Infinity);
  return pieces.map((piece, index) => {
    if (piece.kind === 'hole' || indents[index] === undefined) return piece;
    return { kind: 'text', text: piece.text.slice(shared), range: [piece.range[0] + shared, piece.range[1]] };
  });
}

/** Undefined for a blank line. */
function indentOf(line: string): number | undefined {
  const content = line.trimStart();
  return content === '' && line.endsWith('\n') ? undefined : line.length - content.length;
}

function splitLines(chunk: HclText): HclText[] {
  let at = chunk.range[0];
  return (chunk.text.match(/[^\n]*\n|[^\n]+/g) ?? []).map((text) => {
    const range: HclRange = [at, (at += text.length)];
    return { kind: 'text', text, range };
  });
}
