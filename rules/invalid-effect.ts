import { nearNames } from '../src/calls/resolve/near-names.js';
import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { EFFECTS } from '../src/policy/model/elements.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'invalid-effect',
  meta: {
    type: 'problem',
    docs: {
      description: 'Effects other than Allow and Deny',
      category: 'validity',
      recommended: 'error',
      sources: [errorCodes('IAM.1029'), IAM_PAGES.policySyntax],
    },
    messages: {
      unknown: '"{effect}" is no effect; write "Allow" or "Deny".',
      case: 'The effect is "{near}", not "{effect}"; write it with its capital.',
      replace: 'Write "{effect}".',
    },
    fixable: true,
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement({ effectMember, effect: read }) {
        const node = effectMember?.value;
        if (node?.type !== 'String' || hasPlaceholder(node.value)) return;
        const effect = node.value;
        if (EFFECTS.some((one) => one === effect.trim())) return;
        if (read !== undefined) {
          // The error codes write 'allow' and 'deny', every policy writes capitals: the cloud may take both.
          context.report({
            at: node,
            messageId: 'case',
            data: { effect, near: read },
            confidence: 'likely',
            fix: () => replaceString(context.text, node, read),
          });
          return;
        }
        const near = nearNames(effect, EFFECTS);
        context.report({
          at: node,
          messageId: 'unknown',
          data: { effect },
          suggest: (near.length > 0 ? near : EFFECTS).map((one) => ({
            messageId: 'replace',
            data: { effect: one },
            edits: () => replaceString(context.text, node, one),
          })),
        });
      },
    };
  },
});
