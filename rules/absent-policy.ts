import { createRule } from '../src/lint/rule.js';

export const rule = createRule({
  id: 'absent-policy',
  meta: {
    type: 'problem',
    docs: {
      description: 'Manifests that cover no policy, or name one that is not there',
      category: 'calls',
      recommended: 'error',
      sources: ['https://github.com/lint-policies/lint-policies#readme'],
    },
    messages: {
      absent: 'Unexpected policy "{{policy}}", expected a file that holds a policy{{where}}.',
      none: 'Unexpected manifest without a policy, expected a file of the same name beside it or "policies" that names one.',
    },
  },
  create(context) {
    return {
      manifest({ manifest, workload, absent }) {
        for (const { text, address, span } of absent) {
          context.report({
            at: span,
            messageId: 'absent',
            data: { policy: text, where: address === undefined ? '' : ` at the address "${address}"` },
          });
        }
        const [first] = manifest.calls;
        if (workload.policies.length === 0 && absent.length === 0 && first !== undefined)
          context.report({ at: first.span, messageId: 'none', key: manifest.file });
      },
    };
  },
});
