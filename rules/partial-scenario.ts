import type { JudgedCall } from '../src/analysis/verdict.js';
import { createRule } from '../src/lint/rule.js';
import { callText } from '../src/lint/results/workload-record.js';
import { serviceDocs } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'partial-scenario',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Calls with alternative sets of actions of which one is granted in part',
      category: 'calls',
      recommended: false,
      strict: 'warning',
      sources: [
        serviceDocs(
          'vpc',
          'API reference, 权限及授权项说明: actions listed by scenario, such as a new or an existing EIP',
        ),
      ],
    },
    messages: {
      partial: `The policies allow {granted, number} of {count, plural, one {# action} other {# actions}}
        that the scenario "{scenario}" of {call} needs;
        allow the others, too, or none: {lacking, list, 5} {lacking, plural, one {is} other {are}} not allowed.`,
    },
  },
  create(context) {
    return {
      manifest({ verdict }) {
        for (const { resolution, ...judged } of verdict.calls) {
          const call = callText(resolution.call);
          const scenarios =
            resolution.status === 'resolved' ? resolution.operation.scenarios.map(({ when }) => when) : [];
          for (const { lacking, ...partial } of partialWays(judged))
            context.report({
              at: resolution.call.span,
              messageId: 'partial',
              data: { ...partial, call, lacking },
              facts: { actions: lacking, scenarios },
              key: call,
            });
        }
      },
    };
  },
});

/** The alternative that is nearest to being met, and what each case needs besides, where some of it is granted. */
function partialWays({ scenario, needs, cases }: Pick<JudgedCall, 'scenario' | 'needs' | 'cases'>) {
  const ways = scenario === undefined ? cases : [{ scenario, needs }, ...cases];
  return ways.flatMap((way) => {
    const lacking = way.needs.filter(({ status }) => status === 'missing' || status === 'denied');
    const [count, granted] = [way.needs.length, way.needs.length - lacking.length];
    if (granted === 0 || lacking.length === 0) return [];
    return { scenario: way.scenario, count, granted, lacking: lacking.map(({ action }) => action) };
  });
}
