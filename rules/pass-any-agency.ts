import { createRule } from '../src/lint/rule.js';
import { AGENCY_USES } from '../src/policy/facts/sensitive-actions.js';
import { matches } from '../src/policy/grants/pattern.js';
import type { Element, Statement } from '../src/policy/model/policy.js';
import { isAnyResource, resourceParts } from '../src/policy/grants/resource.js';
import { grantedAmong } from './shared/grants/allowed-pattern.js';
import { isDeclared } from './shared/grants/declared.js';
import { isDenied, isGrant } from './shared/grants/granted.js';
import { accessAnalyzer, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'pass-any-agency',
  meta: {
    type: 'problem',
    docs: {
      description: 'Any agency of the account may be assumed, or passed to a service',
      category: 'danger',
      recommended: 'warning',
      strict: 'error',
      sources: [
        IAM_PAGES.createAgencyPolicy,
        accessAnalyzer('Pass role with star in resource, action, NotAction, NotResource'),
      ],
      kinds: ['policy', 'agency-policy', 'identity-policy'],
    },
    messages: {
      action: '"{action}" is allowed for every agency; name in Resource those that are meant.',
      resource: '"{resource}" allows "{action}" for every agency; name those that are meant.',
      notResource:
        'NotResource allows "{action}" for every other agency; name in Resource those that are meant.',
      notAction: `Allow with NotAction allows "{action}" for every agency;
        add it to NotAction, or name the agencies that are meant.`,
    },
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (statement.condition !== undefined || !isGrant(statement, policy)) return;
        const { notAction, notResource } = statement;
        if (notAction?.unknown.length === 0) {
          const action = AGENCY_USES.find(
            (one) => !notAction.items.some(({ value }) => matches(value, one)) && !isDenied(one, policy),
          );
          if (action !== undefined && openResource(statement) !== 'closed')
            context.report({ at: notAction.member.name, messageId: 'notAction', data: { action } });
        }
        const [first] = grantedAmong(AGENCY_USES, statement, policy);
        if (first === undefined) return;
        const action = first.element.value;
        const open = openResource(statement);
        if (notResource !== undefined)
          context.report({ at: notResource.member.name, messageId: 'notResource', data: { action } });
        // A policy 1.1 cannot name agencies beside other actions; a declared call is reason enough there.
        else if (open === 'absent' && (policy.kind !== 'policy' || !isDeclared(action, context.workloads)))
          context.report({ at: first.element.node, messageId: 'action', data: { action } });
        else if (typeof open === 'object')
          context.report({ at: open.node, messageId: 'resource', data: { resource: open.value, action } });
      },
    };
  },
});

/** What leaves the agencies open: no Resource at all, or the element that names all of them. */
function openResource({ resource, notResource }: Statement): Element | 'absent' | 'closed' {
  if (resource === undefined) return notResource === undefined ? 'absent' : 'closed';
  return resource.items.find(({ value }) => isEveryAgency(value)) ?? 'closed';
}

/** `*`, `/iam/agencies/*` and, in URNs, a path of stars whatever the account: an agency is found by its name. */
function isEveryAgency(resource: string): boolean {
  if (isAnyResource(resource, 'iam:agencies:assume')) return true;
  const parts = resourceParts(resource);
  return (
    parts !== undefined &&
    ['iam', '*'].includes(parts.service) &&
    /^(?:\*+|agenc(?:y|ies))$/.test(parts.type) &&
    /^[*/]+$/.test(parts.path)
  );
}
