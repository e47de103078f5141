import type { Node } from 'web-tree-sitter';
import { field, placeOf, scopeOf, textOf } from './read-code.js';
import type { Draft, Inside, Language, Lower } from './read-code.js';
import { pythonModule } from '../../clients/script-modules.js';
import { OTHER } from '../code-syntax.js';
import type { Expression } from '../code-syntax.js';

/** Types that a value is used through. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'Optional',
  'Annotated',
  'Final',
  'Union',
  'ClassVar',
  'Awaitable',
]);

export const PYTHON: Language = {
  grammar: () => 'tree-sitter-python/tree-sitter-python.wasm',
  mention: /huaweicloudsdk|\bobs\b|\bopenstack\b|otcextensions|boto3|myhuaweicloud\.|otc\.t-systems\.com/,
  obs: ['python'],
  lower: (node, again) => lowerNode(node, again),
  visit,
};

const lowerNode: Lower = (node, again) => {
  switch (node.type) {
    case 'identifier':
      return { kind: 'name', name: node.text, at: node.startIndex };
    case 'string':
      return node.namedChildren.some(({ type }) => type === 'interpolation')
        ? { kind: 'text', parts: node.namedChildren.flatMap((part) => partOf(part, again)) }
        : {
            kind: 'string',
            text: node.namedChildren
              .filter(({ type }) => type === 'string_content')
              .map(textOf)
              .join(''),
          };
    case 'attribute':
      return {
        kind: 'member',
        of: again(node.childForFieldName('object')),
        name: textOf(node.childForFieldName('attribute')),
        ...placeOf(node),
      };
    case 'call':
      return lowerCall(node, again);
    case 'type':
      return lowerType(node, again);
    case 'union_type':
      return { kind: 'either', options: node.namedChildren.map(again) };
    case 'binary_operator':
      // `EcsClient | None`, as a type.
      return binaryOf(node, again);
    case 'concatenated_string':
      return { kind: 'text', parts: node.namedChildren.map(again) };
    case 'dictionary':
      return { kind: 'object', members: node.namedChildren.flatMap((pair) => pairOf(pair, again)) };
    case 'boolean_operator':
      return { kind: 'either', options: node.namedChildren.map(again) };
    case 'conditional_expression':
      return { kind: 'either', options: [again(node.namedChild(0)), again(node.namedChild(2))] };
    case 'generic_type':
      return TRANSPARENT.has(textOf(node.namedChild(0)))
        ? { kind: 'either', options: node.namedChild(1)?.namedChildren.map(again) ?? [] }
        : OTHER;
    case 'parenthesized_expression':
    case 'await':
      return again(node.namedChild(0));
    case 'named_expression':
      return again(node.childForFieldName('value'));
    case 'function_definition':
    case 'lambda':
      return { kind: 'function', type: field(node, 'return_type', again), results: [] };
    case 'class_definition':
      return {
        kind: 'class',
        name: textOf(node.childForFieldName('name')),
        base: again(node.childForFieldName('superclasses')?.namedChild(0)),
      };
    default:
      return OTHER;
  }
};

/** `a | b` of types; texts that are put together with `+`, or filled in with `%`. */
function binaryOf(node: Node, again: Draft['lower']): Expression {
  const operands = node.namedChildren.map(again);
  switch (textOf(node.childForFieldName('operator'))) {
    case '|':
      return { kind: 'either', options: operands };
    case '+':
      return { kind: 'text', parts: operands };
    case '%': {
      const [template = OTHER, ...args] = operands;
      const callee: Expression = { kind: 'member', of: template, name: 'format', ...placeOf(node) };
      return { kind: 'call', callee, args, ...placeOf(node) };
    }
    default:
      return OTHER;
  }
}

/** What a template string holds: text, and what is filled in. */
function partOf(node: Node, again: Draft['lower']): Expression | [] {
  if (node.type === 'string_content') return { kind: 'string', text: node.text };
  return node.type === 'interpolation' ? again(node.childForFieldName('expression')) : [];
}

function pairOf(node: Node, again: Draft['lower']): [[string, Expression]] | [] {
  const key = node.type === 'pair' ? again(node.childForFieldName('key')) : undefined;
  return key?.kind === 'string' ? [[key.text, again(node.childForFieldName('value'))]] : [];
}

/** A type may be written as a string: `def f(client: "EcsClient")`. */
function lowerType(node: Node, again: Draft['lower']): Expression {
  const type = again(node.namedChild(0));
  if (type.kind !== 'string') return type;
  const [name = '', ...rest] = type.text.split('.');
  return rest.reduce<Expression>((of, part) => ({ kind: 'member', of, name: part, ...placeOf(node) }), {
    kind: 'name',
    name,
    at: node.startIndex,
  });
}

function lowerCall(node: Node, again: Draft['lower']): Expression {
  const callee = node.childForFieldName('function');
  const args =
    node
      .childForFieldName('arguments')
      ?.namedChildren.flatMap((argument): Expression | Expression[] =>
        argument.type === 'keyword_argument' ? keywordOf(argument, again) : again(argument),
      ) ?? [];
  const [of = OTHER, key = OTHER] = args;
  if (callee?.text === 'getattr') return { kind: 'index', of, key, ...placeOf(node) };
  return { kind: 'call', callee: again(callee), args, ...placeOf(node, callee) };
}

