import type { Node } from 'web-tree-sitter';
import type { HclExpression, HclHole, HclItem, HclRange, HclStep, HclTemplate } from './hcl-syntax.js';
import { heredocChunks, heredocLineChunks, quotedChunks } from './strings.js';

/** Deeper nesting than this is left unread: nobody writes it, and reading it would overflow the stack. */
export const MAX_DEPTH = 128;

/** The expression that a node holds. */
export function readExpression(node: Node, text: string, depth: number): HclExpression {
  return readSequence(meaningful(node), rangeOf(node), text, depth);
}

/** Something and the steps behind it: the grammar puts them side by side. */
function readSequence(nodes: readonly Node[], range: HclRange, text: string, depth: number): HclExpression {
  const [first, ...rest] = nodes;
  if (depth > MAX_DEPTH || first === undefined) return { kind: 'opaque', range };
  if (rest.length > 0) return readTraversal(first, rest, range, text, depth);
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
    case 'conditional':
      return readConditional(first, text, depth);
    case 'for_expr':
      return readFor(first, text, depth);
    case 'operation':
      return readOperation(first, text, depth);
    default:
      return { kind: 'opaque', range };
  }
}

/** `local.a["b"][0].c` is a reference; with a splat, a computed index or a call in it, it has to be evaluated. */
function readTraversal(
  first: Node,
  rest: readonly Node[],
  range: HclRange,
  text: string,
  depth: number,
): HclExpression {
  const steps = rest.map((step) => readStep(step, text, depth));
  const keys = steps.map((step) => (step.length === 1 ? literalKey(step[0]) : undefined));
  const computed = keys.indexOf(undefined);
  const fixed = keys.slice(0, computed === -1 ? keys.length : computed).filter((key) => key !== undefined);
  if (first.type !== 'variable_expr')
    return {
      kind: 'traversal',
      range,
      of: readSequence([first], rangeOf(first), text, depth + 1),
      steps: steps.flat(),
    };
  const end = rest[fixed.length - 1]?.endIndex ?? first.endIndex;
  const of: HclExpression = {
    kind: 'reference',
    range: [range[0], end],
    path: [first.text, ...fixed],
  };
  return computed === -1 ? of : { kind: 'traversal', range, of, steps: steps.slice(computed).flat() };
}

/** A splat carries the steps behind it. */
function readStep(step: Node, text: string, depth: number): HclStep[] {
  const range = rangeOf(step);
  if (step.type === 'get_attr') return [keyStep(step.namedChildren[0]?.text ?? '', range)];
  if (step.type === 'splat')
    return [
      { kind: 'each' },
      ...meaningful(meaningful(step)[0] ?? step).flatMap((inner) => readStep(inner, text, depth + 1)),
    ];
  const legacy = /^\.(\d+)$/.exec(step.text)?.[1];
  if (legacy !== undefined) return [keyStep(legacy, range)];
  const index = meaningful(meaningful(step)[0] ?? step).find((child) => child.type === 'expression');
  return [
    {
      kind: 'key',
      key: index === undefined ? { kind: 'opaque', range } : readExpression(index, text, depth + 1),
    },
  ];
}

function keyStep(text: string, range: HclRange): HclStep {
  return { kind: 'key', key: { kind: 'template', range, chunks: [{ kind: 'text', text, range }] } };
}

function literalKey(step: HclStep | undefined): string | undefined {
  if (step?.kind !== 'key') return undefined;
  const { key } = step;
  if (key.kind === 'number') return String(key.value);
  if (key.kind !== 'template' || key.chunks.some(({ kind }) => kind === 'hole')) return undefined;
  return key.chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : '')).join('');
}

function readConditional(node: Node, text: string, depth: number): HclExpression {
  const range = rangeOf(node);
  const [condition, yes, no] = meaningful(node).map((part) => readPart([part], text, depth));
  if (condition === undefined || yes === undefined || no === undefined) return { kind: 'opaque', range };
  return { kind: 'conditional', range, condition, yes, no };
}

