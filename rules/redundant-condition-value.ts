import { createRule } from '../src/lint/rule.js';
import type { ArrayNode, StringNode } from '../src/policy/model/ast.js';
import { removeElement } from '../src/policy/edit/edit.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import { parseWildcard, wildcardContains } from '../src/policy/grants/wildcard.js';
import { conditionsOf } from './shared/elements/listed.js';
import { related } from './shared/reasons/related.js';
import { accessAnalyzer, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'redundant-condition-value',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Values of a condition that another value of the list covers already',
      category: 'no-effect',
      recommended: 'warning',
      sources: [IAM_PAGES.policySyntax, accessAnalyzer('Redundant condition value')],
    },
    messages: {
      redundant: '"{by}" covers "{value}" of "{key}" already; remove it.',
    },
    fixable: true,
  },
  create(context) {
    return {
      statement(statement) {
        for (const { operator, entry } of conditionsOf(statement)) {
          const list = entry.member.value;
          if (list.type !== 'Array') continue;
          const use = operatorOf(operator.name)?.operator;
          for (const { item, by } of coveredIn(
            list,
            use?.wildcards === true,
            /ignorecase/i.test(use?.name ?? ''),
          )) {
            context.report({
              at: item,
              messageId: 'redundant',
              data: { value: item.value, key: entry.key, by: by.value },
              related: [{ path: context.path, at: by, message: related('covers') }],
              fix: () => removeElement(context.text, list, item),
            });
          }
        }
      },
    };
  },
});

function coveredIn(
  list: ArrayNode,
  wildcards: boolean,
  ignoreCase: boolean,
): { readonly item: StringNode; readonly by: StringNode }[] {
  const items = list.elements.filter((element) => element.type === 'String');
  const covers = (one: StringNode, other: StringNode): boolean => {
    const [outer, inner] = ignoreCase
      ? [one.value.toLowerCase(), other.value.toLowerCase()]
      : [one.value, other.value];
    return (
      outer === inner ||
      (wildcards && wildcardContains(parseWildcard(outer, true), parseWildcard(inner, true)))
    );
  };
  return items.flatMap((item, index) => {
    const by = items.find(
      (other, at) => at !== index && covers(other, item) && (at < index || !covers(item, other)),
    );
    return by === undefined ? [] : [{ item, by }];
  });
}
