import { createRule } from '../src/lint/rule.js';
import { replaceAction } from '../src/policy/edit/edit.js';
import { actionsOf } from './shared/listed.js';
import { translation } from './shared/generations.js';

export const rule = createRule({
  id: 'former-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that only older pages of the documentation name',
      category: 'migration',
      recommended: 'warning',
      sources: ['https://github.com/huaweicloudDocs/ecs (revisions of the pages 权限及授权项)'],
    },
    messages: {
      replaced: 'Unexpected "{{action}}", last documented in {{last}}, expected {{names}} in its place.',
      gone: 'Unexpected "{{action}}", last documented in {{last}}, expected an action that is documented today.',
      replace: 'Replace it by {{names}}.',
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
          const listed = enumerate(names);
          const data = { action: element.value, last: former.last_documented };
          if (names.length === 0) {
            context.report({ at: element.node, messageId: 'gone', data, confidence: 'doubtful' });
            continue;
          }
          const fix = translation(context, statement, element, names);
          context.report({
            at: element.node,
            messageId: 'replaced',
            data: { ...data, names: listed },
            facts: { replacedBy: names },
            ...(fix === undefined
              ? {
                  suggest: [
                    {
                      messageId: 'replace' as const,
                      data: { names: listed },
                      edits: () => replaceAction(context.text, statement, element, names),
                    },
                  ],
                }
              : { fix }),
          });
        }
      },
    };
  },
});

/** More names than these are listed in the record only. */
const SHOWN = 3;

function enumerate(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return `${names
    .slice(0, SHOWN)
    .map((name) => `"${name}"`)
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
