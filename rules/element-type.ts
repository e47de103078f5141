import { createRule } from '../src/lint/rule.js';
import type { MemberNode, ValueNode } from '../src/policy/model/ast.js';
import { wrapInList } from '../src/policy/edit/edit.js';
import { namesAgencies } from '../src/policy/model/recognise.js';
import { DEPENDS_KEYS, elementOf } from '../src/policy/model/elements.js';
import type { ElementType } from '../src/policy/model/elements.js';
import { en } from '../src/wording/en/value-types.js';
import { speaker } from '../src/wording/speaker.js';
import { errorCodes } from './shared/reasons/sources.js';
import { TYPE_NAMES } from './shared/elements/value-types.js';

const say = speaker('value-types', en);

export const rule = createRule({
  id: 'element-type',
  meta: {
    type: 'problem',
    docs: {
      description: 'Elements whose value is of the wrong type',
      category: 'validity',
      recommended: 'error',
      sources: [
        errorCodes('IAM.1030, IAM.1049'),
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
    },
    messages: {
      type: `"{element}" is
        {found, select,
          object {an object} list {a list} string {a string} number {a number} Boolean {a Boolean}
          null {null} expression {an expression}};
        write {expected, list, plain or}.`,
      item: `"{element}" lists
        {found, select,
          object {an object} list {a list} string {a string} number {a number} Boolean {a Boolean}
          null {null} expression {an expression}};
        list only {items, select, string {strings} object {objects}}.`,
    },
    fixable: true,
  },
  create(context) {
    return {
      policy({ node, kind, dependsMember }) {
        for (const member of node.members) check(member, elementOf(kind, 'policy', member.name.value)?.types);
        if (dependsMember === undefined) return;
        check(dependsMember, ['array']);
        for (const entry of elementsOf(dependsMember)) {
          if (entry.type === 'Object')
            for (const member of entry.members)
              if (DEPENDS_KEYS.some((key) => key === member.name.value.toLowerCase()))
                check(member, ['string']);
        }
      },
      statement({ node, condition }, { kind }) {
        for (const member of node.members) {
          const types = elementOf(kind, 'statement', member.name.value)?.types;
          // Only the agency form has an object, `{ "uri": […] }`, and then nothing else.
          check(
            member,
            namesAgencies(node)
              ? types
              : types?.filter((type) => type !== 'object' || types.length === 1 || types.includes('string')),
          );
        }
        for (const { member } of condition?.operators ?? []) check(member, ['object']);
      },
    };

    function check(member: MemberNode, types: readonly ElementType[] | undefined): void {
      const { value, name } = member;
      if (types === undefined || value.type === 'Unknown') return;
      const items =
        name.value.toLowerCase() === 'statement' || name.value.toLowerCase() === 'depends'
          ? 'object'
          : 'string';
      if (!types.some((type) => NODE_TYPES[type] === value.type)) {
        // `unquoted-string` explains what happens there.
        if (types.includes('string') && (value.type === 'Number' || value.type === 'Boolean')) return;
        context.report({
          // `Action:` with nothing behind it is no place to point at.
          at: value.type === 'Null' ? name : value,
          messageId: 'type',
          data: {
            element: name.value,
            found: TYPE_NAMES[value.type],
            expected: types.map((type) => typeName(type, items)),
          },
          fix: () =>
            types.includes('array') && value.type === NODE_TYPES[items]
              ? wrapInList(context.text, value)
              : undefined,
        });
      } else if (value.type === 'Array') {
        for (const item of value.elements)
          if (item.type !== NODE_TYPES[items] && item.type !== 'Unknown') reportItem(item, member, items);
      }
    }

    function reportItem(item: ValueNode, { name }: MemberNode, items: 'string' | 'object'): void {
      context.report({
        at: item.range[0] === item.range[1] ? name : item,
        messageId: 'item',
        data: { element: name.value, found: TYPE_NAMES[item.type], items },
      });
    }
  },
});

const NODE_TYPES = { string: 'String', array: 'Array', object: 'Object' } as const satisfies Readonly<
  Record<ElementType, ValueNode['type']>
>;

function typeName(type: ElementType, items: 'string' | 'object'): string {
  if (type !== 'array') return say(type);
  return say(items === 'string' ? 'strings' : 'objects');
}

function elementsOf({ value }: MemberNode): readonly ValueNode[] {
  return value.type === 'Array' ? value.elements : [];
}
