import { defined } from '../../defined.js';
import type { Surroundings } from '../../hcl/surroundings.js';
import type { readConfiguration } from '../terraform/hcl-policies.js';
import type { Comment, DocumentNode, Syntax, ValueNode } from '../model/ast.js';
import { readJson } from './json-parser.js';
import type { LineTable } from './line-table.js';
import { lineTable, positionAt } from './line-table.js';
import type { FileFacts, ParseProblem, SyntaxReader } from './reading.js';
import { readMarkdown, syntaxesIn } from './markdown-reader.js';
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
    syntax === 'json' && root !== undefined
      ? terraformIn(root.value, text, lines, defined({ name, surroundings: options.surroundings }))
      : undefined;
  const inner = { text, lines, syntax, readYaml: READERS.get('yaml') };
  const found =
    terraform ??
    (IS_UNWRAPPED.has(syntax)
      ? reading
      : unwrapPolicies(reading.roots, (node) => readInnerPolicy(node, inner)));
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
    problems: found === reading ? reading.problems : [...reading.problems, ...found.problems],
  };
}

/** The policies of a configuration, a plan or a state of Terraform. */
function terraformIn(value: ValueNode, text: string, lines: LineTable, facts: FileFacts) {
  const configured = isConfiguration(facts.name ?? '') ? configurationReader : undefined;
  return configured?.(value, text, lines, facts) ?? terraformPolicies(value, { text, lines });
}

/** `main.tf.json`: JSON whose strings are templates of Terraform. */
function isConfiguration(name: string): boolean {
  return /\.(?:tf|tofu)\.json$|\.tfvars\.json$/i.test(name);
}

/** The reader of configurations in JSON, once that of HCL is at hand. */
let configurationReader: typeof readConfiguration | undefined;

/** What their readers give are policies already. */
const IS_UNWRAPPED: ReadonlySet<Syntax> = new Set(['hcl', 'markdown']);

/** The readers at hand. JSON is what nearly every run needs; the others come with a library. */
const READERS: Map<Syntax, SyntaxReader> = new Map<Syntax, SyntaxReader>([
  ['json', (text, lines) => readJson(text, lines, true)],
  ['jsonc', (text, lines) => readJson(text, lines, false)],
  ['markdown', (text, lines, facts) => readMarkdown(text, lines, READERS, facts ?? {})],
]);

const LOADERS: Readonly<Partial<Record<Syntax, () => Promise<SyntaxReader>>>> = {
  yaml: async () => (await import('./yaml-parser.js')).readYaml,
  hcl: async () => {
    await (await import('../../hcl/hcl-parser.js')).loadHcl();
    const { readHcl, readConfiguration: read } = await import('../terraform/hcl-policies.js');
    configurationReader = read;
    return readHcl;
  },
};

/** Makes a syntax ready for `parsePolicyText`, which cannot wait (ESLint parses synchronously). */
export async function loadSyntax(syntax: Syntax): Promise<void> {
  if (READERS.has(syntax)) return;
  const load = LOADERS[syntax];
  if (load === undefined) throw new Error(`No reader is known for ${syntax}.`);
  READERS.set(syntax, await load());
}

/** Makes whatever is needed ready to read a file of this name: a Markdown text may hold several syntaxes. */
export async function loadSyntaxFor(
  filename: string,
  text: string,
  syntax = syntaxOf(filename),
): Promise<void> {
  await loadSyntax(syntax ?? 'json');
  for (const one of syntax === 'markdown' ? syntaxesIn(text) : []) await loadSyntax(one);
  if (syntax === 'json' && isConfiguration(filename)) await loadSyntax('hcl');
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
  ['.tfvars', 'hcl'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.mdx', 'markdown'],
];

/** What a file's name says about its syntax; undefined where it says nothing. */
export function syntaxOf(filename: string): Syntax | undefined {
  const name = filename.toLowerCase();
  return SYNTAXES.find(([ending]) => name.endsWith(ending))?.[1];
}
