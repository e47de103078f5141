import { createRule } from '../src/lint/rule.js';
import type { ValueNode } from '../src/policy/model/ast.js';
import { GLOBAL_PREFIX, globalKey, keyPrefix } from '../src/policy/facts/condition-keys.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { elementOf } from '../src/policy/model/elements.js';
import { operatorOf } from '../src/policy/facts/operators.js';
import type { Policy, Statement } from '../src/policy/model/policy.js';
import { conditionsOf } from './shared/elements/listed.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

const CLASSIC = '1.1';
const IDENTITY = '5.0';

export const rule = createRule({
  id: 'version-language-mismatch',
  meta: {
    type: 'problem',
    docs: {
      description: 'Parts of one version of the policy language in a policy of another',
      category: 'migration',
      recommended: 'error',
      sources: [
        IAM_PAGES.policySyntax,
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1287.html',
      ],
      kinds: ['role', 'policy', 'agency-policy', 'identity-policy', 'resource-policy'],
    },
    messages: {
      element: 'Version "{version}" has no "{name}"; write Version "{other}", or remove it.',
      key: 'Version "{version}" has no condition key "{name}"; write Version "{other}", or use another key.',
      operator:
        'Version "{version}" has no operator "{name}"; write Version "{other}", or use another operator.',
      version: 'Write Version "{other}".',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      policy(policy) {
        const isIdentity = policy.kind === 'identity-policy' || policy.kind === 'resource-policy';
        const other = isIdentity ? CLASSIC : IDENTITY;
        for (const statement of policy.statements) {
          for (const member of statement.node.members)
            checkElement(member.name, member.name.value, policy, other);
          if (!isIdentity) checkCondition(statement, policy, other);
        }
      },
    };

    /** Of the policy's own members only `Depends` differs, which is `depends-not-allowed`'s. */
    function checkElement(at: ValueNode, name: string, policy: Policy, other: string): void {
      // A principal makes a policy of Version 5.0 another kind of policy, it is not one part too many.
      const alternatives =
        other === IDENTITY
          ? (['identity-policy', 'resource-policy'] as const)
          : (['policy', 'role'] as const);
      const siblings =
        other === IDENTITY
          ? (['policy', 'role'] as const)
          : (['identity-policy', 'resource-policy'] as const);
      if ([policy.kind, ...siblings].some((kind) => elementOf(kind, 'statement', name) !== undefined)) return;
      if (alternatives.some((kind) => elementOf(kind, 'statement', name)?.name === name))
        report('element', at, name, policy, other);
    }

    function checkCondition(statement: Statement, policy: Policy, other: string): void {
      for (const { operator, entry } of conditionsOf(statement)) {
        if (operatorOf(operator.name)?.operator.type === 'ip')
          report('operator', operator.member.name, operator.name, policy, other);
        else if (keyPrefix(entry.key) === GLOBAL_PREFIX && globalKey(entry.key)?.classic === false)
          report('key', entry.member.name, entry.key, policy, other);
      }
    }

    function report(
      messageId: 'element' | 'key' | 'operator',
      at: ValueNode,
      name: string,
      { version, versionMember }: Policy,
      other: string,
    ): void {
      const node = versionMember?.value;
      if (version === undefined || node?.type !== 'String') return;
      context.report({
        at,
        messageId,
        data: { name, version, other },
        confidence: messageId === 'element' ? 'certain' : 'likely',
        suggest: [
          { messageId: 'version', data: { other }, edits: () => replaceString(context.text, node, other) },
        ],
      });
    }
  },
});
