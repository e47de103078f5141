import type { Node } from 'web-tree-sitter';
import { field, placeOf, scopeOf, textOf } from './read-code.js';
import type { Draft, Inside, Language, Lower } from './read-code.js';
import { javaModule } from '../../clients/script-modules.js';
import { OTHER } from '../code-syntax.js';
import type { Expression } from '../code-syntax.js';

export const JAVA: Language = {
  grammar: () => 'tree-sitter-java/tree-sitter-java.wasm',
  mention:
    /huaweicloud\.sdk\.|\bobs\.services\b|\bservices\.s3\b|io\.minio|myhuaweicloud\.|otc\.t-systems\.com/,
  obs: ['java'],
  lower: (node, again) => lowerNode(node, again),
  visit,
};

const lowerNode: Lower = (node, again) => {
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
    case 'this':
      return { kind: 'name', name: node.text, at: node.startIndex };
    case 'string_literal':
      return { kind: 'string', text: node.text.slice(1, -1) };
    case 'binary_expression':
      return textOf(node.childForFieldName('operator')) === '+'
        ? { kind: 'text', parts: node.namedChildren.map(again) }
        : OTHER;
    case 'scoped_type_identifier':
      return (
        qualified(node) ?? {
          kind: 'member',
          of: again(node.namedChild(0)),
          name: textOf(node.lastNamedChild),
          ...placeOf(node),
        }
      );
    case 'field_access':
      return (
        qualified(node) ?? {
          kind: 'member',
          of: again(node.childForFieldName('object')),
          name: textOf(node.childForFieldName('field')),
          ...placeOf(node),
        }
      );
    case 'method_reference':
      return {
        kind: 'member',
        of: again(node.namedChild(0)),
        name: textOf(node.namedChildCount > 1 ? node.lastNamedChild : undefined),
        ...placeOf(node),
      };
    case 'method_invocation':
      return lowerInvocation(node, again);
    case 'object_creation_expression':
      return {
        kind: 'new',
        type: again(node.childForFieldName('type')),
        args: node.childForFieldName('arguments')?.namedChildren.map(again) ?? [],
        ...placeOf(node, node.childForFieldName('type')),
      };
    case 'class_literal':
    case 'parenthesized_expression':
      return again(node.namedChild(0));
    case 'cast_expression':
      return {
        kind: 'cast',
        type: again(node.childForFieldName('type')),
        of: again(node.childForFieldName('value')),
      };
    case 'ternary_expression':
      return {
        kind: 'either',
        options: [again(node.childForFieldName('consequence')), again(node.childForFieldName('alternative'))],
      };
    case 'assignment_expression':
      return again(node.childForFieldName('right'));
    case 'method_declaration':
      return { kind: 'function', type: field(node, 'type', again), results: [] };
    case 'constructor_declaration':
    case 'lambda_expression':
      return { kind: 'function', type: undefined, results: [] };
    case 'class_declaration':
    case 'record_declaration':
    case 'enum_declaration':
    case 'interface_declaration':
      return {
        kind: 'class',
        name: textOf(node.childForFieldName('name')),
        base: again(node.childForFieldName('superclass')?.namedChild(0)),
      };
    default:
      return OTHER;
  }
};

/** A method of an object, one of the class itself, or one looked up by its name. */
function lowerInvocation(node: Node, again: Draft['lower']): Expression {
  const object = node.childForFieldName('object');
  const name = node.childForFieldName('name');
  const args = node.childForFieldName('arguments')?.namedChildren.map(again) ?? [];
  const place = placeOf(node, name);
  const of: Expression =
    object === null ? { kind: 'name', name: 'this', at: node.startIndex } : again(object);
  if (/^get(?:Declared)?Method$/.test(textOf(name))) {
    const reflected =
      of.kind === 'call' && of.callee.kind === 'member' && of.callee.name === 'getClass' ? of.callee.of : of;
    return {
      kind: 'index',
      of: object?.type === 'class_literal' ? { kind: 'cast', type: reflected, of: OTHER } : reflected,
      key: args[0] ?? OTHER,
      ...place,
    };
  }
  return { kind: 'call', callee: { kind: 'member', of, name: textOf(name), ...place }, args, ...place };
}

