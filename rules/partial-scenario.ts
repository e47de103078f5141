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
        for (const { resolution, scenario, needs } of verdict.calls) {
          const lacking = needs.filter(({ status }) => status === 'missing' || status === 'denied');
          const granted = needs.length - lacking.length;
          if (scenario === undefined || granted === 0 || lacking.length === 0) continue;
          const names = lacking.map(({ action }) => action);
          context.report({
            at: resolution.call.span,
            messageId: 'partial',
            data: {
              scenario,
              call: callText(resolution.call),
              granted,
              count: needs.length,
              lacking: names,
            },
            facts: {
              actions: names,
              scenarios:
                resolution.status === 'resolved'
                  ? resolution.operation.scenarios.map(({ when }) => when)
                  : [],
            },
            key: callText(resolution.call),
          });
        }
      },
    };
  },
});
