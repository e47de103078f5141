import { createRule } from '../src/lint/rule.js';
import { GRANTING_KINDS, isGrant } from './shared/grants/granted.js';
import { breadthOf } from './shared/grants/reach.js';
import { accessAnalyzer, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'wildcard-service-name',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Allowed actions with a wildcard in the name of the service',
      category: 'danger',
      recommended: 'warning',
      sources: [IAM_PAGES.policySyntax, accessAnalyzer('Wildcard in service name')],
      kinds: GRANTING_KINDS,
    },
    messages: {
      services: `"{pattern}" has a wildcard for the service, which reaches services to come, too;
        write an entry for each service that is meant.`,
    },
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (!isGrant(statement, policy)) return;
        for (const { value, node } of statement.action?.items ?? []) {
          if (breadthOf(value) === 'services')
            context.report({ at: node, messageId: 'services', data: { pattern: value } });
        }
      },
    };
  },
});
