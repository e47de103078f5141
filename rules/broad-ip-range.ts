import { createRule } from '../src/lint/rule.js';
import { isAddress, isEveryAddress, isPrivateAddress } from '../src/policy/grants/condition-form.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import { conditionsOf } from './shared/elements/listed.js';

export const rule = createRule({
  id: 'broad-ip-range',
  meta: {
    type: 'problem',
    docs: {
      description: 'Conditions on addresses that let (nearly) every address in',
      category: 'danger',
      recommended: 'warning',
      sources: [
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html (IpAddress, NotIpAddress)',
      ],
      kinds: ['policy', 'identity-policy', 'resource-policy'],
    },
    messages: {
      every: '"{range}" is every address; name the addresses that are meant.',
      broad: '"{range}" lets too many addresses in; name a range of /{prefix} or narrower.',
    },
    options: {
      properties: {
        ipv4: {
          type: 'integer',
          minimum: 1,
          maximum: 32,
          description: 'The shortest prefix of an IPv4 range that is not broad.',
        },
        ipv6: {
          type: 'integer',
          minimum: 1,
          maximum: 128,
          description: 'The shortest prefix of an IPv6 range that is not broad.',
        },
      },
      defaults: { ipv4: 9, ipv6: 20 },
    },
  },
  create(context) {
    return {
      statement(statement) {
        for (const { operator, entry } of conditionsOf(statement)) {
          const use = operatorOf(operator.name);
          // Allowing these addresses, and denying all others, lets them in.
          if (use?.operator.type !== 'ip' || statement.effect !== (use.operator.negated ? 'Deny' : 'Allow'))
            continue;
          for (const node of entry.values) {
            if (node.type !== 'String' || !isAddress(node.value)) continue;
            const range = node.value;
            const prefix = range.includes(':') ? context.options.ipv6 : context.options.ipv4;
            if (isEveryAddress(range)) context.report({ at: node, messageId: 'every', data: { range } });
            else if (!isPrivateAddress(range) && prefixOf(range) < prefix)
              context.report({ at: node, messageId: 'broad', data: { range, prefix } });
          }
        }
      },
    };
  },
});

function prefixOf(range: string): number {
  const [, prefix] = range.split('/');
  return prefix === undefined ? Infinity : Number(prefix);
}
