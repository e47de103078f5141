import { createRule } from '../src/lint/rule.js';
import type { RuleContext } from '../src/lint/rule-contract.js';

export const rule = createRule({
  id: 'suppression-without-reason',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Comments that switch a rule off without saying why',
      category: 'suppression',
      recommended: 'error',
      sources: ['https://eslint.org/docs/latest/use/configure/rules#comment-descriptions'],
    },
    messages: {
      unreasoned:
        'Unexpected suppression of {{rules}} without a reason, expected one behind two dashes: "… -- reason".',
    },
  },
  create(context) {
    return {
      document() {
        reportUnreasoned(context);
      },
      manifest() {
        reportUnreasoned(context);
      },
    };
  },
});

function reportUnreasoned(context: RuleContext<'unreasoned'>): void {
  for (const directive of context.source.directives) {
    if (directive.type === 'enable' || directive.reason !== '') continue;
    const rules =
      directive.rules.length === 0 ? 'all rules' : directive.rules.map((rule) => `"${rule}"`).join(', ');
    context.report({ at: directive, messageId: 'unreasoned', data: { rules } });
  }
}
