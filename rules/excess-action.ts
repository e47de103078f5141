import { isTraced, observationOf, spanOf } from '../src/analysis/unused.js';
import type { Excess, GrantSite } from '../src/analysis/verdict.js';
import type { Observation } from '../src/calls/call.js';
import { createRule } from '../src/lint/rule.js';
import type { JudgedWorkload } from '../src/lint/run/workload.js';
import { removeAction, replaceAction } from '../src/policy/edit/edit.js';
import { commonExcess } from './shared/common-excess.js';
import { observationText } from './shared/observation.js';
import { nodeOf } from './shared/grant-site.js';

/** More names than these are listed in the record only. */
const SHOWN = 4;

export const rule = createRule({
  id: 'excess-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Grants that no declared call needs',
      category: 'calls',
      recommended: 'warning',
      strict: 'error',
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/用户指南/策略鉴权规则.md',
      ],
    },
    messages: {
      literal: 'Unexpected action "{{action}}", expected only what the declared calls need{{observed}}.',
      idleWildcard:
        'Unexpected wildcard "{{action}}", which grants {{granted}}, expected only what the declared calls need: none of them{{observed}}.',
      wildcard:
        'Unexpected wildcard "{{action}}", which grants {{granted}}, expected the {{count}} that the declared calls need: {{needed}}{{observed}}.',
      notAction:
        'Unexpected Allow with NotAction, which grants {{granted}}, expected an Action with the {{count}} that the declared calls need{{observed}}.',
      replace: 'Replace it by what is needed.',
      remove: 'Remove it.',
    },
    options: {
      properties: {
        days: {
          type: 'integer',
          minimum: 1,
          description: 'How many days traces or logs must span before a finding says that they show no use.',
        },
      },
      defaults: { days: 90 },
    },
    fixable: true,
    hasSuggestions: true,
  },
  create(context) {
    return {
      document() {
        // Two wildcards that grant the same needed action must not both be replaced by it.
        const replaced = new Set<string>();
        for (const excess of commonExcess(context.workloads)) {
          const { site, pattern, kind, grants, needed, confidence } = excess;
          if (!context.owns(site.policy.policy)) continue;
          const own = needed.filter((action) => !replaced.has(action));
          if (site.element !== undefined) for (const action of own) replaced.add(action);
          const edits = () => narrowed(context.text, site, own);
          const surplus =
            kind === 'literal' ? [pattern] : grants.filter((action) => !needed.includes(action));
          const unused = unusedSince(context.workloads, surplus, context.options.days);
          const proven = confidence === 'certain' && kind !== 'not-action';
          context.report({
            at: nodeOf(site),
            messageId: messageOf(excess),
            data: {
              action: pattern,
              grants: grants.length,
              granted: `${grants.length} ${grants.length === 1 ? 'action' : 'actions'}`,
              count: needed.length,
              needed: listed(needed),
              observed:
                unused === undefined
                  ? ''
                  : `; ${observationText(unused.observation)} show no ${kind === 'literal' ? 'use of it' : `other use of it${unused.some ? ' that changes something' : ''}`}`,
            },
            facts: {
              pattern,
              kind,
              needs: needed,
              ...(unused === undefined ? {} : { unused: { ...unused.observation } }),
            },
            confidence,
            key: pattern,
            ...(proven ? { fix: edits } : {}),
            suggest: proven ? [] : [{ messageId: needed.length > 0 ? 'replace' : 'remove', edits }],
          });
        }
      },
    };
  },
});

/**
 * What was observed for so many days and shows no use, as what it shows is declared. It must hold for each workload of the
 * policy. `some`: only of what traces record.
 */
function unusedSince(
  workloads: readonly JudgedWorkload[],
  actions: readonly string[],
  days: number,
): { readonly observation: Observation; readonly some: boolean } | undefined {
  const each = workloads.flatMap(({ manifest, catalog }) => {
    const whole = observationOf(actions, manifest.observed, catalog);
    const traced = actions.filter((action) => isTraced(action, catalog));
    const observation =
      whole ?? (traced.length === 0 ? undefined : observationOf(traced, manifest.observed, catalog));
    return observation === undefined || spanOf(observation) < days
      ? []
      : { observation, some: whole === undefined };
  });
  const [shortest] = each.toSorted((a, b) => spanOf(a.observation) - spanOf(b.observation));
  return each.length < workloads.length ? undefined : shortest;
}

function messageOf({ kind, needed }: Excess): 'literal' | 'idleWildcard' | 'wildcard' | 'notAction' {
  if (kind === 'not-action') return 'notAction';
  if (kind === 'literal') return 'literal';
  return needed.length === 0 ? 'idleWildcard' : 'wildcard';
}

function listed(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return `${names
    .slice(0, SHOWN)
    .map((name) => `"${name}"`)
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function narrowed(text: string, { element, statement, policy }: GrantSite, needed: readonly string[]) {
  if (element === undefined) return undefined;
  return needed.length > 0
    ? replaceAction(text, statement, element, needed)
    : removeAction(text, policy.policy, statement, element);
}
