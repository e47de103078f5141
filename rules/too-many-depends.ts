import { createLimitRule } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'too-many-depends',
  description: 'Roles that depend on more roles than the cloud takes',
  error: 'IAM.1058',
  kinds: ['role'],
  limit: 'depends',
  message: 'Unexpected {{count}} roles in "Depends", expected at most {{max}}.',
  ofPolicy: ({ dependsMember }, max) => {
    const entries = dependsMember?.value.type === 'Array' ? dependsMember.value.elements : [];
    return [{ count: entries.length, at: entries[max] }];
  },
});
