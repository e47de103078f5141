import type { Operation } from '../src/catalog/model/model.js';
import { createRule } from '../src/lint/rule.js';
import { spokenTitle } from '../src/catalog/model/spoken-title.js';
import { callText } from '../src/lint/results/workload-record.js';
import { serviceDocs } from './shared/reasons/sources.js';

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
        serviceDocs(
          'ecs',
          'API reference, 生命周期管理: POST /v1/{project_id}/cloudservers/action is stop, reboot and start',
        ),
      ],
    },
    messages: {
      ambiguous: `"{call}" is {count, number} operations with different needs;
        add "operation" to say which: {candidates, list, plain or 5}.`,
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
          context.report({
            at: call.span,
            messageId: 'ambiguous',
            data: {
              call: callText(call),
              count: candidates.length,
              candidates: candidates.map(nameOf),
            },
            facts: { operations: candidates.map(({ id }) => id) },
            key: callText(call),
          });
        }
      },
    };
  },
});

function nameOf(operation: Operation): string {
  return `"${operation.id}" (${spokenTitle(operation.title) ?? operation.actions.join(', ')})`;
}
