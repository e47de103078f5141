import { createRule } from '../src/lint/rule.js';

export const rule = createRule({
  id: 'uncovered-policy',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Policies that no manifest covers, so that their calls are not judged',
      category: 'calls',
      recommended: false,
      sources: ['https://github.com/lint-policies/lint-policies#readme'],
    },
    messages: {
      uncovered: `No manifest declares the calls of this policy;
        write "{manifest}" beside it, or list "{path}" under "policies" in another one.`,
    },
  },
  create(context) {
    return {
      policy(policy) {
        // What a policy known in part may be is no policy of its own.
        if (!context.owns(policy) || context.isBoundary) return;
        if (
          context.workloads.some(({ workload }) =>
            workload.policies.some((covered) => covered.policy === policy),
          )
        )
          return;
        const member = policy.statementMember ?? policy.versionMember ?? policy.node.members[0];
        if (member === undefined) return;
        const file = context.path.replace(/^.*\//, '');
        context.report({
          at: member.name,
          messageId: 'uncovered',
          data: { manifest: `${file.replace(/\.\w+$/, '')}.apis.yaml`, path: file },
          key: policy.root.address ?? '',
        });
      },
    };
  },
});
