import type { Catalog } from '../src/catalog/catalog.js';
import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { hasDocumentedCapitals } from '../src/policy/facts/service-prefixes.js';
import { actionsOf } from './shared/elements/listed.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'service-case',
  meta: {
    type: 'problem',
    docs: {
      description: 'Capitals in the service name of an action',
      category: 'validity',
      recommended: 'warning',
      sources: [IAM_PAGES.createPolicy],
      // System roles of Version 1.0 are written in capitals by the cloud itself.
      kinds: ['policy', 'identity-policy', 'resource-policy', 'agency-policy'],
    },
    messages: {
      case: 'The service "{service}" is written in small letters; write "{lower}".',
    },
    fixable: true,
  },
  create(context) {
    return {
      statement(statement) {
        for (const { value, node } of actionsOf(statement)) {
          const [service = ''] = value.split(':');
          const lower = service.toLowerCase();
          if (service === lower || service === value || !/^[\w-]+$/.test(service)) continue;
          if (isDocumented(service, context.catalog)) continue;
          context.report({
            at: node,
            messageId: 'case',
            data: { service, lower },
            // Of a few services the documentation itself writes capitals.
            confidence:
              context.catalog.action(value)?.name.startsWith(`${service}:`) === true ? 'likely' : undefined,
            fix: () => replaceString(context.text, node, lower + value.slice(service.length)),
          });
        }
      },
    };
  },
});

/** Identity policies know services with capitals: `IdentityCenter`, `AccessAnalyzer`. */
function isDocumented(service: string, catalog: Catalog): boolean {
  if (hasDocumentedCapitals(service)) return true;
  const actions = [...(catalog.service(service)?.actions.keys() ?? [])];
  return actions.some(
    (action) =>
      catalog.versionsOf(action).includes('5.0') &&
      catalog.action(action)?.name.startsWith(`${service}:`) === true,
  );
}
