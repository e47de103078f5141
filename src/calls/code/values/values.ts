import type { Binding, CodeFacts, Expression, Member, Scope } from '../code-syntax.js';
import { exported, memberOfClient, resultOfMethod, starred } from './client-values.js';
import { filledIn, joined } from './text-values.js';
import type { Value } from './code-value.js';

/** Expressions that stand for each other are followed so far; also the bound of the stack. */
const MAX_DEPTH = 200;

/** Works out what expressions of a file are: the first thing that is known of each, and all that a variable is given. */
export interface Evaluate {
  (expression: Expression): Value | undefined;
  readonly all: (expression: Expression) => readonly Value[];
}

/** Each binding is worked out once. */
export function evaluator(facts: CodeFacts): Evaluate {
  const names = scopesOf(facts);
  const members = byName<Member>(facts.members);
  const known = new Map<Expression | Binding | Member, Value | undefined>();
  let depth = 0;

  const evaluate = (expression: Expression): Value | undefined => {
    if (known.has(expression)) return known.get(expression);
    if (depth > MAX_DEPTH) return undefined;
    // Whatever stands for itself is nothing.
    known.set(expression, undefined);
    depth += 1;
    const value = evaluateNow(expression);
    depth -= 1;
    known.set(expression, value);
    return value;
  };

  const evaluateNow = (expression: Expression): Value | undefined => {
    switch (expression.kind) {
      case 'name':
        return named(expression.name, expression.at);
      case 'sdk':
        return { kind: 'module', modules: [expression.module] };
      case 'member':
        return memberOf(evaluate(expression.of), expression.name);
      case 'index':
      case 'other':
        return undefined;
      case 'call':
        return filledIn(expression, evaluate) ?? result(evaluate(expression.callee), expression.args);
      case 'text':
        return joined(expression.parts.map(evaluate));
      case 'object':
        return undefined;
      case 'new':
        return instance(evaluate(expression.type));
      case 'cast':
        return instance(evaluate(expression.type)) ?? evaluate(expression.of);
      case 'either':
        return first(expression.options, evaluate);
      case 'class':
        return {
          kind: 'own-class',
          name: expression.name,
          base: expression.base === undefined ? undefined : evaluate(expression.base),
        };
      case 'function':
      case 'string':
        return expression;
    }
  };

  const named = (name: string, at: number): Value | undefined => {
    const declarations = innermost(names.get(name), at)?.declarations;
    if (declarations !== undefined) return first(declarations, meant);
    const global = facts.globals.get(name);
    if (global !== undefined) return { kind: 'class', modules: [global], name };
    return facts.stars.length > 0 ? starred(name, facts.stars) : undefined;
  };

  const meant = (declaration: Binding | Member): Value | undefined => {
    if (known.has(declaration)) return known.get(declaration);
    known.set(declaration, undefined);
    const { type, value } = declaration;
    const meaning =
      (type === undefined ? undefined : instance(evaluate(type))) ??
      (value === undefined ? undefined : evaluate(value));
    known.set(declaration, meaning);
    return meaning;
  };

  const memberOf = (of: Value | undefined, name: string): Value | undefined => {
    if (of?.kind === 'module') return exported(of.modules, name);
    if (of?.kind === 'class' || of?.kind === 'builder' || of?.kind === 'instance')
      return memberOfClient(of, name);
    const all = members.get(name) ?? [];
    if (of?.kind !== 'own-class' && of?.kind !== 'own-instance') return first(all, meant);
    const own = all.filter(({ owner }) => owner === of.name);
    if (own.length > 0) return first(own, meant);
    if (of.base?.kind === 'class') return { kind: 'method', of: { ...of.base, kind: 'instance' }, name };
    return first(
      all.filter(({ owner }) => owner === undefined),
      meant,
    );
  };

  /** What a call of a value gives. */
  const result = (callee: Value | undefined, args: readonly Expression[]): Value | undefined => {
    if (callee?.kind === 'class' || callee?.kind === 'own-class') return instance(callee);
    if (callee?.kind === 'function')
      return (
        (callee.type === undefined ? undefined : instance(evaluate(callee.type))) ??
        first(callee.results, evaluate)
      );
    if (callee?.kind !== 'method') return undefined;
    const [argument] = args;
    return resultOfMethod(callee.of, callee.name, argument === undefined ? undefined : evaluate(argument));
  };

  const all = (expression: Expression): readonly Value[] => {
    const declared =
      expression.kind === 'name' ? innermost(names.get(expression.name), expression.at) : undefined;
    if (declared !== undefined)
      return declared.declarations.flatMap((declaration) => meant(declaration) ?? []);
    const value = evaluate(expression);
    return value === undefined ? [] : [value];
  };

  return Object.assign(evaluate, { all });
}

function instance(value: Value | undefined): Value | undefined {
  if (value?.kind === 'class') return { ...value, kind: 'instance' };
  return value?.kind === 'own-class' ? { ...value, kind: 'own-instance' } : undefined;
}

/** What is declared under one name for one part of the file. */
interface Declared {
  readonly scope: Scope;
  readonly declarations: Binding[];
}

const EVERYWHERE: Scope = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** More values than this of one variable tell nothing more. */
const MAX_VALUES = 100;

function scopesOf({ bindings, assignments }: CodeFacts): ReadonlyMap<string, ReadonlyMap<string, Declared>> {
  const names = new Map<string, Map<string, Declared>>();
  const declare = (binding: Binding): void => {
    const scopes = names.get(binding.name) ?? new Map<string, Declared>();
    names.set(binding.name, scopes);
    const key = `${String(binding.scope.start)} ${String(binding.scope.end)}`;
    const declared = scopes.get(key) ?? { scope: binding.scope, declarations: [] };
    scopes.set(key, declared);
    if (declared.declarations.length < MAX_VALUES) declared.declarations.push(binding);
  };
  for (const binding of bindings) declare(binding);
  for (const { name, at, value } of assignments) {
    declare({ name, scope: innermost(names.get(name), at)?.scope ?? EVERYWHERE, type: undefined, value });
  }
  return names;
}

/** Of the parts of the file that declare a name, the smallest around a place. */
function innermost(scopes: ReadonlyMap<string, Declared> | undefined, at: number): Declared | undefined {
  let inner: Declared | undefined;
  for (const declared of scopes?.values() ?? []) {
    const { start, end } = declared.scope;
    if (at >= start && at < end && (inner === undefined || end - start < inner.scope.end - inner.scope.start))
      inner = declared;
  }
  return inner;
}

function first<T>(items: readonly T[], evaluate: (item: T) => Value | undefined): Value | undefined {
  for (const item of items) {
    const value = evaluate(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

function byName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.name);
    if (group === undefined) groups.set(item.name, [item]);
    else if (group.length < MAX_VALUES) group.push(item);
  }
  return groups;
}
