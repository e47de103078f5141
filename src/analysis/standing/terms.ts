import type { MemberNode, ValueNode } from '../../policy/model/ast.js';
import type { Site } from '../../policy/grants/decision.js';
import type { Condition, Elements } from '../../policy/model/policy.js';

/** What several places that allow or deny an action depend on, as text that is equal where the terms are: order, spacing and repetition do not count. */
export function termsOf(sites: readonly Site[]): string {
  const terms = sites.map(({ statement: { effect, resource, notResource, condition } }) =>
    JSON.stringify([effect, resourcesOf(resource), resourcesOf(notResource), conditionOf(condition)]),
  );
  return [...new Set(terms)].sort().join('\n');
}

function resourcesOf(elements: Elements | undefined): readonly string[] | undefined {
  if (elements === undefined) return undefined;
  const { items, unknown, member } = elements;
  // Neither text nor a list of it: whatever stands there counts.
  if (items.length + unknown.length === 0) return [canonical(member.value)];
  return [...new Set([...items.map(({ value }) => value), ...unknown.map(canonical)])].sort();
}

function conditionOf(condition: Condition | undefined): string | undefined {
  return condition === undefined ? undefined : canonical(condition.member.value);
}

/** A value without places; lists are sets in this language, and a single value is a list of one. */
function canonical(node: ValueNode): string {
  switch (node.type) {
    case 'Object':
      return `{${node.members.map(canonicalMember).sort().join()}}`;
    case 'Array':
      return [...new Set(node.elements.map(canonical))].sort().join();
    case 'Unknown':
      return `\${${node.text}}`;
    case 'Null':
      return 'null';
    case 'String':
    case 'Number':
    case 'Boolean':
      return JSON.stringify(String(node.value));
  }
}

function canonicalMember({ name, value }: MemberNode): string {
  return `${JSON.stringify(name.value)}:${canonical(value)}`;
}
