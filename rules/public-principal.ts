import { createRule } from '../src/lint/rule.js';
import type { StringNode, ValueNode } from '../src/policy/model/ast.js';
import type { Statement } from '../src/policy/model/policy.js';
import { matches } from '../src/policy/grants/pattern.js';
import { AGENCY_USES } from '../src/policy/facts/sensitive-actions.js';
import { isGrant } from './shared/grants/granted.js';

export const rule = createRule({
  id: 'public-principal',
  meta: {
    type: 'problem',
    docs: {
      description: 'Trust and resource policies that anybody may use',
      category: 'danger',
      recommended: 'error',
      sources: [
        'https://support.huaweicloud.com/intl/en-us/api-iam5/UpdateTrustPolicyV5.html',
        'https://github.com/huaweicloud/terraform-provider-huaweicloud/blob/a0345b8d/docs/incubating/identity_trust_agency.md',
      ],
      kinds: ['resource-policy'],
    },
    messages: {
      everybody: '"{principal}" lets anybody in; name the accounts, users or services that are meant.',
      others: 'NotPrincipal in an Allow lets everybody else in; name in Principal those that are meant.',
    },
  },
  create(context) {
    return {
      statement(statement, policy) {
        // A condition, such as one on the organization, is what makes a star sensible.
        if (!isGrant(statement, policy) || statement.condition !== undefined) return;
        const confidence = isTrust(statement) ? 'certain' : 'likely';
        if (statement.notPrincipalMember !== undefined)
          context.report({ at: statement.notPrincipalMember.name, messageId: 'others', confidence });
        const principal = statement.principalMember?.value;
        if (principal === undefined) return;
        for (const node of principalsOf(principal))
          if (isEverybody(node.value))
            context.report({ at: node, messageId: 'everybody', data: { principal: node.value }, confidence });
      },
    };
  },
});

/** The policies of VPC endpoints have principals, too, and a star in them is usual: they cannot always be told from others. */
function isTrust({ action }: Statement): boolean {
  return action?.items.some(({ value }) => AGENCY_USES.some((use) => matches(value, use))) ?? false;
}

/** `"*"`, `["*"]`, `{ "IAM": ["*"] }`, `{ "*": ["*"] }`. */
function principalsOf(value: ValueNode): readonly StringNode[] {
  if (value.type === 'String') return [value];
  if (value.type === 'Array') return value.elements.flatMap(principalsOf);
  return value.type === 'Object' ? value.members.flatMap((member) => principalsOf(member.value)) : [];
}

/** A star, or a URN with a star for the account. */
function isEverybody(principal: string): boolean {
  return /^\*+$/.test(principal.trim()) || /^(?:iam|sts):[^:]*:\*+(?::|$)/i.test(principal);
}
