import { createRule } from '../src/lint/rule.js';
import { removeMember } from '../src/policy/edit/edit.js';
import { accessAnalyzer } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'empty-sid',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Statement names without a text',
      category: 'no-effect',
      recommended: 'warning',
      sources: [
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
        accessAnalyzer('Empty Sid'),
      ],
      kinds: ['identity-policy', 'resource-policy'],
    },
    messages: {
      empty: 'The Sid is empty; give the statement a name, or remove the Sid.',
    },
    fixable: true,
  },
  create(context) {
    return {
      statement({ sid, node }) {
        if (sid?.value.trim() !== '') return;
        const member = node.members.find(({ value }) => value === sid);
        context.report({
          at: sid,
          messageId: 'empty',
          fix: () => (member === undefined ? undefined : removeMember(context.text, node, member)),
        });
      },
    };
  },
});
