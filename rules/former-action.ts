import { createRule } from '../src/lint/rule.js';
import { replaceAction } from '../src/policy/edit/edit.js';
import { actionsOf } from './shared/elements/listed.js';
import { translation } from './shared/names/generations.js';
import { isSlipOf } from './shared/names/slips.js';
import { serviceDocs } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'former-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that only older pages of the documentation name',
      category: 'migration',
      recommended: 'warning',
      sources: [serviceDocs('ecs', 'revisions of the pages 权限及授权项')],
    },
    messages: {
      replaced: '"{action}" was last documented in {last}; use {names, list, 3} in its place.',
      gone: '"{action}" was last documented in {last}; use an action that is documented today.',
      replace: 'Replace it by {names, list, 3}.',
    },
    confidence: 'likely',
    fixable: true,
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement) {
        for (const element of actionsOf(statement)) {
          const former =
            context.catalog.action(element.value) === undefined
              ? context.catalog.formerAction(element.value)
              : undefined;
          if (former === undefined) continue;
          const names = former.replaced_by;
          const data = { action: element.value, last: former.last_documented };
          if (names.length === 0) {
            context.report({ at: element.node, messageId: 'gone', data, confidence: 'doubtful' });
            continue;
          }
          // A new name that is a slip away from the old one may be a slip of the page: a person decides.
          const fix = names.some((name) => isSlipOf(name, element.value))
            ? undefined
            : translation(context, statement, element, names);
          const edits = () => replaceAction(context.text, statement, element, names);
          context.report({
            at: element.node,
            messageId: 'replaced',
            data: { ...data, names },
            facts: { replacedBy: names },
            fix,
            suggest: fix === undefined ? [{ messageId: 'replace', data: { names }, edits }] : [],
          });
        }
      },
    };
  },
});
