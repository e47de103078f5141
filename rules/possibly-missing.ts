import { createMissingRule } from './shared/families/missing.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createMissingRule({
  id: 'possibly-missing',
  docs: {
    description: 'Actions that only calls which may happen need and no policy grants',
    category: 'calls',
    recommended: 'warning',
    sources: [IAM_PAGES.authorization],
  },
  missing: `"{action}" is needed if {call}{others, plural,
      =0 {} one { and # more call} other { and # more calls}} can happen,
    but no policy allows it; add it to an Allow in that case.`,
  concerns: ({ possible }) => possible,
});
