import type { Resolution } from '../calls/call.js';
import { lowest } from '../catalog/model/confidence.js';
import type { Catalog } from '../catalog/catalog.js';
import { confidenceOf } from '../catalog/model/model.js';
import type { Need } from './needs.js';
import type { Because, Unproven } from './verdict.js';

export type ResolvedCall = Extract<Resolution, { status: 'resolved' }>;

/** Why a call needs an action; as sure as the weakest of how the call was resolved, its row and the action's own entry. */
export function becauseOf(
  { call, operation, confidence }: ResolvedCall,
  scenario: string | undefined,
  { action, as }: Need,
  catalog: Catalog,
): Because {
  const ofAction = confidenceOf(catalog.action(action)?.doubts);
  return {
    call,
    operation,
    as,
    scenario,
    source: operation.sources[0],
    confidence: lowest([confidence, ofAction]),
  };
}

/** Why it is not known what a call needs. */
export function unprovenCall(resolution: Resolution): Unproven {
  switch (resolution.status) {
    case 'unknown':
      return { kind: 'unknown-api', resolution, reason: resolution.reason };
    case 'ambiguous':
      return {
        kind: 'ambiguous-api',
        resolution,
        reason: `${String(resolution.candidates.length)} operations fit and need different actions`,
      };
    case 'resolved':
      return {
        kind: 'unknown-api',
        resolution,
        reason: 'the documentation does not say what this operation needs',
      };
  }
}
