import { createRule } from '../src/lint/rule.js';
import { replaceValue, wrapInList } from '../src/policy/edit/edit.js';
import type { ConditionEntry } from '../src/policy/model/policy.js';
import type { ValueNode } from '../src/policy/model/ast.js';
import { conditionsOf } from './shared/elements/listed.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';
import { TYPE_NAMES } from './shared/elements/value-types.js';

export const rule = createRule({
  id: 'condition-value-shape',
  meta: {
    type: 'problem',
    docs: {
      description: 'Condition values that are no list of strings',
      category: 'validity',
      recommended: 'error',
      sources: [errorCodes('IAM.1053'), IAM_PAGES.createPolicy],
    },
    messages: {
      list: `The values of "{key}" are
        {found, select, object {an object} null {null} string {a single string}}; write a list of strings.`,
      string: `One of the values of "{key}" is
        {found, select,
          object {an object} list {a list} string {a string} number {a number} Boolean {a Boolean}
          null {null} expression {an expression}};
        write a string in quotation marks.`,
    },
    fixable: true,
  },
  create(context) {
    return {
      statement(statement, { kind }) {
        // 1.0 and 1.1 refuse anything but a list (IAM.1053); the documents of 5.0 also write a single string.
        const needsList = kind !== 'identity-policy' && kind !== 'resource-policy';
        for (const { entry } of conditionsOf(statement)) check(entry, needsList);
      },
    };

    function check({ key, member, values }: ConditionEntry, needsList: boolean): void {
      const { value } = member;
      if (value.type === 'Object' || value.type === 'Null')
        context.report({
          at: value.type === 'Null' ? member.name : value,
          messageId: 'list',
          data: { key, found: value.type === 'Null' ? 'null' : 'object' },
        });
      else if (value.type === 'String' && needsList)
        context.report({
          at: value,
          messageId: 'list',
          data: { key, found: 'string' },
          fix: () => wrapInList(context.text, value),
        });
      else {
        for (const item of values) {
          if (item.type === 'String' || item.type === 'Unknown') continue;
          const quoted = quote(item);
          const list = value.type !== 'Array' && needsList && quoted !== undefined ? [quoted] : quoted;
          context.report({
            at: item.range[0] === item.range[1] ? member.name : item,
            messageId: 'string',
            data: { key, found: TYPE_NAMES[item.type] },
            fix: () => (list === undefined ? undefined : replaceValue(context.text, item, list)),
          });
        }
      }
    }
  },
});

/** A number or a Boolean as a string; other values have none. */
function quote(node: ValueNode): string | undefined {
  if (node.type === 'Number') return node.raw;
  return node.type === 'Boolean' ? String(node.value) : undefined;
}
