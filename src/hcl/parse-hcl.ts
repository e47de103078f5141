import type { Node } from 'web-tree-sitter';
import { readTree } from '../tree-sitter.js';
import { hclParser } from './hcl-parser.js';
import { heredocChunks, quotedChunks } from './strings.js';
import type {
  HclAttribute,
  HclBlock,
  HclBody,
  HclComment,
  HclExpression,
  HclFile,
  HclHole,
  HclItem,
  HclProblem,
  HclRange,
  HclTemplate,
} from './hcl-syntax.js';

/** Deeper nesting than this is left unread: nobody writes it, and reading it would overflow the stack. */
const MAX_DEPTH = 128;

/** Whether the body of a block at the top level is of interest; those of others are left empty, which saves most of the time. */
export type WantedBlock = (type: string, labels: readonly string[]) => boolean;

/**
 * Reads HCL text into plain data. Never throws for what the text holds: where it is not HCL, `problem` says where, and
 * what the parser could make out around it is in the body. `loadHcl` must have been awaited.
 */
export function parseHcl(text: string, wanted: WantedBlock = () => true): HclFile {
  const blanks = longBlanks(text);
  if (blanks !== undefined)
    return unread(
      `Unexpected run of more than ${MOST_BLANKS} blanks, expected Terraform; check how this file was made`,
      blanks,
    );
  const file = readTree(hclParser(), text, (root): HclFile =>
    // In a broken file a block may stand in the body of one that does not end.
    ({
      ...readBody(root, text, 0, root.hasError ? undefined : wanted),
      comments: readComments(root, text),
      problem: root.hasError ? findProblem(root, text) : undefined,
    }),
  );
  return 'unread' in file ? unread(file.unread, [0, 0]) : file.value;
}

function unread(message: string, range: HclRange): HclFile {
  return { attributes: [], blocks: [], comments: [], problem: { message, range } };
}

/** In a string that does not end, the parser looks from each blank to the last one: 50,000 of them take it more than a minute. */
const MOST_BLANKS = 1_000;

function longBlanks(text: string): HclRange | undefined {
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!BLANKS.has(text.charCodeAt(at))) start = at + 1;
    else if (at - start >= MOST_BLANKS) return [start, at + 1];
  }
  return undefined;
}

const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d, 0x0a]);

/** Attributes and blocks below a node; those inside a part that the parser could not place are found too. `cut`: such a part follows. */
function readBody(node: Node, text: string, depth: number, wanted?: WantedBlock, cut = false): HclBody {
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  if (depth > MAX_DEPTH) return { attributes, blocks };
  const children = meaningful(node);
  for (const [index, child] of children.entries()) {
    const broken = children[index + 1]?.isError ?? cut;
    if (child.type === 'attribute') attributes.push(...readAttribute(child, text, depth, broken));
    else if (child.type === 'block') blocks.push(readBlock(child, text, depth, wanted));
    else if (child.type === 'body' || child.isError) {
      const inner = readBody(child, text, depth + 1, wanted, broken);
      attributes.push(...inner.attributes);
      blocks.push(...inner.blocks);
    }
  }
  return { attributes, blocks };
}

/** `cut`: what follows could not be read, so the value may go on there. */
function readAttribute(node: Node, text: string, depth: number, cut: boolean): HclAttribute[] {
  const children = meaningful(node);
  const [name, value] = [children[0], children.find((child) => child.type === 'expression')];
  if (name === undefined || value === undefined) return [];
  return [
    {
      name: name.text,
      nameRange: rangeOf(name),
      range: rangeOf(node),
      value: readExpression(value, text, depth + 1),
      broken: cut || node.hasError,
    },
  ];
}

function readBlock(node: Node, text: string, depth: number, wanted?: WantedBlock): HclBlock {
  const children = meaningful(node);
  const start = children.findIndex((child) => child.type === 'block_start');
  const head = children.slice(0, start === -1 ? 1 : start);
  const type = head[0]?.text ?? '';
  const labels = head
    .slice(1)
    .map((label) => (label.type === 'string_lit' ? label.text.slice(1, -1) : label.text));
  const body =
    wanted?.(type, labels) === false ? { attributes: [], blocks: [] } : readBody(node, text, depth + 1);
  return {
    type,
    labels,
    range: rangeOf(node),
    header: [node.startIndex, head.at(-1)?.endIndex ?? node.startIndex],
    ...body,
  };
}

