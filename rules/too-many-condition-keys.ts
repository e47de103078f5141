import { createLimitRule } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'too-many-condition-keys',
  description: 'Condition operators with more keys than the cloud takes',
  error: 'IAM.1054',
  limit: 'keysPerOperator',
  message: 'Unexpected {{count}} keys under "{{operator}}", expected at most {{max}}; split the statement.',
  ofStatement: ({ condition }, max) =>
    (condition?.operators ?? []).map(({ name, keys }) => ({
      count: keys.length,
      at: keys[max]?.member.name,
      data: { operator: name },
    })),
});
