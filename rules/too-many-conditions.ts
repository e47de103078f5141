import { createLimitRule } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'too-many-conditions',
  description: 'Conditions with more operators than the cloud takes',
  error: 'IAM.1050',
  limit: 'operators',
  message: 'Unexpected {{count}} operators in the condition, expected at most {{max}}; split the statement.',
  ofStatement: ({ condition }, max) =>
    condition === undefined
      ? []
      : [{ count: condition.operators.length, at: condition.operators[max]?.member.name }],
});
