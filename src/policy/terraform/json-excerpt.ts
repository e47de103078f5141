import type { HclText } from '../../hcl/hcl-syntax.js';
import type { Range, ValueNode } from '../model/ast.js';
import { readJsonValue } from '../syntax/json-parser.js';

/** What a hole holds: text to be read as part of the JSON, or a value, which may be unknown. */
export type Filling = { readonly text: string } | { readonly value: ValueNode };

/** A place in the text that something else fills. */
export interface JsonHole {
  readonly kind: 'hole';
  readonly range: readonly [number, number];
}

/** JSON text whose holes are filled or marked, and how every piece of it leads back to the file. */
export interface Excerpt {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** A hole stands outside the strings. */
  readonly loose: boolean;
}

interface Piece {
  /** Offset in the excerpt. */
  readonly at: number;
  readonly length: number;
  /** Where it stands in the file. */
  readonly range: readonly [number, number];
  /** A marked hole. */
  readonly hole?: ValueNode;
}

/** Puts JSON together that stands in pieces, with a mark for each hole that nothing fills. */
export function assemble<Hole extends JsonHole>(
  chunks: readonly (HclText | Hole)[],
  fill: (hole: Hole) => Filling,
): Excerpt {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  const open: string[] = [];
  let length = 0;
  let inString = false;
  let escaped = false;
  let loose = false;
  /** The last character outside strings that is not white space; `?` for a hole. */
  let last = '';

  for (const chunk of chunks) {
    if (chunk.kind === 'text') addText(chunk.text, chunk.range);
    else {
      const filling = fill(chunk);
      if ('text' in filling) addText(filling.text, chunk.range);
      else addHole(filling.value, chunk.range);
    }
  }
  return { text: parts.join(''), pieces, loose };

  function add(part: string, range: readonly [number, number], hole?: ValueNode): void {
    if (part === '') return;
    pieces.push(
      hole === undefined
        ? { at: length, length: part.length, range }
        : { at: length, length: part.length, range, hole },
    );
    parts.push(part);
    length += part.length;
  }

  function addText(text: string, range: readonly [number, number]): void {
    let done = 0;
    for (let index = 0; index < text.length; index += 1) {
      if (!behindHole(text.charAt(index))) continue;
      const before = slice(text, range, done, index);
      add(text.slice(done, index), before);
      add(',', [before[1], before[1]]);
      done = index;
    }
    add(text.slice(done), slice(text, range, done, text.length));
  }

  /** Follows the JSON by one character; true where a comma is needed between a hole and what stands behind it. */
  function behindHole(character: string): boolean {
    if (inString) {
      if (escaped) escaped = false;
      else if (character === '\\') escaped = true;
      else if (character === '"') inString = false;
      return false;
    }
    if (character.trim() === '') return false;
    const needsComma = last === '?' && !',]}:'.includes(character);
    if (character === '"') inString = true;
    else if (character === '{' || character === '[') open.push(character);
    else if (character === '}' || character === ']') open.pop();
    last = character;
    return needsComma;
  }

  function addHole(value: ValueNode, range: readonly [number, number]): void {
    if (inString) {
      escaped = false;
      add('?', range, value);
      return;
    }
    loose = true;
    if (!['', '{', '[', ',', ':'].includes(last)) add(',', [range[0], range[0]]);
    add(open.at(-1) === '{' && last !== ':' ? '"":null' : 'null', range, value);
    last = '?';
  }
}

/** The part of a range that belongs to a part of its text; all of it where the text does not stand there verbatim. */
function slice(
  text: string,
  range: readonly [number, number],
  from: number,
  to: number,
): readonly [number, number] {
  return text.length === range[1] - range[0] ? [range[0] + from, range[0] + to] : range;
}

/** The last piece that starts at or before the offset, by binary search. */
export function pieceAt({ pieces }: Excerpt, offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function sourceRange(excerpt: Excerpt, [start, end]: Range): Range {
  const first = excerpt.pieces[pieceAt(excerpt, start)];
  const last = excerpt.pieces[pieceAt(excerpt, Math.max(end - 1, start))];
  if (first === undefined || last === undefined) return [0, 0];
  const from = verbatim(first) ? Math.min(first.range[0] + start - first.at, first.range[1]) : first.range[0];
  const to = verbatim(last) ? Math.min(last.range[0] + end - last.at, last.range[1]) : last.range[1];
  return [from, Math.max(from, to)];
}

export function verbatim({ length, range, hole }: Piece): boolean {
  return hole === undefined && length === range[1] - range[0];
}

export function unescapeJson(text: string): string {
  if (!text.includes('\\')) return text;
  const value = readJsonValue(`"${text}"`);
  return value?.type === 'String' ? value.value : text;
}
