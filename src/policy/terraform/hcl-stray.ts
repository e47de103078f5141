import { evaluate } from '../../hcl/evaluate/evaluate.js';
import type { Scope } from '../../hcl/evaluate/module-scope.js';
import type {
  HclBlock,
  HclBody,
  HclChunk,
  HclExpression,
  HclObject,
  HclRange,
} from '../../hcl/hcl-syntax.js';
import type { RootNode, ValueNode } from '../model/ast.js';
import { foreignProvider } from '../facts/foreign-languages.js';
import { recognise } from '../model/recognise.js';
import { unknown } from './hcl-json.js';
import type { Lowering } from './hcl-lower.js';
import { documentOf, valueOf } from './hcl-lower.js';
import { withStatements } from './hcl-resource.js';

/**
 * Policies that stand in no resource that is known to hold one: in the argument of a module, in a local, in the default of
 * a variable, behind `jsonencode` anywhere. What the policies of resources take in already is left out. Resources of other
 * clouds are not looked into.
 */
export function strayPolicies(
  file: HclBody,
  found: readonly RootNode[],
  scope: Scope,
  to: Lowering,
): readonly RootNode[] {
  const taken = new Set(found.flatMap(({ value }) => startsIn(value)));
  const inOrder = [...taken].sort((a, b) => a - b);
  const roots: RootNode[] = [];
  for (const block of file.blocks) lookIntoBlock(block, [block.type, ...block.labels].join('.'));
  for (const { name, value } of file.attributes) lookInto(value, name);
  return roots;

  function lookIntoBlock(block: HclBlock, address: string): void {
    const foreign = cloudOf(block);
    if (foreign !== undefined) {
      if (speaksOfStatements(scope.text.slice(...block.range))) addForeign(block, address, foreign);
      return;
    }
    for (const { name, value, broken } of block.attributes)
      if (!broken) lookInto(value, addressOf(block, address, name));
    for (const inner of block.blocks) lookIntoBlock(inner, `${address}.${inner.type}`);
  }

  function lookInto(expression: HclExpression, address: string): void {
    const [start, end] = expression.range;
    if (!mayHold(scope.text, expression.range)) return;
    if (expression.kind === 'template') {
      if (isJsonText(expression.chunks)) {
        if (!isTaken(inOrder, start, end)) addDocument(expression, address);
        return;
      }
    }
    if (expression.kind === 'object' && !isRead(expression, taken)) {
      if (isPolicy(expression)) {
        add(valueOf(evaluate(expression, scope), to), address);
        return;
      }
      if (isStatement(expression)) {
        addStatements(expression, address);
        return;
      }
    }
    if (
      expression.kind === 'tuple' &&
      expression.elements.some((one) => isStatement(one) && !isRead(one, taken))
    ) {
      addStatements(expression, address);
      return;
    }
    for (const [name, inner] of childrenOf(expression)) lookInto(inner, `${address}${name}`);
  }

  function addDocument(expression: HclExpression, address: string): void {
    const alternatives: ValueNode[] = [];
    add(documentOf(evaluate(expression, scope), { ...to, alternatives }).value, address, alternatives);
  }

  function addStatements(expression: HclExpression, address: string): void {
    const value = listedStatements(valueOf(evaluate(expression, scope), to));
    add({ ...withStatements(value, expression.range, to), open: true, shared: true }, address);
  }

  function addForeign({ range: [start, end], header }: HclBlock, address: string, foreign: string): void {
    const value = unknown(to, [...header]);
    const name = address.replace(/^resource\./, '');
    roots.push({ type: 'Root', address: name, value, foreign, range: [start, end], loc: value.loc });
  }

  function add(value: ValueNode | undefined, address: string, alternatives: readonly ValueNode[] = []): void {
    if (value === undefined) return;
    if (value.type !== 'Unknown' && !isPolicyValue(value)) return;
    roots.push({ type: 'Root', address, value, alternatives, range: value.range, loc: value.loc });
  }
}

/** Of ours, or of another cloud. */
function isPolicyValue(value: ValueNode): boolean {
  const recognition = recognise(value);
  return recognition.ok || recognition.why === 'foreign';
}

