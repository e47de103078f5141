import type { Catalog } from '../src/catalog/catalog.js';
import { createRule } from '../src/lint/rule.js';
import { removeMember } from '../src/policy/edit/edit.js';
import { isWildcard, serviceOf } from '../src/policy/grants/pattern.js';
import type { PolicyKind } from '../src/policy/model/policy.js';
import { RESOURCE_SERVICES } from '../src/policy/facts/service-scopes.js';
import { isNarrowed } from './shared/grants/granted.js';
import { isIdentityName } from './shared/names/generations.js';
import { supportsScope } from './shared/names/scopes.js';
import { related } from './shared/reasons/related.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'resource-not-supported',
  meta: {
    type: 'problem',
    docs: {
      description: 'Resources for services or actions that cannot be narrowed to resources',
      category: 'no-effect',
      recommended: 'warning',
      sources: [
        IAM_PAGES.policyExamples,
        IAM_PAGES.resourceLevelServices,
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
      kinds: ['policy', 'identity-policy'],
    },
    messages: {
      service: 'The service {service} has no authorization by resource; remove "{element}".',
      action: '"{action}" cannot be narrowed to resources; move it into a statement without "{element}".',
      remove: 'Remove "{element}", which allows the actions for every resource.',
    },
    confidence: 'likely',
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement, { kind }) {
        const list = statement.resource ?? statement.notResource;
        const items = statement.action?.items ?? [];
        if (list === undefined || list.unknown.length > 0) return;
        const element = list.member.name.value;
        const narrowed = items.filter(({ value }) => isNarrowed(statement, value));
        const unsupported = narrowed.filter(({ value }) => isWithoutResources(value, kind, context.catalog));
        const [first] = unsupported;
        if (first === undefined) return;
        if (
          kind === 'policy' &&
          unsupported.length === items.length &&
          new Set(unsupported.map(({ value }) => serviceOf(value))).size === 1 &&
          !Object.hasOwn(RESOURCE_SERVICES, serviceOf(first.value) ?? '')
        ) {
          const suggest = [
            {
              messageId: 'remove' as const,
              data: { element },
              edits: () => removeMember(context.text, statement.node, list.member),
            },
          ];
          context.report({
            at: list.member.name,
            messageId: 'service',
            data: { element, service: serviceOf(first.value) ?? '' },
            suggest,
          });
          return;
        }
        for (const { value, node } of unsupported) {
          context.report({
            at: node,
            messageId: 'action',
            data: { action: value, element },
            related: [{ path: context.path, at: list.member.name, message: related('narrows') }],
          });
        }
      },
    };
  },
});

/** Whether the documentation says that an action, or all of its service, knows no resources; silence is no no. */
function isWithoutResources(action: string, kind: PolicyKind, catalog: Catalog): boolean {
  if (kind === 'identity-policy')
    return (
      !isWildcard(action) && isIdentityName(action, catalog) && catalog.action(action)?.resources.length === 0
    );
  const service = serviceOf(action);
  if (service === undefined) return false;
  if (isWildcard(action))
    return (
      !Object.hasOwn(RESOURCE_SERVICES, service) &&
      catalog.service(service) !== undefined &&
      !servesResources(service, catalog)
    );
  const supported = supportsScope(action, 'resource', catalog);
  if (supported !== undefined) return !supported;
  return (
    !Object.hasOwn(RESOURCE_SERVICES, service) &&
    catalog.service(service) !== undefined &&
    !servesResources(service, catalog)
  );
}

/** A page names resources of the service, or an API that can be narrowed to them. */
function servesResources(service: string, catalog: Catalog): boolean {
  const model = catalog.service(service)?.model;
  return (
    model !== undefined &&
    ((model.resources?.length ?? 0) > 0 || model.operations.some(({ scope }) => scope.resource === true))
  );
}
