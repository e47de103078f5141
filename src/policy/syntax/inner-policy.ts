import type { InnerText, MemberNode, StringNode, Syntax, ValueNode } from '../model/ast.js';
import { readJson } from './json-parser.js';
import type { LineTable } from './line-table.js';
import { lineTable, positionAt, spanAt } from './line-table.js';
import { innerText } from './inner-text.js';
import type { ParseProblem, SyntaxReader } from './reading.js';
import { parseProblem } from './reading.js';

/** What a string holds where it speaks of statements: a value with its places in the file, or what keeps it from being read. */
export interface InnerReading {
  readonly value: ValueNode | undefined;
  readonly problems: readonly ParseProblem[];
}

export interface InnerSource {
  readonly text: string;
  readonly lines: LineTable;
  readonly syntax: Syntax;
  /** The reader of YAML, where it is at hand: a string of a YAML file may hold YAML. */
  readonly readYaml?: SyntaxReader | undefined;
}

/**
 * Reads the policy that a string of a file may hold, as JSON, which is strict there as the programs are that parse such strings;
 * in a YAML file also as YAML. Undefined where the string does not look like one.
 */
export function readInnerPolicy(node: StringNode, source: InnerSource): InnerReading | undefined {
  const { value: text } = node;
  if (!MAY_HOLD.test(text)) return undefined;
  const isJson = /^\s*[{[]/.test(text);
  const read = isJson ? undefined : yamlReader(text, source);
  if (!isJson && read === undefined) return undefined;
  const lines = lineTable(text);
  const reading = read === undefined ? readJson(text, lines, true) : read(text, lines);
  const place = placer(node, source);
  if (!reading.ok) {
    if (!IS_MEANT.test(text)) return undefined;
    return { value: undefined, problems: isTemplate(text) ? [] : place.problems(reading.problems) };
  }
  const [root, ...others] = reading.roots;
  if (root === undefined || others.length > 0) return undefined;
  return { value: place.value(root.value), problems: place.problems(reading.problems) };
}

/** The names of a policy's members; a sentence that begins with a brace has them not. */
const MAY_HOLD = /\b[Ss]tatements?[\\"']*\s*:/;
const IS_MEANT = /\b[Ee]ffect[\\"']*\s*:/;

function yamlReader(text: string, { syntax, readYaml }: InnerSource): SyntaxReader | undefined {
  return syntax === 'yaml' && /^(?:---\s*\n)?\s*(?:#.*\n\s*)*(?:Version|Statement)\s*:/.test(text)
    ? readYaml
    : undefined;
}

/** Marks of Helm, Jinja, ERB and shell templates: what fills them may bring what is missing. */
function isTemplate(text: string): boolean {
  return /\{\{|\{%|<%|\$\{|\$\(/.test(text);
}

interface Placer {
  readonly value: (node: ValueNode) => ValueNode;
  readonly problems: (problems: readonly ParseProblem[]) => readonly ParseProblem[];
}

/** Where parts of the text of a string stand in the file; without exact places all of them stand where the string does. */
function placer(node: StringNode, { text, lines, syntax }: InnerSource): Placer {
  const inner = node.shared === true ? undefined : innerText(text, node, syntax);
  const whole = { range: node.range, loc: node.loc, shared: true } as const;
  const baseOf = (part: ValueNode | MemberNode): Pick<ValueNode, 'range' | 'loc' | 'shared' | 'written'> => {
    if (inner === undefined) return whole;
    const range: [number, number] = [at(inner, part.range[0]), at(inner, part.range[1])];
    const place = { range, loc: spanAt(lines, range) };
    if (part.shared === true || inner.encode === undefined) return { ...place, shared: true };
    return { ...place, written: { node: part, inner } };
  };
  const value = (part: ValueNode): ValueNode => {
    if (part.type === 'Array') return { ...part, ...baseOf(part), elements: part.elements.map(value) };
    if (part.type !== 'Object') return { ...part, ...baseOf(part) };
    return { ...part, ...baseOf(part), members: part.members.map(member) };
  };
  const member = (part: MemberNode): MemberNode => ({
    ...part,
    ...baseOf(part),
    name: { ...part.name, ...baseOf(part.name) },
    value: value(part.value),
  });
  const problems = (found: readonly ParseProblem[]): readonly ParseProblem[] =>
    found.map(({ code, message, offset, endOffset }) => {
      const [start, end] = inner === undefined ? node.range : [at(inner, offset), at(inner, endOffset)];
      return parseProblem(lines, code === 'comment' ? 'syntax' : code, inString(message, lineOf), start, end);
    });
  const own = lineTable(node.value);
  const lineOf = (line: number): number =>
    inner === undefined ? node.loc.start.line : positionAt(lines, at(inner, own.starts[line - 1] ?? 0)).line;
  return { value, problems };
}

function at({ offsets }: InnerText, offset: number): number {
  return offsets[Math.min(offset, offsets.length - 1)] ?? 0;
}

/** The parser speaks of lines and of a file of its own. */
function inString(message: string, lineOf: (own: number) => number): string {
  return message
    .replaceAll('end of the file', 'end of the policy')
    .replaceAll('; remove it or name the file .jsonc', '; remove it')
    .replace(/\bof line (\d+)/g, (_, line: string) => `of line ${lineOf(Number(line))}`);
}
