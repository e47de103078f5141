import { createRule } from '../src/lint/rule.js';
import { removeElement } from '../src/policy/edit/edit.js';
import { foldAction } from '../src/policy/grants/pattern.js';
import type { Element, Elements } from '../src/policy/model/policy.js';
import { related } from './shared/reasons/related.js';
import { accessAnalyzer } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'duplicate-action',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Actions that a list names twice',
      category: 'no-effect',
      recommended: 'warning',
      sources: [accessAnalyzer('Redundant action')],
    },
    messages: {
      duplicate: '"{action}" stands in this list already, in line {line}; remove it here.',
    },
    fixable: true,
  },
  create(context) {
    return {
      statement({ action, notAction }) {
        check(action);
        check(notAction);
      },
    };

    function check(list: Elements | undefined): void {
      const first = new Map<string, Element>();
      for (const item of list?.items ?? []) {
        const name = foldAction(item.value);
        const before = first.get(name);
        if (before === undefined) {
          first.set(name, item);
          continue;
        }
        const { array } = list ?? {};
        context.report({
          at: item.node,
          messageId: 'duplicate',
          data: { action: item.value, line: before.node.loc.start.line },
          related: [{ path: context.path, at: before.node, message: related('first') }],
          fix: () => (array === undefined ? undefined : removeElement(context.text, array, item.node)),
        });
      }
    }
  },
});
