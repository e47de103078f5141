import { createRule } from '../src/lint/rule.js';
import { errorCodes } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'condition-in-role',
  meta: {
    type: 'problem',
    docs: {
      description: 'Conditions in a role, which takes none',
      category: 'validity',
      recommended: 'error',
      sources: [errorCodes('IAM.1039')],
      kinds: ['role'],
    },
    messages: {
      condition: 'A role (Version 1.0) takes no conditions; write a policy of Version 1.1 for them.',
    },
  },
  create(context) {
    return {
      statement({ condition }) {
        if (condition !== undefined) context.report({ at: condition.member.name, messageId: 'condition' });
      },
    };
  },
});
