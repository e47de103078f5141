import { evaluate } from '../../hcl/evaluate/evaluate.js';
import type { Scope } from '../../hcl/evaluate/module-scope.js';
import { elementsOf } from '../../hcl/evaluate/value.js';
import type { HclBlock, HclRange } from '../../hcl/hcl-syntax.js';
import { defined, filled } from '../../defined.js';
import type {
  ArrayNode,
  MemberNode,
  ObjectNode,
  Range,
  RootNode,
  StringNode,
  UnknownNode,
  ValueNode,
} from '../model/ast.js';
import { unknown } from './hcl-json.js';
import type { Lowering } from './hcl-lower.js';
import { documentOf, valueOf } from './hcl-lower.js';
import { spanAt } from '../syntax/line-table.js';
import type { PolicyArgument, PolicyResource } from './terraform-resources.js';
import { BLOCKS_VERSION, policyAddress, STATEMENT_ELEMENTS } from './terraform-resources.js';

/** The policies of a resource, one root for each argument that holds one. `suffix` tells instances apart: `["reader"]`. */
export function rootsOfResource(
  block: HclBlock,
  resource: PolicyResource,
  suffix: string,
  scope: Scope,
  to: Lowering,
): RootNode[] {
  const [type = '', name = ''] = block.labels;
  return resource.arguments.flatMap((argument) => {
    const address = policyAddress(`${type}.${name}${suffix}`, resource, argument);
    const named: Name = { address, place: resource.place };
    if (argument.form === 'blocks') return readBlocks(block, argument.name, named, scope, to);
    return readArgument(block, argument, named, scope, to);
  });
}

type Name = Required<Pick<RootNode, 'address'>> & Pick<PolicyResource, 'place'>;

function readArgument(
  block: HclBlock,
  argument: PolicyArgument,
  name: Name,
  scope: Scope,
  to: Lowering,
): RootNode[] {
  const attribute = block.attributes.find((candidate) => candidate.name === argument.name);
  if (attribute === undefined || attribute.broken || attribute.value.kind === 'null') return [];
  const alternatives: ValueNode[] = [];
  const { value, file } = documentOf(evaluate(attribute.value, scope), { ...to, alternatives });
  if (value === undefined) return [];
  const policy = argument.form === 'statements' ? withStatements(value, attribute.nameRange, to) : value;
  return [
    defined({
      type: 'Root' as const,
      ...name,
      file,
      value: policy,
      alternatives: filled(alternatives),
      range: policy.range,
      loc: policy.loc,
    }),
  ];
}

/** The statements alone stand in the text: the object around them stands where they do, and what else is in it is not told. */
export function withStatements(value: ValueNode, nameRange: HclRange, to: Lowering): ObjectNode {
  return { ...object([member('Statement', nameRange, value, to)], value.range, to), open: true };
}

/** `statement { effect = "Allow" … }`: a policy of the version that the provider writes; the version stands at the resource's header. */
function readBlocks(block: HclBlock, blockName: string, name: Name, scope: Scope, to: Lowering): RootNode[] {
  const blocks = block.blocks.filter(
    ({ type, labels }) => type === blockName || (type === 'dynamic' && labels[0] === blockName),
  );
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const range: Range = [first.range[0], last.range[1]];
  const elements = blocks.flatMap((statement) =>
    statement.type === 'dynamic' ? readDynamic(statement, scope, to) : [readStatement(statement, scope, to)],
  );
  const statements: ArrayNode = { type: 'Array', style: 'block', elements, ...base(range, to) };
  const version = string(BLOCKS_VERSION, block.header, to);
  const value = object(
    [member('Version', block.header, version, to), member('Statement', first.header, statements, to)],
    range,
    to,
  );
  return [{ type: 'Root', ...name, value, range: value.range, loc: value.loc }];
}

