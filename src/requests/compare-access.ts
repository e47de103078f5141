import type { NamedPolicy } from '../policy/grants/decision.js';
import { generationOf } from '../policy/grants/decision.js';
import { isGranting } from '../policy/grants/grant.js';
import type { Access, AccessOptions } from './new-access.js';
import { accessBeyond } from './new-access.js';

/** How what policies allow differs from what they allowed before. */
export interface AccessChange {
  readonly direction: 'same' | 'wider' | 'narrower' | 'incomparable' | 'unknown';
  /** What is allowed now and was not. */
  readonly gained: Access;
  /** What was allowed and is not now. */
  readonly lost: Access;
}

/**
 * Compares two states by the requests that they allow, Resource, Condition, Deny and NotAction included, catalogs aside:
 * names count as written. Policies of both generations together are not decided, as their names stand for each other.
 */
export function compareAccess(
  before: readonly NamedPolicy[],
  after: readonly NamedPolicy[],
  options: AccessOptions = {},
): AccessChange {
  const generations = new Set(
    [...before, ...after]
      .filter(({ policy }) => isGranting(policy))
      .map(({ policy }) => generationOf(policy)),
  );
  if (generations.size > 1) {
    const unknown = { kind: 'unknown', stop: 'Version' } as const;
    return { direction: 'unknown', gained: unknown, lost: unknown };
  }
  const gained = accessBeyond(after, before, options);
  const lost = accessBeyond(before, after, { ...options, except: [] });
  return { direction: directionOf(gained, lost), gained, lost };
}

function directionOf({ kind: gained }: Access, { kind: lost }: Access): AccessChange['direction'] {
  if (gained === 'witness' && lost === 'witness') return 'incomparable';
  if (gained === 'unknown' || lost === 'unknown') return 'unknown';
  if (gained === 'witness') return 'wider';
  return lost === 'witness' ? 'narrower' : 'same';
}
