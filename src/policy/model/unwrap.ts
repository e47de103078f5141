import { defined } from '../../defined.js';
import type { MemberNode, ObjectNode, RootNode, StringNode, ValueNode } from './ast.js';
import { BLOCKS_VERSION, STATEMENT_ELEMENTS } from '../syntax/terraform-resources.js';
import { readJsonValue } from '../syntax/json-parser.js';
import { recognise } from './recognise.js';

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

/**
 * Replaces each root that is no policy itself by the policies that stand in it, at any depth, with their addresses; keeps
 * it where there are none. Below the names above the address is the path as the API writes it, `role.policy`; anywhere
 * else it is a JSON pointer, `/data/reader.json`.
 */
export function unwrapPolicies(roots: readonly RootNode[]): readonly RootNode[] {
  return roots.flatMap((root) => {
    if (root.value.type === 'Unknown' || recognise(root.value).ok) return [root];
    const found: RootNode[] = [];
    collect(
      root.value,
      { carried: root.address === undefined ? '' : `${root.address}:`, pointer: '' },
      0,
      found,
    );
    return found.length > 0 ? found : [root];
  });
}

/** Where a value stands. */
interface Way {
  /** The path through carriers; undefined where another name is on it. */
  readonly carried: string | undefined;
  readonly pointer: string;
  readonly carrier?: ObjectNode;
}

function collect(value: ValueNode, way: Way, steps: number, found: RootNode[]): void {
  const policy = value.type === 'String' ? policyInString(value) : value;
  if (policy === undefined || steps > MAX_STEPS) return;
  const blocks = policy.type === 'Object' ? statementBlocks(policy) : undefined;
  if (blocks !== undefined) found.push(rootOf(blocks, way));
  else if (steps > 0 && recognise(policy).ok) found.push(rootOf(policy, way));
  else if (policy.type === 'Array') {
    policy.elements.forEach((element, index) => {
      const carried = way.carried === undefined ? undefined : `${way.carried}[${index}]`;
      collect(element, { carried, pointer: `${way.pointer}/${index}` }, steps + 1, found);
    });
  } else if (policy.type === 'Object') {
    for (const { name, value: inner } of policy.members)
      collect(inner, stepInto(way, name.value, policy), steps + 1, found);
  }
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

/** How Crossplane writes the blocks of the Terraform resource that it is generated from: `statement: [{ effect, action }]`. */
function statementBlocks(object: ObjectNode): ObjectNode | undefined {
  const statement = object.members.find(({ name }) => name.value === 'statement');
  if (
    statement?.value.type !== 'Array' ||
    object.members.some(({ name }) => name.value.toLowerCase() === 'version')
  )
    return undefined;
  const { elements } = statement.value;
  if (elements.length === 0 || !elements.every(isBlock)) return undefined;
  const { range, loc } = statement.value;
  const version: StringNode = { ...statement.name, value: BLOCKS_VERSION, shared: true };
  const list: ValueNode = { ...statement.value, elements: elements.map(asStatement), shared: true };
  const members = [named('Version', statement.name, version), named('Statement', statement.name, list)];
  return { type: 'Object', style: 'flow', members, range, loc, shared: true };
}

function isBlock(value: ValueNode): value is ObjectNode {
  return (
    value.type === 'Object' &&
    ['effect', 'action'].every((wanted) => value.members.some(({ name }) => name.value === wanted))
  );
}

function asStatement(value: ValueNode): ValueNode {
  if (value.type !== 'Object') return value;
  const members = value.members.map(({ name, value: inner }) =>
    named(STATEMENT_ELEMENTS[name.value] ?? name.value, name, inner),
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

/** A policy written as JSON inside a string: its parts are read, and all of them stand where the string stands. */
function policyInString(node: StringNode): ValueNode | undefined {
  if (!/^\s*\{/.test(node.value) || !/statement/i.test(node.value)) return undefined;
  const value = readJsonValue(node.value);
  return value === undefined ? undefined : moved(value, { range: node.range, loc: node.loc, shared: true });
}

function moved(value: ValueNode, place: Pick<StringNode, 'range' | 'loc' | 'shared'>): ValueNode {
  if (value.type === 'Array')
    return { ...value, ...place, elements: value.elements.map((element) => moved(element, place)) };
  if (value.type !== 'Object') return { ...value, ...place };
  return {
    ...value,
    ...place,
    members: value.members.map((part) => ({
      ...part,
      ...place,
      name: { ...part.name, ...place },
      value: moved(part.value, place),
    })),
  };
}
