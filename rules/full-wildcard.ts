import { createRule } from '../src/lint/rule.js';
import { GRANTING_KINDS, isGrant, isNarrowed } from './shared/grants/granted.js';
import { breadthOf } from './shared/grants/reach.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'full-wildcard',
  meta: {
    type: 'problem',
    docs: {
      description: 'Wildcards that allow every action of every service',
      category: 'danger',
      recommended: 'error',
      sources: [
        IAM_PAGES.policySyntax,
        'https://github.com/huaweicloud/terraform-provider-huaweicloud/blob/a0345b8d/docs/resources/identityv5_policy.md',
      ],
      kinds: GRANTING_KINDS,
    },
    messages: {
      everything: '"{pattern}" allows every action of every service; list the actions that are needed.',
    },
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (!isGrant(statement, policy) || isNarrowed(statement)) return;
        for (const { value, node } of statement.action?.items ?? []) {
          if (breadthOf(value) === 'everything')
            context.report({ at: node, messageId: 'everything', data: { pattern: value } });
        }
      },
    };
  },
});
