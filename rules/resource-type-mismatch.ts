import { resourceTypeName } from '../src/analysis/generation.js';
import { createRule } from '../src/lint/rule.js';
import { resourceParts } from '../src/policy/grants/resource.js';
import type { Element } from '../src/policy/model/policy.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { knownActions } from './shared/names/identity-actions.js';
import type { KnownAction } from './shared/names/identity-actions.js';

export const rule = createRule({
  id: 'resource-type-mismatch',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Resources of a type that no action of the statement takes, and actions whose type is missing',
      category: 'no-effect',
      recommended: 'warning',
      sources: [
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1280.html (column Resource Type)',
      ],
      kinds: ['identity-policy'],
    },
    messages: {
      resource:
        'No action of the statement takes a resource of type "{type}"; name one of type {types, list, or}.',
      action: '"{action}" has no resource here that it takes; add one of type {types, list, or} to Resource.',
    },
  },
  create(context) {
    return {
      statement(statement) {
        const { resource } = statement;
        if (resource === undefined || resource.unknown.length > 0 || resource.items.length === 0) return;
        const actions = knownActions(statement, context.catalog);
        if (actions === undefined) return;
        const typed = resource.items.map((element) => ({ element, type: typeOf(element) }));
        const taken = new Set(actions.flatMap(typesOf));
        for (const { element, type } of typed) {
          if (type !== undefined && taken.size > 0 && !taken.has(type))
            context.report({ at: element.node, messageId: 'resource', data: { type, types: listed(taken) } });
        }
        for (const known of actions) {
          const types = new Set(typesOf(known));
          const meets = typed.some(({ type }) => type === undefined || types.has(type));
          // Where no resource is of any use, that has been said of the resources.
          const idle = typed.every(({ type }) => type !== undefined && !taken.has(type));
          if (types.size > 0 && !meets && !idle)
            context.report({
              at: known.element.node,
              messageId: 'action',
              data: { action: known.element.value, types: listed(types) },
            });
        }
      },
    };
  },
});

/** Lower case; undefined where the type is a wildcard, or not known before run time. */
function typeOf({ value }: Element): string | undefined {
  const type = resourceParts(value)?.type;
  return type === undefined || /[*?]/.test(type) || hasPlaceholder(value) ? undefined : type;
}

function typesOf({ facts }: KnownAction): readonly string[] {
  return facts.resources.map(({ type }) => resourceTypeName(type).toLowerCase());
}

function listed(types: ReadonlySet<string>): readonly string[] {
  return [...types].sort();
}