function visit(node: Node, draft: Draft, inside: Inside): Partial<Inside> | undefined {
  const { lower, bindings, members } = draft;
  switch (node.type) {
    case 'import_declaration':
      readImport(node, draft, inside);
      return undefined;
    case 'field_declaration':
    case 'local_variable_declaration': {
      const type = declaredType(node, lower);
      for (const declarator of node.namedChildren.filter(
        ({ type: kind }) => kind === 'variable_declarator',
      )) {
        const declared = {
          name: textOf(declarator.childForFieldName('name')),
          type,
          value: field(declarator, 'value', lower),
        };
        bindings.push({ ...declared, scope: inside.scope });
        if (node.type === 'field_declaration') members.push({ ...declared, owner: inside.owner });
      }
      return undefined;
    }
    case 'formal_parameter':
    case 'resource':
    case 'enhanced_for_statement':
    case 'instanceof_expression':
      bindings.push({
        name: textOf(node.childForFieldName('name')),
        scope: inside.scope,
        type: declaredType(node, lower) ?? field(node, 'right', lower),
        value: node.type === 'resource' ? field(node, 'value', lower) : undefined,
      });
      return undefined;
    case 'assignment_expression': {
      const left = node.childForFieldName('left');
      const value = lower(node.childForFieldName('right'));
      if (left?.type === 'identifier')
        draft.assignments.push({ name: left.text, at: left.startIndex, value });
      if (left?.type === 'field_access')
        members.push({
          owner: left.childForFieldName('object')?.type === 'this' ? inside.owner : undefined,
          name: textOf(left.childForFieldName('field')),
          type: undefined,
          value,
        });
      return undefined;
    }
    case 'return_statement':
      inside.results?.push(lower(node.namedChild(0)));
      return undefined;
    case 'block':
    case 'constructor_body':
      return { scope: scopeOf(node) };
    default:
      return visitDeclaration(node, draft, inside);
  }
}

function visitDeclaration(
  node: Node,
  { lower, bindings, members }: Draft,
  inside: Inside,
): Partial<Inside> | undefined {
  const value = lower(node);
  const scope = scopeOf(node);
  const name = textOf(node.childForFieldName('name'));
  if (value.kind === 'class') {
    bindings.push(
      { name, scope: inside.scope, type: undefined, value },
      { name: 'this', scope, type: value, value: undefined },
    );
    return { scope, owner: name };
  }
  if (value.kind !== 'function') return undefined;
  if (node.type === 'method_declaration') members.push({ owner: inside.owner, name, type: undefined, value });
  if (node.type === 'lambda_expression') {
    for (const parameter of untypedParameters(node.childForFieldName('parameters')))
      bindings.push({ name: parameter.text, scope, type: undefined, value: undefined });
  }
  return { scope, results: value.results };
}

/** `x -> …`, `(x, y) -> …`; those with a type are declared by nodes of their own. */
function untypedParameters(parameters: Node | null): readonly Node[] {
  if (parameters?.type === 'identifier') return [parameters];
  return parameters?.type === 'inferred_parameters' ? parameters.namedChildren : [];
}

/** Undefined for `var`: then the value says it. */
function declaredType(node: Node, lower: Draft['lower']): Expression | undefined {
  return node.childForFieldName('type')?.text === 'var' ? undefined : field(node, 'type', lower);
}

/** `import com.huaweicloud.sdk.ecs.v2.EcsClient;`, `import com.huaweicloud.sdk.ecs.v2.model.*;`. */
function readImport(node: Node, { bindings, modules, stars }: Draft, { scope }: Inside): void {
  const path = textOf(node.namedChildren.find(({ type }) => type === 'scoped_identifier'));
  const module = javaModule(path);
  if (module === undefined) return;
  modules.push(module);
  if (node.namedChildren.some(({ type }) => type === 'asterisk')) stars.push(module);
  const name = path.slice(path.lastIndexOf('.') + 1);
  bindings.push({
    name,
    scope,
    type: undefined,
    value: { kind: 'member', of: { kind: 'sdk', module }, name, ...placeOf(node) },
  });
}

/** A name with its package: no import is needed. */
function qualified(node: Node): Expression | undefined {
  const module = /^[a-z]/.test(node.text) ? javaModule(node.text) : undefined;
  if (module === undefined) return undefined;
  return {
    kind: 'member',
    of: { kind: 'sdk', module },
    name: node.text.slice(node.text.lastIndexOf('.') + 1),
    ...placeOf(node),
  };
}
