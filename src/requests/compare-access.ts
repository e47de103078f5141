import type { NamedPolicy } from '../policy/grants/decision.js';
import type { Access, AccessOptions } from './access-beyond.js';
import { accessBeyond } from './access-beyond.js';

/** How what policies allow differs from what they allowed before. */
export interface AccessChange {
  readonly direction: 'same' | 'wider' | 'narrower' | 'incomparable' | 'unknown';
  /** What is allowed now and was not. */
  readonly gained: Access;
  /** What was allowed and is not now. */
  readonly lost: Access;
}

/**
 * Compares two states by the requests that they allow, Resource, Condition, Deny and NotAction included, catalogs aside.
 */
export function compareAccess(
  before: readonly NamedPolicy[],
  after: readonly NamedPolicy[],
  options: Pick<AccessOptions, 'actionsOf'> = {},
): AccessChange {
  const gained = accessBeyond(after, before, options);
  const lost = accessBeyond(before, after, options);
  return { direction: directionOf(gained, lost), gained, lost };
}

function directionOf({ kind: gained }: Access, { kind: lost }: Access): AccessChange['direction'] {
  if (gained === 'witness' && lost === 'witness') return 'incomparable';
  if (gained === 'unknown' || lost === 'unknown') return 'unknown';
  if (gained === 'witness') return 'wider';
  return lost === 'witness' ? 'narrower' : 'same';
}
