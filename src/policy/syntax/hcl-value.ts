import { posix } from 'node:path';
import type {
  HclCall,
  HclExpression,
  HclHole,
  HclObject,
  HclRange,
  HclTemplate,
} from '../../hcl/hcl-syntax.js';
import type { MemberNode, Range, StringNode, ValueNode } from '../model/ast.js';
import type { Filling, Source } from './hcl-json.js';
import { readEmbeddedJson, unknown } from './hcl-json.js';
import { spanAt } from './line-table.js';
import type { ParseProblem } from './reading.js';

/** What expressions of one file are read against. */
export interface Scope extends Source {
  /** `locals` of the file; those of other files and all variables are unknown. */
  readonly locals: ReadonlyMap<string, HclExpression>;
  /** What embedded JSON complains about is added here. */
  readonly problems: ParseProblem[];
  /** How much may still be read; locals that multiply each other come to an end with it. */
  budget: number;
}

/** What an argument that takes a JSON document holds. */
export interface Document {
  /** Undefined where nothing is said, or what is said is no JSON (which is a problem). */
  readonly value: ValueNode | undefined;
  /** The document stands in this file, relative to the folder of this one. */
  readonly file?: string;
}

const MAX_DEPTH = 200;
const MAX_HOPS = 50;

/**
 * The JSON document that an expression yields: `jsonencode(…)`, a string or heredoc with JSON, a local that holds one, or a
 * file. What is only known at run time is an unknown value: never guessed.
 */
export function documentOf(expression: HclExpression, scope: Scope, depth = 0): Document {
  const resolved = resolve(expression, scope);
  const range = toRange(resolved.range);
  if (depth > MAX_DEPTH || !spend(scope, 1)) return { value: unknown(scope, range) };
  if (resolved.kind === 'object') return { value: valueOf(resolved, scope, depth + 1) };
  if (resolved.kind === 'template') {
    const { value, problems } = readEmbeddedJson(scope, range, resolved.chunks, (hole) =>
      fillJson(hole, scope, depth + 1),
    );
    scope.problems.push(...problems);
    return { value };
  }
  if (resolved.kind !== 'call') return { value: unknown(scope, range) };
  const [argument] = resolved.args;
  if (argument === undefined || resolved.spread) return { value: unknown(scope, range) };
  switch (resolved.name) {
    case 'jsonencode':
      return encoded(argument, scope, depth + 1);
    case 'trimspace':
    case 'chomp':
    case 'tostring':
      return documentOf(argument, scope, depth + 1);
    case 'file': {
      const file = modulePath(resolve(argument, scope));
      return { value: unknown(scope, range), ...(file === undefined ? {} : { file }) };
    }
    default:
      return { value: unknown(scope, range) };
  }
}

/** The value of an expression, unknown where Terraform has to run to tell. */
export function valueOf(expression: HclExpression, scope: Scope, depth = 0): ValueNode {
  const resolved = resolve(expression, scope);
  const range = toRange(resolved.range);
  const base = { range, loc: spanAt(scope.lines, range) };
  if (depth > MAX_DEPTH || !spend(scope, 1)) return unknown(scope, range);
  switch (resolved.kind) {
    case 'template':
      return stringOf(resolved, scope, depth);
    case 'number':
      return { type: 'Number', value: resolved.value, raw: scope.text.slice(...range), ...base };
    case 'boolean':
      return { type: 'Boolean', value: resolved.value, ...base };
    case 'null':
      return { type: 'Null', ...base };
    case 'tuple':
      return {
        type: 'Array',
        style: 'flow',
        elements: resolved.elements.map((element) => valueOf(element, scope, depth + 1)),
        ...base,
      };
    case 'object':
      return objectOf(resolved, scope, depth);
    case 'call':
      return callOf(resolved, scope, depth);
    case 'reference':
    case 'opaque':
      return unknown(scope, range);
  }
}

/** Goes through locals, and through strings that hold nothing but one `${…}`, to the expression that is meant. */
function resolve(expression: HclExpression, scope: Scope): HclExpression {
  let current = expression;
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const next = step(current, scope);
    if (next === undefined) return current;
    current = next;
  }
  return { kind: 'opaque', range: expression.range };
}

function step(expression: HclExpression, scope: Scope): HclExpression | undefined {
  if (expression.kind === 'template') {
    const [only, ...rest] = expression.chunks;
    return rest.length === 0 && only?.kind === 'hole' && isQuoted(expression, only)
      ? only.expression
      : undefined;
  }
  if (expression.kind !== 'reference' || expression.path[0] !== 'local') return undefined;
  const [, name = '', ...keys] = expression.path;
  let target = scope.locals.get(name);
  for (const key of keys) target = target === undefined || !spend(scope, 1) ? undefined : within(target, key);
  return target;
}

/** A heredoc with one hole is a text with a line break, not the value of the hole. */
function isQuoted({ range }: HclTemplate, hole: HclHole): boolean {
  return hole.range[0] === range[0] + 1 && hole.range[1] === range[1] - 1;
}

function within(target: HclExpression, key: string): HclExpression | undefined {
  if (target.kind === 'tuple') return target.elements[Number(key)];
  if (target.kind !== 'object') return undefined;
  return target.items.findLast((item) => item.key.kind === 'template' && literalText(item.key) === key)
    ?.value;
}

function literalText({ chunks }: HclTemplate): string | undefined {
  return chunks.every((chunk) => chunk.kind === 'text')
    ? chunks.map((chunk) => chunk.text).join('')
    : undefined;
}

