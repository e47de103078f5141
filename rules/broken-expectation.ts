import type { Expectation } from '../src/expectations/expectation.js';
import type { Breach } from '../src/expectations/judge-expectations.js';
import { createRule } from '../src/lint/rule.js';
import { pathOf } from '../src/lint/language/source-code.js';
import type { DecidingStatement } from '../src/policy/requests/decide-request.js';
import { related } from './shared/reasons/related.js';
import { toldRequest } from './shared/reasons/expected-request.js';

export const rule = createRule({
  id: 'broken-expectation',
  meta: {
    type: 'problem',
    docs: {
      description: 'Policies that allow what they never must, or do not allow what they always must',
      category: 'access',
      recommended: 'error',
      sources: ['https://github.com/lint-policies/lint-policies/blob/main/docs-out/guides/expectations.md'],
    },
    messages: {
      never: `{policies, list} {policies, plural, one {allows} other {together allow}} "{action}" on "{resource}"{context,
        plural, =0 {} other { with {context, list}}}, which must never be allowed ("{expected}"); narrow the statement at
        {place}, or change what is expected.`,
      always: `{policies, list} {policies, plural, one {does} other {together do}} not allow "{action}" on
        "{resource}"{context, plural, =0 {} other { with {context, list}}}, which must always be allowed ("{expected}");
        {denied, select, true {narrow the Deny at {place}} false {allow it}}, or change what is expected.`,
      beyond: `{policies, list} {policies, plural, one {allows} other {together allow}} "{action}" on
        "{resource}"{context, plural, =0 {} other { with {context, list}}}, which "{expected}" does not allow; narrow the
        statement at {place}, or change what is expected.`,
      short: `{policies, list} {policies, plural, one {does} other {together do}} not allow "{action}" on
        "{resource}"{context, plural, =0 {} other { with {context, list}}}, which "{expected}" allows;
        {denied, select, true {narrow the Deny at {place}} false {allow it}}, or change what is expected.`,
    },
  },
  create(context) {
    return {
      expectations({ outcomes }) {
        for (const { expectation, policies, breaches } of outcomes)
          for (const breach of breaches) {
            const { facts, ...request } = toldRequest(breach, context.catalog);
            const names = policies.map(({ id }) => id);
            context.report({
              at: expectation.span,
              ...said(messageFor(expectation, breach), {
                policies: names,
                expected: expectation.text,
                ...request,
                denied: breach.as === 'refused' && breach.by !== undefined,
                place: breach.by === undefined ? '' : placeOf(breach.by),
              }),
              facts: { kind: expectation.kind, ...facts, ...decidedBy(breach) },
              related: placesOf(expectation, breach),
              key: keyOf(expectation, names, breach),
            });
          }
      },
    };
  },
});

type MessageId = 'never' | 'always' | 'beyond' | 'short';

/** All of them take the same. */
function said<Data>(messageId: MessageId, data: Data) {
  switch (messageId) {
    case 'never':
      return { messageId, data } as const;
    case 'always':
      return { messageId, data } as const;
    case 'beyond':
      return { messageId, data } as const;
    case 'short':
      return { messageId, data } as const;
  }
}

function messageFor({ kind }: Expectation, { as }: Breach): MessageId {
  if (kind === 'never' || kind === 'always') return kind;
  return as === 'allowed' ? 'beyond' : 'short';
}

/** `app.json:7` */
function placeOf({ policy, statement }: DecidingStatement): string {
  return `${pathOf(policy.policy)}:${String(statement.node.loc.start.line)}`;
}

function decidedBy({ by }: Breach) {
  return by === undefined ? {} : { by: { policy: by.policy.id, line: by.statement.node.loc.start.line } };
}

function placesOf({ kind }: Expectation, { as, by, expectedBy }: Breach) {
  const place = (one: DecidingStatement | undefined, message: string) =>
    one === undefined ? [] : [{ path: pathOf(one.policy.policy), at: one.statement.node, message }];
  return [
    ...place(by, related(as === 'allowed' ? 'allows' : 'denies')),
    // What "always" compares with is the expectation itself.
    ...place(kind === 'same-as' ? expectedBy : undefined, related('allows')),
  ];
}

/** The same as long as the same policy breaks the same expectation in the same way, whatever the request that shows it. */
function keyOf({ kind, text }: Expectation, policies: readonly string[], { as }: Breach): string {
  return JSON.stringify([kind, text, policies, as]);
}
