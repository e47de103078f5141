import type { Catalog } from '../catalog/catalog.js';
import { lowest } from '../catalog/model/confidence.js';
import type { Confidence, Operation } from '../catalog/model/model.js';
import { generationOf } from '../policy/grants/decision.js';
import { isGranting } from '../policy/grants/grant.js';
import { unknownNeeds } from './because.js';
import { GENERATIONS } from './generation.js';
import type { Generation } from './generation.js';
import { sidesOf } from './needs/needs.js';
import type { Alternative, Need, Side, Sides } from './needs/needs.js';
import type { CallRequests } from './standing/asked.js';
import type { Standing, StandingOf } from './standing/standing.js';
import type { JudgedCall, WorkloadPolicy } from './verdict.js';

/** What every call of a workload is held against. */
export interface Court {
  readonly catalog: Catalog;
  /** Generations of the policies. */
  readonly generations: ReadonlySet<Generation>;
  readonly standingOf: StandingOf;
}

/** Generations of the policies that say what an identity may do; 1.1 where there is none. */
export function generationsOf(policies: readonly WorkloadPolicy[]): ReadonlySet<Generation> {
  const found = new Set(policies.flatMap(({ policy }) => (isGranting(policy) ? generationOf(policy) : [])));
  return found.size > 0 ? found : new Set<Generation>(['1.1']);
}

export type CallDecision =
  | {
      readonly status: Exclude<JudgedCall['status'], 'unproven'>;
      readonly generation: Generation;
      readonly scenario: string | undefined;
      readonly needs: readonly DecidedNeed[];
      /** What is needed besides when a case arises; no part of the status. */
      readonly cases: readonly DecidedCase[];
    }
  | { readonly status: 'unproven'; readonly reason: string };

export interface DecidedCase {
  readonly scenario: string;
  readonly needs: readonly DecidedNeed[];
}

/** A need with its standing, and how sure it is that both are right, the operation's own doubts left aside. */
export interface DecidedNeed {
  readonly need: Need;
  readonly side: Side;
  readonly scenario: string | undefined;
  readonly standing: Standing;
  readonly confidence: Confidence;
}

/**
 * Whether the policies let an operation be called. One side that allows it is enough where the other does not deny it
 * (see `namesOf`); where only one generation of policies is in play, its side decides, but that names of 1.1 count for
 * identity-policy authorization too. Where a side that has policies is not known, and the other does not grant it, nobody
 * can say.
 * @param requests what the call says of its requests; left out: they may be any.
 */
export function decideCall(operation: Operation, court: Court, requests?: CallRequests): CallDecision {
  const standingOf: NeedStanding = ({ action, as }, generation) =>
    court.standingOf(action, generation, requests && { requests, as });
  const sides = sidesOf(court.catalog, operation);
  const tried = GENERATIONS.flatMap((generation) => {
    const side = sides[generation];
    return side === undefined || !canDecide(side, court) ? [] : tryOf(side, standingOf);
  });
  const own = tried.filter(({ side }) => isAsked(side, sides, court));
  const base = nearest([...own, ...tried.filter((one) => !own.includes(one) && isAllowed(one))]);
  const vetoes = tried.filter((one) => one !== base).flatMap((one) => vetoOf(one, standingOf));
  const denials = vetoes.filter(({ standing }) => standing.status === 'denied');
  const isUnknown = [...court.generations].some((generation) => sides[generation] === undefined);
  const isOpen = isUnknown && base !== undefined && !isAllowedBy(base.worst) && !base.isDenied;
  if (base === undefined || isOpen) {
    const [denial] = denials;
    return denial === undefined
      ? { status: 'unproven', reason: unknownReason(sides, court) }
      : {
          status: 'denied',
          generation: denial.side.generation,
          scenario: undefined,
          needs: denials,
          cases: [],
        };
  }
  const places = new Set(
    base.needs.flatMap(({ standing }) => standing.sites.map(({ statement }) => statement)),
  );
  const further = (isAllowedBy(base.worst) ? vetoes : denials).filter(({ standing }) =>
    standing.sites.some(({ statement }) => !places.has(statement)),
  );
  const needs = [...base.needs, ...further];
  return {
    status: needs.length === 0 ? 'no-permission' : worstOf(needs),
    generation: base.side.generation,
    scenario: base.scenario,
    needs,
    cases: base.side.cases.map((one) => ({
      scenario: one.scenario,
      needs: decided(one, base.side, standingOf),
    })),
  };
}