function encoded(argument: HclExpression, scope: Scope, depth: number): Document {
  const inner = resolve(argument, scope);
  if (inner.kind === 'call' && inner.name === 'jsondecode' && inner.args[0] !== undefined)
    return documentOf(inner.args[0], scope, depth + 1);
  return { value: valueOf(inner, scope, depth + 1) };
}

function stringOf(template: HclTemplate, scope: Scope, depth: number): ValueNode {
  const range = toRange(template.range);
  const parts: (string | undefined)[] = [];
  for (const chunk of template.chunks) {
    const part = chunk.kind === 'text' ? chunk.text : textOf(chunk, scope, depth + 1);
    const before = parts.at(-1);
    if (part !== undefined && before !== undefined) parts[parts.length - 1] = before + part;
    else parts.push(part);
    if (!spend(scope, (part?.length ?? 0) / 100)) return unknown(scope, range);
  }
  if (parts.includes(undefined)) return unknown(scope, range, parts);
  return { type: 'String', value: parts.join(''), range, loc: spanAt(scope.lines, range) };
}

/** What stands for the hole in a string, where that is known. */
function textOf(hole: HclHole, scope: Scope, depth: number): string | undefined {
  if (hole.expression === undefined) return undefined;
  const value = valueOf(hole.expression, scope, depth);
  if (value.type === 'String' || value.type === 'Boolean') return String(value.value);
  return value.type === 'Number' ? value.raw : undefined;
}

/** What stands for the hole in JSON text: `${jsonencode(…)}` is a value, a string is more of the text. */
function fillJson(hole: HclHole, scope: Scope, depth: number): Filling {
  const nothing = { value: unknown(scope, toRange(hole.range)) };
  if (hole.expression === undefined) return nothing;
  const resolved = resolve(hole.expression, scope);
  if (resolved.kind === 'call' && resolved.name === 'jsonencode')
    return { value: documentOf(resolved, scope, depth).value ?? nothing.value };
  const text = textOf(hole, scope, depth);
  return text !== undefined && spend(scope, text.length / 100) ? { text } : nothing;
}

function objectOf(object: HclObject, scope: Scope, depth: number): ValueNode {
  const range = toRange(object.range);
  const members: MemberNode[] = [];
  for (const item of object.items) {
    const name = valueOf(item.key, scope, depth + 1);
    if (name.type !== 'String') return unknown(scope, range);
    const itemRange = toRange(item.range);
    members.push({
      type: 'Member',
      name,
      value: valueOf(item.value, scope, depth + 1),
      range: itemRange,
      loc: spanAt(scope.lines, itemRange),
    });
  }
  return { type: 'Object', style: 'flow', members, range, loc: spanAt(scope.lines, range) };
}

/** The functions whose result is plain from their arguments; all others are unknown. */
function callOf(call: HclCall, scope: Scope, depth: number): ValueNode {
  const range = toRange(call.range);
  const [first] = call.args;
  if (first === undefined || call.spread) return unknown(scope, range);
  if (call.name === 'jsondecode') return documentOf(first, scope, depth + 1).value ?? unknown(scope, range);
  const list = (elements: readonly ValueNode[]): ValueNode => {
    if (!spend(scope, elements.length)) return unknown(scope, range);
    return { type: 'Array', style: 'flow', elements, range, loc: spanAt(scope.lines, range) };
  };
  const values = (): ValueNode[] => call.args.map((argument) => valueOf(argument, scope, depth + 1));
  switch (call.name) {
    case 'concat':
    case 'tolist':
      return list(values().flatMap(itemsOf));
    case 'flatten':
      return list(values().flatMap(flatten));
    case 'distinct':
    case 'toset':
      return list(distinct(values().flatMap(itemsOf)));
    case 'merge': {
      const objects = values().flatMap((value) => (value.type === 'Object' ? [value] : []));
      if (objects.length < call.args.length) return unknown(scope, range);
      const members = new Map(
        objects.flatMap((object) => object.members.map((member) => [member.name.value, member])),
      );
      return {
        type: 'Object',
        style: 'flow',
        members: [...members.values()],
        range,
        loc: spanAt(scope.lines, range),
      };
    }
    default:
      return unknown(scope, range);
  }
}

/** What is no list is only known at run time, and so is what it adds. */
function itemsOf(value: ValueNode): readonly ValueNode[] {
  return value.type === 'Array' ? value.elements : [value];
}

function flatten(value: ValueNode): readonly ValueNode[] {
  return value.type === 'Array' ? value.elements.flatMap(flatten) : [value];
}

function distinct(elements: readonly ValueNode[]): ValueNode[] {
  const first = new Map(
    elements
      .filter((element): element is StringNode => element.type === 'String')
      .reverse()
      .map((element) => [element.value, element]),
  );
  return elements.filter((element) => element.type !== 'String' || first.get(element.value) === element);
}

/** `"${path.module}/policies/ops.json"` → `policies/ops.json`; undefined where the path is only known at run time. */
function modulePath(expression: HclExpression): string | undefined {
  if (expression.kind !== 'template') return undefined;
  let path = '';
  for (const chunk of expression.chunks) {
    if (chunk.kind === 'text') path += chunk.text;
    else if (chunk.expression?.kind === 'reference' && chunk.expression.path.join('.') === 'path.module')
      path += '.';
    else return undefined;
  }
  return path === '' ? undefined : posix.normalize(path);
}

function spend(scope: Scope, cost: number): boolean {
  scope.budget -= cost;
  return scope.budget > 0;
}

function toRange([start, end]: HclRange): Range {
  return [start, end];
}
