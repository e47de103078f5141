import { createRule } from '../src/lint/rule.js';
import type { Edits } from '../src/lint/rule-definition.js';
import type { MemberNode } from '../src/policy/model/ast.js';
import { removeMember, removeStatement } from '../src/policy/edit/edit.js';
import type { Policy, Statement } from '../src/policy/model/policy.js';
import { conditionsOf } from './shared/elements/listed.js';
import { accessAnalyzer, errorCodes } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'empty-list',
  meta: {
    type: 'problem',
    docs: {
      description: 'Lists and conditions with nothing in them',
      category: 'no-effect',
      recommended: 'error',
      sources: [
        errorCodes('IAM.1028, IAM.1033, IAM.1040, IAM.1050, IAM.1054'),
        accessAnalyzer('Empty array, Empty object'),
      ],
    },
    messages: {
      statement: 'The policy has no statements; add one.',
      action: '"{element}" is empty; list an action, or remove the statement.',
      resource: '"{element}" is empty; list a resource, or remove "{element}".',
      condition: 'The condition "{element}" is empty; fill it or remove it.',
      values: '"{element}" has no values; list one.',
    },
    fixable: true,
  },
  create(context) {
    return {
      policy({ statementMember }) {
        if (statementMember !== undefined && isEmpty(statementMember)) report(statementMember, 'statement');
      },
      statement(statement, policy) {
        const { action, notAction, resource, notResource, condition } = statement;
        if (action !== undefined && isEmpty(action.member))
          report(action.member, 'action', () => removeIdle(statement, policy));
        // Without exceptions NotAction is every action: that is not idle, so nothing is taken out.
        if (notAction !== undefined && isEmpty(notAction.member)) report(notAction.member, 'action');
        for (const list of [resource, notResource])
          if (list !== undefined && isEmpty(list.member)) report(list.member, 'resource');
        if (condition === undefined) return;
        if (isEmpty(condition.member))
          report(condition.member, 'condition', () =>
            removeMember(context.text, statement.node, condition.member),
          );
        for (const { member } of condition.operators)
          if (isEmpty(member)) report(member, 'condition', () => removeOperator(statement, member));
        for (const { entry } of conditionsOf(statement))
          if (isEmpty(entry.member)) report(entry.member, 'values');
      },
    };

    function report(
      member: MemberNode,
      messageId: 'statement' | 'action' | 'resource' | 'condition' | 'values',
      fix?: Edits,
    ): void {
      context.report({
        at: member.value,
        messageId,
        data: { element: member.name.value },
        key: `empty ${member.name.value}`,
        fix,
      });
    }

    function removeIdle(statement: Statement, policy: Policy) {
      return statement.notAction === undefined ? removeStatement(context.text, policy, statement) : undefined;
    }

    function removeOperator({ node, condition }: Statement, operator: MemberNode) {
      if (condition?.member.value.type !== 'Object') return undefined;
      return condition.member.value.members.length === 1
        ? removeMember(context.text, node, condition.member)
        : removeMember(context.text, condition.member.value, operator);
    }
  },
});

function isEmpty({ value }: MemberNode): boolean {
  return (
    (value.type === 'Array' && value.elements.length === 0) ||
    (value.type === 'Object' && value.members.length === 0)
  );
}
