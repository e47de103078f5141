import { nearNames } from '../src/calls/near-names.js';
import type { Catalog } from '../src/catalog/catalog.js';
import { createRule } from '../src/lint/rule.js';
import { isWildcard, serviceOf } from '../src/policy/pattern.js';
import type { PolicyKind } from '../src/policy/policy.js';
import { replaceString } from '../src/policy/edit.js';
import { hasIdentityFacts } from './shared/identity-facts.js';

/** More would not help to choose. */
const SHOWN = 2;

export const rule = createRule({
  id: 'unknown-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that the catalog does not know',
      category: 'calls',
      recommended: 'warning',
      strict: 'error',
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/错误码.md (IAM.1036)',
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/权限及授权项说明.md',
      ],
    },
    messages: {
      unknown: 'Unexpected action "{{action}}", expected one that the documentation of {{service}} names.',
      near: 'Unexpected action "{{action}}", expected one that the documentation of {{service}} names, such as {{near}}.',
      replace: 'Replace it by "{{action}}".',
    },
    confidence: 'likely',
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement({ action, notAction }, policy) {
        for (const { value, node } of [...(action?.items ?? []), ...(notAction?.items ?? [])]) {
          if (!isUnknown(value, policy.kind, context.catalog)) continue;
          const service = serviceOf(value) ?? '';
          const near = nearNames(value, context.catalog.service(service)?.actions.keys() ?? [], SHOWN).map((name) => context.catalog.action(name)?.name ?? name);
          const data = { action: value, service };
          if (near.length === 0) context.report({ at: node, messageId: 'unknown', data, confidence: 'doubtful' });
          else {
            context.report({
              at: node,
              messageId: 'near',
              data: { ...data, near: near.map((name) => `"${name}"`).join(' or ') },
              facts: { near },
              suggest: near.map((name) => ({ messageId: 'replace', data: { action: name }, edits: () => replaceString(context.text, node, name) })),
            });
          }
        }
      },
    };
  },
});

/** Three names joined by colons: other forms are another rule's. */
const WELL_FORMED = /^[\w-]+:[\w-]+:[\w-]+$/;

function isUnknown(action: string, kind: PolicyKind, catalog: Catalog): boolean {
  if (isWildcard(action) || !WELL_FORMED.test(action)) return false;
  const service = catalog.service(serviceOf(action) ?? '');
  if (service === undefined || catalog.action(action) !== undefined || catalog.formerAction(action) !== undefined) return false;
  return kind === 'role' || kind === 'policy' || hasIdentityFacts(service);
}
