import { openingOf } from './shared/opening.js';
import { createLimitRule } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'too-many-statements',
  description: 'Policies with more statements than the cloud takes',
  error: 'IAM.1028',
  limit: 'statements',
  message:
    'Unexpected {{count}} statements, expected at most {{max}}; put statements together or split the policy.',
  ofPolicy: ({ statements }, max) => [
    { count: statements.length, at: statements[max] && openingOf(statements[max].node) },
  ],
});
