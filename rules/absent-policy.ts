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
      boundary: `"{boundary}" is no boundary that can be read: it {why, select, absent {holds no policy}
        version {is no policy of Version 5.0}}; what the policies grant is unproven as long as it may stop it.`,
      none: 'The manifest covers no policy; put it beside a policy of the same name, or list policies under "policies".',
    },
  },
  create(context) {
    return {
      manifest({ manifest, workload, absent, unreadBoundaries }) {
        for (const { text, address, span } of absent) {
          context.report({
            at: span,
            messageId: 'absent',
            data: { policy: text, addressed: address !== undefined, address: address ?? '' },
          });
        }
        for (const { reference, why } of unreadBoundaries)
          context.report({
            at: reference.span,
            messageId: 'boundary',
            data: { boundary: reference.text, why },
          });
        const [first] = manifest.calls;
        if (workload.policies.length === 0 && absent.length === 0 && first !== undefined)
          context.report({ at: first.span, messageId: 'none', key: manifest.file });
      },
    };
  },
});
