import type { HclText } from '../../hcl/hcl-syntax.js';
import type { ArrayNode, MemberNode, ObjectNode, Range, UnknownNode, ValueNode } from '../model/ast.js';
import { readJson, readJsonValue } from '../syntax/json-parser.js';
import type { LineTable } from '../syntax/line-table.js';
import { lineTable, spanAt } from '../syntax/line-table.js';
import type { ParseProblem } from '../syntax/reading.js';
import { parseProblem } from '../syntax/reading.js';

/** The text that chunks come from. */
export interface Source {
  readonly text: string;
  readonly lines: LineTable;
}

/** What a hole holds: text to be read as part of the JSON, or a value, which may be unknown. */
export type Filling = { readonly text: string } | { readonly value: ValueNode };

/** A place in the text that something else fills. */
export interface JsonHole {
  readonly kind: 'hole';
  readonly range: readonly [number, number];
}

/** No value: the text is no JSON, or there is none. */
export interface EmbeddedJson {
  readonly value: ValueNode | undefined;
  readonly problems: readonly ParseProblem[];
}

/**
 * Reads JSON that stands in a string of another file, in pieces: escaped, indented, with holes that are only filled at run
 * time. Every node has its place in that file. A hole inside a string makes the string unknown, with its literal parts; a
 * hole between values is an unknown value; a hole among the members of an object makes the object unknown. Where holes
 * stand so that the JSON around them cannot be told, all of it is unknown, which is no problem. All nodes are `shared`.
 */
export function readEmbeddedJson<Hole extends JsonHole>(
  source: Source,
  whole: Range,
  chunks: readonly (HclText | Hole)[],
  fill: (hole: Hole) => Filling,
): EmbeddedJson {
  const excerpt = assemble(chunks, fill);
  if (excerpt.text.trim() === '') return { value: undefined, problems: [] };
  const reading = readJson(excerpt.text, { ...lineTable(excerpt.text), lineInFile: itself }, true);
  if (reading.ok)
    return {
      value: reading.roots[0] === undefined ? undefined : place(source, excerpt, reading.roots[0].value),
      // What fills a hole may bring a comma with it.
      problems: excerpt.loose ? [] : problemsOf(source, excerpt, reading.problems),
    };
  if (excerpt.loose)
    return {
      value: unknown(
        source,
        whole,
        chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : undefined)),
      ),
      problems: [],
    };
  return { value: undefined, problems: problemsIn(source, excerpt) };
}

export function unknown(
  { text, lines }: Source,
  range: Range,
  parts?: readonly (string | undefined)[],
): UnknownNode {
  const node = { type: 'Unknown', range, loc: spanAt(lines, range), text: text.slice(...range) } as const;
  return parts === undefined ? node : { ...node, parts };
}

