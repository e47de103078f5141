import { createRule } from '../src/lint/rule.js';
import { removeActions } from '../src/policy/edit/edit.js';
import { sameAction } from '../src/policy/grants/pattern.js';
import { subsumerOf, subsumingStatements } from './shared/grants/subsumed.js';
import { related } from './shared/reasons/related.js';
import { accessAnalyzer } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'redundant-action',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Actions that a wildcard or another statement of the policy covers already',
      category: 'no-effect',
      recommended: 'warning',
      sources: [accessAnalyzer('Redundant action')],
    },
    messages: {
      redundant: '"{by}" in line {line} covers "{action}" already; remove it here.',
    },
    fixable: true,
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (subsumingStatements(statement, policy) !== undefined) return;
        for (const element of statement.action?.items ?? []) {
          const by = subsumerOf(element, statement, policy);
          if (by === undefined || (by.statement === statement && sameAction(by.element.value, element.value)))
            continue;
          context.report({
            at: element.node,
            messageId: 'redundant',
            data: { action: element.value, by: by.element.value, line: by.element.node.loc.start.line },
            related: [{ path: context.path, at: by.element.node, message: related('covers') }],
            fix: () => removeActions(context.text, policy, statement, [element]),
          });
        }
      },
    };
  },
});
