import { createRule } from '../src/lint/rule.js';
import { elementOf } from '../src/policy/model/elements.js';
import type { Policy, Statement } from '../src/policy/model/policy.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'element-not-allowed',
  meta: {
    type: 'problem',
    docs: {
      description: 'NotAction, NotPrincipal and conditions in a kind of policy that does not have them',
      category: 'validity',
      recommended: 'error',
      sources: [
        errorCodes('IAM.1032, IAM.1059'),
        IAM_PAGES.createAgencyPolicy,
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
    },
    messages: {
      kind: `{kind, select,
          role {A role (Version 1.0)}
          policy {A policy of Version 1.1}
          agency-policy {A policy for agencies}
          identity-policy {An identity policy}
          resource-policy {A resource policy}
          bucket-policy {A bucket policy}
          topic-policy {A topic policy}}
        has no "{element}";
        {element, select, NotAction {use "Action"} NotPrincipal {use "Principal"} Condition {remove it}}.`,
      organization: `A policy of an organization cannot allow everything but what "NotAction" lists;
        use "Action", or Effect "Deny".`,
    },
  },
  create(context) {
    return {
      statement(statement, policy) {
        for (const [element, member] of judged(statement)) {
          if (member === undefined) continue;
          const { kind } = policy;
          // Conditions of roles have a rule of their own.
          if (
            elementOf(kind, 'statement', element) === undefined &&
            !(kind === 'role' && element === 'Condition')
          ) {
            context.report({
              at: member.name,
              messageId: 'kind',
              data: { element, kind },
            });
          } else if (element === 'NotAction' && isOrganizationAllow(statement, policy)) {
            context.report({ at: member.name, messageId: 'organization' });
          }
        }
      },
    };
  },
});

/** What another version of the language has, `version-language-mismatch` reports. */
function judged({ notAction, notPrincipalMember, condition }: Statement) {
  return [
    ['NotAction', notAction?.member],
    ['NotPrincipal', notPrincipalMember],
    ['Condition', condition?.member],
  ] as const;
}

/** IAM.1032: a policy that bounds what an organization may do must not allow everything but something. */
function isOrganizationAllow({ effect }: Statement, { root }: Policy): boolean {
  return root.place === 'organization' && effect === 'Allow';
}
