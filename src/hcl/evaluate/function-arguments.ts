import type { HclChunk, HclExpression } from '../hcl-syntax.js';
import type { Scope } from './module-scope.js';
import type { HclHoleValue, HclListValue, HclPiece, HclValue, Place } from './value.js';

/** What a function needs besides its arguments. */
export interface Calling {
  readonly evaluate: (argument: HclExpression) => HclValue;
  /** The pieces of a template. */
  readonly pieces: (chunks: readonly HclChunk[], scope: Scope) => readonly HclPiece[];
  /** The call as something that is not known. */
  readonly hole: (options?: readonly HclValue[]) => HclHoleValue;
  readonly place: Place;
}

export interface Arguments {
  readonly args: readonly HclValue[];
  readonly first: HclValue;
  readonly scope: Scope;
  readonly place: Place;
  readonly hole: HclHoleValue;
  readonly pieces: Calling['pieces'];
}

export function isFixedList(value: HclValue | undefined): value is HclListValue {
  return (
    value?.kind === 'list' &&
    value.elements.every((element) => element.kind !== 'hole' || element.spread !== true)
  );
}

/** In characters; a text that grows beyond it is left to Terraform. */
export const LONGEST_TEXT = 1_000_000;
