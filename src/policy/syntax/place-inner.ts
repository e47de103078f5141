import type {
  Comment,
  InnerText,
  MemberNode,
  Range,
  RootNode,
  UnknownNode,
  ValueNode,
} from '../model/ast.js';
import type { LineTable } from './line-table.js';
import { lineTable, positionAt, spanAt } from './line-table.js';
import type { ParseProblem } from './reading.js';
import { parseProblem } from './reading.js';

/** Gives what was read in a text that a file holds its places in that file. */
export interface Placer {
  readonly value: (node: ValueNode) => ValueNode;
  readonly root: (node: RootNode) => RootNode;
  readonly comment: (comment: Comment) => Comment;
  readonly problems: (problems: readonly ParseProblem[]) => readonly ParseProblem[];
}

/** `inner` undefined: its places are not known, and all of it stands where the whole does. */
export function placer(inner: InnerText | undefined, whole: Range, lines: LineTable): Placer {
  const place = { range: whole, loc: spanAt(lines, whole), shared: true } as const;
  const rangeOf = ([start, end]: Range): Range =>
    inner === undefined ? whole : [at(inner, start), at(inner, end)];
  const baseOf = (part: ValueNode | MemberNode): Pick<ValueNode, 'range' | 'loc' | 'shared' | 'written'> => {
    if (inner === undefined) return place;
    const range = rangeOf(part.range);
    const base = { range, loc: spanAt(lines, range) };
    if (part.shared === true || inner.encode === undefined) return { ...base, shared: true };
    return { ...base, written: { node: part, inner } };
  };
  const value = (part: ValueNode): ValueNode => {
    switch (part.type) {
      case 'Array':
        return { ...part, ...baseOf(part), elements: part.elements.map(value) };
      case 'Object':
        return { ...part, ...baseOf(part), members: part.members.map(member) };
      case 'Unknown':
        return unknown(part);
      case 'String':
      case 'Number':
      case 'Boolean':
      case 'Null':
        return { ...part, ...baseOf(part) };
    }
  };
  const unknown = (part: UnknownNode): UnknownNode =>
    part.options === undefined
      ? { ...part, ...baseOf(part) }
      : { ...part, ...baseOf(part), options: part.options.map(value) };
  const member = (part: MemberNode): MemberNode => ({
    ...part,
    ...baseOf(part),
    name: { ...part.name, ...baseOf(part.name) },
    value: value(part.value),
  });
  const root = (part: RootNode): RootNode => {
    const range = rangeOf(part.range);
    const placed = { ...part, value: value(part.value), range, loc: spanAt(lines, range) };
    return part.alternatives === undefined
      ? placed
      : { ...placed, alternatives: part.alternatives.map(value) };
  };
  const comment = (part: Comment): Comment => {
    const range = rangeOf(part.range);
    return { ...part, range, loc: spanAt(lines, range) };
  };
  const problems = (found: readonly ParseProblem[]): readonly ParseProblem[] =>
    found.map(({ code, message, offset, endOffset }) => {
      const [start, end] = rangeOf([offset, endOffset]);
      const kind = code === 'comment' ? 'syntax' : code;
      return parseProblem(lines, kind, message, start, end);
    });
  return { value, root, comment, problems };
}

/** The lines of a text that a file holds, which are called what they are in the file. */
export function linesOfPart(
  text: string,
  inner: InnerText | undefined,
  whole: Range,
  file: LineTable,
): LineTable {
  const own = lineTable(text);
  const offsetOf = (line: number): number =>
    inner === undefined ? whole[0] : at(inner, own.starts[line - 1] ?? 0);
  const lineInFile = (line: number): number => {
    const outer = positionAt(file, offsetOf(line)).line;
    return file.lineInFile?.(outer) ?? outer;
  };
  return { ...own, lineInFile };
}

function at({ offsets }: InnerText, offset: number): number {
  return offsets[Math.min(offset, offsets.length - 1)] ?? 0;
}
