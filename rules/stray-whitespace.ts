import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { exactStrings } from './shared/elements/exact-strings.js';
import type { ExactString } from './shared/elements/exact-strings.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'stray-whitespace',
  meta: {
    type: 'problem',
    docs: {
      description: 'Blanks around or inside actions, resources, effects, versions and names',
      category: 'validity',
      recommended: 'error',
      sources: [errorCodes('IAM.1035, IAM.1041'), IAM_PAGES.policySyntax],
    },
    messages: {
      around: `There is white space around the
        {what, select,
          version {version} effect {effect} action {action} resource {resource}
          condition operator {condition operator} condition key {condition key} name {name}}
        "{text}"; remove it.`,
      inside: `There is white space in the
        {what, select,
          version {version} effect {effect} action {action} resource {resource}
          condition operator {condition operator} condition key {condition key} name {name}}
        "{text}"; remove it.`,
      remove: 'Write "{text}".',
    },
    fixable: true,
    hasSuggestions: true,
  },
  create(context) {
    return {
      policy(policy) {
        for (const { node, what } of exactStrings(policy)) {
          // Actions of roles come in older forms: `identity:assume role`.
          const text = policy.kind === 'role' ? trimmed(node.value) : cleaned(node.value, what);
          if (text === node.value || text === '') continue;
          const edits = () => replaceString(context.text, node, text);
          // The engine keeps the fix back where it lets the policy mean more than it did, unless a declared call needs that.
          context.report({
            at: node,
            messageId: node.value.trim() === text ? 'around' : 'inside',
            data: { what, text: node.value },
            fix: edits,
            suggest: [{ messageId: 'remove', data: { text }, edits }],
          });
        }
      },
    };
  },
});

/**
 * Blanks inside are never right but in the path of a resource and in the name of a tag. Other spaces than ASCII are
 * look-alikes, another rule's.
 */
function cleaned(text: string, what: ExactString['what']): string {
  return what === 'resource' || what === 'condition key' ? trimmed(text) : text.replace(/[ \t\r\n]+/g, '');
}

function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
