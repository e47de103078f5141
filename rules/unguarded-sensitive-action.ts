import { createRule } from '../src/lint/rule.js';
import { isWildcard } from '../src/policy/grants/pattern.js';
import { SENSITIVE_ACTIONS } from '../src/policy/facts/sensitive-actions.js';
import type { Statement } from '../src/policy/model/policy.js';
import { grantedAmong } from './shared/grants/allowed-pattern.js';
import { isDeclared } from './shared/grants/declared.js';
import { GRANTING_KINDS } from './shared/grants/granted.js';
import { conditionsOf } from './shared/elements/listed.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'unguarded-sensitive-action',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Sensitive actions that no second factor and no source is asked for',
      category: 'danger',
      recommended: false,
      strict: 'warning',
      sources: [
        `${IAM_PAGES.policySyntax} (g:MFAPresent)`,
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1287.html (g:SourceIp, g:SourceVpc)',
      ],
      kinds: GRANTING_KINDS.filter((kind) => kind !== 'role'),
    },
    messages: {
      literal: '"{action}" is allowed without a guard; add a Condition, such as one with "{key}".',
      wildcard: `"{action}" allows {sensitive, list, 1} without a guard;
        add a Condition, such as one with "{key}".`,
    },
    options: {
      properties: {
        actions: {
          type: 'array',
          items: { type: 'string' },
          description: 'Actions that need a guard, by their full names.',
        },
        keys: {
          type: 'array',
          items: { type: 'string' },
          minItems: 1,
          description: 'Condition keys of which one is guard enough.',
        },
      },
      defaults: {
        actions: SENSITIVE_ACTIONS,
        keys: [
          'g:MFAPresent',
          'g:MFAAge',
          'g:SourceIp',
          'g:VpcSourceIp',
          'g:SourceVpc',
          'g:SourceVpce',
        ] as readonly string[],
      },
    },
  },
  create(context) {
    const { actions, keys } = context.options;
    const guards = new Set(keys.map((key) => key.toLowerCase()));
    return {
      statement(statement, policy) {
        if (isGuarded(statement, guards)) return;
        for (const { element, actions: sensitive } of grantedAmong(actions, statement, policy)) {
          if (isDeclared(element.value, context.workloads)) continue;
          const data = {
            action: element.value,
            sensitive,
            key: keys[0] ?? '',
          };
          context.report({
            at: element.node,
            messageId: isWildcard(element.value) ? 'wildcard' : 'literal',
            data,
            facts: { actions: sensitive, keys },
          });
        }
      },
    };
  },
});

function isGuarded(statement: Statement, guards: ReadonlySet<string>): boolean {
  return conditionsOf(statement).some(({ entry }) => guards.has(entry.key.toLowerCase()));
}
