import type { MemberNode, ObjectNode, RootNode, UnknownNode, ValueNode } from './ast.js';
import type { Condition, Effect, Element, Elements, Policy, Statement } from './policy.js';
import type { Recognition } from './recognise.js';
import { member, recognise as recogniseValue } from './recognise.js';
import { variantsOf } from './variants.js';

/** Which kind of policy a root is, or why it is none. */
export function recognise(root: RootNode): Recognition {
  if (root.foreign !== undefined) return { ok: false, why: 'foreign', cloud: root.foreign };
  return recogniseValue(root.value, root.place);
}

/** The policy that a root holds; undefined where it is none. A new view with every call: keep it. */
export function policyOf(root: RootNode): Policy | undefined {
  if (root.foreign === undefined && root.value.type === 'Unknown') return unknownPolicy(root, root.value);
  const recognition = recognise(root);
  return recognition.ok ? viewPolicy(root, recognition) : undefined;
}

/** A policy that may be one of several: of what kind it is, one of them tells, and nothing that it grants is known. */
function unknownPolicy(root: RootNode, hole: UnknownNode): Policy | undefined {
  const [kind] = variantsOf(root).flatMap((variant) => {
    const recognition = recognise(variant);
    return recognition.ok ? [recognition.kind] : [];
  });
  if (kind === undefined) return undefined;
  const { range, loc } = hole;
  return {
    kind,
    root,
    node: { type: 'Object', style: 'flow', members: [], open: true, shared: true, range, loc },
    version: undefined,
    versionMember: undefined,
    statementMember: undefined,
    statements: [],
    unknown: [hole],
    dependsMember: undefined,
  };
}

function viewPolicy(root: RootNode, { kind, node }: Extract<Recognition, { ok: true }>): Policy {
  const versionMember = member(node, 'version');
  const statementMember = member(node, 'statement') ?? member(node, 'statements');
  const values = valuesOf(statementMember?.value);
  return {
    kind,
    root,
    node,
    version: versionMember?.value.type === 'String' ? versionMember.value.value : undefined,
    versionMember,
    statementMember,
    statements: values.flatMap((value, index) =>
      value.type === 'Object' ? [viewStatement(value, index)] : [],
    ),
    unknown: values.filter((value) => value.type === 'Unknown'),
    dependsMember: member(node, 'depends'),
  };
}

/** The elements of a list; a single value is a list of one. */
function valuesOf(value: ValueNode | undefined): readonly ValueNode[] {
  if (value === undefined) return [];
  return value.type === 'Array' ? value.elements : [value];
}

function viewStatement(node: ObjectNode, index: number): Statement {
  const parts = new Map<string, MemberNode>();
  for (const part of node.members) parts.set(part.name.value.toLowerCase(), part);
  const sid = parts.get('sid')?.value;
  const effectMember = parts.get('effect');
  const condition = parts.get('condition');
  return {
    node,
    index,
    sid: sid?.type === 'String' ? sid : undefined,
    effect: effectMember === undefined ? undefined : effectOf(effectMember.value),
    effectMember,
    action: elementsOf(parts.get('action')),
    notAction: elementsOf(parts.get('notaction')),
    resource: elementsOf(parts.get('resource')),
    notResource: elementsOf(parts.get('notresource')),
    condition: condition === undefined ? undefined : viewCondition(condition),
    principalMember: parts.get('principal'),
    notPrincipalMember: parts.get('notprincipal'),
  };
}

function effectOf(value: ValueNode): Effect | undefined {
  if (value.type !== 'String') return undefined;
  const effect = value.value.toLowerCase();
  if (effect === 'allow') return 'Allow';
  return effect === 'deny' ? 'Deny' : undefined;
}

function elementsOf(part: MemberNode | undefined): Elements | undefined {
  if (part === undefined) return undefined;
  const { value } = part;
  // The agency form names its resources one level further down: { "uri": [...] }.
  const list = value.type === 'Object' ? member(value, 'uri')?.value : value;
  const items: Element[] = [];
  const unknown: UnknownNode[] = [];
  for (const item of valuesOf(list)) {
    if (item.type === 'String') items.push({ value: item.value, node: item });
    else if (item.type === 'Unknown') unknown.push(item);
  }
  return { member: part, array: value.type === 'Array' ? value : undefined, items, unknown };
}

function viewCondition(part: MemberNode): Condition {
  return {
    member: part,
    operators: membersOf(part.value).map((operator) => ({
      member: operator,
      name: operator.name.value,
      keys: membersOf(operator.value).map((entry) => ({
        member: entry,
        key: entry.name.value,
        values: entry.value.type === 'Array' ? entry.value.elements : [entry.value],
      })),
    })),
  };
}

function membersOf(value: ValueNode): readonly MemberNode[] {
  return value.type === 'Object' ? value.members : [];
}
