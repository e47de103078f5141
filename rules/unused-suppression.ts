import { createRule } from '../src/lint/rule.js';
import { en } from '../src/wording/en/unused-suppression.js';

/** The engine reports it: only after all rules have run is it known what was suppressed. */
export const rule = createRule({
  id: 'unused-suppression',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Suppressions that suppress nothing, name no rule or have expired',
      category: 'suppression',
      recommended: 'error',
      sources: ['https://eslint.org/docs/latest/use/configure/rules#report-unused-eslint-disable-comments'],
    },
    messages: en,
    fixable: true,
  },
  create: () => ({}),
});
