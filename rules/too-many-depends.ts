import { createLimitRule } from './shared/families/limit.js';

export const rule = createLimitRule({
  id: 'too-many-depends',
  description: 'Roles that depend on more roles than the cloud takes',
  error: 'IAM.1058',
  kinds: ['role'],
  limit: 'depends',
  message: '"Depends" lists {count, number} roles, but the cloud takes at most {max, number}; remove some.',
  ofPolicy: ({ dependsMember }, max) => {
    const entries = dependsMember?.value.type === 'Array' ? dependsMember.value.elements : [];
    return [{ at: entries[max], data: { count: entries.length } }];
  },
});
