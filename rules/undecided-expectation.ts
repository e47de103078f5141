import { createRule } from '../src/lint/rule.js';

export const rule = createRule({
  id: 'undecided-expectation',
  meta: {
    type: 'problem',
    docs: {
      description: 'Expectations of which nobody can say whether policies keep them',
      category: 'access',
      recommended: 'error',
      sources: ['https://github.com/lint-policies/lint-policies/blob/main/docs-out/guides/expectations.md'],
    },
    messages: {
      stopped: `Nobody can say whether {policies, list} {policies, plural, one {keeps} other {together keep}} "{expected}":
        {stops, list} {stops, plural, one {is} other {are}} not decided; write that part so that it can be, or expect less.`,
      unread: `Nobody can say whether "{path}" keeps what is expected, as it cannot be read; mend it, or leave it out of
        "policies".`,
    },
  },
  create(context) {
    return {
      expectations({ outcomes, unread, file }) {
        for (const { expectation, policies, stops } of outcomes) {
          if (stops.length === 0) continue;
          const names = policies.map(({ id }) => id);
          context.report({
            at: expectation.span,
            messageId: 'stopped',
            data: { policies: names, expected: expectation.text, stops },
            facts: { kind: expectation.kind },
            key: JSON.stringify([expectation.kind, expectation.text, names]),
          });
        }
        const [first] = file.expectations;
        if (first === undefined) return;
        for (const path of unread)
          context.report({
            at: file.policies?.find((name) => name.path === path)?.span ?? first.span,
            messageId: 'unread',
            data: { path },
            key: path,
          });
      },
    };
  },
});
