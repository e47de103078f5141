import { createRule } from '../src/lint/rule.js';
import { isAddress, isPrivateAddress } from '../src/policy/grants/condition-form.js';
import { renameKey } from '../src/policy/edit/edit.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import { conditionsOf } from './shared/elements/listed.js';

const PUBLIC_KEY = 'g:sourceip';
const PRIVATE_KEY = 'g:VpcSourceIp';

export const rule = createRule({
  id: 'private-source-ip',
  meta: {
    type: 'problem',
    docs: {
      description: 'Private addresses as the source of requests from the Internet',
      category: 'no-effect',
      recommended: 'warning',
      sources: [
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1287.html (g:SourceIp, g:VpcSourceIp)',
      ],
      kinds: ['policy', 'identity-policy', 'resource-policy'],
    },
    messages: {
      private: `"{address}" is a private address, which "{key}" never is; name a public one,
        or ask for "g:VpcSourceIp", which requests through a VPC endpoint have.`,
      rename: 'Ask for "g:VpcSourceIp".',
    },
    confidence: 'likely',
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement) {
        for (const { operator, entry } of conditionsOf(statement)) {
          if (entry.key.toLowerCase() !== PUBLIC_KEY || operatorOf(operator.name)?.operator.type !== 'ip')
            continue;
          const allPrivate = entry.values.every(
            (value) => value.type === 'String' && isPrivateAddress(value.value),
          );
          const taken = operator.keys.some(({ key }) => key.toLowerCase() === PRIVATE_KEY.toLowerCase());
          for (const node of entry.values) {
            if (node.type !== 'String' || !isAddress(node.value) || !isPrivateAddress(node.value)) continue;
            context.report({
              at: node,
              messageId: 'private',
              data: { address: node.value, key: entry.key },
              suggest:
                allPrivate && !taken
                  ? [{ messageId: 'rename', edits: () => renameKey(context.text, entry.member, PRIVATE_KEY) }]
                  : [],
            });
          }
        }
      },
    };
  },
});
