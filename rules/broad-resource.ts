import { resourceTypeName } from '../src/analysis/generation.js';
import { createRule } from '../src/lint/rule.js';
import type { Catalog } from '../src/catalog/catalog.js';
import { inferAccessLevel, isReadOnly, verbOf } from '../src/policy/facts/access-level.js';
import { isWildcard, serviceOf } from '../src/policy/grants/pattern.js';
import type { PolicyKind } from '../src/policy/model/policy.js';
import { RESOURCE_SERVICES } from '../src/policy/facts/service-scopes.js';
import { isDenied, isGrant, isNarrowed } from './shared/grants/granted.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'broad-resource',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Actions that change something, for every resource, where they could be narrowed',
      category: 'danger',
      recommended: false,
      sources: [
        IAM_PAGES.resourceLevelServices,
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
      kinds: ['policy', 'identity-policy'],
    },
    messages: {
      broad: `"{action}" is allowed for every resource; list in Resource those that are meant,
        of type {types, list, plain or}.`,
    },
  },
  create(context) {
    return {
      statement(statement, policy) {
        if (!isGrant(statement, policy) || statement.condition !== undefined) return;
        for (const { value, node } of statement.action?.items ?? []) {
          if (isWildcard(value) || isNarrowed(statement, value) || isDenied(value, policy)) continue;
          const stated = context.catalog.action(value)?.access_level;
          const types = typesOf(value, policy.kind, context.catalog);
          if (types.length === 0 || isReadOnly(stated ?? inferAccessLevel(value))) continue;
          context.report({
            at: node,
            messageId: 'broad',
            data: { action: value, types },
            confidence: stated === undefined ? 'likely' : 'certain',
          });
        }
      },
    };
  },
});

/** The resource types that an action can be narrowed to; none where it cannot be, or where nothing is known. */
function typesOf(action: string, kind: PolicyKind, catalog: Catalog): readonly string[] {
  // What does not exist yet has no name.
  if (verbOf(action.slice(action.lastIndexOf(':') + 1)) === 'create') return [];
  if (kind === 'identity-policy')
    return [...new Set(catalog.action(action)?.resources.map(({ type }) => resourceTypeName(type)))];
  const service = serviceOf(action) ?? '';
  const types = Object.hasOwn(RESOURCE_SERVICES, service) ? (RESOURCE_SERVICES[service]?.types ?? []) : [];
  const own = types.filter((type) => type.toLowerCase() === action.split(':')[1]?.toLowerCase());
  return own.length === 0 &&
    catalog
      .operationsNeeding(action)
      .some(({ actions, scope }) => scope.resource === true && actions.includes(action))
    ? types
    : own;
}
