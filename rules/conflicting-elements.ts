import { createRule } from '../src/lint/rule.js';
import { removeMember } from '../src/policy/edit/edit.js';
import { related } from './shared/reasons/related.js';
import { errorCodes } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'conflicting-elements',
  meta: {
    type: 'problem',
    docs: {
      description: 'Elements that exclude each other in one statement, such as Action and NotAction',
      category: 'validity',
      recommended: 'error',
      sources: [
        errorCodes('IAM.1031'),
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
    },
    messages: {
      conflict: '"{second}" and "{first}" exclude each other in one statement; keep one of them.',
      remove: 'Remove "{element}".',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement({ node }) {
        for (const pair of EXCLUSIVE) {
          const [first, second] = node.members.filter(({ name }) => pair.includes(name.value.toLowerCase()));
          // One element twice is a duplicate key.
          if (
            first === undefined ||
            second === undefined ||
            first.name.value.toLowerCase() === second.name.value.toLowerCase()
          )
            continue;
          context.report({
            at: second.name,
            messageId: 'conflict',
            data: { first: first.name.value, second: second.name.value },
            related: [
              {
                path: context.path,
                at: first.name,
                message: related('element', { element: first.name.value }),
              },
            ],
            suggest: [second, first].map((member) => ({
              messageId: 'remove',
              data: { element: member.name.value },
              edits: () => removeMember(context.text, node, member),
            })),
          });
        }
      },
    };
  },
});

/** Lower case. In every kind of policy, also where one of the two is not allowed anyway. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ['action', 'notaction'],
  ['resource', 'notresource'],
  ['principal', 'notprincipal'],
];
