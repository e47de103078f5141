import { createRule } from '../src/lint/rule.js';
import { isGrant } from './shared/grants/granted.js';

export const rule = createRule({
  id: 'allow-not-resource',
  meta: {
    type: 'problem',
    docs: {
      description: 'An Allow for every resource but those that NotResource lists',
      category: 'danger',
      recommended: 'warning',
      sources: ['https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html'],
    },
    messages: {
      allowed: `Allow with NotResource reaches every other resource, also those to come;
        list what is needed in Resource.`,
    },
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (isGrant(statement, policy) && statement.notResource !== undefined)
          context.report({ at: statement.notResource.member.name, messageId: 'allowed' });
      },
    };
  },
});
