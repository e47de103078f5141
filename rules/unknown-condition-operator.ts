import { nearNames } from '../src/calls/resolve/near-names.js';
import { createRule } from '../src/lint/rule.js';
import { toAscii } from '../src/policy/syntax/look-alikes.js';
import { FOREIGN_OPERATORS, OPERATORS, operatorOf, splitOperator } from '../src/policy/facts/operators.js';
import { operatorName, renameOperator, servicesOf } from './shared/elements/condition-facts.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'unknown-condition-operator',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Condition operators that the policy language does not have, or that only another service has',
      category: 'validity',
      recommended: 'error',
      sources: [
        IAM_PAGES.policySyntax,
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
        'https://support.huaweicloud.com/intl/zh-cn/usermanual-ief/ief_01_0067.html',
      ],
    },
    messages: {
      unknown: `"{operator}" is no operator; use one such as
        "StringEquals", "StringMatch", "NumberLessThan", "DateLessThan", "Bool" or "Null".`,
      near: '"{operator}" is no operator; did you mean {near, list, or}?',
      service: 'Only {services, list, plain} has the operator "{operator}"; use "{near}".',
      replace: 'Write "{operator}".',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement) {
        const { condition } = statement;
        for (const operator of condition?.operators ?? []) {
          const { name, member } = operator;
          // Blanks and look-alikes are other rules'.
          const use = operatorOf((toAscii(name) ?? name).trim());
          const services = use?.operator.services;
          const own = servicesOf(statement);
          if (
            hasPlaceholder(name) ||
            (use !== undefined &&
              (services === undefined || own === undefined || services.some((service) => own.has(service))))
          )
            continue;
          const near = meant(name);
          const suggest = near.map((one) => ({
            messageId: 'replace' as const,
            data: { operator: one },
            edits: () => renameOperator(context.text, condition, operator, one),
          }));
          const [first] = near;
          if (first === undefined)
            context.report({ at: member.name, messageId: 'unknown', data: { operator: name } });
          else if (services !== undefined)
            context.report({
              at: member.name,
              messageId: 'service',
              data: { operator: name, services, near: first },
              confidence: 'likely',
              suggest,
            });
          else
            context.report({
              at: member.name,
              messageId: 'near',
              data: { operator: name, near },
              suggest,
            });
        }
      },
    };
  },
});

/** What an operator most likely means, with the quantifier and the IfExists that it has. */
function meant(name: string): string[] {
  const { quantifier, base, ifExists } = splitOperator(name);
  const foreign = FOREIGN_OPERATORS.get(base.toLowerCase());
  if (foreign !== undefined)
    return [operatorName(foreign, { quantifier, ifExists: ifExists && foreign !== 'Null' })];
  const common = OPERATORS.filter(({ services }) => services === undefined).flatMap((operator) =>
    operator.type === 'null' ? [operator.name] : [operator.name, `${operator.name}IfExists`],
  );
  const prefix = operatorName('', { quantifier, ifExists: false });
  return nearNames(name.slice(prefix.length), common, 2).map((near) => prefix + near);
}
