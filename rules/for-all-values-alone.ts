import { createRule } from '../src/lint/rule.js';
import { insertMember } from '../src/policy/edit/edit.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import type { Statement } from '../src/policy/model/policy.js';
import { isGrant } from './shared/grants/granted.js';
import { conditionsOf } from './shared/elements/listed.js';

export const rule = createRule({
  id: 'for-all-values-alone',
  meta: {
    type: 'problem',
    docs: {
      description: 'An Allow with ForAllValues that also holds for requests without the key',
      category: 'danger',
      recommended: 'warning',
      sources: [
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1287.html',
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
      ],
      kinds: ['policy', 'identity-policy', 'resource-policy'],
    },
    messages: {
      alone: `"{operator}" alone also holds for requests without "{key}";
        add "Null" with "false" for that key.`,
      add: 'Demand that "{key}" is there.',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (!isGrant(statement, policy)) return;
        for (const { operator, entry } of conditionsOf(statement)) {
          const use = operatorOf(operator.name);
          if (use?.quantifier !== 'ForAllValues' || isDemanded(entry.key, statement)) continue;
          const data = { operator: operator.name, key: entry.key };
          context.report({
            at: entry.member.name,
            messageId: 'alone',
            data,
            suggest: [{ messageId: 'add', data, edits: () => demand(entry.key, statement) }],
          });
        }
      },
    };

    function demand(key: string, { condition }: Statement) {
      if (condition?.member.value.type !== 'Object') return undefined;
      const check = condition.operators.find(({ name }) => operatorOf(name)?.operator.type === 'null');
      if (check === undefined)
        return insertMember(context.text, condition.member.value, 'Null', { [key]: ['false'] });
      return check.member.value.type === 'Object' && check.keys.every((entry) => entry.key !== key)
        ? insertMember(context.text, check.member.value, key, ['false'])
        : undefined;
    }
  },
});

/** Another part of the condition fails where the key is missing. */
function isDemanded(key: string, statement: Statement): boolean {
  return conditionsOf(statement).some(({ operator, entry }) => {
    if (entry.key.toLowerCase() !== key.toLowerCase()) return false;
    const use = operatorOf(operator.name);
    if (use === undefined || use.quantifier === 'ForAllValues') return false;
    if (use.operator.type === 'null')
      return entry.values.every(
        (value) =>
          (value.type === 'String' && value.value.toLowerCase() === 'false') ||
          (value.type === 'Boolean' && !value.value),
      );
    return !use.operator.negated && !use.ifExists;
  });
}
