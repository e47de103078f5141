import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { actionsOf } from './shared/elements/listed.js';
import { isKnownService, meantServices } from './shared/names/meant-services.js';
import { errorCodes } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'unknown-service',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions of services that nobody knows',
      category: 'validity',
      recommended: 'warning',
      strict: 'error',
      sources: [errorCodes('IAM.1036')],
      // System roles of Version 1.0 name parts of the cloud that have no other actions.
      kinds: ['policy', 'identity-policy', 'resource-policy', 'agency-policy'],
    },
    messages: {
      unknown: 'The documentation names no service "{service}"; check the name.',
      near: 'The documentation names no service "{service}"; did you mean {near, list, or}?',
      replace: 'Write "{action}".',
    },
    confidence: 'likely',
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement) {
        for (const { value, node } of actionsOf(statement)) {
          const [, service, rest] = /^([\w-]+)(:.*)$/s.exec(value) ?? [];
          if (
            service === undefined ||
            rest === undefined ||
            isKnownService(service.toLowerCase(), context.catalog)
          )
            continue;
          const near = meantServices(service, rest, context.catalog);
          if (near.length === 0)
            context.report({ at: node, messageId: 'unknown', data: { service }, confidence: 'doubtful' });
          else {
            context.report({
              at: node,
              messageId: 'near',
              data: { service, near },
              facts: { near },
              suggest: near.map((name) => ({
                messageId: 'replace',
                data: { action: name + rest },
                edits: () => replaceString(context.text, node, name + rest),
              })),
            });
          }
        }
      },
    };
  },
});
