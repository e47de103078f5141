import { createRule } from '../src/lint/rule.js';
import { removeElement } from '../src/policy/edit/edit.js';
import type { Elements } from '../src/policy/model/policy.js';
import { containsResource } from '../src/policy/grants/resource.js';
import { related } from './shared/reasons/related.js';
import { accessAnalyzer } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'redundant-resource',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Resources that another resource of the list covers already',
      category: 'no-effect',
      recommended: 'warning',
      sources: [accessAnalyzer('Redundant resource')],
    },
    messages: {
      redundant: '"{by}" in line {line} covers "{resource}" already; remove it here.',
    },
    fixable: true,
  },
  create(context) {
    return {
      statement({ resource, notResource }) {
        check(resource);
        check(notResource);
      },
    };

    function check(list: Elements | undefined): void {
      const { array, items = [] } = list ?? {};
      for (const [index, item] of items.entries()) {
        const by = items.find(
          (other, at) =>
            at !== index &&
            containsResource(other.value, item.value) &&
            (at < index || !containsResource(item.value, other.value)),
        );
        if (by === undefined) continue;
        context.report({
          at: item.node,
          messageId: 'redundant',
          data: { resource: item.value, by: by.value, line: by.node.loc.start.line },
          related: [{ path: context.path, at: by.node, message: related('covers') }],
          fix: () => (array === undefined ? undefined : removeElement(context.text, array, item.node)),
        });
      }
    }
  },
});
