import { highest } from '../catalog/model/confidence.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Resolution } from '../calls/call.js';
import { defined } from '../defined.js';
import { append } from '../long-lists.js';
import { compileGrants } from '../policy/grants/grant.js';
import type { Request } from '../policy/requests/request.js';
import { foldAction } from '../policy/grants/pattern.js';
import { becauseOf, unprovenCall } from './because.js';
import type { ResolvedCall } from './because.js';
import { decideCall, generationsOf } from './decide-call.js';
import type { CallDecision, Court, DecidedNeed } from './decide-call.js';
import { doubtOf, doubtsOf } from './doubts.js';
import type { Doubts } from './doubts.js';
import { findExcess } from './excess.js';
import { requestsOf } from './standing/asked.js';
import { boundedBy } from './standing/bounded.js';
import { standingsOf } from './standing/standing.js';
import type { Standing } from './standing/standing.js';
import type {
  Because,
  Conditional,
  Denied,
  JudgedCall,
  JudgedNeed,
  Missing,
  Unproven,
  Verdict,
  Workload,
} from './verdict.js';

/**
 * Judges declared calls against the policies that must cover them together. Pure; what depends only on the catalog is
 * computed once for it.
 *
 * - A call is met by any one alternative whole, of either authorization. One that is not met is reported against the
 *   alternative with the fewest needs missing or denied, then the fewest conditional ones, then the first.
 * - What a case that may arise needs besides is told with the call, and nothing is held against the policies for it.
 * - An action that every scenario of a call leaves out is excess; one that any scenario names is not, met or not.
 * - Boundaries take away from what the policies grant, and grant nothing: no excess is theirs.
 * - What was not proven is said in `unproven`: a grant that it could explain is no excess.
 */
export function judge(workload: Workload): Verdict {
  const grants = compileGrants(workload.policies);
  const court: Court = {
    catalog: workload.catalog,
    generations: generationsOf(workload.policies),
    standingOf: standingsOf(grants, workload.catalog),
  };
  const within: Court = {
    ...court,
    standingOf: boundedBy(court.standingOf, workload.boundaries ?? [], workload.catalog),
  };
  const doubts = doubtsOf(workload);
  const judged = workload.calls.map((resolution) => judgeCall(resolution, within, doubts));
  const { excess, cancelled, unproven } = findExcess(workload, grants, court);
  return {
    calls: judged.map(({ call }) => call),
    ...failures(judged, workload.catalog),
    excess,
    cancelled,
    unproven: [...judged.flatMap(({ unproven: reason }) => reason ?? []), ...unproven],
  };
}

interface Judged {
  readonly call: JudgedCall;
  readonly decision?: CallDecision;
  readonly unproven?: Unproven;
}

function judgeCall(resolution: Resolution, court: Court, doubts: Doubts): Judged {
  if (resolution.status !== 'resolved') return unknown(resolution, unprovenCall(resolution));
  const decision = decideCall(resolution.operation, court, requestsOf(resolution.call));
  if (decision.status === 'unproven') {
    const { reason } = decision;
    return unknown(resolution, { kind: 'unknown-api', resolution, reason });
  }
  const { status, generation, scenario, needs } = decision;
  const doubt = doubtOf(status, doubts);
  if (doubt !== undefined) return unknown(resolution, { ...doubt, resolution });
  return {
    call: {
      resolution,
      status,
      generation,
      scenario,
      needs: needs.map(toJudgedNeed),
      cases: decision.cases.map((one) => ({ scenario: one.scenario, needs: one.needs.map(toJudgedNeed) })),
    },
    decision,
  };
}

function toJudgedNeed({ need: { action, as }, side, standing }: DecidedNeed): JudgedNeed {
  return { action, as, generation: side.generation, status: standing.status };
}

function unknown(resolution: Resolution, unproven: Unproven): Judged {
  return {
    call: {
      resolution,
      status: 'unproven',
      generation: undefined,
      scenario: undefined,
      needs: [],
      cases: [],
    },
    unproven,
  };
}

interface Failure extends Pick<Missing, 'action' | 'generation'> {
  readonly standing: Standing;
  readonly because: Because[];
}

/** The needs that are not granted, each once with every call that has it. */
function failures(
  judged: readonly Judged[],
  catalog: Catalog,
): Pick<Verdict, 'missing' | 'denied' | 'conditional'> {
  const failed = new Map<string, Failure>();
  for (const { call, decision } of judged) {
    if (call.resolution.status !== 'resolved' || decision === undefined) continue;
    for (const failure of failuresOf(call.resolution, decision, catalog)) {
      const key = keyOf(failure);
      const before = failed.get(key);
      if (before === undefined) failed.set(key, failure);
      else append(before.because, failure.because);
    }
  }
  const all = [...failed.values()];
  return {
    missing: all.flatMap(toMissing),
    denied: all.flatMap(toDenied),
    conditional: all.flatMap(toConditional),
  };
}

/** Failures of one action are one, unless they are about other requests. */
function keyOf({ action, generation, standing: { status, request, keys, stops } }: Failure): string {
  const asked = request === undefined ? undefined : [request.resource, ...request.context];
  return JSON.stringify([
    generation,
    status,
    foldAction(action),
    asked,
    keys,
    stops?.map(({ boundary, how }) => [boundary.id, how]),
  ]);
}

function failuresOf(call: ResolvedCall, decision: CallDecision, catalog: Catalog): readonly Failure[] {
  if (decision.status === 'unproven') return [];
  return decision.needs
    .filter(({ standing }) => standing.status !== 'granted')
    .map((decided) => ({
      action: decided.need.action,
      generation: decided.side.generation,
      standing: decided.standing,
      because: [becauseOf(call, decided, catalog)],
    }));
}

/** One sure reason is enough. */
function common({
  action,
  generation,
  because,
}: Failure): Pick<Missing, 'action' | 'generation' | 'confidence' | 'because'> {
  return {
    action,
    generation,
    confidence: highest(because.map(({ confidence }) => confidence)),
    because,
  };
}

function toMissing(failure: Failure): Missing | [] {
  const { because, standing } = failure;
  if (standing.status !== 'missing') return [];
  return {
    ...common(failure),
    ...defined({ request: requestFor(failure), elsewhere: standing.elsewhere }),
    as: because.some(({ as }) => as === 'action') ? 'action' : 'dependency',
    possible: because.every(({ call }) => call.possible),
  };
}

/** By the name that the call needs. */
function requestFor({ action, standing: { request } }: Failure): Request | undefined {
  return request && { ...request, action };
}

function toDenied(failure: Failure): Denied | [] {
  const { status, sites, stops } = failure.standing;
  if (status !== 'denied') return [];
  return { ...common(failure), by: sites, ...defined({ stops, request: requestFor(failure) }) };
}

function toConditional(failure: Failure): Conditional | [] {
  const { standing } = failure;
  return standing.status === 'conditional'
    ? {
        ...common(failure),
        why: standing.why,
        sites: standing.sites,
        ...defined({ keys: standing.keys }),
      }
    : [];
}
