import type { HclRange } from '../hcl-syntax.js';
import type { Scope } from './module-scope.js';
import type { HclHoleValue, HclValue, Place } from './value.js';
import { holeOf } from './value.js';

/** Where an expression stands; of one in another file, where this one names it. */
export function placeIn(scope: Scope, range: HclRange): Place {
  return scope.at === undefined ? { range } : { range: scope.at, elsewhere: true };
}

/** What only a run can tell, with what it may be. */
export function holeAt(
  expression: { readonly range: HclRange },
  scope: Scope,
  options: readonly HclValue[] = [],
): HclHoleValue {
  return holeOf(placeIn(scope, expression.range), scope.text.slice(...expression.range), options);
}

/** A hole for any number of elements. */
export function spreadOf(hole: HclHoleValue, options: readonly HclValue[]): HclHoleValue {
  return { ...holeOf(hole, hole.text, options), spread: true };
}
