import type { ConditionEntry, Statement } from '../src/policy/model/policy.js';
import { conditionsOf } from './shared/elements/listed.js';
import { createLimitRule } from './shared/families/limit.js';

export const rule = createLimitRule({
  id: 'condition-values-too-long',
  description: 'Condition keys whose values are together longer than the cloud takes',
  error: 'IAM.1056',
  limit: 'valueLength',
  message: `The values of "{key}" have {count, number} characters together, but the cloud takes at most
    {max, number}; use patterns or split the statement.`,
  ofStatement: (statement: Statement) =>
    conditionsOf(statement).map(({ entry }) => ({
      at: entry.member.name,
      data: { count: lengthOf(entry), key: entry.key },
    })),
});

function lengthOf({ values }: ConditionEntry): number {
  return values.reduce((sum, value) => sum + (value.type === 'String' ? value.value.length : 0), 0);
}
