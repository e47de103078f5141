import { openingOf } from './shared/elements/opening.js';
import { createLimitRule } from './shared/families/limit.js';

export const rule = createLimitRule({
  id: 'too-many-statements',
  description: 'Policies with more statements than the cloud takes',
  error: 'IAM.1028',
  limit: 'statements',
  message: `The policy has {count, number} statements, but the cloud takes at most {max, number};
    put statements together or split the policy.`,
  ofPolicy: ({ statements }, max) => [
    { at: statements[max] && openingOf(statements[max].node), data: { count: statements.length } },
  ],
});
