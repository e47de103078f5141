import { createRule } from '../src/lint/rule.js';

export const rule = createRule({
  id: 'invalid-expectation',
  meta: {
    type: 'problem',
    docs: {
      description: 'Parts of a file of expectations that are not understood',
      category: 'access',
      recommended: 'error',
      sources: ['https://github.com/lint-policies/lint-policies/blob/main/docs-out/guides/expectations.md'],
    },
    messages: { invalid: 'This is not judged; {fault}' },
  },
  create(context) {
    return {
      expectations({ complaints }) {
        for (const { span, fault } of complaints)
          context.report({ at: span, messageId: 'invalid', data: { fault } });
      },
    };
  },
});
