import type { ConditionEntry } from '../src/policy/model/policy.js';
import { conditionsOf } from './shared/listed.js';
import { createLimitRule } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'condition-values-too-long',
  description: 'Condition keys whose values are together longer than the cloud takes',
  error: 'IAM.1056',
  limit: 'valueLength',
  message:
    'Unexpected {{count}} characters in the values of "{{key}}", expected at most {{max}}; use patterns or split the statement.',
  ofStatement: (statement) =>
    conditionsOf(statement).map(({ entry }) => ({
      count: lengthOf(entry),
      at: entry.member.name,
      data: { key: entry.key },
    })),
});

function lengthOf({ values }: ConditionEntry): number {
  return values.reduce((sum, value) => sum + (value.type === 'String' ? value.value.length : 0), 0);
}
