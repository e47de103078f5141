import type { Catalog } from '../../src/catalog/catalog.js';
import { createRule } from '../../src/lint/rule.js';
import type { PolicyRule, RuleDocs } from '../../src/lint/rule-contract.js';
import { replaceAction } from '../../src/policy/edit/edit.js';
import { translation } from './generations.js';
import { actionsOf } from './listed.js';

export interface GenerationRule {
  readonly id: string;
  readonly docs: RuleDocs;
  /** With `{{action}}` and `{{names}}`. */
  readonly message: string;
  /** What an action is called in the generation that the policy is of; none where it is of that generation, or unknown. */
  readonly namesOf: (action: string, catalog: Catalog) => readonly string[];
}

/** The rules on names of the other generation differ in the direction. */
export function createGenerationRule({ id, docs, message, namesOf }: GenerationRule): PolicyRule {
  return createRule({
    id,
    meta: {
      type: 'problem',
      docs,
      messages: { other: message, replace: 'Replace it by {{names}}.' },
      fixable: true,
      hasSuggestions: true,
    },
    create(context) {
      return {
        statement(statement) {
          for (const element of actionsOf(statement)) {
            const names = namesOf(element.value, context.catalog);
            if (names.length === 0) continue;
            const listed = names.map((name) => `"${name}"`).join(' and ');
            const fix = translation(context, statement, element, names);
            context.report({
              at: element.node,
              messageId: 'other',
              data: { action: element.value, names: listed },
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
}
