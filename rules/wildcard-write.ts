import { createWildcardLevelRule } from './shared/wildcard-level.js';

export const rule = createWildcardLevelRule({
  id: 'wildcard-write',
  docs: {
    description: 'Actions that create, change or delete under a wildcard',
    category: 'danger',
    recommended: false,
    strict: 'warning',
    sources: [
      'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/用户指南/策略语法.md',
    ],
    kinds: ['policy', 'identity-policy'],
  },
  level: 'write',
  known: `"{pattern}" stands for
    {count, plural,
      one {an action that creates, changes or deletes}
      other {# actions that create, change or delete}}: {examples, list, 3}; list the actions by name.`,
  unknown: `"{pattern}" stands for actions that create, change or delete, as its name suggests;
    list the actions by name.`,
});
