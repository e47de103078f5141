import type { Statement } from '../src/policy/model/policy.js';
import { createLimitRule } from './shared/families/limit.js';

export const rule = createLimitRule({
  id: 'too-many-condition-keys',
  description: 'Condition operators with more keys than the cloud takes',
  error: 'IAM.1054',
  limit: 'keysPerOperator',
  message: `"{operator}" has {count, number} keys, but the cloud takes at most {max, number}; split the statement.`,
  ofStatement: ({ condition }: Statement, max: number) =>
    (condition?.operators ?? []).map(({ name, keys }) => ({
      at: keys[max]?.member.name,
      data: { count: keys.length, operator: name },
    })),
});
