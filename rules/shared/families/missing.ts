import type { Missing, Request } from '../../../src/analysis/verdict.js';
import { createRule } from '../../../src/lint/rule.js';
import type { Filled } from '../../../src/wording/message-places.js';
import type { Sentences } from '../../../src/wording/speaker.js';
import type { PolicyRule } from '../../../src/lint/policy-rule.js';
import type { RuleContext, RuleDocs, RuleOptions } from '../../../src/lint/rule-definition.js';
import type { JudgedWorkload } from '../../../src/lint/run/workload.js';
import { addAction } from '../../../src/policy/edit/edit.js';
import { isWildcard } from '../../../src/policy/grants/pattern.js';
import { nodeOf } from '../grants/grant-site.js';
import { reasonOf } from '../reasons/because-facts.js';
import { requestFacts, requestPlaces } from '../reasons/request-places.js';

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
const ELSEWHERE = `"{action}" is needed for {call}{others, plural,
    =0 {} one { and # more call} other { and # more calls}}{resources, plural, =0 {} other { on {resources, list}}}
  {context, plural, =0 {} other {with {context, list, plain}}}, and allowed for other requests only;
  allow these too, or mend what the manifest says of the call.`;
interface Messages extends Sentences {
  readonly missing: string;
  readonly elsewhere: typeof ELSEWHERE;
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
      messages: { missing: definition.missing, elsewhere: ELSEWHERE, wildcard: WILDCARD, add: ADD },
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
            if (!definition.concerns(missing)) continue;
            else if (missing.request === undefined || missing.elsewhere?.length === 0)
              reportMissing(context, judged, missing);
            else reportElsewhere(context, judged, missing, missing.request);
        },
      };
    },
  });
}

/** What is granted for other requests: whether these are to be granted too is for a person to say. */
function reportElsewhere(
  context: RuleContext<Messages, Options>,
  { catalog }: JudgedWorkload,
  { action, because, confidence, elsewhere = [] }: Missing,
  request: Request,
): void {
  const here = elsewhere.find((site) => context.owns(site.policy.policy));
  if (here === undefined) return;
  const reason = reasonOf(because, catalog);
  context.report({
    at: nodeOf(here),
    messageId: 'elsewhere',
    data: { action, call: reason.call, others: reason.others, ...requestPlaces(request) },
    facts: { ...reason.facts, request: requestFacts(action, request) },
    confidence,
    related: reason.related,
    key: `${action} ${request.resource}`,
    url: reason.url,
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
