import { createRule } from '../src/lint/rule.js';
import { newAccessOf } from '../src/lint/changes/attach-new-access.js';
import { requestRecord } from '../src/lint/results/witness-record.js';
import { tellRequest } from './shared/reasons/expected-request.js';

export const rule = createRule({
  id: 'new-access',
  meta: {
    type: 'problem',
    docs: {
      description: 'What a change newly allows, compared with the revision of --since',
      category: 'access',
      recommended: false,
      sources: ['https://github.com/lint-policies/lint-policies/blob/main/docs-out/guides/decided.md'],
    },
    messages: {
      allowed: `"{name}" now allows "{action}" on "{resource}"{context, plural, =0 {} other { with
        {context, list}}}, which it did not before; narrow this statement, or accept the action under "newAccess.allow" in the
        configuration.`,
      undecided: `Nobody can say whether "{name}" allows more than before: {stop} is not decided; write that part so that it
        can be, or accept its actions under "newAccess.allow" in the configuration.`,
    },
  },
  create(context) {
    return {
      document() {
        for (const { name, access, policies } of newAccessOf(context.source)) {
          if (access.kind === 'unknown') {
            const [first] = policies;
            if (first === undefined || !context.owns(first.policy)) continue;
            context.report({
              at: first.policy.statementMember?.name ?? first.policy.node,
              messageId: 'undecided',
              data: { name, stop: access.stop },
              key: name,
            });
            continue;
          }
          const { policy, statement } = access.by;
          if (!context.owns(policy.policy)) continue;
          const { facts, ...request } = tellRequest(
            requestRecord(access.request, statement, context.catalog),
          );
          context.report({ at: statement.node, messageId: 'allowed', data: { name, ...request }, facts });
        }
      },
    };
  },
});
