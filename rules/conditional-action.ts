import { createRule } from '../src/lint/rule.js';
import type { Conditional, WorkloadPolicy } from '../src/analysis/verdict.js';
import type { UnknownNode } from '../src/policy/model/ast.js';
import type { Policy } from '../src/policy/model/policy.js';
import { reasonOf } from './shared/because-facts.js';
import { nodeOf } from './shared/grant-site.js';

export const rule = createRule({
  id: 'conditional-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that a declared call needs and that only some requests are granted',
      category: 'calls',
      recommended: 'warning',
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/用户指南/策略语法.md',
      ],
    },
    messages: {
      conditional:
        'Unexpected limit on "{{action}}", which {{call}} needs: {{why}}; expected the call to keep within it, or an Allow without it.',
    },
  },
  create(context) {
    return {
      workload({ verdict, catalog, workload: { policies } }) {
        for (const { action, why, sites, because, confidence } of verdict.conditional) {
          // One place in each file is enough: the remedy is the same at all of them.
          const here = sites.find((site) => context.owns(site.policy.policy));
          const at =
            here !== undefined
              ? nodeOf(here)
              : sites.length === 0
                ? unknownStatement(policies, context.owns)
                : undefined;
          if (at === undefined) continue;
          const reason = reasonOf(because, catalog);
          context.report({
            at,
            messageId: 'conditional',
            data: { action, call: reason.call, why: why.map((one) => WHY[one]).join(', ') },
            facts: { ...reason.facts, limits: why },
            confidence,
            related: reason.related,
            key: action,
            ...(reason.url === undefined ? {} : { url: reason.url }),
          });
        }
      },
    };
  },
});

/** Statements that only Terraform knows may allow or deny anything, and stand nowhere else. */
function unknownStatement(
  policies: readonly WorkloadPolicy[],
  owns: (policy: Policy) => boolean,
): UnknownNode | undefined {
  return policies.flatMap(({ policy }) => (owns(policy) ? policy.unknown : []))[0];
}

const WHY: Readonly<Record<Conditional['why'][number], string>> = {
  condition: 'it is allowed under a Condition',
  resource: 'it is allowed for some resources',
  'conditional-deny': 'it is denied for some requests',
  'unknown-part': 'a part of the policy is only known at run time',
};
