import { createRule } from '../src/lint/rule.js';
import { removeMember } from '../src/policy/edit/edit.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'depends-not-allowed',
  meta: {
    type: 'problem',
    docs: {
      description: 'Depends in a policy that is no role',
      category: 'validity',
      recommended: 'error',
      sources: [errorCodes('IAM.1025'), IAM_PAGES.dependentRoles],
      kinds: ['policy', 'identity-policy', 'resource-policy', 'agency-policy'],
    },
    messages: {
      depends:
        'Only roles (Version 1.0) depend on others; remove "Depends" from this policy of Version {version}.',
      remove: 'Remove it, and grant what it names beside this policy.',
    },
    fixable: true,
    hasSuggestions: true,
  },
  create(context) {
    return {
      policy({ node, kind, version, dependsMember }) {
        if (dependsMember === undefined || version === undefined) return;
        const edits = () => removeMember(context.text, node, dependsMember);
        const isEmpty = dependsMember.value.type === 'Array' && dependsMember.value.elements.length === 0;
        context.report({
          at: dependsMember.name,
          messageId: 'depends',
          data: { version },
          facts: { kind },
          // An empty list says nothing; with entries, somebody has to grant them.
          fix: isEmpty ? edits : undefined,
          suggest: isEmpty ? [] : [{ messageId: 'remove', edits }],
        });
      },
    };
  },
});
