import { createMissingRule } from './shared/families/missing.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createMissingRule({
  id: 'missing-action',
  docs: {
    description: 'Actions that a declared call needs and no policy grants',
    category: 'calls',
    recommended: 'error',
    sources: [IAM_PAGES.authorization],
  },
  missing: `"{action}" is needed for {call}{others, plural,
      =0 {} one { and # more call} other { and # more calls}},
    but no policy allows it; add it to an Allow.`,
  concerns: ({ as, possible }) => as === 'action' && !possible,
});
