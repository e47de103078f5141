import { createRule } from '../src/lint/rule.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import { renameOperator } from './shared/elements/condition-facts.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'null-if-exists',
  meta: {
    type: 'problem',
    docs: {
      description: 'The operator Null with IfExists or with a quantifier',
      category: 'validity',
      recommended: 'error',
      sources: [IAM_PAGES.policySyntax],
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
