import { createRule } from '../src/lint/rule.js';
import { removeStatement } from '../src/policy/edit/edit.js';
import { subsumingStatements } from './shared/subsumed.js';

export const rule = createRule({
  id: 'redundant-statement',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Statements that say nothing that other statements do not say',
      category: 'no-effect',
      recommended: 'warning',
      sources: [
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Redundant statement)',
      ],
    },
    messages: {
      redundant: 'Unexpected statement, expected it to be removed; {{by}} {{verb}} all that it {{effect}}.',
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
            by: `${by.length === 1 ? 'that' : 'those'} of line ${by.map(({ node }) => String(node.loc.start.line)).join(' and ')}`,
            verb:
              statement.effect === 'Deny'
                ? by.length === 1
                  ? 'denies'
                  : 'deny'
                : by.length === 1
                  ? 'allows'
                  : 'allow',
            effect: statement.effect === 'Deny' ? 'denies' : 'allows',
          },
          related: by.map(({ effectMember, node }) => ({
            path: context.path,
            at: effectMember ?? node,
            message: 'says it already',
          })),
          key: `statement ${statement.action?.items.map(({ value }) => value).join() ?? ''}`,
          fix: () => removeStatement(context.text, policy, statement),
        });
      },
    };
  },
});
