import { createRule } from '../src/lint/rule.js';
import { serviceOf } from '../src/policy/grants/pattern.js';
import { ALONE_SERVICE } from '../src/policy/facts/service-scopes.js';
import { keepActions } from './shared/grants/keep-actions.js';
import { related } from './shared/reasons/related.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'obs-mixed',
  meta: {
    type: 'problem',
    docs: {
      description: 'OBS together with other services in one custom policy',
      category: 'no-effect',
      recommended: 'warning',
      sources: [IAM_PAGES.createPolicy],
      kinds: ['policy'],
    },
    messages: {
      mixed: `"{action}" stands beside "{other}", and then works in only one of the two places where OBS is authorized;
        put OBS into policies of its own: one granted in the global project, one in the other projects.`,
      obs: 'Keep only OBS here.',
      others: 'Keep only the other services here.',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      policy(policy) {
        const elements = policy.statements
          .flatMap(({ action }) => action?.items ?? [])
          .filter(({ value }) => serviceOf(value) !== undefined);
        const obs = elements.find(({ value }) => isObs(value));
        const other = elements.find(({ value }) => !isObs(value));
        if (obs === undefined || other === undefined) return;
        context.report({
          at: obs.node,
          messageId: 'mixed',
          data: { action: obs.value, other: other.value },
          related: [{ path: context.path, at: other.node, message: related('otherService') }],
          key: 'mixed with OBS',
          suggest: [
            { messageId: 'obs', edits: () => keepActions(context.text, policy, ({ value }) => isObs(value)) },
            {
              messageId: 'others',
              edits: () => keepActions(context.text, policy, ({ value }) => !isObs(value)),
            },
          ],
        });
      },
    };
  },
});

function isObs(action: string): boolean {
  return serviceOf(action) === ALONE_SERVICE;
}
