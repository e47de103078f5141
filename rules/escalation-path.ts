import { openPaths } from '../src/analysis/escalation.js';
import type { OpenPath, OpenStep } from '../src/analysis/escalation.js';
import type { WorkloadPolicy } from '../src/analysis/verdict.js';
import type { Catalog } from '../src/catalog/catalog.js';
import { pathOf } from '../src/lint/language/source-code.js';
import { createRule } from '../src/lint/rule.js';
import { ESCALATIONS } from '../src/policy/facts/sensitive-actions.js';
import type { Policy } from '../src/policy/model/policy.js';
import { foldAction, serviceOf } from '../src/policy/grants/pattern.js';
import { isDeclared } from './shared/grants/declared.js';
import { GRANTING_KINDS } from './shared/grants/granted.js';
import { nodeOf } from './shared/grants/grant-site.js';
import { related } from './shared/reasons/related.js';

export const rule = createRule({
  id: 'escalation-path',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that together let their holder get more permissions',
      category: 'danger',
      recommended: 'warning',
      sources: [
        'https://support.huaweicloud.com/intl/en-us/api-ecs/ecs_02_0701.html',
        'https://support.huaweicloud.com/api-mrs/mrs_02_0101.html',
        'https://support.huaweicloud.com/intl/en-us/api-iam5/AttachUserPolicyV5.html',
      ],
      kinds: GRANTING_KINDS,
    },
    messages: {
      open: `{steps, list, plain}: together these let their holder {gains, select,
        act-as-agency {act as an agency, with all that it may do}
        grant-itself {grant themselves any permission}
        be-another-user {sign in as another user}
        add-a-user {add a user with permissions of their choice}}; leave one of the steps out, or name what it is for.`,
      guarded: `{steps, list, plain}: together these let their holder {gains, select,
        act-as-agency {act as an agency, with all that it may do}
        grant-itself {grant themselves any permission}
        be-another-user {sign in as another user}
        add-a-user {add a user with permissions of their choice}}, under the conditions of the policy;
        check that no holder meets them all.`,
    },
  },
  create(context) {
    const report = (open: OpenPath): void => {
      const { path, steps, isGuarded } = open;
      const last = steps.at(-1);
      if (last === undefined || isToldOtherwise(open)) return;
      if (steps.every(({ action }) => isDeclared(action, context.workloads))) return;
      context.report({
        at: nodeOf(last.site),
        messageId: isGuarded ? 'guarded' : 'open',
        data: { steps: steps.map(stepText), gains: path.gains },
        facts: { path: path.id, actions: steps.map(({ action }) => action), source: path.source },
        confidence: isGuarded ? 'likely' : 'certain',
        related: steps.slice(0, -1).map(({ action, site }, index) => ({
          path: pathOf(site.policy.policy),
          at: nodeOf(site),
          message: related('step', { number: index + 1, action }),
        })),
        key: path.id,
        url: path.source,
      });
    };
    return {
      policy(policy) {
        if (isLimit(policy)) return;
        for (const open of openPaths([{ id: '', policy }], context.catalog)) report(open);
      },
      workload({ workload: { policies }, catalog }) {
        const granting = policies.filter(({ policy }) => !isLimit(policy));
        if (granting.length < 2) return;
        for (const open of openPaths(granting, catalog)) {
          const holders = new Set(open.steps.map(({ site }) => site.policy.policy));
          const last = open.steps.at(-1)?.site.policy.policy;
          // What one policy opens by itself was reported there.
          if (
            holders.size > 1 &&
            last !== undefined &&
            context.owns(last) &&
            !isOpenInOne(open, granting, catalog)
          )
            report(open);
        }
      },
    };
  },
});

/** `1. "iam:agencies:pass" (app.json:4)` */
function stepText({ action, site }: OpenStep, index: number): string {
  const line = String(nodeOf(site).loc.start.line);
  return `${String(index + 1)}. "${action}" (${pathOf(site.policy.policy)}:${line})`;
}

function isLimit({ root: { place } }: Policy): boolean {
  return place === 'organization' || place === 'endpoint';
}

function isOpenInOne({ path }: OpenPath, policies: readonly WorkloadPolicy[], catalog: Catalog): boolean {
  return policies.some((one) => openPaths([one], catalog).some((other) => other.path === path));
}

const ALONE: ReadonlySet<string> = new Set(ESCALATIONS.map(({ action }) => foldAction(action)));

/** A step that is a way to more permissions by itself is what privilege-escalation reports; wildcards over services, full-wildcard. */
function isToldOtherwise({ steps }: OpenPath): boolean {
  return steps.some(
    ({ action, isGuarded, site }) =>
      (ALONE.has(foldAction(action)) && !isGuarded) ||
      (site.element !== undefined && serviceOf(site.element.value) === undefined),
  );
}
