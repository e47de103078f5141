import type { StringNode, Syntax, ValueNode } from '../model/ast.js';
import { innerText } from './inner-text.js';
import { readJson } from './json-parser.js';
import type { LineTable } from './line-table.js';
import { linesOfPart, placer } from './place-inner.js';
import type { ParseProblem, SyntaxReader } from './reading.js';

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
  if (!isJson && read === undefined)
    // A command or a sentence with a policy in it: it is not read, and that is said.
    return STANDS_IN_TEXT.test(text) && IS_MEANT.test(text) ? { value: undefined, problems: [] } : undefined;
  const inner = node.shared === true ? undefined : innerText(source.text, node, source.syntax);
  const lines = linesOfPart(text, inner, node.range, source.lines);
  const reading = read === undefined ? readJson(text, lines, true) : read(text, lines);
  const place = placer(inner, node.range, source.lines);
  if (!reading.ok) {
    if (!IS_MEANT.test(text)) return undefined;
    return { value: undefined, problems: isTemplate(text) ? [] : place.problems(reading.problems) };
  }
  const [root, ...others] = reading.roots;
  if (root === undefined || others.length > 0) return undefined;
  return { value: place.value(root.value), problems: place.problems(reading.problems) };
}

/** The names of a policy's members; a sentence that begins with a brace has them not. */
const MAY_HOLD = /(?:"|^|\n)[ \t]*[Ss]tatements?[\\"]*\s*:/;
/** JSON with statements, somewhere in a text. */
const STANDS_IN_TEXT = /[{,]\s*\\*"Statement\\*"\s*:\s*[[{]/;
const IS_MEANT = /"[Ee]ffect\\*"\s*:/;

function yamlReader(text: string, { syntax, readYaml }: InnerSource): SyntaxReader | undefined {
  return syntax === 'yaml' && /^(?:---\s*\n)?\s*(?:#.*\n\s*)*(?:Version|Statement)\s*:/.test(text)
    ? readYaml
    : undefined;
}

/** Marks of Helm, Jinja, ERB and shell templates: what fills them may bring what is missing. */
function isTemplate(text: string): boolean {
  return /\{\{|\{%|<%|\$\{|\$\(/.test(text);
}
