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
      absent: `"{policy}" holds no policy{addressed, select, true { at the address "{address}"} false {}};
        name a file that does.`,
      none: 'The manifest covers no policy; put it beside a policy of the same name, or list policies under "policies".',
    },
  },
  create(context) {
    return {
      manifest({ manifest, workload, absent }) {
        for (const { text, address, span } of absent) {
          context.report({
            at: span,
            messageId: 'absent',
            data: { policy: text, addressed: address !== undefined, address: address ?? '' },
          });
        }
        const [first] = manifest.calls;
        if (workload.policies.length === 0 && absent.length === 0 && first !== undefined)
          context.report({ at: first.span, messageId: 'none', key: manifest.file });
      },
    };
  },
});
