import type { Binding, CodeFacts, Expression, Member, Scope, SdkModule } from './code-syntax.js';

/** What an expression is, as far as the SDK is concerned. Several modules: it cannot be told which of them it is from. */
export type Value =
  | { readonly kind: 'module'; readonly modules: readonly SdkModule[] }
  /** Of the SDK: `EcsClient`, `ListServersDetailsRequest`; a `builder` of one; an instance. */
  | {
      readonly kind: 'class' | 'builder' | 'instance';
      readonly modules: readonly SdkModule[];
      readonly name: string;
    }
  /** A method of the SDK. */
  | { readonly kind: 'method'; readonly of: Value; readonly name: string }
  /** Of the file's own. */
  | { readonly kind: 'own-class' | 'own-instance'; readonly name: string; readonly base: Value | undefined }
  | {
      readonly kind: 'function';
      readonly type: Expression | undefined;
      readonly results: readonly Expression[];
    }
  /** Known, and nothing that a call could be made on. */
  | { readonly kind: 'string'; readonly text: string };

/** Expressions that stand for each other are followed so far; also the bound of the stack. */
const MAX_DEPTH = 200;

/** Works out what expressions of a file are. Each binding is worked out once. */
export function evaluator(facts: CodeFacts): (expression: Expression) => Value | undefined {
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
        return result(evaluate(expression.callee));
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
      return { kind: 'method', of, name };
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
  const result = (callee: Value | undefined): Value | undefined => {
    if (callee?.kind === 'class' || callee?.kind === 'own-class') return instance(callee);
    if (callee?.kind === 'function')
      return (
        (callee.type === undefined ? undefined : instance(evaluate(callee.type))) ??
        first(callee.results, evaluate)
      );
    return callee?.kind === 'method' ? resultOfMethod(callee.of, callee.name) : undefined;
  };

  return evaluate;
}

export function isClient(
  value: Value | undefined,
): value is Extract<Value, { readonly name: string; readonly modules: unknown }> {
  return value?.kind === 'instance' && value.name.endsWith('Client');
}

/** `ListServersDetails` for an instance of `ListServersDetailsRequest`. */
export function requestedBy(
  value: Value | undefined,
): { readonly modules: readonly SdkModule[]; readonly operation: string } | undefined {
  if (value?.kind !== 'instance' || !/.Request$/.test(value.name)) return undefined;
  return { modules: value.modules, operation: value.name.slice(0, -'Request'.length) };
}

/** Builders and requests are written as chains: `EcsClient.newBuilder().withRegion(…).build()`. */
function resultOfMethod(of: Value, name: string): Value | undefined {
  if (of.kind === 'class') return /^new_?builder$/i.test(name) ? { ...of, kind: 'builder' } : undefined;
  if (of.kind === 'builder') return name === 'build' ? { ...of, kind: 'instance' } : of;
  return of.kind === 'instance' && (!isClient(of) || /^with[A-Z_]/.test(name)) ? of : undefined;
}

/** A submodule (`v2`, `model`, `region`), a class, or Go's `NewEcsClient`. */
function exported(modules: readonly SdkModule[], name: string): Value {
  if (/^v\d+$/.test(name))
    return { kind: 'module', modules: modules.map(({ service }) => ({ service, version: name })) };
  if (/^[a-z]/.test(name)) return { kind: 'module', modules };
  return { kind: 'class', modules, name: name.replace(/^New(?=\w+Client$)/, '') };
}

/** A name that stands without a prefix: a client is its own service's, a request may be of any. */
function starred(name: string, stars: readonly SdkModule[]): Value | undefined {
  const [, client] = /^(?:New)?([A-Z]\w*?)(?:Async)?Client$/.exec(name) ?? [];
  if (client === undefined)
    return /^[A-Z]\w*Request$/.test(name) ? { kind: 'class', modules: stars, name } : undefined;
  const own = stars.filter(({ service }) => service === client.toLowerCase());
  return exported(own.length > 0 ? own : stars, name);
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