function readExpression(node: Node, text: string, depth: number): HclExpression {
  const range = rangeOf(node);
  const [first, ...rest] = meaningful(node);
  if (depth > MAX_DEPTH || first === undefined) return { kind: 'opaque', range };
  if (rest.length > 0) return readTraversal(first, rest, range);
  switch (first.type) {
    case 'expression':
      return readExpression(first, text, depth + 1);
    case 'literal_value':
      return readLiteral(meaningful(first)[0] ?? first, text);
    case 'template_expr':
      return readTemplate(meaningful(first)[0] ?? first, text, depth);
    case 'collection_value':
      return readCollection(meaningful(first)[0] ?? first, text, depth);
    case 'variable_expr':
      return { kind: 'reference', range, path: [first.text] };
    case 'function_call':
      return readCall(first, text, depth);
    default:
      // A negative number is an operation to the grammar; so are sums and comparisons.
      return /^-\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(first.text)
        ? { kind: 'number', range, value: Number(first.text) }
        : { kind: 'opaque', range };
  }
}

/** `local.a["b"][0].c`; anything with a splat or a computed index stays opaque. */
function readTraversal(first: Node, rest: readonly Node[], range: HclRange): HclExpression {
  if (first.type !== 'variable_expr') return { kind: 'opaque', range };
  const path = [first.text];
  for (const step of rest) {
    const key =
      step.type === 'get_attr'
        ? step.namedChildren[0]?.text
        : step.type === 'index'
          ? literalIndex(step)
          : undefined;
    if (key === undefined) return { kind: 'opaque', range };
    path.push(key);
  }
  return { kind: 'reference', range, path };
}

function literalIndex(step: Node): string | undefined {
  const match = /^(?:\.|\[\s*)(?:(\d+)|"([^"\\$%]*)")\s*\]?$/.exec(step.text);
  return match?.[1] ?? match?.[2];
}

function readLiteral(node: Node, text: string): HclExpression {
  const range = rangeOf(node);
  switch (node.type) {
    case 'string_lit':
      return { kind: 'template', range, chunks: quotedChunks(text, [range[0] + 1, range[1] - 1], []) };
    case 'numeric_lit':
      return { kind: 'number', range, value: Number(node.text) };
    case 'bool_lit':
      return { kind: 'boolean', range, value: node.text === 'true' };
    default:
      return { kind: 'null', range };
  }
}

function readTemplate(node: Node, text: string, depth: number): HclTemplate {
  const range = rangeOf(node);
  const holes = node.namedChildren
    .filter((child) => child.type === 'template_interpolation' || child.type === 'template_directive')
    .map((hole) => readHole(hole, text, depth));
  const chunks =
    node.type === 'heredoc_template'
      ? heredocChunks(text, range, holes)
      : quotedChunks(text, [range[0] + 1, range[1] - 1], holes);
  return { kind: 'template', range, chunks };
}

function readHole(node: Node, text: string, depth: number): HclHole {
  const range = rangeOf(node);
  const expression =
    node.type === 'template_interpolation'
      ? node.namedChildren.find((child) => child.type === 'expression')
      : undefined;
  return expression === undefined
    ? { kind: 'hole', range }
    : { kind: 'hole', range, expression: readExpression(expression, text, depth + 1) };
}

function readCollection(node: Node, text: string, depth: number): HclExpression {
  const range = rangeOf(node);
  const children = meaningful(node);
  if (node.type === 'tuple') {
    const elements = children
      .filter((child) => child.type === 'expression')
      .map((child) => readExpression(child, text, depth + 1));
    return { kind: 'tuple', range, elements };
  }
  const items = children
    .filter((child) => child.type === 'object_elem')
    .flatMap((child) => readItem(child, text, depth));
  return { kind: 'object', range, items };
}

function readItem(node: Node, text: string, depth: number): HclItem[] {
  const [key, value] = meaningful(node).filter((child) => child.type === 'expression');
  if (key === undefined || value === undefined) return [];
  return [
    { range: rangeOf(node), key: readKey(key, text, depth), value: readExpression(value, text, depth + 1) },
  ];
}

/** A bare word is the key itself; `(word)` is a reference. */
function readKey(node: Node, text: string, depth: number): HclExpression {
  const children = meaningful(node);
  const range = rangeOf(node);
  if (children.length === 1 && children[0]?.type === 'variable_expr' && text[range[0]] !== '(') {
    return { kind: 'template', range, chunks: [{ kind: 'text', text: children[0].text, range }] };
  }
  return readExpression(node, text, depth + 1);
}

