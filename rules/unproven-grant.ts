import { createRule } from '../src/lint/rule.js';
import { serviceOf } from '../src/policy/grants/pattern.js';
import { nodeOf } from './shared/grants/grant-site.js';
import { littleKnown } from './shared/reasons/little-known.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'unproven-grant',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Grants that cannot be measured: of an unknown service, or known only at run time',
      category: 'calls',
      recommended: 'warning',
      sources: [IAM_PAGES.permissionsAndActions],
    },
    messages: {
      unproven: 'Whether "{action}" is needed cannot be judged: {reason}; check it by hand.',
    },
    confidence: 'likely',
  },
  create(context) {
    return {
      workload({ verdict, catalog }) {
        for (const unproven of verdict.unproven) {
          if (!('site' in unproven) || !context.owns(unproven.site.policy.policy)) continue;
          const { site, pattern, reason, kind } = unproven;
          context.report({
            at: nodeOf(site),
            messageId: 'unproven',
            data: { action: pattern, reason },
            facts: { kind, ...littleKnown(serviceOf(pattern), catalog) },
            key: pattern,
          });
        }
      },
    };
  },
});
