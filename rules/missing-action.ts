import { createMissingRule } from './shared/missing.js';

export const rule = createMissingRule({
  id: 'missing-action',
  docs: {
    description: 'Actions that a declared call needs and no policy grants',
    category: 'calls',
    recommended: 'error',
    sources: [
      'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/用户指南/策略鉴权规则.md',
    ],
  },
  missing: 'Missing action "{{action}}", expected an Allow of it for {{call}}.',
  concerns: ({ as, possible }) => as === 'action' && !possible,
});
