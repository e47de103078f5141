import type { ObjectNode, RootNode, StringNode, ValueNode } from './ast.js';
import { readJsonValue } from '../syntax/json-parser.js';
import { recognise } from './recognise.js';

/**
 * Names under which bodies and files of the cloud's tools carry a policy (lower case, without `_`), each with where it is seen.
 * A value below any other name is not looked into, so that foreign JSON is never taken for a policy by chance.
 */
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

/** How deep the carriers above ever stand. */
const MAX_STEPS = 6;

/** Replaces each root that is no policy itself by the policies that it carries, with their addresses; keeps it where it carries none. */
export function unwrapPolicies(roots: readonly RootNode[]): readonly RootNode[] {
  return roots.flatMap((root) => {
    if (recognise(root.value).ok) return [root];
    const found: RootNode[] = [];
    collect(root.value, root.address === undefined ? '' : `${root.address}:`, 0, found);
    return found.length > 0 ? found : [root];
  });
}

function collect(
  value: ValueNode,
  address: string,
  steps: number,
  found: RootNode[],
  carrier?: ObjectNode,
): void {
  const policy = value.type === 'String' ? policyInString(value) : value;
  if (policy === undefined || steps > MAX_STEPS) return;
  if (steps > 0 && recognise(policy).ok) {
    found.push({
      type: 'Root',
      address: address.replace(/:$/, ''),
      value: policy,
      range: policy.range,
      loc: policy.loc,
      ...(carrier === undefined ? {} : { carrier }),
    });
  } else if (policy.type === 'Array') {
    policy.elements.forEach((element, index) => {
      collect(element, `${address}[${index}]`, steps + 1, found);
    });
  } else if (policy.type === 'Object') {
    for (const { name, value: inner } of policy.members) {
      if (CARRIERS.has(name.value.toLowerCase().replaceAll('_', '')))
        collect(
          inner,
          `${address}${/[^:]$/.test(address) ? '.' : ''}${name.value}`,
          steps + 1,
          found,
          policy,
        );
    }
  }
}

/** A policy written as JSON inside a string: its parts are read, and all of them stand where the string stands. */
function policyInString(node: StringNode): ValueNode | undefined {
  if (!/^\s*\{/.test(node.value)) return undefined;
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
