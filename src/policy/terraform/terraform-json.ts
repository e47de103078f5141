import { jsonStringChunks, templateStringChunks } from '../../hcl/strings.js';
import type { HclChunk } from '../../hcl/hcl-syntax.js';
import { append } from '../../long-lists.js';
import type { MemberNode, ObjectNode, Range, RootNode, StringNode, ValueNode } from '../model/ast.js';
import type { Source } from './hcl-json.js';
import { readEmbeddedJson, unknown } from './hcl-json.js';
import type { ParseProblem } from '../syntax/reading.js';
import type { PolicyArgument, PolicyResource } from './terraform-resources.js';
import { BLOCKS_VERSION, policyAddress, policyResource, STATEMENT_ELEMENTS } from './terraform-resources.js';

export interface TerraformPolicies {
  readonly roots: readonly RootNode[];
  /** What embedded JSON complains about. */
  readonly problems: readonly ParseProblem[];
}

/**
 * The policies inside `terraform show -json` output (a plan or a state) or a `.tf.json` file, named by Terraform's address;
 * undefined where the value is none of these. Policies stand there as JSON in a string: their places lead through its
 * escapes, and nothing of it can be edited in place (`shared`). What is only known after apply is an unknown value. Source: developer.hashicorp.com/terraform,
 * “JSON Output Format” and “JSON Configuration Syntax”.
 */
export function terraformPolicies(value: ValueNode, source: Source): TerraformPolicies | undefined {
  if (value.type !== 'Object') return undefined;
  const instances = isShowOutput(value) ? shownInstances(value) : configuredInstances(value);
  if (instances === undefined) return undefined;
  const problems: ParseProblem[] = [];
  return { roots: instances.flatMap((instance) => readInstance(instance, source, problems)), problems };
}

interface Instance {
  readonly address: string;
  readonly resource: PolicyResource;
  readonly values: ObjectNode;
  /** Names the arguments that are only known after apply. */
  readonly unknown: ValueNode | undefined;
  /** Its strings are templates: a `.tf.json` file. */
  readonly templates: boolean;
}

function isShowOutput(value: ObjectNode): boolean {
  return (
    at(value, 'format_version')?.type === 'String' &&
    ['resource_changes', 'planned_values', 'values'].some((name) => at(value, name) !== undefined)
  );
}

/** A plan lists its changes, with what stays unknown; a state, and a plan without changes, only lists values. */
function shownInstances(value: ObjectNode): Instance[] {
  const changes = itemsOf(at(value, 'resource_changes'));
  if (changes.length === 0)
    return [...moduleInstances(at(at(value, 'planned_values') ?? at(value, 'values'), 'root_module'))];
  return changes.flatMap((change) =>
    instance(change, at(at(change, 'change'), 'after'), at(at(change, 'change'), 'after_unknown')),
  );
}

function moduleInstances(module: ValueNode | undefined): Instance[] {
  const own = itemsOf(at(module, 'resources')).flatMap((resource) =>
    instance(resource, at(resource, 'values'), undefined),
  );
  return [...own, ...itemsOf(at(module, 'child_modules')).flatMap(moduleInstances)];
}

function instance(
  entry: ValueNode,
  values: ValueNode | undefined,
  unknownValues: ValueNode | undefined,
): Instance[] {
  const resource = policyResource(textOf(at(entry, 'type')) ?? '');
  const address = textOf(at(entry, 'address'));
  // A resource that goes away has no values afterwards.
  if (
    resource === undefined ||
    address === undefined ||
    values?.type !== 'Object' ||
    textOf(at(entry, 'mode')) === 'data'
  )
    return [];
  return [{ address, resource, values, unknown: unknownValues, templates: false }];
}

/** `{ "resource": { "<type>": { "<name>": { … } } } }`; undefined where no resource holds a policy. */
function configuredInstances(value: ObjectNode): Instance[] | undefined {
  const instances = itemsOf(at(value, 'resource'))
    .flatMap(membersOf)
    .flatMap((type) => {
      const resource = policyResource(type.name.value);
      if (resource === undefined) return [];
      return itemsOf(type.value)
        .flatMap(membersOf)
        .flatMap((name) =>
          itemsOf(name.value).flatMap<Instance>((values) => {
            return values.type === 'Object'
              ? [
                  {
                    address: `${type.name.value}.${name.name.value}`,
                    resource,
                    values,
                    unknown: undefined,
                    templates: true,
                  },
                ]
              : [];
          }),
        );
    });
  return instances.length === 0 ? undefined : instances;
}

function readInstance(found: Instance, source: Source, problems: ParseProblem[]): RootNode[] {
  return found.resource.arguments.flatMap((argument) => {
    const value = readArgument(argument, found, source, problems);
    if (value === undefined) return [];
    return [
      {
        type: 'Root',
        address: policyAddress(found.address, found.resource, argument),
        place: found.resource.place,
        value,
        range: value.range,
        loc: value.loc,
      },
    ];
  });
}

