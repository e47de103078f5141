import type { Edit } from '../../../src/lint/results/lint-record.js';
import { append } from '../../../src/long-lists.js';
import type { ValueNode } from '../../../src/policy/model/ast.js';
import { removeActions, removeElements } from '../../../src/policy/edit/edit.js';
import type { Element, Policy } from '../../../src/policy/model/policy.js';

/**
 * Edits that leave only the actions of a policy that `keep` wants; statements that would be left without any go with them.
 * Undefined where nothing would be left, or where a part cannot be edited safely.
 */
export function keepActions(
  text: string,
  policy: Policy,
  keep: (element: Element) => boolean,
): readonly Edit[] | undefined {
  const list = policy.statementMember?.value;
  const edits: Edit[] = [];
  const idle: ValueNode[] = [];
  for (const statement of policy.statements) {
    const unwanted = statement.action?.items.filter((element) => !keep(element)) ?? [];
    if (unwanted.length === 0) continue;
    if (unwanted.length === statement.action?.items.length) {
      idle.push(statement.node);
      continue;
    }
    const removals = removeActions(text, policy, statement, unwanted);
    if (removals === undefined) return undefined;
    append(edits, removals);
  }
  if (idle.length === 0) return edits;
  const removals = list?.type === 'Array' ? removeElements(text, list, idle) : undefined;
  return removals === undefined ? undefined : [...edits, ...removals];
}