/** The value, as any other argument, and with its name. */
function keywordOf(node: Node, again: Draft['lower']): Expression[] {
  const value = again(node.childForFieldName('value'));
  return [value, { kind: 'object', members: [[textOf(node.childForFieldName('name')), value]] }];
}

function visit(node: Node, draft: Draft, inside: Inside): Partial<Inside> | undefined {
  const { lower, bindings } = draft;
  switch (node.type) {
    case 'import_statement':
    case 'import_from_statement':
      readImport(node, draft, inside);
      return undefined;
    case 'assignment':
    case 'named_expression': {
      const left = node.childForFieldName('left') ?? node.childForFieldName('name');
      assign(
        left,
        field(node, 'type', lower),
        field(node, 'right', lower) ?? field(node, 'value', lower),
        draft,
        inside,
      );
      return undefined;
    }
    case 'as_pattern':
      assign(
        node.childForFieldName('alias')?.namedChild(0) ?? null,
        undefined,
        lower(node.namedChild(0)),
        draft,
        inside,
      );
      return undefined;
    case 'pair': {
      const key = lower(node.childForFieldName('key'));
      if (key.kind === 'string')
        draft.members.push({
          owner: undefined,
          name: key.text,
          type: undefined,
          value: field(node, 'value', lower),
        });
      return undefined;
    }
    case 'return_statement':
      inside.results?.push(lower(node.namedChild(0)));
      return undefined;
    case 'class_definition': {
      const value = lower(node);
      const name = textOf(node.childForFieldName('name'));
      bindings.push({ name, scope: inside.scope, type: undefined, value });
      return { scope: scopeOf(node), owner: name, results: undefined };
    }
    default:
      return visitFunction(node, draft, inside);
  }
}

function visitFunction(node: Node, draft: Draft, inside: Inside): Partial<Inside> | undefined {
  const { lower, bindings, members } = draft;
  const value = lower(node);
  if (value.kind !== 'function') return undefined;
  const scope = scopeOf(node);
  const name = textOf(node.childForFieldName('name'));
  const isMethod =
    inside.owner !== undefined && inside.results === undefined && node.type === 'function_definition';
  if (isMethod)
    members.push({
      owner: inside.owner,
      name,
      type: undefined,
      value: isProperty(node) ? { kind: 'call', callee: value, args: [], ...placeOf(node) } : value,
    });
  else if (name !== '') bindings.push({ name, scope: inside.scope, type: undefined, value });
  if (node.type === 'lambda') value.results.push(lower(node.childForFieldName('body')));
  for (const [index, parameter] of (node.childForFieldName('parameters')?.namedChildren ?? []).entries()) {
    const self = isMethod && index === 0 ? inside.owner : undefined;
    const type: Expression | undefined =
      self === undefined ? field(parameter, 'type', lower) : { kind: 'class', name: self, base: undefined };
    bindings.push({
      name: textOf(
        parameter.childForFieldName('name') ??
          (parameter.type === 'identifier' ? parameter : parameter.namedChild(0)),
      ),
      scope,
      type,
      value: field(parameter, 'value', lower),
    });
  }
  return { scope, results: value.results };
}

/** To a name, to an attribute of the object itself, or to several of them. In the body of a class a name is a field. */
function assign(
  left: Node | null | undefined,
  type: Expression | undefined,
  value: Expression | undefined,
  draft: Draft,
  inside: Inside,
): void {
  if (left?.type === 'attribute') {
    const isOwn = left.childForFieldName('object')?.text === 'self';
    draft.members.push({
      owner: isOwn ? inside.owner : undefined,
      name: textOf(left.childForFieldName('attribute')),
      type,
      value,
    });
  } else if (left?.type === 'identifier') {
    draft.bindings.push({ name: left.text, scope: inside.scope, type, value });
    if (inside.owner !== undefined && inside.results === undefined)
      draft.members.push({ owner: inside.owner, name: left.text, type, value });
  }
}

function isProperty(node: Node): boolean {
  return (
    node.parent?.type === 'decorated_definition' &&
    node.parent.namedChildren.some(
      ({ type, text }) => type === 'decorator' && /^@(?:functools\.)?(?:cached_)?property$/.test(text),
    )
  );
}

function readImport(node: Node, draft: Draft, { scope }: Inside): void {
  const from = node.childForFieldName('module_name');
  for (const child of node.namedChildren) {
    if (child.id === from?.id) continue;
    const name = textOf(child.type === 'aliased_import' ? child.childForFieldName('name') : child);
    const alias = child.childForFieldName('alias')?.text;
    const module = pythonModule(from?.text ?? name);
    if (module === undefined) continue;
    const sdk: Expression = { kind: 'sdk', module };
    if (child.type === 'wildcard_import') draft.stars.push(module);
    else if (from !== null) {
      draft.bindings.push({
        name: alias ?? name,
        scope,
        type: undefined,
        value: { kind: 'member', of: sdk, name, ...placeOf(child) },
      });
      // `from huaweicloudsdkecs import v2`.
      if (/^v\d+$/.test(name)) draft.modules.push({ ...module, version: name });
    } else {
      // `import huaweicloudsdkecs.v2` gives the name of the first package only.
      const whole: Expression =
        alias === undefined ? { kind: 'sdk', module: { ...module, version: undefined } } : sdk;
      draft.bindings.push({
        name: alias ?? name.split('.')[0] ?? name,
        scope,
        type: undefined,
        value: whole,
      });
    }
    if (!/^v\d+$/.test(name)) draft.modules.push(module);
  }
}
