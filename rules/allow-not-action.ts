import { createRule } from '../src/lint/rule.js';
import { isGrant } from './shared/grants/granted.js';
import { accessAnalyzer, errorCodes } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'allow-not-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'An Allow of everything but what NotAction lists',
      category: 'danger',
      recommended: 'warning',
      strict: 'error',
      sources: [errorCodes('IAM.1032'), accessAnalyzer('Allow with NotAction')],
    },
    messages: {
      allowed: `Allow with NotAction allows every other action, also of services to come;
        list what is needed in Action.`,
    },
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (isGrant(statement, policy) && statement.notAction !== undefined)
          context.report({ at: statement.notAction.member.name, messageId: 'allowed' });
      },
    };
  },
});
