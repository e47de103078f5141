import type { HclText } from '../../hcl/hcl-syntax.js';
import type {
  ArrayNode,
  InnerText,
  MemberNode,
  ObjectNode,
  Range,
  UnknownNode,
  ValueNode,
} from '../model/ast.js';
import { readJson } from '../syntax/json-parser.js';
import type { LineTable } from '../syntax/line-table.js';
import { lineTable, spanAt } from '../syntax/line-table.js';
import type { ParseProblem } from '../syntax/reading.js';
import { parseProblem } from '../syntax/reading.js';
import type { Filling, JsonHole, Excerpt } from './json-excerpt.js';
import { innerJson } from './json-inner.js';
import { assemble, pieceAt, sourceRange, verbatim, unescapeJson } from './json-excerpt.js';

/** The text that chunks come from. */
export interface Source {
  readonly text: string;
  readonly lines: LineTable;
  /** What is read stands for several values: it must not be edited. */
  readonly shared?: boolean;
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
 * stand so that the JSON around them cannot be told, all of it is unknown, which is no problem. Text without holes is edited
 * where it stands; all other nodes are `shared`.
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
      value:
        reading.roots[0] === undefined
          ? undefined
          : place(source, excerpt, innerOf(), reading.roots[0].value),
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

  function innerOf(): InnerText | undefined {
    return source.shared === true ? undefined : innerJson(source.text, whole, excerpt);
  }
}

export function unknown(
  { text, lines }: Source,
  range: Range,
  parts?: readonly (string | undefined)[],
): UnknownNode {
  const node = { type: 'Unknown', range, loc: spanAt(lines, range), text: text.slice(...range) } as const;
  return parts === undefined ? node : { ...node, parts };
}

/** The same value with its places in the file, its holes in their places. */
function place(source: Source, excerpt: Excerpt, inner: InnerText | undefined, node: ValueNode): ValueNode {
  const base = baseOf(source, excerpt, inner, node);
  const { range } = base;
  switch (node.type) {
    case 'Object':
      return placeObject(source, excerpt, inner, node, base);
    case 'Array': {
      const elements: ArrayNode['elements'] = node.elements.map((element) =>
        place(source, excerpt, inner, element),
      );
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

/** Where a node stands in the file, and the text in which it is edited. */
function baseOf(
  { lines }: Source,
  excerpt: Excerpt,
  inner: InnerText | undefined,
  node: ValueNode | MemberNode,
): Base {
  const range = sourceRange(excerpt, node.range);
  const loc = spanAt(lines, range);
  return inner === undefined ? { range, loc, shared: true } : { range, loc, written: { node, inner } };
}

type Base = Pick<ObjectNode, 'range' | 'loc' | 'shared' | 'written'>;

function placeObject(
  source: Source,
  excerpt: Excerpt,
  inner: InnerText | undefined,
  node: ObjectNode,
  base: Base,
): ValueNode {
  const members: MemberNode[] = [];
  for (const member of node.members) {
    const name = place(source, excerpt, inner, member.name);
    if (name.type !== 'String') return unknown(source, base.range);
    members.push({
      type: 'Member',
      name,
      value: place(source, excerpt, inner, member.value),
      ...baseOf(source, excerpt, inner, member),
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
