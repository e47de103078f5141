import type { Node } from 'web-tree-sitter';
import { append } from '../../../long-lists.js';
import { field, placeOf, scopeOf, textOf } from './read-code.js';
import type { Draft, Inside, Language, Lower } from './read-code.js';
import { goModule, goPackageNames } from '../../clients/go-modules.js';
import { OTHER } from '../code-syntax.js';
import type { Expression } from '../code-syntax.js';

export const GO: Language = {
  grammar: () => 'tree-sitter-go/tree-sitter-go.wasm',
  mention:
    /huaweicloud-sdk-go|\/golangsdk\b|\/gophertelekomcloud\b|\/services\/[a-z0-9]+\/v\d+|myhuaweicloud\.|otc\.t-systems\.com/,
  obs: ['go'],
  lower: (node, again) => lowerNode(node, again),
  visit,
};

const lowerNode: Lower = (node, again) => {
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
    case 'package_identifier':
      return { kind: 'name', name: node.text, at: node.startIndex };
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return { kind: 'string', text: node.text.slice(1, -1) };
    case 'binary_expression':
      return textOf(node.childForFieldName('operator')) === '+'
        ? { kind: 'text', parts: node.namedChildren.map(again) }
        : OTHER;
    case 'selector_expression':
      return {
        kind: 'member',
        of: again(node.childForFieldName('operand')),
        name: textOf(node.childForFieldName('field')),
        ...placeOf(node),
      };
    case 'qualified_type':
      return {
        kind: 'member',
        of: again(node.childForFieldName('package')),
        name: textOf(node.childForFieldName('name')),
        ...placeOf(node),
      };
    case 'call_expression':
      return lowerCall(node, again);
    case 'composite_literal':
      return {
        kind: 'new',
        type: again(node.childForFieldName('type')),
        args: [],
        ...placeOf(node, node.childForFieldName('type')),
      };
    case 'unary_expression':
      return /^[&*]$/.test(textOf(node.childForFieldName('operator')))
        ? again(node.childForFieldName('operand'))
        : OTHER;
    case 'type_assertion_expression':
      return {
        kind: 'cast',
        type: again(node.childForFieldName('type')),
        of: again(node.childForFieldName('operand')),
      };
    case 'pointer_type':
    case 'parenthesized_type':
    case 'parenthesized_expression':
      return again(node.namedChild(0));
    case 'func_literal':
    case 'function_declaration':
    case 'method_declaration':
      return { kind: 'function', type: resultType(node, again), results: [] };
    default:
      return OTHER;
  }
};

/** A call, `new(T)`, or a method looked up by its name. */
function lowerCall(node: Node, again: Draft['lower']): Expression {
  const callee = node.childForFieldName('function');
  const args = node.childForFieldName('arguments')?.namedChildren.map(again) ?? [];
  const [first = OTHER] = args;
  if (callee?.text === 'new') return { kind: 'new', type: first, args: [], ...placeOf(node) };
  const target = again(callee);
  if (target.kind !== 'member') return { kind: 'call', callee: target, args, ...placeOf(node, callee) };
  const { of, name } = target;
  const reflected =
    of.kind === 'call' && of.callee.kind === 'member' && of.callee.name === 'ValueOf'
      ? of.args[0]
      : undefined;
  if (name === 'MethodByName' && reflected !== undefined)
    return { kind: 'index', of: reflected, key: first, ...placeOf(node) };
  return { kind: 'call', callee: target, args, ...placeOf(node, callee) };
}

