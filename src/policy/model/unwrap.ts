import { defined } from '../../defined.js';
import { append } from '../../long-lists.js';
import { en } from '../../wording/en/policy.js';
import { speaker } from '../../wording/speaker.js';
import type { MemberNode, ObjectNode, RootNode, StringNode, UnknownNode, ValueNode } from './ast.js';
import { BLOCKS_VERSION, STATEMENT_ELEMENTS } from '../terraform/terraform-resources.js';
import { recognise } from './recognise.js';

const say = speaker('policy', en);

/** Names under which bodies and files of the cloud's tools carry a policy (lower case, without `_`), each with where it is seen. */
const CARRIERS: ReadonlySet<string> = new Set([
  'role',
  'roles',
  'policy', // IAM v3 POST /OS-ROLE/roles, GET /roles: { "role": { "display_name", "type", "policy" } }
  'policies',
  'policydocument',
  'policyversion',
  'versions',
  'document', // IAM v5: policy_document is JSON in a string
  'trustpolicy',
  'agency',
  'agencies', // IAM v5 agencies
  'custompolicy',
  'customrole',
  'permissionset', // Identity Center
  'attributes',
  'accesspolicy', // SMN topic attributes
  'content',
  'policycontent', // Organizations: content of a service control policy
  'bucketpolicy', // OBS tools
]);

/** Deeper than this no file of a tool nests; no walk over the tree may overflow the stack. */
const MAX_STEPS = 200;

/** What the policies of a file are, and what is wrong in those that stand inside strings. */
export interface Unwrapped<Fault> {
  readonly roots: readonly RootNode[];
  readonly problems: readonly Fault[];
}

/** Reads what a string holds; undefined where it holds no policy. */
export type ReadString<Fault> = (
  node: StringNode,
) => { readonly value: ValueNode | undefined; readonly problems: readonly Fault[] } | undefined;

/**
 * Replaces each root that is no policy itself by the policies that stand in it, at any depth and inside strings, with their
 * addresses, also those of other clouds; keeps it where there are none. Below the names above the address is the path as the
 * API writes it, `role.policy`; anywhere else it is a JSON pointer, `/data/reader.json`. A string that speaks of statements and
 * cannot be read is an unknown policy.
 */
export function unwrapPolicies<Fault>(
  roots: readonly RootNode[],
  readString: ReadString<Fault>,
): Unwrapped<Fault> {
  const problems: Fault[] = [];
  const all = roots.flatMap((root) => {
    if (root.value.type === 'Unknown' || isPolicy(root.value)) return [root];
    const search: Search<Fault> = { found: [], problems, readString };
    const start = root.address === undefined ? '' : `${root.address}:`;
    collect(root.value, { carried: start, pointer: '' }, 0, search);
    return search.found.length > 0 ? search.found : [root];
  });
  return { roots: all, problems };
}

interface Search<Fault> {
  readonly found: RootNode[];
  readonly problems: Fault[];
  readonly readString: ReadString<Fault>;
}

/** Of ours, or of another cloud. */
function isPolicy(value: ValueNode): boolean {
  const recognition = recognise(value);
  return recognition.ok || recognition.why === 'foreign';
}

/** Where a value stands. */
interface Way {
  /** The path through carriers; undefined where another name is on it. */
  readonly carried: string | undefined;
  readonly pointer: string;
  readonly carrier?: ObjectNode;
}

function collect<Fault>(value: ValueNode, way: Way, steps: number, search: Search<Fault>): void {
  if (steps > MAX_STEPS) return;
  if (value.type === 'String') {
    collectInString(value, way, steps, search);
    return;
  }
  const blocks = value.type === 'Object' ? statementBlocks(value) : undefined;
  if (blocks !== undefined) search.found.push(rootOf(blocks, way));
  else if (steps > 0 && isPolicy(value)) search.found.push(rootOf(value, way));
  else if (value.type === 'Array') {
    value.elements.forEach((element, index) => {
      const carried = way.carried === undefined ? undefined : `${way.carried}[${index}]`;
      collect(element, { carried, pointer: `${way.pointer}/${index}` }, steps + 1, search);
    });
  } else if (value.type === 'Object') {
    for (const { name, value: inner } of value.members)
      collect(inner, stepInto(way, name.value, value), steps + 1, search);
  }
}

