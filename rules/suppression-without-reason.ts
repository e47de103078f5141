import { createRule } from '../src/lint/rule.js';

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
      unreasoned: `The suppression of {rules, plural, =0 {all rules} other {{rules, list}}} gives no reason;
        write one behind two dashes: "… -- reason".`,
    },
  },
  create(context) {
    return { document: reportUnreasoned, manifest: reportUnreasoned };

    function reportUnreasoned(): void {
      for (const directive of context.source.directives) {
        if (directive.type === 'enable' || directive.reason !== '') continue;
        context.report({ at: directive, messageId: 'unreasoned', data: { rules: directive.rules } });
      }
    }
  },
});
