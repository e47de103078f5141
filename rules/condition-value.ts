import { createRule } from '../src/lint/rule.js';
import { valueProblem } from '../src/policy/grants/condition-form.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import { conditionsOf } from './shared/elements/listed.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'condition-value',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Condition values that are no number, time, Boolean or IP address, as their operator wants it',
      category: 'validity',
      recommended: 'error',
      sources: [
        IAM_PAGES.policySyntax,
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
    },
    messages: {
      value: `"{value}" is no value for "{operator}"; write
        {expected, select,
          number {a number}
          boolean {"true" or "false"}
          date {a time in ISO 8601, such as "2024-01-31T00:00:00Z"}
          ip {an IP address or a range such as "192.0.2.0/24"}}.`,
      several: `"{operator}" has {count, number} values for "{key}", of which "true" and "false" together always hold;
        keep one.`,
    },
  },
  create(context) {
    return {
      statement(statement) {
        for (const { operator, entry } of conditionsOf(statement)) {
          const type = operatorOf(operator.name)?.operator.type;
          if (type === undefined) continue;
          const strings = entry.values.filter((value) => value.type === 'String');
          for (const node of strings) {
            const expected = hasPlaceholder(node.value) ? undefined : valueProblem(type, node.value);
            if (expected !== undefined)
              context.report({
                at: node,
                messageId: 'value',
                data: { value: node.value, operator: operator.name, expected },
              });
          }
          if (
            (type === 'boolean' || type === 'null') &&
            new Set(strings.map(({ value }) => value.toLowerCase())).size > 1
          ) {
            context.report({
              at: entry.member.value,
              messageId: 'several',
              data: { count: entry.values.length, key: entry.key, operator: operator.name },
            });
          }
        }
      },
    };
  },
});
