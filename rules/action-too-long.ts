import { actionsOf } from './shared/listed.js';
import { createLimitRule } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'action-too-long',
  description: 'Actions longer than the cloud takes',
  error: 'IAM.1034',
  limit: 'actionLength',
  message: 'Unexpected action of {{count}} characters, expected at most {{max}}.',
  ofStatement: (statement) =>
    actionsOf(statement).map(({ value, node }) => ({ count: value.length, at: node })),
});