function visit(node: Node, draft: Draft, inside: Inside): Partial<Inside> | undefined {
  const { lower, bindings, members } = draft;
  switch (node.type) {
    case 'import_spec':
      readImport(node, draft, inside);
      return undefined;
    case 'type_spec': {
      const name = textOf(node.childForFieldName('name'));
      bindings.push({
        name,
        scope: inside.scope,
        type: undefined,
        value: { kind: 'class', name, base: undefined },
      });
      return { owner: name };
    }
    case 'field_declaration': {
      const type = node.childForFieldName('type');
      const names = node.childrenForFieldName('name').map((name) => textOf(name));
      // An embedded field is named after its type.
      const named = names.length > 0 ? names : [textOf(type).replace(/^.*[.*]/, '')];
      append(
        members,
        named.map((name) => ({ owner: inside.owner, name, type: lower(type), value: undefined })),
      );
      return undefined;
    }
    case 'parameter_declaration': {
      const type = field(node, 'type', lower);
      append(
        bindings,
        node
          .childrenForFieldName('name')
          .map((name) => ({ name: textOf(name), scope: inside.scope, type, value: undefined })),
      );
      return undefined;
    }
    case 'keyed_element':
      members.push({
        owner: undefined,
        name: textOf(node.namedChild(0)),
        type: undefined,
        value: lower(node.namedChild(1)?.namedChild(0)),
      });
      return undefined;
    case 'short_var_declaration':
    case 'var_spec':
    case 'const_spec':
    case 'assignment_statement':
      readVariables(node, draft, inside);
      return undefined;
    case 'return_statement':
      inside.results?.push(lower(node.namedChild(0)?.namedChild(0)));
      return undefined;
    case 'block':
      return { scope: scopeOf(node) };
    default:
      return visitFunction(node, draft, inside);
  }
}

function visitFunction(
  node: Node,
  { lower, bindings, members }: Draft,
  inside: Inside,
): Partial<Inside> | undefined {
  const value = lower(node);
  if (value.kind !== 'function') return undefined;
  const name = textOf(node.childForFieldName('name'));
  const receiver = node.childForFieldName('receiver')?.namedChild(0)?.childForFieldName('type');
  if (node.type === 'method_declaration')
    members.push({ owner: textOf(receiver).replace(/^\*/, ''), name, type: undefined, value });
  else if (name !== '') bindings.push({ name, scope: inside.scope, type: undefined, value });
  return { scope: scopeOf(node), results: value.results };
}

/** What a function returns, and the first of several things: the others are errors. */
function resultType(node: Node, again: Draft['lower']): Expression | undefined {
  const result = node.childForFieldName('result');
  if (result === null) return undefined;
  return again(result.type === 'parameter_list' ? result.namedChild(0)?.childForFieldName('type') : result);
}

function readVariables(
  node: Node,
  { lower, bindings, assignments, members }: Draft,
  { scope }: Inside,
): void {
  const names = node.childForFieldName('left')?.namedChildren ?? node.childrenForFieldName('name');
  const values = (node.childForFieldName('right') ?? node.childForFieldName('value'))?.namedChildren ?? [];
  const type = field(node, 'type', lower);
  for (const [index, name] of names.entries()) {
    // `client, err := newClient()`: what is asked for comes first.
    const value = values[index] === undefined ? undefined : lower(values[index]);
    if (name.type === 'selector_expression')
      members.push({
        owner: undefined,
        name: textOf(name.childForFieldName('field')),
        type: undefined,
        value,
      });
    else if (node.type !== 'assignment_statement') bindings.push({ name: textOf(name), scope, type, value });
    else if (value !== undefined) assignments.push({ name: textOf(name), at: node.startIndex, value });
  }
}

function readImport(node: Node, { lower, bindings, modules, stars }: Draft, { scope }: Inside): void {
  const path = lower(node.childForFieldName('path'));
  const module = path.kind === 'string' ? goModule(path.text) : undefined;
  if (path.kind !== 'string' || module === undefined) return;
  modules.push(module);
  const alias = textOf(node.childForFieldName('name'));
  if (alias === '.') stars.push(module);
  for (const name of alias === '' ? goPackageNames(path.text, module) : [alias])
    bindings.push({ name, scope, type: undefined, value: { kind: 'sdk', module } });
}
