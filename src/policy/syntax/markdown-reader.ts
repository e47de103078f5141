import { en } from '../../wording/en/policy.js';
import { speaker } from '../../wording/speaker.js';
import type { RootNode, Syntax } from '../model/ast.js';
import { recognise } from '../model/recognise.js';
import { unwrapPolicies } from '../model/unwrap.js';
import { readInnerPolicy } from './inner-policy.js';
import type { LineTable } from './line-table.js';
import { spanAt } from './line-table.js';
import type { Fence } from './markdown-fences.js';
import { fencesIn } from './markdown-fences.js';
import { linesOfPart, placer } from './place-inner.js';
import type { FileFacts, Reading, SyntaxReader } from './reading.js';

const say = speaker('policy', en);

/** Languages of fenced blocks. JSON is read with comments there, as examples have them. */
const LANGUAGES: ReadonlyMap<string, Syntax> = new Map([
  ['json', 'jsonc'],
  ['jsonc', 'jsonc'],
  ['json5', 'jsonc'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['hcl', 'hcl'],
  ['tf', 'hcl'],
  ['terraform', 'hcl'],
]);

/** The syntaxes of the blocks of a Markdown text that may hold a policy. */
export function syntaxesIn(text: string): ReadonlySet<Syntax> {
  if (!SPEAKS_OF_STATEMENTS.test(text)) return new Set();
  return new Set(fencesIn(text).flatMap((fence) => syntaxOf(fence) ?? []));
}

/** Whether a text says a word of a policy at all. */
const SPEAKS_OF_STATEMENTS = /\b(?:Statement|statement)\b/;

function syntaxOf({ language, inner }: Fence): Syntax | undefined {
  if (!SPEAKS_OF_STATEMENTS.test(inner.text)) return undefined;
  if (language === '') return /^\s*\{[^]*"Statement"\s*:/.test(inner.text) ? 'jsonc' : undefined;
  return LANGUAGES.get(language);
}

/**
 * Reads the policies in the fenced blocks of a Markdown text, each with its place in the text and the number of its block as
 * address. What cannot be read there is an unknown policy, as examples leave things out; blocks without policies are nothing.
 */
export function readMarkdown(
  text: string,
  lines: LineTable,
  readers: ReadonlyMap<Syntax, SyntaxReader>,
  facts: FileFacts,
): Reading {
  const found = fencesIn(text).map((fence, index): Block => {
    const syntax = syntaxOf(fence);
    const reader = syntax === undefined ? undefined : readers.get(syntax);
    if (syntax === undefined || reader === undefined) return NOTHING;
    return readBlock({ fence, syntax, reader, readers, lines, facts, address: `block ${index + 1}` });
  });
  return {
    ok: true,
    roots: found.flatMap(({ roots }) => roots),
    comments: found.flatMap(({ comments }) => comments),
    problems: [],
  };
}

type Block = Pick<Extract<Reading, { ok: true }>, 'roots' | 'comments'>;

const NOTHING: Block = { roots: [], comments: [] };

interface BlockInput {
  readonly fence: Fence;
  readonly syntax: Syntax;
  readonly reader: SyntaxReader;
  readonly readers: ReadonlyMap<Syntax, SyntaxReader>;
  readonly lines: LineTable;
  readonly facts: FileFacts;
  readonly address: string;
}

function readBlock({ fence, syntax, reader, readers, lines, facts, address }: BlockInput): Block {
  const { inner, range } = fence;
  const ownLines = linesOfPart(inner.text, inner, range, lines);
  // Files that an example names are not those beside the text.
  const reading = reader(inner.text, ownLines, facts.name === undefined ? {} : { name: facts.name });
  const place = placer(inner, range, lines);
  if (!reading.ok) {
    const [problem] = place.problems(reading.problems);
    return { roots: [unreadBlock(fence, lines, address, problem?.message ?? '')], comments: [] };
  }
  const source = { text: inner.text, lines: ownLines, syntax, readYaml: readers.get('yaml') };
  const { roots } =
    syntax === 'hcl' ? reading : unwrapPolicies(reading.roots, (node) => readInnerPolicy(node, source));
  return {
    roots: roots.filter(isPolicy).map((root) => ({
      ...place.root(root),
      address: root.address === undefined ? address : `${address}: ${root.address}`,
    })),
    comments: reading.comments.map(place.comment),
  };
}

function isPolicy({ value, foreign }: RootNode): boolean {
  if (foreign !== undefined || value.type === 'Unknown') return true;
  const recognition = recognise(value);
  return recognition.ok || recognition.why === 'foreign';
}

function unreadBlock({ range, inner }: Fence, lines: LineTable, address: string, fault: string): RootNode {
  const loc = spanAt(lines, range);
  return {
    type: 'Root',
    address,
    range,
    loc,
    value: {
      type: 'Unknown',
      range,
      loc,
      shared: true,
      text: inner.text,
      why: say('unreadBlock', { block: address, fault }),
    },
  };
}
