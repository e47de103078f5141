import type {
  HclChunk,
  HclConditional,
  HclExpression,
  HclHole,
  HclObject,
  HclRange,
  HclStep,
  HclTemplate,
} from '../hcl-syntax.js';
import { callFunction } from './functions.js';
import { get } from './look-into.js';
import { operate } from './operate.js';
import type { Scope } from './module-scope.js';
import { inModule, inScope, spend } from './module-scope.js';
import type { HclEntry, HclHoleValue, HclPiece, HclValue } from './value.js';
import { elementsOf, knownText, listOf, textOf } from './value.js';
import { placeIn, holeAt, spreadOf } from './hole-places.js';
import { evaluateFor } from './for-loop.js';

/** Deeper than this nobody nests, and reading it would overflow the stack. */
const MAX_DEPTH = 150;

/**
 * What an expression comes to, as Terraform evaluates it. What only a run can tell is a hole, which holds whatever stands
 * in the text for it: both arms of a conditional, the body of a loop. Bounded by the scope's budget; never throws for what
 * the text holds.
 */
export function evaluate(expression: HclExpression, scope: Scope): HclValue {
  const place = placeIn(scope, expression.range);
  if (scope.depth > MAX_DEPTH || !spend(scope, 1)) return holeAt(expression, scope);
  const inner = { ...scope, depth: scope.depth + 1 };
  switch (expression.kind) {
    case 'template':
      return evaluateTemplate(expression, inner);
    case 'number':
      return {
        kind: 'number',
        ...place,
        value: expression.value,
        raw: scope.text.slice(...expression.range),
      };
    case 'boolean':
      return { kind: 'boolean', ...place, value: expression.value };
    case 'null':
      return { kind: 'null', ...place };
    case 'tuple':
      return {
        kind: 'list',
        ...place,
        elements: expression.elements.map((element) => evaluate(element, inner)),
      };
    case 'object':
      return evaluateObject(expression, inner);
    case 'reference': {
      const [name = '', ...keys] = expression.path;
      return named(name, keys, expression, inner);
    }
    case 'traversal':
      return walk(evaluate(expression.of, inner), expression.steps, inner, holeAt(expression, scope));
    case 'call':
      return callFunction(expression, inner, {
        evaluate: (argument) => evaluate(argument, inner),
        pieces: piecesOf,
        hole: (options) => holeAt(expression, scope, options),
        place,
      });
    case 'conditional':
      return evaluateConditional(expression, inner);
    case 'for':
      return evaluateFor(expression, inner, evaluate);
    case 'operation': {
      const operands = expression.operands.map((operand) => evaluate(operand, inner));
      return operate(expression.operator, operands, place) ?? holeAt(expression, scope);
    }
    case 'opaque':
      return holeAt(expression, scope);
  }
}

/** `"${value}"` is the value itself; everything else is a text. */
function evaluateTemplate(template: HclTemplate, scope: Scope): HclValue {
  const [only, ...rest] = template.chunks;
  const alone = rest.length === 0 && only?.kind === 'hole' && isQuoted(template, only) ? only : undefined;
  if (alone?.expression !== undefined) return evaluate(alone.expression, scope);
  return {
    kind: 'text',
    ...placeIn(scope, template.range),
    pieces: piecesOf(template.chunks, scope),
  };
}

/** A heredoc with one hole is a text with a line break, not the value of the hole. */
function isQuoted({ range }: HclTemplate, hole: HclHole): boolean {
  return hole.range[0] === range[0] + 1 && hole.range[1] === range[1] - 1;
}

/** The pieces of a template, its holes filled as far as they are known. */
function piecesOf(chunks: readonly HclChunk[], scope: Scope): readonly HclPiece[] {
  return chunks.flatMap((chunk): readonly HclPiece[] => {
    const { range } = placeIn(scope, chunk.range);
    if (chunk.kind === 'text') return [{ kind: 'text', text: chunk.text, range }];
    if (chunk.arms !== undefined) {
      const arms = chunk.arms.map((arm) => piecesOf(arm, scope));
      return [{ kind: 'hole', range, value: holeAt(chunk, scope), arms }];
    }
    const value = chunk.expression === undefined ? holeAt(chunk, scope) : evaluate(chunk.expression, scope);
    return filled(value, range, scope) ?? [{ kind: 'hole', range, value }];
  });
}

