import { actionsOf } from './shared/elements/listed.js';
import { createLimitRule } from './shared/families/limit.js';

export const rule = createLimitRule({
  id: 'action-too-long',
  description: 'Actions longer than the cloud takes',
  error: 'IAM.1034',
  limit: 'actionLength',
  message:
    'The action has {count, number} characters, but the cloud takes at most {max, number}; shorten it.',
  ofStatement: (statement) =>
    actionsOf(statement).map(({ value, node }) => ({ at: node, data: { count: value.length } })),
});
