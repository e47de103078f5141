import { createRule } from '../src/lint/rule.js';
import { elementOf } from '../src/policy/model/elements.js';
import type { Policy, PolicyKind, Statement } from '../src/policy/model/policy.js';

export const rule = createRule({
  id: 'element-not-allowed',
  meta: {
    type: 'problem',
    docs: {
      description: 'NotAction, NotPrincipal and conditions in a kind of policy that does not have them',
      category: 'validity',
      recommended: 'error',
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/错误码.md (IAM.1032, IAM.1059)',
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/创建委托自定义策略.md',
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
    },
    messages: {
      kind: 'Unexpected "{{element}}" in {{kind}}, expected {{instead}}.',
      organization:
        'Unexpected "NotAction" with Effect "Allow" in a policy of an organization, expected "Action", or Effect "Deny".',
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
              data: { element, kind: KIND_NAMES[kind], instead: INSTEAD[element] },
            });
          } else if (element === 'NotAction' && isOrganizationAllow(statement, policy)) {
            context.report({ at: member.name, messageId: 'organization' });
          }
        }
      },
    };
  },
});

const KIND_NAMES: Readonly<Record<PolicyKind, string>> = {
  role: 'a role (Version 1.0)',
  policy: 'a policy of Version 1.1',
  'agency-policy': 'a policy for agencies',
  'identity-policy': 'an identity policy',
  'resource-policy': 'a resource policy',
  'bucket-policy': 'a bucket policy',
  'topic-policy': 'a topic policy',
};

const INSTEAD = { NotAction: '"Action"', NotPrincipal: '"Principal"', Condition: 'none' } as const;

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
