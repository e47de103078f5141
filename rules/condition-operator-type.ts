import { createRule } from '../src/lint/rule.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import type { OperatorType, OperatorUse } from '../src/policy/facts/operators.js';
import { keyFactsOf, operatorName, renameOperator } from './shared/elements/condition-facts.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'condition-operator-type',
  meta: {
    type: 'problem',
    docs: {
      description: 'Condition operators of another type than the key they compare',
      category: 'validity',
      recommended: 'error',
      sources: [
        errorCodes('IAM.1055'),
        IAM_PAGES.policySyntax,
        'https://support.huaweicloud.com/usermanual-iam5/iam_01_1287.html',
      ],
    },
    messages: {
      type: `"{key}" is
        {type, select,
          string {a string} number {a number} date {a time} boolean {a Boolean} ip {an IP address}},
        which "{operator}" does not compare; use
        {type, select,
          string {a String… operator}
          number {a Number… operator}
          date {a Date… operator}
          boolean {"Bool"}
          ip {"IpAddress" or "NotIpAddress"}}.`,
      replace: 'Write "{operator}".',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement({ condition }) {
        for (const operator of condition?.operators ?? []) {
          const use = operatorOf(operator.name);
          if (use === undefined || use.operator.type === 'null') continue;
          for (const { key, member } of operator.keys) {
            const type = keyFactsOf(key, context.catalog)?.type;
            if (type === undefined || type === 'unknown' || type === 'null' || type === use.operator.type)
              continue;
            const replacement = operator.keys.length > 1 ? undefined : equalFor(type, use);
            context.report({
              at: member.name,
              messageId: 'type',
              data: { operator: operator.name, key, type },
              suggest:
                replacement === undefined
                  ? []
                  : [
                      {
                        messageId: 'replace',
                        data: { operator: replacement },
                        edits: () => renameOperator(context.text, condition, operator, replacement),
                      },
                    ],
            });
          }
        }
      },
    };
  },
});

/** What asks a key of another type for the same; undefined where the operator does not ask for equality. */
function equalFor(type: OperatorType, use: OperatorUse): string | undefined {
  if (!use.operator.name.includes('Equals')) return undefined;
  const name = EQUAL[type]?.[use.operator.negated ? 1 : 0];
  return name === undefined ? undefined : operatorName(name, use);
}

/** What asks for equality with a key of a type: as it is, and negated. */
const EQUAL: Readonly<Partial<Record<OperatorType, readonly [string, string?]>>> = {
  string: ['StringEquals', 'StringNotEquals'],
  number: ['NumberEquals', 'NumberNotEquals'],
  boolean: ['Bool'],
  ip: ['IpAddress', 'NotIpAddress'],
};
