import { createRule } from '../../../src/lint/rule.js';
import type { Filled } from '../../../src/wording/message-places.js';
import type { PolicyRule } from '../../../src/lint/policy-rule.js';
import type { RuleDocs } from '../../../src/lint/rule-definition.js';
import type { AccessLevel } from '../../../src/policy/facts/access-level.js';
import { replaceAction } from '../../../src/policy/edit/edit.js';
import { isDenied, isGrant, isNarrowed } from '../grants/granted.js';
import { breadthOf, namesUnder, reachOf } from '../grants/reach.js';

/** More actions than a custom policy may have (IAM.1033) are not worth writing down. */
const MOST = 100;

interface Pattern {
  readonly pattern: string;
}

/** The rules on what stands under a wildcard differ in the access level that they look for. */
export function createWildcardLevelRule<const Known extends string, const Unknown extends string>({
  id,
  docs,
  level,
  known,
  unknown,
}: {
  readonly id: string;
  readonly docs: RuleDocs;
  readonly level: AccessLevel;
  /** Of a wildcard whose actions of that level the catalog names. */
  readonly known: Filled<Known, Pattern & { readonly count: number; readonly examples: readonly string[] }>;
  /** Where only the name tells. */
  readonly unknown: Filled<Unknown, Pattern>;
}): PolicyRule {
  // Their places were checked where the rule is made; here they are whatever data holds.
  const messages: Readonly<Record<'known' | 'unknown', string>> = { known, unknown };
  return createRule({
    id,
    meta: {
      type: 'suggestion',
      docs,
      messages: {
        ...messages,
        expand: 'Replace it by {count, plural, one {the action} other {the # actions}} that it stands for.',
      },
      hasSuggestions: true,
    },
    create(context) {
      return {
        statement(statement, policy) {
          if (!isGrant(statement, policy)) return;
          for (const element of statement.action?.items ?? []) {
            const pattern = element.value;
            const reach =
              breadthOf(pattern) === 'part' && !isNarrowed(statement, pattern)
                ? reachOf(pattern, level, context.catalog)
                : undefined;
            if (reach === undefined) continue;
            const granted = reach.actions.filter((action) => !isDenied(action, policy));
            if (reach.actions.length > 0 && granted.length === 0) continue;
            const names = namesUnder(pattern, context.catalog) ?? [];
            context.report({
              at: element.node,
              messageId: granted.length === 0 ? 'unknown' : 'known',
              data: { pattern, count: granted.length, examples: granted },
              facts: { level, actions: granted },
              confidence: reach.confidence,
              suggest:
                names.length === 0 || names.length > MOST
                  ? []
                  : [
                      {
                        messageId: 'expand',
                        data: { count: names.length },
                        edits: () => replaceAction(context.text, statement, element, names),
                      },
                    ],
            });
          }
        },
      };
    },
  });
}