/** One statement alone is a list of one. */
function listedStatements(value: ValueNode): ValueNode {
  if (value.type !== 'Object') return value;
  const { range, loc } = value;
  return { type: 'Array', style: 'flow', elements: [value], range, loc, shared: true };
}

/** `local.policies`, `var.policy.default`, `module.agency.policy`. */
function addressOf(block: HclBlock, address: string, name: string): string {
  if (block.type === 'locals') return `local.${name}`;
  return `${block.type === 'variable' ? address.replace(/^variable/, 'var') : address}.${name}`;
}

/** Whether an object, or what it holds where its entries went into another one, is part of a policy already. */
function isRead(expression: HclExpression, taken: ReadonlySet<number>): boolean {
  if (taken.has(expression.range[0])) return true;
  return expression.kind === 'object' && expression.items.some(({ key }) => taken.has(key.range[0]));
}

/** Where objects of policies start that are read already. */
function startsIn(value: ValueNode): readonly number[] {
  switch (value.type) {
    case 'Object':
      return [
        value.range[0],
        ...value.members.flatMap((member) => [member.name.range[0], ...startsIn(member.value)]),
      ];
    case 'Array':
      return value.elements.flatMap(startsIn);
    case 'Unknown':
      return (value.options ?? []).flatMap(startsIn);
    case 'String':
    case 'Number':
    case 'Boolean':
    case 'Null':
      return [];
  }
}

/** Whether one of the starts lies within, by binary search. */
function isTaken(starts: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (starts[low] ?? Infinity) < end;
}

/** The cloud of a resource, where it has another policy language. */
function cloudOf({ type, labels: [label = ''] }: HclBlock): string | undefined {
  return type === 'resource' || type === 'data' ? foreignProvider(label) : undefined;
}

/** As JSON writes them, and as blocks of other providers do. */
function speaksOfStatements(text: string): boolean {
  return /\b[Ss]tatement\b/.test(text) && /\b(?:[Ee]ffect|actions?)\b/i.test(text);
}

function mayHold(text: string, [start, end]: HclRange): boolean {
  return /Statement|Effect/.test(text.slice(start, end));
}

function isJsonText(chunks: readonly HclChunk[]): boolean {
  const text = chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : '?')).join('');
  return /^\s*\{/.test(text) && /"Statement"\s*:/.test(text);
}

function isPolicy(object: HclObject): boolean {
  const names = namesOf(object);
  return names.has('Statement') && (names.has('Version') || names.size === 1);
}

function isStatement(expression: HclExpression): boolean {
  if (expression.kind !== 'object') return false;
  const names = namesOf(expression);
  return names.has('Effect') && (names.has('Action') || names.has('NotAction'));
}

function namesOf({ items }: HclObject): ReadonlySet<string> {
  return new Set(
    items.flatMap(({ key }) =>
      key.kind === 'template' ? key.chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : '')) : [],
    ),
  );
}

function childrenOf(expression: HclExpression): readonly (readonly [name: string, inner: HclExpression])[] {
  switch (expression.kind) {
    case 'tuple':
      return expression.elements.map((element, index) => [`[${index}]`, element]);
    case 'object':
      return expression.items.map(({ key, value }) => [`.${nameOf(key)}`, value]);
    case 'call':
      return expression.args.map((argument) => ['', argument]);
    case 'conditional':
      return [
        ['', expression.yes],
        ['', expression.no],
      ];
    case 'for':
      return [
        ['', expression.collection],
        ['', expression.result],
      ];
    case 'traversal':
      return [['', expression.of]];
    case 'template':
      return expression.chunks.flatMap((chunk) =>
        chunk.kind === 'hole' && chunk.expression !== undefined ? [['', chunk.expression] as const] : [],
      );
    case 'number':
    case 'boolean':
    case 'null':
    case 'reference':
    case 'operation':
    case 'opaque':
      return [];
  }
}

function nameOf(key: HclExpression): string {
  if (key.kind !== 'template') return '*';
  return key.chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : '*')).join('');
}