function collectInString<Fault>(node: StringNode, way: Way, steps: number, search: Search<Fault>): void {
  const reading = search.readString(node);
  if (reading === undefined) return;
  append(search.problems, reading.problems);
  if (reading.value !== undefined) collect(reading.value, way, steps + 1, search);
  else if (reading.problems.length === 0) search.found.push(rootOf(unreadString(node), way));
}

function unreadString({ range, loc, value }: StringNode): UnknownNode {
  return { type: 'Unknown', range, loc, shared: true, text: value, why: say('unreadString') };
}

function stepInto({ carried, pointer }: Way, name: string, carrier: ObjectNode): Way {
  const isCarrier = CARRIERS.has(name.toLowerCase().replaceAll('_', ''));
  const separator = carried !== undefined && /[^:]$/.test(carried) ? '.' : '';
  return {
    carried: isCarrier && carried !== undefined ? `${carried}${separator}${name}` : undefined,
    pointer: `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    carrier,
  };
}

function rootOf(value: ValueNode, { carried, pointer, carrier }: Way): RootNode {
  return defined({
    type: 'Root' as const,
    address: carried === undefined ? pointer : carried.replace(/:$/, ''),
    value,
    range: value.range,
    loc: value.loc,
    carrier: carried === undefined ? undefined : carrier,
  });
}

/**
 * How Crossplane writes the blocks of the Terraform resource that it is generated from, `statement: [{ effect, action }]`, and
 * Pulumi, `statements: [{ effect, actions }]`.
 */
function statementBlocks(object: ObjectNode): ObjectNode | undefined {
  const statement = object.members.find(({ name }) => BLOCK_NAMES.has(name.value));
  if (
    statement?.value.type !== 'Array' ||
    object.members.some(({ name }) => name.value.toLowerCase() === 'version')
  )
    return undefined;
  const { elements } = statement.value;
  const isMeant = statement.name.value === 'statement' ? isBlock : isBlockOfActions;
  if (elements.length === 0 || !elements.every(isMeant)) return undefined;
  const { range, loc } = statement.value;
  const version: StringNode = { ...statement.name, value: BLOCKS_VERSION, shared: true };
  const list: ValueNode = { ...statement.value, elements: elements.map(asStatement), shared: true };
  const members = [named('Version', statement.name, version), named('Statement', statement.name, list)];
  return { type: 'Object', style: 'flow', members, range, loc, shared: true };
}

const BLOCK_NAMES: ReadonlySet<string> = new Set(['statement', 'statements']);

function isBlock(value: ValueNode): boolean {
  return ['effect', 'action'].every((wanted) => valueIn(value, wanted) !== undefined);
}

/** Many things have statements: those of ours name actions of three parts. */
function isBlockOfActions(value: ValueNode): boolean {
  const actions = valueIn(value, 'actions');
  return (
    valueIn(value, 'effect') !== undefined &&
    actions?.type === 'Array' &&
    actions.elements.every(({ type }) => type === 'String') &&
    actions.elements.some((action) => action.type === 'String' && action.value.split(':').length === 3)
  );
}

function valueIn(value: ValueNode, wanted: string): ValueNode | undefined {
  return value.type === 'Object' ? value.members.find(({ name }) => name.value === wanted)?.value : undefined;
}

function asStatement(value: ValueNode): ValueNode {
  if (value.type !== 'Object') return value;
  const members = value.members.map(({ name, value: inner }) =>
    named(STATEMENT_ELEMENTS[name.value.replace(/s$/, '')] ?? name.value, name, inner),
  );
  return { ...value, members, shared: true };
}

function named(element: string, name: StringNode, value: ValueNode): MemberNode {
  return {
    type: 'Member',
    name: { ...name, value: element, shared: true },
    value,
    range: [name.range[0], Math.max(name.range[1], value.range[1])],
    loc: { start: name.loc.start, end: value.range[1] > name.range[1] ? value.loc.end : name.loc.end },
    shared: true,
  };
}
