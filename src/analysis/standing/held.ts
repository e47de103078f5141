import { compileGrants } from '../../policy/grants/grant.js';
import { foldAction } from '../../policy/grants/pattern.js';
import { rememberOf } from '../../remember.js';
import { generationsOf } from '../decide-call.js';
import { needsOfSides, sidesOf } from '../needs/needs.js';
import { requestsOf } from './asked.js';
import { standingsOf } from './standing.js';
import type { Workload } from '../verdict.js';

/** Actions that calls need in any scenario and that policies grant: `1.1 ecs:servers:list` and the requests meant → how. */
export type Held = ReadonlyMap<string, 'granted' | 'conditional'>;

/**
 * What a workload's policies grant of all that its calls need, also in scenarios that are not those that make a call
 * granted: which of them arises, only the one knows who makes the call.
 */
export function heldBy(workload: Workload): Held {
  return remembered(workload, workload.catalog);
}

/** Whether something that was held is held no more, or to fewer requests. */
export function isLost(before: Held, after: Held): boolean {
  return [...before].some(([action, status]) => {
    const now = after.get(action);
    return now === undefined || (status === 'granted' && now === 'conditional');
  });
}

const remembered = rememberOf((workload: Workload): Held => {
  const { catalog, calls, policies } = workload;
  const standingOf = standingsOf(compileGrants(policies), catalog);
  const generations = generationsOf(policies);
  const held = new Map<string, 'granted' | 'conditional'>();
  for (const call of calls) {
    if (call.status !== 'resolved') continue;
    const requests = requestsOf(call.call);
    const needs = needsOfSides(sidesOf(catalog, call.operation));
    const own = needs.filter(({ side }) => generations.has(side.generation));
    for (const { need, side } of own.length > 0 ? own : needs) {
      const { status } = standingOf(need.action, side.generation, requests && { requests, as: need.as });
      if (status === 'granted' || status === 'conditional')
        held.set(`${side.generation} ${foldAction(need.action)} ${requests?.key ?? ''}`, status);
    }
  }
  return held;
});
