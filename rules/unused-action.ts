import { useOf } from '../src/analysis/needs/unused.js';
import type { Use } from '../src/analysis/needs/unused.js';
import type { GrantSite } from '../src/analysis/verdict.js';
import { createRule } from '../src/lint/rule.js';
import type { JudgedWorkload } from '../src/lint/run/workload.js';
import { callText } from '../src/lint/results/workload-record.js';
import { removeAction } from '../src/policy/edit/edit.js';
import { compileGrants } from '../src/policy/grants/grant.js';
import { neededBy } from './shared/reasons/because-facts.js';
import { nodeOf } from './shared/grants/grant-site.js';
import { periodText } from './shared/reasons/observation.js';

type Unused = Extract<Use, { kind: 'unused' }>;

export const rule = createRule({
  id: 'unused-action',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Actions that only calls need which nobody has made for a long time',
      category: 'calls',
      recommended: 'warning',
      sources: ['https://support.huaweicloud.com/intl/en-us/usermanual-cts/cts_03_0010.html'],
    },
    messages: {
      never: `"{action}" is needed for {call}{others, plural,
          =0 {} one { and # more call} other { and # more calls}} only,
        of which {observed} show none; remove what is not used.`,
      stale: `"{action}" is needed for {call}{others, plural,
          =0 {} one { and # more call} other { and # more calls}} only,
        of which {observed} show the last on {last}; remove what is not used.`,
      remove: 'Remove it, and what calls it.',
    },
    options: {
      properties: {
        days: {
          type: 'integer',
          minimum: 1,
          description: 'How many days no call must have been seen, counted back from the last record.',
        },
      },
      defaults: { days: 90 },
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      document() {
        const observing = context.workloads.filter(({ manifest }) => manifest.observed.length > 0);
        // Where a policy belongs to several manifests, each must have been observed.
        if (observing.length === 0 || observing.length < context.workloads.length) return;
        for (const site of literalSites(observing[0])) {
          const action = site.element?.value;
          if (action === undefined || !context.owns(site.policy.policy)) continue;
          const unused = unusedIn(action, observing, context.options.days);
          const [first] = unused;
          if (first === undefined) continue;
          const calls = unused.flatMap((one) => one.calls);
          const last = unused
            .flatMap((one) => one.last ?? [])
            .sort()
            .at(-1);
          const data = {
            action,
            observed: periodText(first.observation),
            call: calls.slice(0, 1).map(callText).join(''),
            others: calls.length - 1,
            last: last ?? '',
          };
          context.report({
            at: nodeOf(site),
            messageId: last === undefined ? 'never' : 'stale',
            data,
            facts: {
              unused: { ...first.observation },
              days: context.options.days,
              last: last ?? null,
              calls: calls.map(callText),
            },
            // A record that could not be placed may be a use of it; no records prove that nothing will be called.
            confidence: first.observation.unplaced === 0 ? 'likely' : 'doubtful',
            related: calls.map(neededBy),
            key: action,
            suggest: [
              {
                messageId: 'remove',
                edits: () =>
                  site.element === undefined
                    ? undefined
                    : removeAction(context.text, site.policy.policy, site.statement, site.element),
              },
            ],
          });
        }
      },
    };
  },
});

function literalSites(judged: JudgedWorkload | undefined): readonly GrantSite[] {
  if (judged === undefined) return [];
  return compileGrants(judged.workload.policies)
    .allowPatterns()
    .flatMap(({ kind, site }) => (kind === 'literal' ? site : []));
}

/** What each workload says that needs the action; empty where any of them uses it, and where none needs it. */
function unusedIn(action: string, workloads: readonly JudgedWorkload[], days: number): readonly Unused[] {
  const uses = workloads.map(({ workload, manifest }) => useOf(action, workload, manifest.observed, days));
  return uses.some(({ kind }) => kind === 'used')
    ? []
    : uses.flatMap((use) => (use.kind === 'unused' ? use : []));
}
