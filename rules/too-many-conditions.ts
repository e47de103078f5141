import { createLimitRule } from './shared/families/limit.js';

export const rule = createLimitRule({
  id: 'too-many-conditions',
  description: 'Conditions with more operators than the cloud takes',
  error: 'IAM.1050',
  limit: 'operators',
  message:
    'The condition has {count, number} operators, but the cloud takes at most {max, number}; split the statement.',
  ofStatement: ({ condition }, max) =>
    condition === undefined
      ? []
      : [{ at: condition.operators[max]?.member.name, data: { count: condition.operators.length } }],
});