/** Statements that Terraform makes as often as it likes: of what it makes them is known, how many there are is not. */
function readDynamic(block: HclBlock, scope: Scope, to: Lowering): ValueNode[] {
  const content = block.blocks.find(({ type }) => type === 'content');
  const range: Range = [...block.range];
  const hole: UnknownNode = { ...unknown(to, range), spread: true };
  if (content === undefined) return [hole];
  const rounds = roundsOf(block, scope);
  const isKnown = rounds.every(({ kind }) => kind === 'known');
  const made = rounds.map((round) =>
    readStatement(
      content,
      { ...scope, names: new Map([...scope.names, ...round.names]) },
      {
        ...to,
        shared: to.shared || rounds.length > 1 || !isKnown,
      },
    ),
  );
  if (isKnown) return made;
  return [
    {
      ...hole,
      options: [{ type: 'Array', style: 'block', elements: made, ...base(range, to), shared: true }],
    },
  ];
}

type Names = Scope['names'];

/** The rounds of a dynamic block with what `statement.value` is in each; of a collection that is not known one that stands for all. */
function roundsOf(
  block: HclBlock,
  scope: Scope,
): readonly { readonly kind: 'known' | 'possible'; readonly names: Names }[] {
  const attribute = block.attributes.find(({ name }) => name === 'for_each');
  const iterator = block.attributes.find(({ name }) => name === 'iterator')?.value;
  const name = iterator?.kind === 'reference' ? (iterator.path[0] ?? '') : (block.labels[0] ?? '');
  const before = scope.assumptions.count;
  const collection = attribute === undefined ? undefined : evaluate(attribute.value, scope);
  // What rests on a variable may be otherwise in another run.
  const kind = scope.assumptions.count === before ? 'known' : 'possible';
  if (collection?.kind === 'map' && collection.open !== true)
    return collection.entries.map(({ key, value, range }) => ({
      kind,
      names: new Map([[name, { kind: 'map', range, entries: pairOf(key, value, range) }]]),
    }));
  const elements = collection?.kind === 'list' ? elementsOf(collection) : [];
  if (elements.length === 0 || elements.some((element) => element.kind === 'hole'))
    return [{ kind: 'possible', names: new Map() }];
  return elements.map((element) => ({
    kind,
    names: new Map([
      [name, { kind: 'map', range: element.range, entries: pairOf(element, element, element.range) }],
    ]),
  }));
}

type Entries = Extract<ReturnType<Names['get']>, { kind: 'map' }>['entries'];

/** `each`, or the iterator of a dynamic block: a key and a value. */
export function pairOf(
  key: Entries[number]['key'],
  value: Entries[number]['value'],
  range: HclRange,
): Entries {
  const entry = (name: string, of: Entries[number]['value']): Entries[number] => ({
    key: { kind: 'text', range, elsewhere: true, pieces: [{ kind: 'text', text: name, range }] },
    value: of,
    range,
  });
  return [entry('key', key), entry('value', value)];
}

function readStatement(block: HclBlock, scope: Scope, to: Lowering): ObjectNode {
  const members = block.attributes.flatMap((attribute) => {
    const element = STATEMENT_ELEMENTS[attribute.name];
    if (element === undefined || attribute.value.kind === 'null') return [];
    const value = attribute.broken
      ? unknown(to, [...attribute.value.range])
      : elementValue(element, evaluate(attribute.value, scope), to);
    return value === undefined ? [] : [member(element, attribute.nameRange, value, to)];
  });
  return object(members, [...block.range], to);
}

function elementValue(
  element: string,
  value: ReturnType<typeof evaluate>,
  to: Lowering,
): ValueNode | undefined {
  return element === 'Condition' ? documentOf(value, to).value : valueOf(value, to);
}

function object(members: readonly MemberNode[], range: Range, to: Lowering): ObjectNode {
  return { type: 'Object', style: 'block', members, ...base(range, to) };
}

function member(name: string, at: HclRange, value: ValueNode, to: Lowering): MemberNode {
  const range: Range = [Math.min(at[0], value.range[0]), Math.max(at[1], value.range[1])];
  return { type: 'Member', name: string(name, at, to), value, ...base(range, to) };
}

function string(value: string, [start, end]: HclRange, to: Lowering): StringNode {
  return { type: 'String', value, ...base([start, end], to) };
}

function base(range: Range, { lines, shared }: Lowering): Pick<ObjectNode, 'range' | 'loc' | 'shared'> {
  const place = { range, loc: spanAt(lines, range) };
  return shared ? { ...place, shared } : place;
}
