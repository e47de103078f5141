import { createRule } from '../src/lint/rule.js';
import { callText, titleOf } from '../src/lint/results/workload-record.js';

/** More candidates than these are listed in the record only. */
const SHOWN = 5;

export const rule = createRule({
  id: 'ambiguous-api',
  meta: {
    type: 'problem',
    docs: {
      description: 'Declared calls that may be several operations with different needs',
      category: 'calls',
      recommended: 'warning',
      strict: 'error',
      sources: [
        'https://github.com/huaweicloudDocs/ecs (API reference, 生命周期管理: POST /v1/{project_id}/cloudservers/action is stop, reboot and start)',
      ],
    },
    messages: {
      ambiguous:
        'Unexpected API "{{call}}", which is {{count}} operations with different needs; expected "operation" to say which: {{candidates}}.',
    },
  },
  create(context) {
    return {
      manifest({ verdict }) {
        for (const { kind, ...unproven } of verdict.unproven) {
          if (
            kind !== 'ambiguous-api' ||
            !('resolution' in unproven) ||
            unproven.resolution.status !== 'ambiguous'
          )
            continue;
          const { call, candidates } = unproven.resolution;
          const more = candidates.length - SHOWN;
          context.report({
            at: call.span,
            messageId: 'ambiguous',
            data: {
              call: callText(call),
              count: candidates.length,
              candidates: `${candidates
                .slice(0, SHOWN)
                .map(
                  (operation) => `"${operation.id}" (${titleOf(operation) ?? operation.actions.join(', ')})`,
                )
                .join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
            },
            facts: { operations: candidates.map(({ id }) => id) },
            key: callText(call),
          });
        }
      },
    };
  },
});
