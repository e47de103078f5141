import { createWildcardLevelRule } from './shared/families/wildcard-level.js';

export const rule = createWildcardLevelRule({
  id: 'wildcard-permissions',
  docs: {
    description: 'Actions that manage permissions under a wildcard',
    category: 'danger',
    recommended: 'warning',
    sources: [
      'https://support.huaweicloud.com/intl/en-us/api-iam5/iam_02_1117.html (access level Permission_management)',
    ],
    kinds: ['policy', 'identity-policy'],
  },
  level: 'permission_management',
  known: `"{pattern}" stands for
    {count, plural, one {an action that manages permissions} other {# actions that manage permissions}}:
    {examples, list, 3}; list the actions by name.`,
  unknown:
    '"{pattern}" stands for actions that manage permissions, as its name suggests; list the actions by name.',
});
