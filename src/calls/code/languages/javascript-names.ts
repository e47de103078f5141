import type { Node } from 'web-tree-sitter';
import { field, placeOf, scopeOf, textOf } from './read-code.js';
import type { Draft, Inside } from './read-code.js';
import { javascriptModule } from '../../clients/script-modules.js';
import type { Expression } from '../code-syntax.js';
import { importedAs, classNameOf } from './javascript-expressions.js';

export function visit(node: Node, draft: Draft, inside: Inside): Partial<Inside> | undefined {
  const { lower } = draft;
  switch (node.type) {
    case 'import_statement':
      readImport(node, draft, inside);
      return undefined;
    case 'variable_declarator':
      bind(
        node.childForFieldName('name'),
        field(node, 'type', lower),
        field(node, 'value', lower),
        draft,
        inside,
      );
      return undefined;
    case 'required_parameter':
    case 'optional_parameter':
      readParameter(node, draft, inside);
      return undefined;
    case 'assignment_expression':
      readAssignment(node, draft, inside);
      return undefined;
    case 'pair': {
      const key = node.childForFieldName('key');
      if (key?.type === 'property_identifier')
        draft.members.push({
          owner: undefined,
          name: key.text,
          type: undefined,
          value: field(node, 'value', lower),
        });
      return undefined;
    }
    case 'public_field_definition':
    case 'field_definition':
      draft.members.push({
        owner: inside.owner,
        name: textOf(node.childForFieldName('name')),
        type: field(node, 'type', lower),
        value: field(node, 'value', lower),
      });
      return undefined;
    case 'return_statement':
      inside.results?.push(lower(node.namedChild(0)));
      return undefined;
    case 'statement_block':
      return { scope: scopeOf(node) };
    case 'class':
    case 'class_declaration':
    case 'abstract_class_declaration': {
      const [name, scope, value] = [classNameOf(node), scopeOf(node), lower(node)];
      draft.bindings.push(
        { name, scope: inside.scope, type: undefined, value },
        { name: 'this', scope, type: value, value: undefined },
      );
      return { scope, owner: name };
    }
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
  const scope = scopeOf(node);
  const name = textOf(node.childForFieldName('name'));
  if (node.type === 'method_definition') {
    const isGetter = node.children.some(({ type }) => type === 'get');
    members.push({
      owner: inside.owner,
      name,
      type: undefined,
      value: isGetter ? { kind: 'call', callee: value, args: [], ...placeOf(node) } : value,
    });
  } else if (name !== '') bindings.push({ name, scope: inside.scope, type: undefined, value });
  const body = node.childForFieldName('body');
  if (node.type === 'arrow_function' && body !== null && body.type !== 'statement_block')
    value.results.push(lower(body));
  const parameters = node.childForFieldName('parameter') ?? node.childForFieldName('parameters');
  for (const parameter of parameters?.type === 'identifier'
    ? [parameters]
    : (parameters?.namedChildren ?? [])) {
    if (parameter.type === 'identifier')
      bindings.push({ name: parameter.text, scope, type: undefined, value: undefined });
  }
  return { scope, results: value.results };
}

/** `import client, { EcsClient as Ecs } from …`, `import * as ecs from …`. */
function readImport(node: Node, draft: Draft, { scope }: Inside): void {
  const source = draft.lower(
    node.childForFieldName('source') ??
      node.namedChildren.find(({ type }) => type === 'import_require_clause')?.childForFieldName('source'),
  );
  const module = source.kind === 'string' ? javascriptModule(source.text) : undefined;
  if (module === undefined) return;
  draft.modules.push(module);
  const sdk: Expression = { kind: 'sdk', module };
  const bindName = (name: string, value: Expression): void =>
    void draft.bindings.push({ name, scope, type: undefined, value });
  for (const clause of node.namedChildren.flatMap(clausesOf)) {
    if (clause.type === 'identifier') bindName(clause.text, importedAs(module, clause));
    else if (clause.type === 'namespace_import' || clause.type === 'import_require_clause')
      bindName(textOf(clause.namedChild(0)), importedAs(module, clause));
    else {
      for (const specifier of clause.namedChildren) {
        const name = textOf(specifier.childForFieldName('name'));
        bindName(specifier.childForFieldName('alias')?.text ?? name, {
          kind: 'member',
          of: sdk,
          name,
          ...placeOf(specifier),
        });
      }
    }
  }
}

function clausesOf(node: Node): readonly Node[] {
  if (node.type === 'import_clause') return node.namedChildren;
  return node.type === 'import_require_clause' ? [node] : [];
}

/** A name, or the names of a pattern (`const { EcsClient: Ecs } = …`), each with its part of the value. */
function bind(
  pattern: Node | null,
  type: Expression | undefined,
  value: Expression | undefined,
  draft: Draft,
  { scope }: Inside,
): void {
  if (pattern?.type === 'identifier') draft.bindings.push({ name: pattern.text, scope, type, value });
  if (pattern?.type !== 'object_pattern') return;
  for (const part of pattern.namedChildren) {
    const isPair = part.type === 'pair_pattern';
    const name = textOf(isPair ? part.childForFieldName('key') : (part.namedChild(0) ?? part));
    const local = textOf(isPair ? part.childForFieldName('value') : (part.namedChild(0) ?? part));
    if (value === undefined) {
      draft.bindings.push({ name: local, scope, type: undefined, value: undefined });
      continue;
    }
    const member = { kind: 'member', of: value, name, ...placeOf(part) } as const;
    draft.bindings.push({ name: local, scope, type: undefined, value: member });
    draft.uses.push({ expression: member, called: false, args: [] });
  }
}

function readParameter(node: Node, draft: Draft, inside: Inside): void {
  const pattern = node.childForFieldName('pattern');
  const type = field(node, 'type', draft.lower);
  bind(pattern, type, field(node, 'value', draft.lower), draft, inside);
  const isField =
    node.namedChildren.some((child) => child.type === 'accessibility_modifier') ||
    node.children.some((child) => child.type === 'readonly');
  if (isField) draft.members.push({ owner: inside.owner, name: textOf(pattern), type, value: undefined });
}

/** `client = …`, `this.client = …`. */
function readAssignment(node: Node, { lower, assignments, members }: Draft, { owner }: Inside): void {
  const left = node.childForFieldName('left');
  const value = lower(node.childForFieldName('right'));
  if (left?.type === 'identifier') assignments.push({ name: left.text, at: left.startIndex, value });
  if (left?.type !== 'member_expression') return;
  const isOwn = left.childForFieldName('object')?.type === 'this';
  members.push({
    owner: isOwn ? owner : undefined,
    name: textOf(left.childForFieldName('property')),
    type: undefined,
    value,
  });
}
