import { defined } from '../src/defined.js';
import { createRule } from '../src/lint/rule.js';
import { callText } from '../src/lint/results/workload-record.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'unknown-api',
  meta: {
    type: 'problem',
    docs: {
      description: 'Declared calls that the catalog does not know',
      category: 'calls',
      recommended: 'warning',
      strict: 'error',
      sources: [IAM_PAGES.permissionsAndActions],
    },
    messages: {
      unknown: '"{call}" cannot be placed: {reason}; check how it is written.',
      near: '"{call}" cannot be placed: {reason}; did you mean {near, list, or}?',
      untold: 'What "{call}" needs here is not known: {reason}; see yourself that the policies allow it.',
    },
    confidence: 'likely',
  },
  create(context) {
    return {
      manifest({ verdict, catalog }) {
        for (const unproven of verdict.unproven) {
          if (unproven.kind !== 'unknown-api') continue;
          const { resolution, reason } = unproven;
          const near = resolution.status === 'unknown' ? resolution.near : [];
          const call = callText(resolution.call);
          const data = { call, reason, near };
          const finding = {
            at: resolution.call.span,
            data,
            facts: defined({
              cloud: catalog.cloud,
              candidates: near,
              operation: resolution.status === 'resolved' ? resolution.operation.id : undefined,
            }),
            key: call,
          };
          // Of a call that was placed no more is unknown than what it needs of these policies.
          if (resolution.status !== 'unknown') context.report({ ...finding, messageId: 'untold' });
          else context.report({ ...finding, messageId: near.length === 0 ? 'unknown' : 'near' });
        }
      },
    };
  },
});
