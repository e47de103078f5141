import { createRule } from '../src/lint/rule.js';
import type { MemberNode, ObjectNode } from '../src/policy/model/ast.js';
import { renameKey } from '../src/policy/edit/edit.js';
import { ELEMENT_NAMES, elementNamed, meantElement } from './shared/elements/element-names.js';
import type { ElementLevel } from './shared/elements/element-names.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { errorCodes } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'unknown-element',
  meta: {
    type: 'problem',
    docs: {
      description: 'Elements that the policy language does not have, or that are misspelt',
      category: 'validity',
      recommended: 'error',
      sources: [
        errorCodes('IAM.1059'),
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
    },
    messages: {
      unknown: '"{name}" is no element of the policy language; use one of {known, list, or}.',
      near: '"{name}" is no element of the policy language; did you mean "{near}"?',
      case: 'The element is "{near}", not "{name}"; write it with its capitals.',
      misplaced: '"{name}" stands beside the statements; move it into one.',
      rename: 'Rename it to "{near}".',
    },
    fixable: true,
    hasSuggestions: true,
  },
  create(context) {
    return {
      policy({ node, dependsMember }) {
        check(node, 'policy');
        const depends = dependsMember?.value;
        if (depends?.type === 'Array')
          for (const entry of depends.elements) if (entry.type === 'Object') check(entry, 'depends');
      },
      statement({ node }) {
        check(node, 'statement');
      },
    };

    function check(object: ObjectNode, level: ElementLevel): void {
      for (const member of object.members) {
        const name = member.name.value;
        const element = elementNamed(name, level);
        if (element === name || hasPlaceholder(name)) continue;
        if (element === undefined) reportUnknown(member, level);
        else if (!object.members.some((other) => other.name.value === element)) {
          context.report({
            at: member.name,
            messageId: 'case',
            data: { name, near: element },
            fix: () => renameKey(context.text, member, element),
          });
        }
      }
    }

    function reportUnknown(member: MemberNode, level: ElementLevel): void {
      const name = member.name.value;
      if (level === 'policy' && elementNamed(name, 'statement') !== undefined) {
        context.report({ at: member.name, messageId: 'misplaced', data: { name } });
        return;
      }
      const near = meantElement(name, level);
      if (near === undefined)
        context.report({
          at: member.name,
          messageId: 'unknown',
          data: { name, known: ELEMENT_NAMES[level] },
        });
      else {
        const data = { name, near };
        context.report({
          at: member.name,
          messageId: 'near',
          data,
          suggest: [{ messageId: 'rename', data, edits: () => renameKey(context.text, member, near) }],
        });
      }
    }
  },
});
