import { createRule } from '../src/lint/rule.js';
import type { WorkloadPolicy } from '../src/analysis/verdict.js';
import type { UnknownNode } from '../src/policy/model/ast.js';
import { AGENCY_USES } from '../src/policy/facts/sensitive-actions.js';
import { spelledKey } from '../src/policy/facts/condition-keys.js';
import { foldAction } from '../src/policy/grants/pattern.js';
import type { Policy } from '../src/policy/model/policy.js';
import { reasonOf } from './shared/reasons/because-facts.js';
import { en } from '../src/wording/en/limits.js';
import { speaker } from '../src/wording/speaker.js';
import { nodeOf } from './shared/grants/grant-site.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

const say = speaker('limits', en);

export const rule = createRule({
  id: 'conditional-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that a declared call needs and that only some requests are granted',
      category: 'calls',
      recommended: 'warning',
      sources: [IAM_PAGES.policySyntax],
    },
    messages: {
      conditional: `"{action}" is needed for {call}{others, plural,
          =0 {} one { and # more call} other { and # more calls}},
        but granted to some requests only: {why, list, plain};
        keep the calls within that, or allow the action without it.`,
      undecided: `"{action}" is needed for {call}{others, plural,
          =0 {} one { and # more call} other { and # more calls}},
        and whether it is granted depends on {keys, list}, of which the manifest says nothing;
        say it under "context" of the call, or allow the action without it.`,
    },
  },
  create(context) {
    return {
      workload({ verdict, catalog, workload: { policies } }) {
        for (const { action, why, keys = [], sites, because, confidence } of verdict.conditional) {
          // That agencies are named is what pass-any-agency asks for.
          if (isAgencyUse(action) && why.every((one) => one === 'resource')) continue;
          // One place in each file is enough: the remedy is the same at all of them.
          const here = sites.find((site) => context.owns(site.policy.policy));
          const unknown = sites.length === 0 ? unknownStatement(policies, context.owns) : undefined;
          const at = here === undefined ? unknown : nodeOf(here);
          if (at === undefined) continue;
          const reason = reasonOf(because, catalog);
          const { call, others } = reason;
          const said =
            keys.length === 0
              ? ({
                  messageId: 'conditional',
                  data: { action, call, others, why: why.map((one) => say(one)) },
                } as const)
              : ({
                  messageId: 'undecided',
                  data: { action, call, others, keys: keys.map(spelledKey) },
                } as const);
          context.report({
            at,
            ...said,
            facts: { ...reason.facts, limits: why },
            confidence,
            related: reason.related,
            key: action,
            url: reason.url,
          });
        }
      },
    };
  },
});

function isAgencyUse(action: string): boolean {
  return AGENCY_USES.some((use) => foldAction(use) === foldAction(action));
}

/** Statements that only Terraform knows may allow or deny anything, and stand nowhere else. */
function unknownStatement(
  policies: readonly WorkloadPolicy[],
  owns: (policy: Policy) => boolean,
): UnknownNode | undefined {
  return policies.flatMap(({ policy }) => (owns(policy) ? policy.unknown : []))[0];
}
