import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { VERSIONS } from '../src/policy/model/elements.js';
import { versionsAt } from '../src/policy/model/place-version.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { errorCodes } from './shared/reasons/sources.js';

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
        errorCodes('IAM.1024, IAM.1026'),
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
        'https://github.com/huaweicloud/terraform-provider-huaweicloud/blob/a0345b8d/docs/resources/identityv5_policy.md',
      ],
    },
    messages: {
      unknown: `"{version}" is no version of the policy language;
        write "1.1" for a policy, "1.0" for a role or "5.0" for an identity policy.`,
      place: `{addressed, select, true {"{place}"} false {This place}} takes no policy of Version "{version}";
        write {expected, list, or}.`,
      replace: 'Write "{version}".',
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
        const suggest = (expected ?? KNOWN).toReversed().map((one) => ({
          messageId: 'replace' as const,
          data: { version: one },
          edits: () => replaceString(context.text, node, one),
        }));
        const { address } = root;
        if (known && expected !== undefined)
          context.report({
            at: node,
            messageId: 'place',
            data: { version, addressed: address !== undefined, place: address ?? '', expected },
            suggest,
          });
        else context.report({ at: node, messageId: 'unknown', data: { version }, suggest });
      },
    };
  },
});

const KNOWN = [...new Set(Object.values(VERSIONS).flatMap((version) => version ?? []))].sort();