function readCall(node: Node, text: string, depth: number): HclExpression {
  const [name, list] = meaningful(node);
  const args = list === undefined ? [] : meaningful(list);
  return {
    kind: 'call',
    range: rangeOf(node),
    name: name?.text ?? '',
    args: args
      .filter((child) => child.type === 'expression')
      .map((child) => readExpression(child, text, depth + 1)),
    spread: args.some((child) => child.type === 'ellipsis'),
  };
}

function readComments(root: Node, text: string): HclComment[] {
  return root.descendantsOfType('comment').map((node) => {
    const range = rangeOf(node);
    const raw = text.slice(...range);
    if (raw.startsWith('/*')) return { type: 'Block', value: raw.slice(2, -2), range };
    return { type: 'Line', value: raw.slice(raw.startsWith('#') ? 1 : 2).replace(/\r$/, ''), range };
  });
}

/** The first place that the parser could not read, or where it had to invent what is missing. */
function findProblem(root: Node, text: string): HclProblem {
  const unended = findUnendedString(root);
  const above: Node[] = [];
  let node = root;
  for (;;) {
    const inner: Node | undefined = node.isError
      ? undefined
      : node.children.find((child) => child.hasError || child.isError || child.isMissing);
    if (inner === undefined) break;
    above.push(node);
    if (inner.isMissing) return earlier(unended, missing(inner, above));
    node = inner;
  }
  const quote = node.children.at(-1);
  if (quote?.type === 'quoted_template_start')
    return earlier(unended, { message: UNENDED_STRING, range: rangeOf(quote) });
  const line =
    text.slice(node.startIndex, Math.min(node.endIndex, node.startIndex + 200)).split(/\r?\n/, 1)[0] ?? '';
  const seen = line.length > 40 ? `${line.slice(0, 40)}…` : line;
  return earlier(unended, {
    message:
      seen === ''
        ? 'Unexpected end, expected more HCL'
        : `Unexpected ${JSON.stringify(seen)}, expected other HCL`,
    range: rangeOf(node),
  });
}

const UNENDED_STRING = 'Unexpected end of the line inside a string, expected a closing quotation mark';

/** A quoted string ends in its line, though the grammar lets it run on to the next quotation mark. */
function findUnendedString(root: Node): HclProblem | undefined {
  const inHeredocs = new Set(
    root.descendantsOfType('heredoc_template').flatMap((node) => node.namedChildren.map(({ id }) => id)),
  );
  const literal = root
    .descendantsOfType('template_literal')
    .find((node) => !inHeredocs.has(node.id) && node.text.includes('\n'));
  if (literal === undefined) return undefined;
  return {
    message: UNENDED_STRING,
    range: [literal.startIndex - 1, literal.startIndex + literal.text.indexOf('\n')],
  };
}

function earlier(one: HclProblem | undefined, other: HclProblem): HclProblem {
  return one !== undefined && one.range[0] <= other.range[0] ? one : other;
}

/** A string or heredoc that does not end swallows the rest of the file, so it is reported where it starts. */
const OPEN_ENDED: Readonly<Record<string, string>> = {
  quoted_template_end: 'a closing quotation mark',
  heredoc_identifier: 'the marker that closes this heredoc',
};

/** `above`: the way to it from the root. A node's own `parent` overflows the parser's stack in a deep tree, and breaks it for every file after this one. */
function missing(node: Node, above: readonly Node[]): HclProblem {
  // The part that is not closed; the wrapper around the missing mark is as empty as the mark.
  const open = above.findLast(({ startIndex }) => startIndex !== node.startIndex) ?? above[0];
  const start = open?.startIndex ?? node.startIndex;
  const ending = OPEN_ENDED[node.type];
  if (ending !== undefined)
    return { message: `Unexpected end, expected ${ending}`, range: [start, start + 1] };
  return {
    message: `Unexpected end of what starts in line ${(open?.startPosition.row ?? 0) + 1}, expected “${node.type}”`,
    range: [node.startIndex, node.startIndex],
  };
}

function meaningful(node: Node): Node[] {
  return node.namedChildren.filter((child) => child.type !== 'comment');
}

function rangeOf(node: Node): HclRange {
  return [node.startIndex, node.endIndex];
}
