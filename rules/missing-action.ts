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
  missing: `"{action}" is needed for {call}{others, plural, =0 {} one { and # more call} other { and # more calls}},
    but no policy allows it; add it to an Allow.`,
  concerns: ({ as, possible }) => as === 'action' && !possible,
});
