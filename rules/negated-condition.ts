import { createRule } from '../src/lint/rule.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import { isGrant } from './shared/grants/granted.js';
import { conditionsOf } from './shared/elements/listed.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'negated-condition',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'An Allow for every value of a condition key but some',
      category: 'danger',
      recommended: 'warning',
      sources: [IAM_PAGES.policySyntax],
      kinds: ['policy', 'identity-policy', 'resource-policy'],
    },
    messages: {
      negated: `"{operator}" in an Allow allows every value of "{key}" but those that it lists;
        list the values that are allowed, or put the others into a Deny.`,
    },
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (!isGrant(statement, policy)) return;
        for (const { operator, entry } of conditionsOf(statement)) {
          if (operatorOf(operator.name)?.operator.negated === true)
            context.report({
              at: entry.member.name,
              messageId: 'negated',
              data: { operator: operator.name, key: entry.key },
            });
        }
      },
    };
  },
});
