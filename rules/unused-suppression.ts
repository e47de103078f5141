import { createRule } from '../src/lint/rule.js';

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
    messages: {
      unused: 'Unexpected suppression{{of}} that suppresses nothing, expected it to be removed.',
      unknownRule:
        'Unexpected suppression of "{{rule}}", which is no rule; expected the name of one (lint-policies rules lists them).',
      expired: 'Unexpected {{what}} that expired on {{expires}}, expected a new date or the findings mended.',
      idle: 'Unexpected {{what}} that suppresses nothing, expected it to be removed.',
    },
    fixable: true,
  },
  create: () => ({}),
});
