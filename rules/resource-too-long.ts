import { resourcesOf } from './shared/elements/listed.js';
import { createLimitRule } from './shared/families/limit.js';

export const rule = createLimitRule({
  id: 'resource-too-long',
  description: 'Resources longer than the cloud takes',
  error: 'IAM.1042',
  limit: 'resourceLength',
  message:
    'The resource has {count, number} characters, but the cloud takes at most {max, number}; shorten it.',
  ofStatement: (statement) =>
    resourcesOf(statement).map(({ value, node }) => ({ at: node, data: { count: value.length } })),
});
