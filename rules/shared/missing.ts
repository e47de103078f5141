import type { Missing } from '../../src/analysis/verdict.js';
import { createRule } from '../../src/lint/rule.js';
import type { PolicyRule, RuleContext, RuleDocs, RuleOptions } from '../../src/lint/rule.js';
import type { JudgedWorkload } from '../../src/lint/run/workload.js';
import { addAction } from '../../src/policy/edit/edit.js';
import { reasonOf } from './because-facts.js';

type Message = 'missing' | 'add';
interface Options extends RuleOptions {
  readonly fix: boolean;
}

/** The three rules on needs that nothing grants differ in which needs they are about, and in how bad that is. */
export function createMissingRule(definition: {
  readonly id: string;
  readonly docs: RuleDocs;
  readonly missing: string;
  readonly concerns: (missing: Missing) => boolean;
}): PolicyRule {
  return createRule<Message, Options>({
    id: definition.id,
    meta: {
      type: 'problem',
      docs: definition.docs,
      messages: { missing: definition.missing, add: 'Add "{{action}}".' },
      options: {
        properties: {
          fix: { type: 'boolean', description: 'Add the action when fixing, instead of only suggesting it.' },
        },
        defaults: { fix: false },
      },
      fixable: true,
      hasSuggestions: true,
    },
    create(context) {
      return {
        workload(judged) {
          for (const missing of judged.verdict.missing)
            if (definition.concerns(missing)) reportMissing(context, judged, missing);
        },
      };
    },
  });
}

function reportMissing(
  context: RuleContext<Message, Options>,
  { home, catalog }: JudgedWorkload,
  missing: Missing,
): void {
  const { action, generation, because, confidence } = missing;
  const place = home(action, generation);
  if (place === undefined || !context.owns(place.policy.policy)) return;
  const reason = reasonOf(because, catalog);
  const edits = () =>
    place.statement === undefined ? undefined : addAction(context.text, place.statement, action);
  context.report({
    at: place.node,
    messageId: 'missing',
    data: { action, call: reason.call },
    facts: reason.facts,
    confidence,
    related: reason.related,
    key: action,
    ...(reason.url === undefined ? {} : { url: reason.url }),
    ...(context.options.fix ? { fix: edits } : {}),
    suggest: [{ messageId: 'add', data: { action }, edits }],
  });
}
