import { createRule } from '../src/lint/rule.js';
import { reasonOf } from './shared/because-facts.js';
import { nodeOf } from './shared/grant-site.js';

export const rule = createRule({
  id: 'denied-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that a declared call needs and a policy denies',
      category: 'calls',
      recommended: 'error',
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/用户指南/策略鉴权规则.md',
      ],
    },
    messages: {
      denied:
        'Unexpected Deny of "{{action}}", which {{call}} needs; expected it to be left out of the Deny, as no Allow outweighs one.',
    },
  },
  create(context) {
    return {
      workload({ verdict, catalog }) {
        for (const { action, by, because, confidence } of verdict.denied) {
          for (const site of by) {
            if (!context.owns(site.policy.policy)) continue;
            const reason = reasonOf(because, catalog);
            context.report({
              at: nodeOf(site),
              messageId: 'denied',
              data: { action, call: reason.call },
              facts: {
                ...reason.facts,
                ...(site.element === undefined ? {} : { pattern: site.element.value }),
              },
              confidence,
              related: reason.related,
              key: action,
              ...(reason.url === undefined ? {} : { url: reason.url }),
            });
          }
        }
      },
    };
  },
});
