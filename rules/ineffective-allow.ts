import { createRule } from '../src/lint/rule.js';
import { removeActions } from '../src/policy/edit/edit.js';
import { contains } from '../src/policy/grants/pattern.js';
import type { Element, Policy, Statement } from '../src/policy/model/policy.js';
import { isAnyResource } from '../src/policy/grants/resource.js';
import { related } from './shared/reasons/related.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'ineffective-allow',
  meta: {
    type: 'problem',
    docs: {
      description: 'Allowed actions that the same policy denies altogether',
      category: 'no-effect',
      recommended: 'warning',
      sources: [IAM_PAGES.authorization, IAM_PAGES.policySyntax],
    },
    messages: {
      denied: `"{action}" is allowed here and denied by "{by}" in line {line}, and Deny wins;
        remove it here, or leave it out of the Deny.`,
      remove: 'Remove "{action}" from the Allow.',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (statement.effect !== 'Allow') return;
        for (const element of statement.action?.items ?? []) {
          const by = denierOf(element, policy);
          if (by === undefined) continue;
          context.report({
            at: element.node,
            messageId: 'denied',
            data: { action: element.value, by: by.value, line: by.node.loc.start.line },
            related: [{ path: context.path, at: by.node, message: related('denies') }],
            suggest: [
              {
                messageId: 'remove',
                data: { action: element.value },
                edits: () => removeActions(context.text, policy, statement, [element]),
              },
            ],
          });
        }
      },
    };
  },
});

/** A Deny of the same policy that holds for every request for the action. */
function denierOf({ value }: Element, { statements }: Policy): Element | undefined {
  for (const statement of statements) {
    if (statement.effect !== 'Deny' || !isUnlimited(statement, value)) continue;
    const denier = statement.action?.items.find((other) => contains(other.value, value));
    if (denier !== undefined) return denier;
  }
  return undefined;
}

function isUnlimited(
  { condition, principalMember, resource, notResource }: Statement,
  action: string,
): boolean {
  return (
    condition === undefined &&
    principalMember === undefined &&
    notResource === undefined &&
    (resource === undefined || resource.items.some(({ value }) => isAnyResource(value, action)))
  );
}
