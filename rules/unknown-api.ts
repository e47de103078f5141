import { createRule } from '../src/lint/rule.js';
import { callText } from '../src/lint/results/workload-record.js';

export const rule = createRule({
  id: 'unknown-api',
  meta: {
    type: 'problem',
    docs: {
      description: 'Declared calls that the catalog does not know',
      category: 'calls',
      recommended: 'warning',
      strict: 'error',
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/权限及授权项说明.md',
      ],
    },
    messages: {
      unknown: 'Unexpected API "{{call}}", expected one that the catalog of {{cloud}} knows: {{reason}}.',
      near: 'Unexpected API "{{call}}", expected one that the catalog of {{cloud}} knows, such as {{near}}: {{reason}}.',
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
          context.report({
            at: resolution.call.span,
            messageId: near.length === 0 ? 'unknown' : 'near',
            data: {
              call,
              cloud: catalog.cloud,
              reason,
              ...(near.length === 0 ? {} : { near: near.map((name) => `"${name}"`).join(' or ') }),
            },
            facts: {
              candidates: near,
              ...(resolution.status === 'resolved' ? { operation: resolution.operation.id } : {}),
            },
            key: call,
          });
        }
      },
    };
  },
});
