import { defined } from '../../defined.js';
import type { Surroundings } from '../../hcl/surroundings.js';
import type { Comment, DocumentNode, Syntax } from '../model/ast.js';
import { readJson } from './json-parser.js';
import type { LineTable } from './line-table.js';
import { lineTable, positionAt } from './line-table.js';
import type { ParseProblem, SyntaxReader } from './reading.js';
import { readInnerPolicy } from './inner-policy.js';
import { terraformPolicies } from '../terraform/terraform-json.js';
import { unwrapPolicies } from '../model/unwrap.js';

/** Either the syntax, or a file name whose ending tells it. */
export interface ParseOptions {
  readonly syntax?: Syntax;
  readonly filename?: string;
  /** The other files of the repository, by their paths from the folder of this one; left out: none are read. */
  readonly surroundings?: Surroundings | undefined;
}

/** `problems` of a success were read over: comments and trailing commas in a `.json` file. */
export type ParseResult =
  | {
      readonly ok: true;
      readonly document: DocumentNode;
      readonly comments: readonly Comment[];
      readonly lines: LineTable;
      readonly problems: readonly ParseProblem[];
    }
  | { readonly ok: false; readonly problems: readonly ParseProblem[]; readonly lines: LineTable };

/**
 * A policy file's text → one tree, whatever the syntax, with exact ranges. Policies inside an API body, a role or a JSON
 * string are roots of their own, each with its address; a file in which no policy is found has its values as roots.
 * Never throws for what stands in the text.
 * @throws Error where the syntax needs a reader that was not loaded: await `loadSyntax` before.
 */
export function parsePolicyText(text: string, options: ParseOptions = {}): ParseResult {
  const syntax = options.syntax ?? syntaxOf(options.filename ?? '') ?? 'json';
  const read = READERS.get(syntax);
  if (read === undefined)
    throw new Error(`The reader of ${syntax} is not loaded: await loadSyntax('${syntax}') first.`);
  const lines = lineTable(text);
  const name = options.filename?.split('/').at(-1);
  const reading = read(text, lines, defined({ name, surroundings: options.surroundings }));
  if (!reading.ok) return { ok: false, problems: reading.problems, lines };
  const [root] = reading.roots;
  const terraform =
    syntax === 'json' && root !== undefined ? terraformPolicies(root.value, { text, lines }) : undefined;
  const inner = { text, lines, syntax, readYaml: READERS.get('yaml') };
  const found = terraform ?? unwrapPolicies(reading.roots, (node) => readInnerPolicy(node, inner));
  const document: DocumentNode = {
    type: 'Document',
    syntax,
    body: found.roots,
    range: [0, text.length],
    loc: { start: positionAt(lines, 0), end: positionAt(lines, text.length) },
  };
  return {
    ok: true,
    document,
    comments: reading.comments,
    lines,
    problems: [...reading.problems, ...found.problems],
  };
}

/** The readers at hand. JSON is what nearly every run needs; the others come with a library. */
const READERS = new Map<Syntax, SyntaxReader>([
  ['json', (text, lines) => readJson(text, lines, true)],
  ['jsonc', (text, lines) => readJson(text, lines, false)],
]);

const LOADERS: Readonly<Partial<Record<Syntax, () => Promise<SyntaxReader>>>> = {
  yaml: async () => (await import('./yaml-parser.js')).readYaml,
  hcl: async () => {
    await (await import('../../hcl/hcl-parser.js')).loadHcl();
    return (await import('../terraform/hcl-policies.js')).readHcl;
  },
};

/** Makes a syntax ready for `parsePolicyText`, which cannot wait (ESLint parses synchronously). */
export async function loadSyntax(syntax: Syntax): Promise<void> {
  if (READERS.has(syntax)) return;
  const load = LOADERS[syntax];
  if (load === undefined) throw new Error(`No reader is known for ${syntax}.`);
  READERS.set(syntax, await load());
}

/** For an entry that cannot await `loadSyntax`: brings a reader of its own. */
export function registerSyntax(syntax: Syntax, reader: SyntaxReader): void {
  READERS.set(syntax, reader);
}

const SYNTAXES: readonly (readonly [ending: string, syntax: Syntax])[] = [
  ['.json', 'json'],
  ['.jsonc', 'jsonc'],
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.tf', 'hcl'],
  ['.hcl', 'hcl'],
  ['.tofu', 'hcl'],
  ['.tftpl', 'hcl'],
];

/** What a file's name says about its syntax; undefined where it says nothing. */
export function syntaxOf(filename: string): Syntax | undefined {
  const name = filename.toLowerCase();
  return SYNTAXES.find(([ending]) => name.endsWith(ending))?.[1];
}