/** JSON text whose holes are filled or marked, and how every piece of it leads back to the file. */
interface Excerpt {
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

function assemble<Hole extends JsonHole>(
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
function pieceAt({ pieces }: Excerpt, offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sourceRange(excerpt: Excerpt, [start, end]: Range): Range {
  const first = excerpt.pieces[pieceAt(excerpt, start)];
  const last = excerpt.pieces[pieceAt(excerpt, Math.max(end - 1, start))];
  if (first === undefined || last === undefined) return [0, 0];
  const from = verbatim(first) ? Math.min(first.range[0] + start - first.at, first.range[1]) : first.range[0];
  const to = verbatim(last) ? Math.min(last.range[0] + end - last.at, last.range[1]) : last.range[1];
  return [from, Math.max(from, to)];
}

function verbatim({ length, range, hole }: Piece): boolean {
  return hole === undefined && length === range[1] - range[0];
}

/** The same value with its places in the file, its holes in their places. */
function place(source: Source, excerpt: Excerpt, node: ValueNode): ValueNode {
  const range = sourceRange(excerpt, node.range);
  const base = { range, loc: spanAt(source.lines, range), shared: true } as const;
  switch (node.type) {
    case 'Object':
      return placeObject(source, excerpt, node, base);
    case 'Array': {
      const elements: ArrayNode['elements'] = node.elements.map((element) => place(source, excerpt, element));
      return { ...node, ...base, elements };
    }
    case 'String': {
      const parts = literalParts(excerpt, node.range);
      return parts === undefined ? { ...node, ...base } : unknown(source, range, parts);
    }
    case 'Null':
      return holeAt(excerpt, node.range[0]) ?? { ...node, ...base };
    case 'Number':
    case 'Boolean':
    case 'Unknown':
      return { ...node, ...base };
  }
}

function placeObject(
  source: Source,
  excerpt: Excerpt,
  node: ObjectNode,
  base: Pick<ObjectNode, 'range' | 'loc' | 'shared'>,
): ValueNode {
  const members: MemberNode[] = [];
  for (const member of node.members) {
    const name = place(source, excerpt, member.name);
    if (name.type !== 'String') return unknown(source, base.range);
    const range = sourceRange(excerpt, member.range);
    members.push({
      type: 'Member',
      name,
      value: place(source, excerpt, member.value),
      range,
      loc: spanAt(source.lines, range),
      shared: true,
    });
  }
  return { ...node, ...base, members };
}

function holeAt(excerpt: Excerpt, offset: number): ValueNode | undefined {
  const piece = excerpt.pieces[pieceAt(excerpt, offset)];
  return piece?.at === offset ? piece.hole : undefined;
}

/** The literal text between the holes of a string; undefined where it has none. */
function literalParts(excerpt: Excerpt, [start, end]: Range): (string | undefined)[] | undefined {
  const parts: (string | undefined)[] = [];
  let at = start + 1;
  for (let index = pieceAt(excerpt, start); index < excerpt.pieces.length; index += 1) {
    const piece = excerpt.pieces[index];
    if (piece === undefined || piece.at >= end) break;
    if (piece.hole === undefined) continue;
    if (piece.at > at) parts.push(unescapeJson(excerpt.text.slice(at, piece.at)));
    parts.push(undefined);
    at = piece.at + piece.length;
  }
  if (parts.length === 0) return undefined;
  if (end - 1 > at) parts.push(unescapeJson(excerpt.text.slice(at, end - 1)));
  return parts;
}

function unescapeJson(text: string): string {
  if (!text.includes('\\')) return text;
  const value = readJsonValue(`"${text}"`);
  return value?.type === 'String' ? value.value : text;
}

/** The problems of the JSON at their places in the file. It is read again so that messages name lines of the file. */
function problemsIn(source: Source, excerpt: Excerpt): ParseProblem[] {
  return problemsOf(source, excerpt, readJson(excerpt.text, linesOf(source, excerpt), false).problems);
}

function problemsOf(source: Source, excerpt: Excerpt, problems: readonly ParseProblem[]): ParseProblem[] {
  return problems.map(({ code, message, offset, endOffset }) => {
    const [start, end] = sourceRange(excerpt, [offset, Math.max(endOffset, offset)]);
    return parseProblem(source.lines, code === 'comment' ? 'syntax' : code, message, start, end);
  });
}

/** A line table of the excerpt that counts the lines of the file. */
function linesOf({ lines }: Source, { text, pieces }: Excerpt): LineTable {
  const starts: number[] = [];
  let index = 0;
  for (const start of lines.starts) {
    while (index < pieces.length && (pieces[index]?.range[1] ?? 0) <= start) index += 1;
    const piece = pieces[index];
    starts.push(
      piece === undefined
        ? text.length + 1
        : piece.at + Math.max(0, verbatim(piece) ? start - piece.range[0] : 0),
    );
  }
  return { starts, length: text.length, lineInFile: itself };
}

/** Its lines are called what they are. */
function itself(line: number): number {
  return line;
}
