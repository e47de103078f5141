import { nearNames } from '../src/calls/resolve/near-names.js';
import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { serviceOf } from '../src/policy/grants/pattern.js';
import { actionNames, unknownType } from './shared/names/action-names.js';
import { actionsOf } from './shared/elements/listed.js';
import { errorCodes } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'unknown-resource-type',
  meta: {
    type: 'problem',
    docs: {
      description: 'Wildcards over a resource type that the service does not have',
      category: 'validity',
      recommended: 'warning',
      sources: [errorCodes('IAM.1036')],
    },
    messages: {
      unknown:
        'The documentation of {service} names no resource type "{type}", as in "{action}"; check the name.',
      near: `The documentation of {service} names no resource type "{type}", as in "{action}";
        did you mean {near, list, or}?`,
      replace: 'Write "{action}".',
    },
    confidence: 'likely',
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement, { kind }) {
        for (const { value: action, node } of actionsOf(statement)) {
          const service = serviceOf(action);
          const names =
            service === undefined || !/^[\w-]+:[\w-]+:[\w-]*\*[\w*-]*$/.test(action)
              ? []
              : actionNames(service, kind, context.catalog);
          const type = unknownType(action, names);
          if (service === undefined || type === undefined) continue;
          const near = nearNames(
            type,
            new Set(names.map((name) => typeIn(context.catalog.action(name)?.name ?? name))),
          );
          const data = { action, service, type };
          if (near.length === 0) context.report({ at: node, messageId: 'unknown', data });
          else {
            context.report({
              at: node,
              messageId: 'near',
              data: { ...data, near },
              facts: { near },
              suggest: near.map((one) => {
                const replacement = action.split(':').with(1, one).join(':');
                return {
                  messageId: 'replace',
                  data: { action: replacement },
                  edits: () => replaceString(context.text, node, replacement),
                };
              }),
            });
          }
        }
      },
    };
  },
});

function typeIn(action: string): string {
  return action.split(':')[1] ?? '';
}
