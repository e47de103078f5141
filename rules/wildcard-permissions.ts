import { createWildcardLevelRule } from './shared/wildcard-level.js';

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
  verb: 'manage permissions',
});
