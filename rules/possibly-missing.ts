import { createMissingRule } from './shared/missing.js';

export const rule = createMissingRule({
  id: 'possibly-missing',
  docs: {
    description: 'Actions that only calls which may happen need and no policy grants',
    category: 'calls',
    recommended: 'warning',
    sources: [
      'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/用户指南/策略鉴权规则.md',
    ],
  },
  missing: `"{action}" is needed if {call}{others, plural, =0 {} one { and # more call} other { and # more calls}} can happen,
    but no policy allows it; add it to an Allow in that case.`,
  concerns: ({ possible }) => possible,
});
