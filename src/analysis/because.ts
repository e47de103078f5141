import type { Resolution } from '../calls/call.js';
import { lowest } from '../catalog/model/confidence.js';
import type { Catalog } from '../catalog/catalog.js';
import { confidenceOf } from '../catalog/model/model.js';
import type { Confidence } from '../catalog/model/model.js';
import type { Generation } from './generation.js';
import { sidesOf } from './needs/needs.js';
import type { Need, Side, Sides } from './needs/needs.js';
import type { Because, Unproven } from './verdict.js';
import { en } from '../wording/en/analysis.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('analysis', en);

export type ResolvedCall = Extract<Resolution, { status: 'resolved' }>;

type UnprovenResolution = Exclude<Resolution, ResolvedCall>;

/** A need of one side of an operation, and how sure its side is. */
export interface SideNeed {
  readonly need: Need;
  readonly side: Side;
  readonly scenario: string | undefined;
  readonly confidence: Confidence;
}

/** Why a call needs an action; as sure as the weakest of how the call was resolved, its row and the action's own entry. */
export function becauseOf(
  { call, operation, confidence }: ResolvedCall,
  { need, side, scenario, confidence: ofSide }: SideNeed,
  catalog: Catalog,
): Because {
  const ofAction = confidenceOf(catalog.action(need.action)?.doubts);
  return {
    call,
    operation,
    as: need.as,
    scenario,
    source: side.source,
    confidence: lowest([confidence, ofSide, ofAction]),
  };
}

/** Why it is not known what a call needs. */
export function unprovenCall(resolution: UnprovenResolution): Unproven {
  if (resolution.status === 'unknown') return { kind: 'unknown-api', resolution, reason: resolution.reason };
  return {
    kind: 'ambiguous-api',
    resolution,
    reason: say('ambiguousCall', { count: resolution.candidates.length }),
  };
}

/** Why nobody can say which names of a generation an operation needs. */
export function unprovenNeeds(call: ResolvedCall, generation: Generation, catalog: Catalog): Unproven {
  return {
    kind: 'unknown-api',
    resolution: call,
    reason: unknownNeeds(sidesOf(catalog, call.operation), generation),
  };
}

/** As a sentence without its full stop. */
export function unknownNeeds(sides: Sides, generation: Generation): string {
  if (sides['1.1'] === undefined && sides['5.0'] === undefined) return say('needsUntold');
  return say(generation === '5.0' ? 'needsOfPoliciesOnly' : 'needsOfIdentityPoliciesOnly');
}
