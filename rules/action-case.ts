import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { actionsOf } from './shared/elements/listed.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'action-case',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Actions written in other letters than in the documentation',
      category: 'no-effect',
      recommended: 'warning',
      sources: [IAM_PAGES.createPolicy],
      kinds: ['policy', 'identity-policy', 'resource-policy', 'agency-policy'],
    },
    messages: {
      case: '"{action}" is written "{documented}" in the documentation; write it so.',
    },
    fixable: true,
  },
  create(context) {
    return {
      statement(statement) {
        for (const { value, node } of actionsOf(statement)) {
          const documented = context.catalog.action(value)?.name;
          // The letters of the service are the rule `service-case`'s.
          if (documented === undefined || afterService(documented) === afterService(value)) continue;
          const spelled = value.slice(0, value.indexOf(':')) + afterService(documented);
          context.report({
            at: node,
            messageId: 'case',
            data: { action: value, documented: spelled },
            fix: () => replaceString(context.text, node, spelled),
          });
        }
      },
    };
  },
});

function afterService(action: string): string {
  return action.slice(action.indexOf(':'));
}
