import { createRule } from '../../src/lint/rule.js';
import type { PolicyRule, RuleDocs } from '../../src/lint/rule-contract.js';
import type { AccessLevel } from '../../src/policy/facts/access-level.js';
import { replaceAction } from '../../src/policy/edit/edit.js';
import { isDenied, isGrant, isNarrowed } from './granted.js';
import { breadthOf, namesUnder, reachOf } from './reach.js';

/** More names than these are listed in the record only. */
const SHOWN = 3;
/** More actions than a custom policy may have (IAM.1033) are not worth writing down. */
const MOST = 100;

/** The rules on what stands under a wildcard differ in the access level that they look for. */
export function createWildcardLevelRule({
  id,
  docs,
  level,
  verb,
}: {
  readonly id: string;
  readonly docs: RuleDocs;
  readonly level: AccessLevel;
  readonly verb: string;
}): PolicyRule {
  return createRule({
    id,
    meta: {
      type: 'suggestion',
      docs,
      messages: {
        known: `Unexpected wildcard "{{pattern}}", expected the actions by name; {{count}} of them ${verb}: {{examples}}.`,
        unknown: `Unexpected wildcard "{{pattern}}", expected the actions by name; its name suggests that some ${verb}.`,
        expand: 'Replace it by the {{count}} actions that it stands for.',
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
              data: { pattern, count: granted.length, examples: listed(granted) },
              facts: { level, actions: granted },
              confidence: reach.confidence,
              suggest:
                names.length > MOST
                  ? []
                  : [
                      {
                        messageId: 'expand',
                        data: { count: names.length },
                        edits: () =>
                          names.length === 0
                            ? undefined
                            : replaceAction(context.text, statement, element, names),
                      },
                    ],
            });
          }
        },
      };
    },
  });
}

function listed(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return `${names
    .slice(0, SHOWN)
    .map((name) => `"${name}"`)
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
