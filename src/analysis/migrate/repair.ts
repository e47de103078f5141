import type { Catalog } from '../../catalog/catalog.js';
import { foldAction, isWildcard } from '../../policy/grants/pattern.js';
import { namesOf } from '../generation.js';
import type { Generation } from '../generation.js';
import { sidesOf } from '../needs/needs.js';
import type { CallComparison } from './compare-calls.js';
import { outcomeOf } from './compare-calls.js';

/** What the calls that were granted and are refused now need in a generation and lack; sorted. */
export function neededBesides(
  { changed }: CallComparison,
  to: Generation,
  catalog: Catalog,
): readonly string[] {
  const lacking = changed.flatMap(({ operation, before, after }) => {
    if (outcomeOf(before) !== 'granted' || after.status !== 'missing' || !('needs' in after)) return [];
    const side = sidesOf(catalog, operation)[to];
    if (side === undefined || side.derived) return [];
    return after.needs
      .filter(({ standing, need }) => standing.status === 'missing' && !isWildcard(need.action))
      .map(({ need }) => need.action);
  });
  return [...new Set(lacking)].sort();
}

/** The names that policies of a generation allow calls by, folded, that were refused and are allowed now. */
export function gainedNames(
  { changed }: CallComparison,
  to: Generation,
  catalog: Catalog,
): ReadonlySet<string> {
  const gained = changed.filter(
    ({ before, after }) => outcomeOf(before) === 'refused' && outcomeOf(after) !== 'refused',
  );
  return new Set(
    gained.flatMap(({ after }) =>
      'needs' in after
        ? after.needs.flatMap(({ need, side }) =>
            namesOf(need.action, side.generation, catalog)[to].map(foldAction),
          )
        : [],
    ),
  );
}
