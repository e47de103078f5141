import { defined } from '../src/defined.js';
import { createRule } from '../src/lint/rule.js';
import { reasonOf } from './shared/reasons/because-facts.js';
import { nodeOf } from './shared/grants/grant-site.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'denied-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that a declared call needs and a policy denies',
      category: 'calls',
      recommended: 'error',
      sources: [IAM_PAGES.authorization],
    },
    messages: {
      denied: `"{action}" is needed for {call}{others, plural,
          =0 {} one { and # more call} other { and # more calls}},
        but denied here, and no Allow outweighs a Deny; leave it out of the Deny.`,
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
              data: { action, call: reason.call, others: reason.others },
              facts: defined({ ...reason.facts, pattern: site.element?.value }),
              confidence,
              related: reason.related,
              key: action,
              url: reason.url,
            });
          }
        }
      },
    };
  },
});