function readFor(node: Node, text: string, depth: number): HclExpression {
  const range = rangeOf(node);
  const children = meaningful(meaningful(node)[0] ?? node);
  const intro = children.find((child) => child.type === 'for_intro');
  const collection = meaningful(intro ?? node).find((child) => child.type === 'expression');
  const condition = children.find((child) => child.type === 'for_cond');
  const results = children.filter((child) => child.type === 'expression');
  const result = results.at(-1);
  if (intro === undefined || collection === undefined || result === undefined)
    return { kind: 'opaque', range };
  const [key] = results;
  const test = condition === undefined ? undefined : meaningful(condition)[0];
  return {
    kind: 'for',
    range,
    names: meaningful(intro)
      .filter((child) => child.type === 'identifier')
      .map((child) => child.text),
    collection: readExpression(collection, text, depth + 1),
    resultKey: results.length > 1 && key !== undefined ? readExpression(key, text, depth + 1) : undefined,
    result: readExpression(result, text, depth + 1),
    condition: test === undefined ? undefined : readPart([test], text, depth),
    grouped: children.some((child) => child.type === 'ellipsis'),
  };
}

/** The operator is a token without a name; what stands on its sides are steps in a row. */
function readOperation(node: Node, text: string, depth: number): HclExpression {
  const range = rangeOf(node);
  if (NEGATIVE.test(node.text)) return { kind: 'number', range, value: Number(node.text) };
  const inner = meaningful(node)[0] ?? node;
  const children = inner.children.filter((child) => child.type !== 'comment');
  const at = children.findIndex((child) => !child.isNamed && OPERATORS.has(child.type));
  if (at === -1) return { kind: 'opaque', range };
  const sides = [children.slice(0, at), children.slice(at + 1)]
    .map((side) => side.filter((child) => child.isNamed))
    .filter((side) => side.length > 0);
  return {
    kind: 'operation',
    range,
    operator: children[at]?.type ?? '',
    operands: sides.map((side) => readPart(side, text, depth)),
  };
}

/** A negative number is an operation to the grammar. */
const NEGATIVE = /^-\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const OPERATORS: ReadonlySet<string> = new Set([
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
  '!',
  '+',
  '-',
  '*',
  '/',
  '%',
]);

function readPart(nodes: readonly Node[], text: string, depth: number): HclExpression {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return { kind: 'opaque', range: [0, 0] };
  return readSequence(nodes, [first.startIndex, last.endIndex], text, depth + 1);
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
  const holes = holesIn(node, text, depth, node.type === 'heredoc_template');
  const chunks =
    node.type === 'heredoc_template'
      ? heredocChunks(text, range, holes)
      : quotedChunks(text, [range[0] + 1, range[1] - 1], holes);
  return { kind: 'template', range, chunks };
}

function holesIn(node: Node, text: string, depth: number, heredoc: boolean): HclHole[] {
  return node.namedChildren.flatMap((child) => {
    if (child.type === 'template_interpolation') return [readInterpolation(child, text, depth)];
    return child.type === 'template_directive' ? [readDirective(child, text, depth, heredoc)] : [];
  });
}

function readInterpolation(node: Node, text: string, depth: number): HclHole {
  const range = rangeOf(node);
  const expression = node.namedChildren.find((child) => child.type === 'expression');
  if (expression === undefined) return { kind: 'hole', range };
  return { kind: 'hole', range, expression: readExpression(expression, text, depth + 1) };
}

/** `%{ if … }a%{ else }b%{ endif }` or `%{ for … }a%{ endfor }`: the texts between its marks. */
function readDirective(node: Node, text: string, depth: number, heredoc: boolean): HclHole {
  const range = rangeOf(node);
  const inner = node.namedChildren[0];
  if (inner === undefined || depth > MAX_DEPTH) return { kind: 'hole', range };
  const marks = inner.namedChildren.filter((child) => DIRECTIVE_MARKS.has(child.type));
  const holes = holesIn(inner, text, depth + 1, heredoc);
  const arms = marks.slice(0, -1).map((mark, index) => {
    const arm: HclRange = [mark.endIndex, marks[index + 1]?.startIndex ?? mark.endIndex];
    const own = holes.filter((hole) => hole.range[0] >= arm[0] && hole.range[1] <= arm[1]);
    return heredoc ? heredocLineChunks(text, arm, own) : quotedChunks(text, arm, own);
  });
  return { kind: 'hole', range, arms };
}

const DIRECTIVE_MARKS: ReadonlySet<string> = new Set([
  'template_if_intro',
  'template_else_intro',
  'template_if_end',
  'template_for_start',
  'template_for_end',
]);

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

/** The children of a node but for comments. */
export function meaningful(node: Node): Node[] {
  return node.namedChildren.filter((child) => child.type !== 'comment');
}

export function rangeOf(node: Node): HclRange {
  return [node.startIndex, node.endIndex];
}
