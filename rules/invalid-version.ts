import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { VERSIONS } from '../src/policy/model/elements.js';
import { versionsAt } from '../src/policy/model/place-version.js';
import { hasPlaceholder } from './shared/placeholder.js';

export const rule = createRule({
  id: 'invalid-version',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Versions that the policy language does not have, or that do not belong where the policy stands',
      category: 'validity',
      recommended: 'error',
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/错误码.md (IAM.1024, IAM.1026)',
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
        'https://github.com/huaweicloud/terraform-provider-huaweicloud/blob/a0345b8d/docs/resources/identityv5_policy.md',
      ],
    },
    messages: {
      unknown:
        'Unexpected version "{{version}}", expected "1.1" for a policy, "1.0" for a role or "5.0" for an identity policy.',
      place: 'Unexpected version "{{version}}" in {{place}}, expected {{expected}}.',
      replace: 'Write "{{version}}".',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      policy({ root, versionMember }) {
        const node = versionMember?.value;
        if (node?.type !== 'String' || hasPlaceholder(node.value)) return;
        const version = node.value.trim();
        const known = KNOWN.includes(version);
        const expected = versionsAt(root);
        if (known && (expected?.includes(version) ?? true)) return;
        context.report({
          at: node,
          ...(known && expected !== undefined
            ? {
                messageId: 'place',
                data: {
                  version,
                  place: root.address ?? 'this place',
                  expected: expected.map((one) => `"${one}"`).join(' or '),
                },
              }
            : { messageId: 'unknown', data: { version } }),
          suggest: (expected ?? KNOWN).toReversed().map((one) => ({
            messageId: 'replace',
            data: { version: one },
            edits: () => replaceString(context.text, node, one),
          })),
        });
      },
    };
  },
});

const KNOWN = [...new Set(Object.values(VERSIONS).flatMap((version) => version ?? []))].sort();
