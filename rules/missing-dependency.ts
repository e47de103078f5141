import { createMissingRule } from './shared/missing.js';

export const rule = createMissingRule({
  id: 'missing-dependency',
  docs: {
    description: 'Actions that a declared call depends on besides its own and no policy grants',
    category: 'calls',
    recommended: 'warning',
    strict: 'error',
    sources: [
      'https://github.com/huaweicloudDocs/ecs (API reference, 权限及授权项说明: 部分Action存在对其他Action的依赖，需要将依赖的Action同时写入授权项)',
    ],
  },
  missing: 'Missing action "{{action}}", expected an Allow of it as a dependency of {{call}}.',
  concerns: ({ as, possible }) => as === 'dependency' && !possible,
});
