import type { Resolution } from '../calls/call.js';
import type { Catalog } from '../catalog/catalog.js';
import { highest } from '../catalog/model/confidence.js';
import { compileGrants } from '../policy/grants/grant.js';
import { foldAction } from '../policy/grants/pattern.js';
import { becauseOf, unprovenCall } from './because.js';
import { findExcess } from './excess.js';
import { alternativesOf, saysWhatItNeeds } from './needs.js';
import type { Alternative } from './needs.js';
import { standingsOf } from './standing.js';
import type { Standing } from './standing.js';
import type {
  Because,
  Conditional,
  Denied,
  JudgedCall,
  Missing,
  Unproven,
  Verdict,
  Workload,
} from './verdict.js';

/**
 * Judges declared calls against the policies that must cover them together. Pure; what depends only on the catalog is
 * computed once for it.
 *
 * - A call is met by any one alternative whole. One that is not met is reported against the alternative with the fewest
 *   needs missing or denied, then the fewest conditional ones, then the first.
 * - An action that every scenario of a call leaves out is excess; one that any scenario names is not, met or not.
 * - What was not proven is said in `unproven`, and takes its certainty from the excess that it could explain.
 */
export function judge(workload: Workload): Verdict {
  const grants = compileGrants(workload.policies);
  const standingOf = standingsOf(grants, workload.catalog);
  const judged = workload.calls.map((resolution) => judgeCall(resolution, standingOf));
  const { excess, unproven } = findExcess(workload, grants, standingOf);
  return {
    calls: judged.map(({ call }) => call),
    ...failures(
      judged.map(({ call }) => call),
      standingOf,
      workload.catalog,
    ),
    excess,
    unproven: [...judged.flatMap(({ unproven: reason }) => reason ?? []), ...unproven],
  };
}

type StandingOf = (action: string) => Standing;

function judgeCall(
  resolution: Resolution,
  standingOf: StandingOf,
): { readonly call: JudgedCall; readonly unproven?: Unproven } {
  if (resolution.status !== 'resolved' || !saysWhatItNeeds(resolution.operation)) {
    return {
      call: { resolution, status: 'unproven', scenario: undefined, needs: [] },
      unproven: unprovenCall(resolution),
    };
  }
  const { scenario, needs } = nearest(alternativesOf(resolution.operation), standingOf);
  const judged = needs.map(({ action, as }) => ({ action, as, status: standingOf(action).status }));
  // What is denied does not become granted by adding what is missing: the worst need decides.
  const worst = WORST_FIRST.find((status) => judged.some((need) => need.status === status)) ?? 'granted';
  return {
    call: { resolution, status: needs.length === 0 ? 'no-permission' : worst, scenario, needs: judged },
  };
}

const WORST_FIRST = ['denied', 'missing', 'conditional'] as const;

function nearest(alternatives: readonly Alternative[], standingOf: StandingOf): Alternative {
  let best: Alternative | undefined;
  let bestCost = Infinity;
  for (const alternative of alternatives) {
    if (alternatives.length === 1) return alternative;
    const cost = alternative.needs.reduce((sum, { action }) => sum + COST[standingOf(action).status], 0);
    if (cost < bestCost) [best, bestCost] = [alternative, cost];
  }
  return best ?? { scenario: undefined, needs: [] };
}

/** A scenario names far fewer than a thousand actions: one that blocks outweighs any number of conditional ones. */
const COST: Readonly<Record<Standing['status'], number>> = {
  granted: 0,
  conditional: 1,
  missing: 1_000,
  denied: 1_000,
};

interface Failure {
  readonly action: string;
  readonly standing: Standing;
  readonly because: Because[];
}

/** The needs that are not granted, each once with every call that has it. */
function failures(
  calls: readonly JudgedCall[],
  standingOf: StandingOf,
  catalog: Catalog,
): Pick<Verdict, 'missing' | 'denied' | 'conditional'> {
  const failed = new Map<string, Failure>();
  for (const { resolution, scenario, needs } of calls) {
    if (resolution.status !== 'resolved') continue;
    for (const need of needs) {
      if (need.status === 'granted') continue;
      const key = foldAction(need.action);
      const failure = failed.get(key) ?? {
        action: need.action,
        standing: standingOf(need.action),
        because: [],
      };
      failed.set(key, failure);
      failure.because.push(becauseOf(resolution, scenario, need, catalog));
    }
  }
  const all = [...failed.values()];
  return {
    missing: all.flatMap(toMissing),
    denied: all.flatMap(toDenied),
    conditional: all.flatMap(toConditional),
  };
}

/** One sure reason is enough. */
function common({ action, because }: Failure): Pick<Missing, 'action' | 'confidence' | 'because'> {
  return { action, confidence: highest(because.map(({ confidence }) => confidence)), because };
}

function toMissing(failure: Failure): Missing | [] {
  if (failure.standing.status !== 'missing') return [];
  const { because } = failure;
  return {
    ...common(failure),
    as: because.some(({ as }) => as === 'action') ? 'action' : 'dependency',
    possible: because.every(({ call }) => call.possible),
  };
}

function toDenied(failure: Failure): Denied | [] {
  return failure.standing.status === 'denied' ? { ...common(failure), by: failure.standing.sites } : [];
}

function toConditional(failure: Failure): Conditional | [] {
  const { standing } = failure;
  return standing.status === 'conditional'
    ? { ...common(failure), why: standing.why, sites: standing.sites }
    : [];
}