/** How what a call needs stands. */
type NeedStanding = (need: Need, generation: Generation) => Standing;

/** One side of a call, tried by the alternative that is nearest to being met. */
interface Trial {
  readonly side: Side;
  readonly scenario: string | undefined;
  readonly needs: readonly DecidedNeed[];
  readonly worst: Standing['status'];
  readonly cost: number;
  /** Whether every alternative of the side is denied. */
  readonly isDenied: boolean;
}

/** Policies 1.1 count for both sides; identity policies alone are nothing to policy authorization. */
function canDecide({ generation }: Side, { generations }: Court): boolean {
  return generation === '5.0' || generations.has('1.1');
}

/**
 * Whether a side's needs are asked of the policies. "No identity policy permission" may mean that the API is not attached
 * to identity policies yet: it never stands in for what policies 1.1 must grant.
 */
function isAsked({ generation, noPermission }: Side, sides: Sides, { generations }: Court): boolean {
  const isUnattached = generation === '5.0' && noPermission && generations.has('1.1');
  return generations.has(generation) && !(isUnattached && sides['1.1'] !== undefined);
}

function isAllowed({ side, worst }: Trial): boolean {
  return !side.noPermission && isAllowedBy(worst);
}

function isAllowedBy(status: Standing['status']): boolean {
  return status === 'granted' || status === 'conditional';
}

function tryOf(side: Side, standingOf: NeedStanding): Trial | [] {
  const trials = side.alternatives.map((alternative): Trial => {
    const needs = decided(alternative, side, standingOf);
    const worst = worstOf(needs);
    const isDenied = worst === 'denied';
    return { side, scenario: alternative.scenario, needs, worst, cost: costOf(needs), isDenied };
  });
  const best = nearest(trials);
  return best === undefined ? [] : { ...best, isDenied: trials.every(({ isDenied }) => isDenied) };
}

/** A scenario names far fewer than a thousand actions: one that blocks outweighs any number of conditional ones. */
const COST: Readonly<Record<Standing['status'], number>> = {
  granted: 0,
  conditional: 1,
  missing: 1_000,
  denied: 1_000,
};

function nearest(trials: readonly Trial[]): Trial | undefined {
  return trials.reduce<Trial | undefined>(
    (best, one) => (best === undefined || one.cost < best.cost ? one : best),
    undefined,
  );
}

function costOf(needs: readonly DecidedNeed[]): number {
  return needs.reduce((sum, { standing }) => sum + COST[standing.status], 0);
}

function decided(
  { scenario, needs }: Alternative,
  side: Side,
  standingOf: NeedStanding,
): readonly DecidedNeed[] {
  return needs.map((need) => {
    const standing = standingOf(need, side.generation);
    const confidence = lowest([
      side.confidence,
      standing.isGuess ? 'likely' : 'certain',
      standing.certainty ?? 'certain',
    ]);
    return { need, side, scenario, standing, confidence };
  });
}

/** What a side denies that another one grants: of the alternative that is denied least. That it wins is inferred, hence likely. */
function vetoOf({ side }: Trial, standingOf: NeedStanding): readonly DecidedNeed[] {
  const vetoes = side.alternatives.map((alternative) => decided(alternative, side, standingOf).flatMap(veto));
  return vetoes.toSorted((one, other) => costOf(one) - costOf(other))[0] ?? [];
}

function veto(decision: DecidedNeed): DecidedNeed | [] {
  const { standing, confidence } = decision;
  const isLikely = lowest([confidence, 'likely']);
  if (standing.status === 'denied') return { ...decision, confidence: isLikely };
  if (standing.limitedDenies.length === 0) return [];
  return {
    ...decision,
    standing: {
      ...standing,
      status: 'conditional',
      sites: standing.limitedDenies,
      why: ['conditional-deny'],
    },
    confidence: isLikely,
  };
}

/** What is denied does not become granted by adding what is missing: the worst need decides. */
function worstOf(needs: readonly DecidedNeed[]): Standing['status'] {
  return WORST_FIRST.find((status) => needs.some(({ standing }) => standing.status === status)) ?? 'granted';
}

const WORST_FIRST = ['denied', 'missing', 'conditional'] as const;

function unknownReason(sides: Sides, { generations }: Court): string {
  const unknown = GENERATIONS.find(
    (generation) => generations.has(generation) && sides[generation] === undefined,
  );
  return unknownNeeds(sides, unknown ?? '1.1');
}
