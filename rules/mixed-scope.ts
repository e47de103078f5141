import { createRule } from '../src/lint/rule.js';
import { serviceOf } from '../src/policy/grants/pattern.js';
import type { Element, Policy } from '../src/policy/model/policy.js';
import { ALONE_SERVICE, scopeOf } from '../src/policy/facts/service-scopes.js';
import { keepActions } from './shared/grants/keep-actions.js';
import { related } from './shared/reasons/related.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'mixed-scope',
  meta: {
    type: 'problem',
    docs: {
      description: 'Global and project-level services in one custom policy',
      category: 'no-effect',
      recommended: 'error',
      sources: [IAM_PAGES.createPolicy, IAM_PAGES.customPolicies],
      kinds: ['policy'],
    },
    messages: {
      mixed: `"{action}" is of {service}, {scope, select, global {a global service} project-level {a project-level one}},
        and stands beside {other}, {otherScope, select, global {a global service} project-level {a project-level one}};
        write two policies, one for each.`,
      keep: `Keep only {scope, select, global {global} project-level {project-level}} services here,
        and put the rest into a policy of its own.`,
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      policy(policy) {
        const placed = policy.statements
          .flatMap(({ action }) => action?.items ?? [])
          .flatMap((element) => {
            const scope = scopeOfElement(element);
            return scope === undefined ? [] : [{ element, scope, service: serviceOf(element.value) ?? '' }];
          });
        const [first] = placed;
        const second = placed.find(({ scope }) => scope !== first?.scope);
        if (first === undefined || second === undefined) return;
        context.report({
          at: second.element.node,
          messageId: 'mixed',
          data: {
            action: second.element.value,
            service: second.service,
            scope: second.scope,
            other: first.service,
            otherScope: first.scope,
          },
          related: [
            {
              path: context.path,
              at: first.element.node,
              message: related('serviceScope', { service: first.service, scope: first.scope }),
            },
          ],
          key: 'mixed scope',
          suggest: (['global', 'project-level'] as const).map((scope) => ({
            messageId: 'keep',
            data: { scope },
            edits: () => keep(policy, scope),
          })),
        });
      },
    };

    function keep(policy: Policy, scope: Scope) {
      return keepActions(context.text, policy, (element) => (scopeOfElement(element) ?? scope) === scope);
    }
  },
});

type Scope = 'global' | 'project-level';

/** Undefined for services that are both or of which nothing is known, and for OBS, which `obs-mixed` looks at. */
function scopeOfElement({ value }: Element): Scope | undefined {
  const service = serviceOf(value);
  if (service === undefined || service === ALONE_SERVICE) return undefined;
  const scope = scopeOf(service)?.scope;
  if (scope === 'global') return 'global';
  return scope === 'project' ? 'project-level' : undefined;
}
