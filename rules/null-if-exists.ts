import { createRule } from '../src/lint/rule.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import { renameOperator } from './shared/condition-facts.js';

export const rule = createRule({
  id: 'null-if-exists',
  meta: {
    type: 'problem',
    docs: {
      description: 'The operator Null with IfExists or with a quantifier',
      category: 'validity',
      recommended: 'error',
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/用户指南/策略语法.md',
      ],
    },
    messages: {
      null: '"Null" asks already whether the key exists; write "Null" instead of "{operator}".',
    },
    fixable: true,
  },
  create(context) {
    return {
      statement({ condition }) {
        for (const operator of condition?.operators ?? []) {
          const use = operatorOf(operator.name);
          if (use?.operator.type !== 'null' || (!use.ifExists && use.quantifier === undefined)) continue;
          context.report({
            at: operator.member.name,
            messageId: 'null',
            data: { operator: operator.name },
            fix: () => renameOperator(context.text, condition, operator, 'Null'),
          });
        }
      },
    };
  },
});
