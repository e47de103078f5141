import { isTraced, observationOf, spanOf } from '../src/analysis/needs/unused.js';
import type { Excess, GrantSite } from '../src/analysis/verdict.js';
import type { Observation } from '../src/calls/call.js';
import { defined } from '../src/defined.js';
import { createRule } from '../src/lint/rule.js';
import type { JudgedWorkload } from '../src/lint/run/workload.js';
import { removeAction, replaceAction } from '../src/policy/edit/edit.js';
import { serviceOf } from '../src/policy/grants/pattern.js';
import { commonExcess } from './shared/grants/common-excess.js';
import { littleKnown } from './shared/reasons/little-known.js';
import { unseenText } from './shared/reasons/observation.js';
import type { Unseen } from './shared/reasons/observation.js';
import { nodeOf } from './shared/grants/grant-site.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

/** A sentence of what traces or logs show, behind that of the finding. */
const OBSERVED = '{seen, select, true { {observed}} false {}}';

export const rule = createRule({
  id: 'excess-action',
  meta: {
    type: 'problem',
    docs: {
      description: 'Grants that no declared call needs',
      category: 'calls',
      recommended: 'warning',
      strict: 'error',
      sources: [IAM_PAGES.authorization],
    },
    messages: {
      literal: `No declared call needs "{action}"; remove it.${OBSERVED}`,
      idleWildcard: `"{action}" grants {grants, plural, one {# action} other {# actions}},
        of which the declared calls need none; remove it.${OBSERVED}`,
      wildcard: `"{action}" grants {grants, plural, one {# action} other {# actions}};
        the declared calls need {needed, plural, one {one} other {#}} of them: {needed, list, 4}.${OBSERVED}`,
      notAction: `Allow with NotAction grants {grants, plural, one {# action} other {# actions}},
        of which the declared calls need {needed, plural, =0 {none} one {one} other {#}};
        list in Action what they need.${OBSERVED}`,
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
          const data = {
            action: pattern,
            grants: grants.length,
            needed,
            seen: unused !== undefined,
            observed: unused === undefined ? '' : unseenText(unseenOf(kind, unused), unused.observation),
          };
          context.report({
            at: nodeOf(site),
            messageId: messageOf(excess),
            data,
            facts: defined({
              ...littleKnown(serviceOf(pattern), context.catalog),
              pattern,
              kind,
              count: needed.length,
              needs: needed,
              unused: unused === undefined ? undefined : { ...unused.observation },
            }),
            confidence,
            key: pattern,
            fix: proven ? edits : undefined,
            suggest: proven ? [] : [{ messageId: needed.length > 0 ? 'replace' : 'remove', edits }],
          });
        }
      },
    };
  },
});

/** A time in which no use was seen. */
interface Unused {
  readonly observation: Observation;
  /** Only of what traces record: what changes something. */
  readonly some: boolean;
}

function unseenOf(kind: Excess['kind'], { some }: Unused): Unseen {
  if (kind === 'literal') return 'noUse';
  return some ? 'noOtherChange' : 'noOtherUse';
}

/**
 * What was observed for so many days and shows no use, as what it shows is declared. It must hold for each workload of the
 * policy.
 */
function unusedSince(
  workloads: readonly JudgedWorkload[],
  actions: readonly string[],
  days: number,
): Unused | undefined {
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

function narrowed(text: string, { element, statement, policy }: GrantSite, needed: readonly string[]) {
  if (element === undefined) return undefined;
  return needed.length > 0
    ? replaceAction(text, statement, element, needed)
    : removeAction(text, policy.policy, statement, element);
}
