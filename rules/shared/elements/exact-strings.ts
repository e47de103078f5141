import { append } from '../../../src/long-lists.js';
import type { StringNode } from '../../../src/policy/model/ast.js';
import type { Policy } from '../../../src/policy/model/policy.js';
import { actionsOf, conditionsOf, resourcesOf } from './listed.js';

/** A string that has to be exactly right, and what it is called. Values of conditions are the user's own text and not among them. */
export interface ExactString {
  readonly node: StringNode;
  readonly what:
    'version' | 'effect' | 'action' | 'resource' | 'condition operator' | 'condition key' | 'name';
}

/** Every such string of a policy, in the order of its parts. */
export function exactStrings({ node, versionMember, statements }: Policy): ExactString[] {
  const found: ExactString[] = node.members.map(({ name }) => ({ node: name, what: 'name' }));
  if (versionMember?.value.type === 'String') found.push({ node: versionMember.value, what: 'version' });
  for (const statement of statements) {
    append(
      found,
      statement.node.members.map(({ name }): ExactString => ({ node: name, what: 'name' })),
    );
    if (statement.effectMember?.value.type === 'String')
      found.push({ node: statement.effectMember.value, what: 'effect' });
    append(
      found,
      actionsOf(statement).map((element): ExactString => ({ node: element.node, what: 'action' })),
    );
    append(
      found,
      resourcesOf(statement).map((element): ExactString => ({ node: element.node, what: 'resource' })),
    );
    for (const { member } of statement.condition?.operators ?? [])
      found.push({ node: member.name, what: 'condition operator' });
    for (const { entry } of conditionsOf(statement))
      found.push({ node: entry.member.name, what: 'condition key' });
  }
  return found;
}