function readArgument(
  argument: PolicyArgument,
  found: Instance,
  source: Source,
  problems: ParseProblem[],
): ValueNode | undefined {
  const given = memberOf(found.values, argument.name);
  const later = memberOf(found.unknown, argument.name);
  if (later?.value.type === 'Boolean' && later.value.value) return unknown(source, later.range);
  if (given === undefined) return undefined;
  if (argument.form === 'blocks') return readStatements(given, found, source, problems);
  if (given.value.type !== 'String') return undefined;
  const value = readDocument(given.value, found, source, problems);
  return value === undefined || argument.form === 'document'
    ? value
    : around([named('Statement', given.name, value)], value);
}

function readDocument(
  node: StringNode,
  { templates }: Instance,
  source: Source,
  problems: ParseProblem[],
): ValueNode | undefined {
  const [start, end] = node.range;
  const inner: Range = [start + 1, end - 1];
  const chunks: readonly HclChunk[] = templates
    ? templateStringChunks(source.text, inner)
    : jsonStringChunks(source.text, inner);
  const read = readEmbeddedJson(source, node.range, chunks, ({ range: [from, to] }) => ({
    value: unknown(source, [from, to]),
  }));
  append(problems, read.problems);
  return read.value;
}

/** Statement blocks: a list of objects, or one object in a `.tf.json` file. */
function readStatements(
  given: MemberNode,
  found: Instance,
  source: Source,
  problems: ParseProblem[],
): ObjectNode | undefined {
  const statements = itemsOf(given.value).flatMap((statement) =>
    statement.type === 'Object' ? [readStatement(statement, found, source, problems)] : [],
  );
  if (statements.length === 0) return undefined;
  const { range, loc } = given.value;
  const version: StringNode = { ...given.name, value: BLOCKS_VERSION, shared: true };
  return around(
    [
      named('Version', given.name, version),
      named('Statement', given.name, {
        type: 'Array',
        style: 'flow',
        elements: statements,
        range,
        loc,
        shared: true,
      }),
    ],
    given.value,
  );
}

function readStatement(
  statement: ObjectNode,
  found: Instance,
  source: Source,
  problems: ParseProblem[],
): ObjectNode {
  const members = statement.members.flatMap((member) => {
    const element = STATEMENT_ELEMENTS[member.name.value];
    // A plan names arguments that were left out, as null, an empty string or an empty list.
    if (element === undefined || isEmpty(member.value)) return [];
    const value =
      element === 'Condition' && member.value.type === 'String'
        ? readDocument(member.value, found, source, problems)
        : known(member.value, found, source);
    return value === undefined ? [] : [named(element, member.name, value)];
  });
  return { ...statement, members, shared: true };
}

function isEmpty(value: ValueNode): boolean {
  return (
    value.type === 'Null' ||
    (value.type === 'String' && value.value === '') ||
    (value.type === 'Array' && value.elements.length === 0)
  );
}

/** A list of strings whose unknown items stand as null in a plan, and as templates in a `.tf.json` file. */
function known(value: ValueNode, found: Instance, source: Source): ValueNode {
  if (value.type === 'Array')
    return {
      ...value,
      shared: true,
      elements: value.elements.map((element) => known(element, found, source)),
    };
  if (value.type === 'Null') return unknown(source, value.range);
  if (value.type !== 'String' || !found.templates) return { ...value, shared: true };
  const chunks = templateStringChunks(source.text, [value.range[0] + 1, value.range[1] - 1]);
  if (chunks.every((chunk) => chunk.kind === 'text'))
    return { ...value, shared: true, value: chunks.map((chunk) => chunk.text).join('') };
  return unknown(
    source,
    value.range,
    chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : undefined)),
  );
}

function around(members: readonly MemberNode[], { range, loc }: ValueNode): ObjectNode {
  return { type: 'Object', style: 'flow', members, range, loc, shared: true };
}

function named(element: string, argument: StringNode, value: ValueNode): MemberNode {
  const name: StringNode = { ...argument, value: element, shared: true };
  return {
    type: 'Member',
    name,
    value,
    range: [name.range[0], Math.max(name.range[1], value.range[1])],
    loc: { start: name.loc.start, end: value.range[1] > name.range[1] ? value.loc.end : name.loc.end },
    shared: true,
  };
}

function memberOf(value: ValueNode | undefined, name: string): MemberNode | undefined {
  return value?.type === 'Object'
    ? value.members.findLast((member) => member.name.value === name)
    : undefined;
}

function at(value: ValueNode | undefined, name: string): ValueNode | undefined {
  return memberOf(value, name)?.value;
}

function membersOf(value: ValueNode): readonly MemberNode[] {
  return value.type === 'Object' ? value.members : [];
}

/** The items of a list; a single value counts as a list of one. */
function itemsOf(value: ValueNode | undefined): readonly ValueNode[] {
  if (value === undefined || value.type === 'Null') return [];
  return value.type === 'Array' ? value.elements : [value];
}

function textOf(value: ValueNode | undefined): string | undefined {
  return value?.type === 'String' ? value.value : undefined;
}
