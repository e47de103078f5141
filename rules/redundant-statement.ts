import { createRule } from '../src/lint/rule.js';
import { removeStatement } from '../src/policy/edit/edit.js';
import { subsumingStatements } from './shared/grants/subsumed.js';
import { related } from './shared/reasons/related.js';
import { accessAnalyzer } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'redundant-statement',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Statements that say nothing that other statements do not say',
      category: 'no-effect',
      recommended: 'warning',
      sources: [accessAnalyzer('Redundant statement')],
    },
    messages: {
      redundant: `{effect, select,
          Allow {What this statement allows is allowed}
          Deny {What this statement denies is denied}}
        by {lines, plural, one {that of line} other {those of lines}} {lines, list, plain} already; remove it.`,
    },
    fixable: true,
  },
  create(context) {
    return {
      statement(statement, policy) {
        const by = subsumingStatements(statement, policy);
        const at = statement.effectMember;
        if (by === undefined || at === undefined) return;
        context.report({
          at,
          messageId: 'redundant',
          data: {
            effect: statement.effect ?? 'Allow',
            lines: [...new Set(by.map(({ node }) => node.loc.start.line))],
          },
          related: by.map(({ effectMember, node }) => ({
            path: context.path,
            at: effectMember ?? node,
            message: related('saysAlready'),
          })),
          key: `statement ${statement.action?.items.map(({ value }) => value).join() ?? ''}`,
          fix: () => removeStatement(context.text, policy, statement),
        });
      },
    };
  },
});