/** A known text becomes part of the text around it, and stands where the hole does. */
function filled(value: HclValue, range: HclRange, scope: Scope): readonly HclPiece[] | undefined {
  const text = knownText(value);
  if (text !== undefined && spend(scope, text.length / 100)) return [{ kind: 'text', text, range }];
  if (value.kind !== 'text' || !spend(scope, value.pieces.length)) return undefined;
  return value.pieces.map((piece) => ({ ...piece, range }));
}

function evaluateObject(object: HclObject, scope: Scope): HclValue {
  const entries = object.items.map((item): HclEntry => ({
    key: evaluate(item.key, scope),
    value: evaluate(item.value, scope),
    range: placeIn(scope, item.range).range,
  }));
  return { kind: 'map', ...placeIn(scope, object.range), entries };
}

function named(
  name: string,
  keys: readonly string[],
  expression: { readonly range: HclRange },
  scope: Scope,
): HclValue {
  const hole = holeAt(expression, scope);
  const [first = '', ...rest] = keys;
  const bound = scope.names.get(name);
  if (bound !== undefined) return descend(bound, keys, hole);
  if (name === 'path') return textOf('.', hole);
  if (name === 'local') return descend(localValue(first, hole.range, scope) ?? hole, rest, hole);
  if (name === 'module')
    return descend(outputValue(first, rest[0], hole.range, scope) ?? hole, rest.slice(1), hole);
  if (name === 'var') return descend(variableValue(first, hole.range, scope) ?? hole, rest, hole);
  return hole;
}

function localValue(name: string, at: HclRange, scope: Scope): HclValue | undefined {
  return definedValue(`local.${name}`, scope.module.local(name), at, scope);
}

/** The output of a module of the same repository, with the arguments that it is called with. */
function outputValue(
  name: string,
  output: string | undefined,
  at: HclRange,
  scope: Scope,
): HclValue | undefined {
  const called = output === undefined ? undefined : scope.module.called(name);
  const definition = output === undefined ? undefined : called?.output(output);
  if (called === undefined || definition === undefined) return undefined;
  const inside = inModule(scope, called, at, evaluate);
  return inside === undefined
    ? undefined
    : evaluate(definition.expression, { ...inside, text: definition.source.text });
}

/** A variable has what its module is called with, else what a `.tfvars` file gives it, else its default. */
function variableValue(name: string, at: HclRange, scope: Scope): HclValue | undefined {
  const given = scope.module.given?.(name);
  if (given !== undefined) return given;
  scope.assumptions.count += 1;
  return definedValue(`var.${name}`, scope.module.variable(name), at, scope);
}

/** Undefined where nothing stands behind the name: in a file that breaks off, or is being written. */
function definedValue(
  name: string,
  definition: ReturnType<Scope['module']['local']>,
  at: HclRange,
  scope: Scope,
): HclValue | undefined {
  if (definition === undefined) return undefined;
  const { expression, source } = definition;
  if (expression.range[0] === expression.range[1]) return undefined;
  const outer = inScope(scope, name, source, at);
  return outer === undefined ? undefined : evaluate(expression, outer);
}

function descend(value: HclValue, keys: readonly string[], hole: HclHoleValue): HclValue {
  return keys.reduce<HclValue>((current, key) => get(current, textOf(key, hole), hole), value);
}

function walk(value: HclValue, steps: readonly HclStep[], scope: Scope, hole: HclHoleValue): HclValue {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (step.kind === 'key') return walk(get(value, evaluate(step.key, scope), hole), rest, scope, hole);
  if (value.kind === 'hole' && value.options.length === 0) return hole;
  const elements = elementsOf(value).map((element) =>
    element.kind === 'hole' && element.spread === true
      ? spreadOf(
          element,
          element.options.map((option) => walk(option, steps, scope, hole)),
        )
      : walk(element, rest, scope, hole),
  );
  return spend(scope, elements.length) ? listOf(elements, hole) : hole;
}

/** A condition that rests on a variable may come out otherwise in another run: then it is either arm. */
function evaluateConditional(expression: HclConditional, scope: Scope): HclValue {
  const before = scope.assumptions.count;
  const condition = evaluate(expression.condition, scope);
  const isCertain = scope.assumptions.count === before;
  if (isCertain && condition.kind === 'boolean')
    return evaluate(condition.value ? expression.yes : expression.no, scope);
  return holeAt(expression, scope, [evaluate(expression.yes, scope), evaluate(expression.no, scope)]);
}
