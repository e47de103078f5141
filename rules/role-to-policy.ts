import { createRule } from '../src/lint/rule.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'role-to-policy',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Roles of Version 1.0 that could be policies',
      category: 'migration',
      recommended: false,
      sources: [IAM_PAGES.roles, `${IAM_PAGES.createPolicy} (Version is fixed at 1.1)`],
      kinds: ['role'],
    },
    messages: {
      role: 'A custom policy cannot be a role (Version "{version}"); write a policy of Version "1.1" or "5.0".',
    },
  },
  create(context) {
    return {
      policy({ version, versionMember, node }) {
        context.report({
          at: versionMember?.value ?? node.members[0]?.name ?? node,
          messageId: 'role',
          data: { version: version ?? '1.0' },
        });
      },
    };
  },
});
