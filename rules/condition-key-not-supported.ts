import { createRule } from '../src/lint/rule.js';
import { GLOBAL_PREFIX, keyPrefix } from '../src/policy/facts/condition-keys.js';
import { keyFactsOf } from './shared/elements/condition-facts.js';
import { knownActions } from './shared/names/identity-actions.js';
import type { KnownAction } from './shared/names/identity-actions.js';
import { conditionsOf } from './shared/elements/listed.js';
import { related } from './shared/reasons/related.js';

export const rule = createRule({
  id: 'condition-key-not-supported',
  meta: {
    type: 'problem',
    docs: {
      description: 'Condition keys that the actions of the statement do not take',
      category: 'no-effect',
      recommended: 'warning',
      sources: [
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1287.html',
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1280.html (column Condition Key)',
      ],
      kinds: ['identity-policy'],
    },
    messages: {
      none: `No action of the statement takes the condition key "{key}", so that no request has it;
        use one that they take.`,
      some: `"{action}" does not take the condition key "{key}", so that no request for it has it;
        move the action into a statement of its own.`,
    },
  },
  create(context) {
    return {
      statement(statement) {
        const actions = knownActions(statement, context.catalog);
        if (actions === undefined) return;
        for (const { entry } of conditionsOf(statement)) {
          // Global keys are every action's, and unknown ones another rule's.
          if (keyPrefix(entry.key) === GLOBAL_PREFIX || keyFactsOf(entry.key, context.catalog) === undefined)
            continue;
          const without = actions.filter((action) => !takes(action, entry.key));
          const data = { key: entry.key };
          if (without.length === actions.length)
            context.report({ at: entry.member.name, messageId: 'none', data });
          else
            for (const { element } of without) {
              context.report({
                at: element.node,
                messageId: 'some',
                data: { ...data, action: element.value },
                key: `${element.value} ${entry.key}`,
                related: [{ path: context.path, at: entry.member.name, message: related('key') }],
              });
            }
        }
      },
    };
  },
});

/** A key beside a resource type holds for that type only; that is enough to take it. */
function takes({ facts }: KnownAction, key: string): boolean {
  const wanted = key.toLowerCase();
  return [...facts.condition_keys, ...facts.resources.flatMap((resource) => resource.condition_keys)].some(
    (documented) => {
      const known = documented.toLowerCase();
      // `obs:ExistingObjectTag/<tag-key>`: a name follows.
      const template = known.indexOf('<');
      return template === -1 ? known === wanted : wanted.startsWith(known.slice(0, template));
    },
  );
}
