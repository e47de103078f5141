import { createMissingRule } from './shared/families/missing.js';
import { serviceDocs } from './shared/reasons/sources.js';

export const rule = createMissingRule({
  id: 'missing-dependency',
  docs: {
    description: 'Actions that a declared call depends on besides its own and no policy grants',
    category: 'calls',
    recommended: 'warning',
    strict: 'error',
    sources: [
      serviceDocs(
        'ecs',
        'API reference, 权限及授权项说明: 部分Action存在对其他Action的依赖，需要将依赖的Action同时写入授权项',
      ),
    ],
  },
  missing: `"{action}" is needed as a dependency of {call}{others, plural,
      =0 {} one { and # more call} other { and # more calls}},
    but no policy allows it; add it to an Allow.`,
  concerns: ({ as, possible }) => as === 'dependency' && !possible,
});
