import type { Resolution } from '../src/calls/call.js';
import { defined } from '../src/defined.js';
import { createRule } from '../src/lint/rule.js';
import { callText } from '../src/lint/results/workload-record.js';
import { littleKnown } from './shared/reasons/little-known.js';
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
      untold: `It is not known what "{call}" needs of the policies: {reason};
        find it out on the page of the API, and lay it over the catalog.`,
      depends: `Whether "{call}" is granted is not known: {reason}; list among the policies those that grant what these roles do.`,
      near: '"{call}" cannot be placed: {reason}; did you mean {near, list, or}?',
    },
    confidence: 'likely',
  },
  create(context) {
    return {
      manifest({ verdict, catalog }) {
        for (const unproven of verdict.unproven) {
          if (unproven.kind === 'role-depends') {
            const { resolution, reason } = unproven;
            const call = callText(resolution.call);
            context.report({
              at: resolution.call.span,
              messageId: 'depends',
              data: { call, reason },
              key: call,
            });
          }
          if (unproven.kind !== 'unknown-api') continue;
          const { resolution, reason } = unproven;
          const near = resolution.status === 'unknown' ? resolution.near : [];
          const call = callText(resolution.call);
          const data = { call, reason, near };
          context.report({
            at: resolution.call.span,
            messageId: messageOf(resolution),
            data,
            facts: defined({
              ...littleKnown(serviceMeant(resolution), catalog),
              cloud: catalog.cloud,
              candidates: near,
              operation: resolution.status === 'resolved' ? resolution.operation.id : undefined,
            }),
            key: call,
          });
        }
      },
    };
  },
});

/** Of the operation, or of what is near: `ecs/list-servers`. */
function serviceMeant(resolution: Resolution): string | undefined {
  const name = resolution.status === 'resolved' ? resolution.operation.id : resolution.call.operation;
  return /^([a-z0-9-]+)\//.exec(name ?? '')?.[1];
}

/** A call that is placed is written as it should be: what is not known is what it needs. */
function messageOf(resolution: Resolution): 'untold' | 'unknown' | 'near' {
  if (resolution.status === 'resolved') return 'untold';
  return resolution.status === 'unknown' && resolution.near.length > 0 ? 'near' : 'unknown';
}
