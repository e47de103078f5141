import { createRule } from '../src/lint/rule.js';
import type { MemberNode, StringNode, ValueNode } from '../src/policy/model/ast.js';
import { replaceValue } from '../src/policy/edit/edit.js';
import { elementOf } from '../src/policy/model/elements.js';
import type { PolicyKind } from '../src/policy/model/policy.js';
import { conditionsOf } from './shared/elements/listed.js';

export const rule = createRule({
  id: 'unquoted-string',
  meta: {
    type: 'problem',
    docs: {
      description: 'Strings without quotation marks that are read as numbers, Booleans, dates or null',
      category: 'validity',
      recommended: 'error',
      sources: [
        'https://yaml.org/spec/1.2.2/#103-core-schema',
        'https://yaml.org/type/bool.html',
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
    },
    messages: {
      type: `"{element}" is the {found, select, number {number} Boolean {Boolean}} {text} instead of a string;
        put it in quotation marks.`,
      yaml: `Many YAML readers take {text} without quotation marks for
        {found, select,
          Boolean {a Boolean}
          null {null}
          date {a date}
          number {a number}
          sexagesimal {a number to the base of 60}};
        write "{text}".`,
    },
    fixable: true,
  },
  create(context) {
    return {
      policy({ node, kind }) {
        for (const member of node.members) check(member, 'policy', kind);
      },
      statement(statement, { kind }) {
        for (const member of statement.node.members) check(member, 'statement', kind);
        for (const { member } of statement.condition?.operators ?? []) checkYaml(member.name);
        for (const { entry } of conditionsOf(statement))
          for (const value of entry.values) if (value.type === 'String') checkYaml(value);
      },
    };

    function check({ name, value }: MemberNode, level: 'policy' | 'statement', kind: PolicyKind): void {
      if (elementOf(kind, level, name.value)?.types.includes('string') !== true) return;
      const text = rawOf(value);
      if (text !== undefined)
        context.report({
          at: value,
          messageId: 'type',
          data: { element: name.value, text, found: value.type === 'Number' ? 'number' : 'Boolean' },
          fix: () => replaceValue(context.text, value, text),
        });
      else if (value.type === 'String') checkYaml(value);
    }

    /** A plain scalar that is a string in YAML 1.2 and something else in YAML 1.1, which most readers still speak. */
    function checkYaml(node: StringNode): void {
      if (context.source.syntax !== 'yaml' || context.text.slice(...node.range) !== node.value) return;
      const found = SURPRISES.find(([pattern]) => pattern.test(node.value))?.[1];
      if (found !== undefined)
        context.report({
          at: node,
          messageId: 'yaml',
          data: { text: node.value, found },
          fix: () =>
            node.shared === true || node.written !== undefined
              ? undefined
              : [{ range: node.range, text: JSON.stringify(node.value) }],
        });
    }
  },
});

function rawOf(value: ValueNode): string | undefined {
  if (value.type === 'Number') return value.raw;
  return value.type === 'Boolean' ? String(value.value) : undefined;
}

/** Plain scalars of YAML 1.1 that are no strings there. A key `Null` is null in every YAML. */
const SURPRISES = [
  [/^(?:y|n|yes|no|on|off)$/i, 'Boolean'],
  [/^(?:null|~)$/i, 'null'],
  [/^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?$/, 'date'],
  [/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/, 'sexagesimal'],
  [/^[-+]?(?:0[0-7_]+|0b[01_]+|\d[\d_]*_[\d_]*)$/, 'number'],
] as const;
