import { createRule } from '../src/lint/rule.js';
import type { ObjectNode } from '../src/policy/model/ast.js';
import { insertMember } from '../src/policy/edit/edit.js';
import { DEPENDS_KEYS, EFFECTS, ELEMENTS } from '../src/policy/model/elements.js';
import type { ElementSpec } from '../src/policy/model/elements.js';
import { hasElement } from './shared/elements/element-names.js';
import type { ElementLevel } from './shared/elements/element-names.js';
import { openingOf } from './shared/elements/opening.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'missing-element',
  meta: {
    type: 'problem',
    docs: {
      description: 'Elements that a policy or a statement must have',
      category: 'validity',
      recommended: 'error',
      sources: [
        IAM_PAGES.createPolicy,
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
    },
    messages: {
      missing: `{place, select, policy {The policy} statement {The statement} depends {The entry of "Depends"}}
        has no "{element}"; add it.`,
      choice: `{place, select, policy {The policy} statement {The statement} depends {The entry of "Depends"}}
        has neither "{element}" nor "{choice}"; add one of them.`,
      add: 'Add "{element}": "{value}".',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      policy({ node, kind, dependsMember }) {
        check(node, 'policy', ELEMENTS[kind].policy);
        const depends = dependsMember?.value;
        if (depends?.type === 'Array')
          for (const entry of depends.elements)
            if (entry.type === 'Object') check(entry, 'depends', DEPENDS_PARTS);
      },
      statement({ node }, { kind }) {
        check(node, 'statement', ELEMENTS[kind].statement);
      },
    };

    function check(
      object: ObjectNode,
      level: ElementLevel,
      elements: readonly Pick<ElementSpec, 'name' | 'presence' | 'group'>[],
    ): void {
      // What is not written here may be among what only Terraform knows.
      if (object.open === true) return;
      for (const { name, presence, group } of elements) {
        const others = elements
          .filter((other) => presence === 'one-of' && other.group === group && other.name !== name)
          .map((other) => other.name);
        // Of a group the first one speaks.
        if (
          presence === 'optional' ||
          [name, ...others].some((one) => hasElement(object, one, level)) ||
          others.some(
            (other) =>
              elements.findIndex((one) => one.name === other) <
              elements.findIndex((one) => one.name === name),
          )
        )
          continue;
        const [choice] = others;
        const data = { element: name, place: level };
        const suggest = suggestionsFor(object, name);
        const at = openingOf(object);
        if (choice === undefined) context.report({ at, messageId: 'missing', data, key: name, suggest });
        else context.report({ at, messageId: 'choice', data: { ...data, choice }, key: name, suggest });
      }
    }

    function suggestionsFor(object: ObjectNode, element: string) {
      return (VALUES[element] ?? []).map((value) => ({
        messageId: 'add' as const,
        data: { element, value },
        edits: () => insertMember(context.text, object, element, value, 0),
      }));
    }
  },
});

const DEPENDS_PARTS = DEPENDS_KEYS.map((name) => ({ name, presence: 'required' }) as const);

/** What an element can be, where it is one of a few. */
const VALUES: Readonly<Record<string, readonly string[]>> = { Version: ['1.1', '5.0'], Effect: EFFECTS };
