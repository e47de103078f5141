import { resourcesOf } from './shared/listed.js';
import { createLimitRule } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'resource-too-long',
  description: 'Resources longer than the cloud takes',
  error: 'IAM.1042',
  limit: 'resourceLength',
  message: 'Unexpected resource of {{count}} characters, expected at most {{max}}.',
  ofStatement: (statement) =>
    resourcesOf(statement).map(({ value, node }) => ({ count: value.length, at: node })),
});
