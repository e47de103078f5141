import { createRule } from '../src/lint/rule.js';
import type { PolicyPlace } from '../src/policy/model/ast.js';
import { removeMember } from '../src/policy/edit/edit.js';
import { versionsAt } from '../src/policy/model/place-version.js';

export const rule = createRule({
  id: 'principal-not-allowed',
  meta: {
    type: 'problem',
    docs: {
      description: 'A Principal in a policy that is attached to one',
      category: 'validity',
      recommended: 'error',
      sources: [
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
        'https://github.com/huaweicloud/terraform-provider-huaweicloud/blob/a0345b8d/docs/resources/identityv5_policy.md',
      ],
      kinds: ['resource-policy'],
    },
    messages: {
      principal: `{addressed, select, true {"{place}"} false {This policy}} is for the users, groups or accounts
        that it is attached to; remove "Principal".`,
      remove: 'Remove it.',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement({ node, principalMember }, { root }) {
        const isTrust = root.address?.endsWith('trust_policy') === true;
        const attached =
          root.place === undefined
            ? !isTrust && root.carrier !== undefined && versionsAt(root)?.includes('5.0') === true
            : ATTACHED.includes(root.place);
        if (principalMember === undefined || !attached) return;
        context.report({
          at: principalMember.name,
          messageId: 'principal',
          data: { addressed: root.address !== undefined, place: root.address ?? '' },
          suggest: [{ messageId: 'remove', edits: () => removeMember(context.text, node, principalMember) }],
        });
      },
    };
  },
});

/** Places of policies that are attached to identities or accounts, not to resources. */
const ATTACHED: readonly PolicyPlace[] = ['identity', 'organization'];
