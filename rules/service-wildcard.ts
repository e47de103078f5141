import { createRule } from '../src/lint/rule.js';
import { isReadOnly, inferAccessLevel } from '../src/policy/facts/access-level.js';
import { replaceAction } from '../src/policy/edit/edit.js';
import { matches, serviceOf } from '../src/policy/grants/pattern.js';
import { isGrant, isNarrowed } from './shared/grants/granted.js';
import { breadthOf, namesUnder } from './shared/grants/reach.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'service-wildcard',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Wildcards that allow every action of a service',
      category: 'danger',
      recommended: 'warning',
      sources: [IAM_PAGES.policySyntax],
      kinds: ['policy', 'identity-policy'],
    },
    messages: {
      service: '"{pattern}" allows every action of {service}; list the actions that are needed.',
      read: 'Allow reading only: {patterns, list}.',
    },
    options: {
      properties: {
        allowed: {
          type: 'array',
          items: { type: 'string' },
          description: 'Services that may be allowed as a whole, by the prefix of their actions.',
        },
      },
      defaults: { allowed: [] as readonly string[] },
    },
    hasSuggestions: true,
  },
  create(context) {
    const allowed = new Set(context.options.allowed.map((service) => service.toLowerCase()));
    return {
      statement(statement, policy) {
        if (!isGrant(statement, policy)) return;
        for (const element of statement.action?.items ?? []) {
          const pattern = element.value;
          const service = serviceOf(pattern);
          if (
            service === undefined ||
            breadthOf(pattern) !== 'service' ||
            allowed.has(service) ||
            isNarrowed(statement, pattern)
          )
            continue;
          const reads = readsOf(service, namesUnder(pattern, context.catalog) ?? []);
          context.report({
            at: element.node,
            messageId: 'service',
            data: { pattern, service },
            suggest:
              reads.length === 0
                ? []
                : [
                    {
                      messageId: 'read',
                      data: { patterns: reads },
                      edits: () => replaceAction(context.text, statement, element, reads),
                    },
                  ],
          });
        }
      },
    };
  },
});

const READ_VERBS = ['get', 'list', 'show', 'query'] as const;

/** Wildcards that stand for nothing but reading, as far as the catalog knows, and for something at all. */
function readsOf(service: string, names: readonly string[]): readonly string[] {
  return READ_VERBS.map((verb) => `${service}:*:${verb}*`).filter((pattern) => {
    const found = names.filter((name) => matches(pattern, name));
    return found.length > 0 && found.every((name) => isReadOnly(inferAccessLevel(name)));
  });
}
