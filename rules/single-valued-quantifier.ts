import { createRule } from '../src/lint/rule.js';
import { operatorOf, splitOperator } from '../src/policy/facts/operators.js';
import { keyFactsOf, renameOperator } from './shared/elements/condition-facts.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'single-valued-quantifier',
  meta: {
    type: 'problem',
    docs: {
      description: 'ForAllValues or ForAnyValue with a condition key that has one value',
      category: 'validity',
      recommended: 'warning',
      sources: [IAM_PAGES.policySyntax, 'https://support.huaweicloud.com/usermanual-iam5/iam_01_1287.html'],
    },
    messages: {
      single: '"{key}" has one value only, which needs no "{quantifier}"; write "{operator}" alone.',
      replace: 'Write "{operator}".',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement({ condition }) {
        for (const operator of condition?.operators ?? []) {
          const { quantifier } = splitOperator(operator.name);
          // Of Null another rule says that it takes no quantifier.
          if (quantifier === undefined || operatorOf(operator.name)?.operator.type === 'null') continue;
          const alone = operator.name.slice(quantifier.length + 1);
          for (const { key, member } of operator.keys) {
            if (keyFactsOf(key, context.catalog)?.multiValued !== false) continue;
            context.report({
              at: member.name,
              messageId: 'single',
              data: { quantifier, key, operator: alone },
              suggest:
                operator.keys.length > 1
                  ? []
                  : [
                      {
                        messageId: 'replace',
                        data: { operator: alone },
                        edits: () => renameOperator(context.text, condition, operator, alone),
                      },
                    ],
            });
          }
        }
      },
    };
  },
});
