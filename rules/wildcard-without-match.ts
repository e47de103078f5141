import { createRule } from '../src/lint/rule.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import type { ConditionOperator } from '../src/policy/model/policy.js';
import { operatorName, renameOperator } from './shared/elements/condition-facts.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'wildcard-without-match',
  meta: {
    type: 'problem',
    docs: {
      description: 'Wildcards in condition values whose operator takes them literally',
      category: 'validity',
      recommended: 'warning',
      sources: [IAM_PAGES.policySyntax],
    },
    messages: {
      wildcard: `"{operator}" compares "{value}" as it stands, and takes "{wildcard}" for no wildcard;
        use "{match}" for a pattern.`,
      replace: 'Write "{match}".',
    },
    confidence: 'likely',
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement({ condition }) {
        for (const operator of condition?.operators ?? []) {
          const use = operatorOf(operator.name);
          if (use?.operator.type !== 'string' || use.operator.wildcards) continue;
          const match = operatorName(use.operator.negated ? 'StringNotMatch' : 'StringMatch', use);
          const swappable = ['StringEquals', 'StringNotEquals'].includes(use.operator.name);
          for (const { node, wildcard } of patternsIn(operator)) {
            context.report({
              at: node,
              messageId: 'wildcard',
              data: { wildcard, value: node.value, operator: operator.name, match },
              suggest: swappable
                ? [
                    {
                      messageId: 'replace',
                      data: { match },
                      edits: () => renameOperator(context.text, condition, operator, match),
                    },
                  ]
                : [],
            });
          }
        }
      },
    };
  },
});

function patternsIn({ keys }: ConditionOperator) {
  return keys.flatMap(({ values }) =>
    values.flatMap((node) => {
      const wildcard =
        node.type === 'String' && !hasPlaceholder(node.value) ? /[*?]/.exec(node.value)?.[0] : undefined;
      return node.type === 'String' && wildcard !== undefined ? [{ node, wildcard }] : [];
    }),
  );
}
