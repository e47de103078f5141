import type { Missing } from '../../../src/analysis/verdict.js';
import { createRule } from '../../../src/lint/rule.js';
import type { Filled } from '../../../src/wording/message-places.js';
import type { Sentences } from '../../../src/wording/speaker.js';
import type { PolicyRule } from '../../../src/lint/policy-rule.js';
import type { RuleContext, RuleDocs, RuleOptions } from '../../../src/lint/rule-definition.js';
import type { JudgedWorkload } from '../../../src/lint/run/workload.js';
import { addAction } from '../../../src/policy/edit/edit.js';
import { isWildcard } from '../../../src/policy/grants/pattern.js';
import { reasonOf } from '../reasons/because-facts.js';

/** What a message is filled with. */
interface Needed {
  readonly action: string;
  readonly call: string;
  readonly others: number;
}

const ADD = 'Add "{action}".';
const WILDCARD = `The documentation names "{action}" as a dependency of {call}{others, plural,
    =0 {} one { and # more call} other { and # more calls}}, and not which of it is needed; no policy allows all of it:
  allow what you know to be needed of it, and suppress the finding with that as the reason.`;
interface Messages extends Sentences {
  readonly missing: string;
  readonly wildcard: typeof WILDCARD;
  readonly add: typeof ADD;
}
interface Options extends RuleOptions {
  readonly fix: boolean;
}

/** The three rules on needs that nothing grants differ in which needs they are about, and in how bad that is. */
export function createMissingRule<const Message extends string>(definition: {
  readonly id: string;
  readonly docs: RuleDocs;
  readonly missing: Filled<Message, Needed>;
  readonly concerns: (missing: Missing) => boolean;
}): PolicyRule {
  return createRule<Messages, Options>({
    id: definition.id,
    meta: {
      type: 'problem',
      docs: definition.docs,
      messages: { missing: definition.missing, wildcard: WILDCARD, add: ADD },
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
  context: RuleContext<Messages, Options>,
  { home, catalog }: JudgedWorkload,
  missing: Missing,
): void {
  const { action, generation, because, confidence } = missing;
  const place = home(action, generation);
  if (place === undefined || !context.owns(place.policy.policy)) return;
  const reason = reasonOf(because, catalog);
  // A whole service is not to be granted at a keystroke.
  const isTooMuch = isWildcard(action) && missing.as === 'dependency';
  const edits = () =>
    place.statement === undefined || isTooMuch ? undefined : addAction(context.text, place.statement, action);
  context.report({
    at: place.node,
    messageId: isTooMuch ? 'wildcard' : 'missing',
    data: { action, call: reason.call, others: reason.others },
    facts: reason.facts,
    confidence,
    related: reason.related,
    key: action,
    url: reason.url,
    fix: context.options.fix ? edits : undefined,
    suggest: isTooMuch ? [] : [{ messageId: 'add', data: { action }, edits }],
  });
}
