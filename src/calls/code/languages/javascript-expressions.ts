import type { Node } from 'web-tree-sitter';
import { field, placeOf, textOf } from './read-code.js';
import type { Draft, Lower } from './read-code.js';
import { javascriptModule } from '../../clients/script-modules.js';
import type { SdkModule } from '../../clients/module.js';
import { OTHER } from '../code-syntax.js';
import type { Expression } from '../code-syntax.js';

/** Types that a value is used through. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'Promise',
  'PromiseLike',
  'Awaited',
  'Readonly',
  'NonNullable',
  'Required',
]);

export const lowerNode: Lower = (node, again) => {
  const place = placeOf(node);
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
    case 'this':
      return { kind: 'name', name: node.text, at: node.startIndex };
    case 'string':
      return { kind: 'string', text: node.text.slice(1, -1) };
    case 'template_string':
      return node.namedChildren.some(({ type }) => type === 'template_substitution')
        ? { kind: 'text', parts: node.namedChildren.map((part) => partOf(part, again)) }
        : { kind: 'string', text: node.text.slice(1, -1) };
    case 'member_expression':
      return {
        kind: 'member',
        of: again(node.childForFieldName('object')),
        name: textOf(node.childForFieldName('property')),
        ...place,
      };
    case 'nested_type_identifier':
    case 'nested_identifier':
      return { kind: 'member', of: again(node.namedChild(0)), name: textOf(node.lastNamedChild), ...place };
    case 'subscript_expression': {
      const index = node.childForFieldName('index');
      return index?.type === 'number'
        ? OTHER
        : { kind: 'index', of: again(node.childForFieldName('object')), key: again(index), ...place };
    }
    case 'call_expression':
      return lowerCall(node, again);
    case 'new_expression':
      return {
        kind: 'new',
        type: again(node.childForFieldName('constructor')),
        args: node.childForFieldName('arguments')?.namedChildren.map(again) ?? [],
        ...place,
      };
    case 'as_expression':
    case 'satisfies_expression':
      return { kind: 'cast', type: again(node.namedChild(1)), of: again(node.namedChild(0)) };
    case 'type_assertion':
      return { kind: 'cast', type: again(node.namedChild(0)?.namedChild(0)), of: again(node.namedChild(1)) };
    case 'parenthesized_expression':
    case 'parenthesized_type':
    case 'await_expression':
    case 'non_null_expression':
    case 'type_annotation':
      return again(node.namedChild(0));
    case 'generic_type':
      return TRANSPARENT.has(textOf(node.namedChild(0))) ? again(node.namedChild(1)?.namedChild(0)) : OTHER;
    case 'union_type':
      return { kind: 'either', options: node.namedChildren.map(again) };
    case 'object':
      return { kind: 'object', members: node.namedChildren.flatMap((pair) => pairOf(pair, again)) };
    case 'binary_expression':
      if (textOf(node.childForFieldName('operator')) === '+')
        return { kind: 'text', parts: node.namedChildren.map(again) };
      return /^(?:\|\||&&|\?\?)$/.test(textOf(node.childForFieldName('operator')))
        ? { kind: 'either', options: node.namedChildren.map(again) }
        : OTHER;
    case 'ternary_expression':
      return {
        kind: 'either',
        options: [again(node.childForFieldName('consequence')), again(node.childForFieldName('alternative'))],
      };
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      return again(node.childForFieldName('right'));
    case 'arrow_function':
    case 'function_expression':
    case 'function_declaration':
    case 'generator_function_declaration':
    case 'method_definition':
      return { kind: 'function', type: field(node, 'return_type', again), results: [] };
    case 'class':
    case 'class_declaration':
    case 'abstract_class_declaration':
      return { kind: 'class', name: classNameOf(node), base: again(baseOf(node)) };
    default:
      return OTHER;
  }
};

/** What a template holds: text, and what is filled in. */
function partOf(node: Node, again: Draft['lower']): Expression {
  return node.type === 'template_substitution'
    ? again(node.namedChild(0))
    : { kind: 'string', text: node.text };
}

function pairOf(node: Node, again: Draft['lower']): [[string, Expression]] | [] {
  if (node.type === 'shorthand_property_identifier')
    return [[node.text, { kind: 'name', name: node.text, at: node.startIndex }]];
  const key = node.type === 'pair' ? node.childForFieldName('key') : null;
  if (key === null) return [];
  const name = key.type === 'string' ? key.text.slice(1, -1) : key.text;
  return [[name, again(node.childForFieldName('value'))]];
}

/** The library of OBS is its client: `new (require('esdk-obs-nodejs'))()`. */
export function importedAs(module: SdkModule, place: Node): Expression {
  const sdk: Expression = { kind: 'sdk', module };
  return module.library === 'obs' ? { kind: 'member', of: sdk, name: 'ObsClient', ...placeOf(place) } : sdk;
}

function lowerCall(node: Node, again: Draft['lower']): Expression {
  const callee = node.childForFieldName('function');
  const args = node.childForFieldName('arguments')?.namedChildren.map(again) ?? [];
  const [path] = args;
  if (path?.kind === 'string' && (callee?.type === 'import' || callee?.text === 'require')) {
    const module = javascriptModule(path.text);
    return module === undefined ? OTHER : importedAs(module, node);
  }
  return { kind: 'call', callee: again(callee), args, ...placeOf(node, callee) };
}

/** One without a name is told by where it stands. */
export function classNameOf(node: Node): string {
  return node.childForFieldName('name')?.text ?? `class ${String(node.startIndex)}`;
}

/** `extends Base`, in JavaScript's grammar and in TypeScript's. */
function baseOf(node: Node): Node | null | undefined {
  const heritage = node.namedChildren.find(({ type }) => type === 'class_heritage')?.namedChild(0);
  return heritage?.type === 'extends_clause' ? heritage.childForFieldName('value') : heritage;
}
