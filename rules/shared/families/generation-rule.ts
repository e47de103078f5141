import type { Catalog } from '../../../src/catalog/catalog.js';
import { createRule } from '../../../src/lint/rule.js';
import type { Filled } from '../../../src/wording/message-places.js';
import type { PolicyRule } from '../../../src/lint/policy-rule.js';
import type { Edits, RuleDocs } from '../../../src/lint/rule-definition.js';
import { replaceAction } from '../../../src/policy/edit/edit.js';
import { translation } from '../names/generations.js';
import { actionsOf } from '../elements/listed.js';

export interface GenerationRule<Message extends string> {
  readonly id: string;
  readonly docs: RuleDocs;
  readonly message: Filled<Message, { readonly action: string; readonly names: readonly string[] }>;
  /** What an action is called in the generation that the policy is of; none where it is of that generation, or unknown. */
  readonly namesOf: (action: string, catalog: Catalog) => readonly string[];
  /** Where these names, all of them, may be written for what the action stands for. Left out: one of them, in an Allow. */
  readonly exactIn?: (names: readonly string[], catalog: Catalog) => Places;
  /** Whether a name of the other generation cannot be one of this, too. */
  readonly isCertain?: (action: string, catalog: Catalog) => boolean;
  /** Left out: the name grants nothing, which is a problem. */
  readonly type?: 'suggestion';
}

/** `allow`: one name in the Action of an Allow, where less than was meant does no harm. */
export type Places = 'anywhere' | 'allow' | 'nowhere';

/** The rules on names of the other generation differ in the direction. */
export function createGenerationRule<const Message extends string>({
  id,
  docs,
  message,
  namesOf,
  exactIn = () => 'allow',
  isCertain = () => true,
  type,
}: GenerationRule<Message>): PolicyRule {
  // Its places were checked where the rule is made; here they are whatever data holds.
  const other: string = message;
  return createRule({
    id,
    meta: {
      type: type ?? 'problem',
      docs,
      messages: { other, replace: 'Replace it by {names, list, and}.' },
      fixable: true,
      hasSuggestions: true,
    },
    create(context) {
      return {
        statement(statement) {
          for (const element of actionsOf(statement)) {
            const names = namesOf(element.value, context.catalog);
            if (names.length === 0) continue;
            const edits = () => replaceAction(context.text, statement, element, names);
            const fixes: Readonly<Record<Places, Edits | undefined>> = {
              anywhere: edits,
              allow: translation(context, statement, element, names),
              nowhere: undefined,
            };
            const fix = fixes[exactIn(names, context.catalog)];
            context.report({
              at: element.node,
              messageId: 'other',
              data: { action: element.value, names },
              confidence: isCertain(element.value, context.catalog) ? 'certain' : 'likely',
              fix,
              suggest: fix === undefined ? [{ messageId: 'replace', data: { names }, edits }] : [],
            });
          }
        },
      };
    },
  });
}
