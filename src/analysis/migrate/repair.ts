import type { Catalog } from '../../catalog/catalog.js';
import { foldAction, isWildcard } from '../../policy/grants/pattern.js';
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

/** Those of some actions that no call needs which is allowed now and was not. */
export function withoutGains(
  actions: readonly string[],
  { changed }: CallComparison,
  to: Generation,
  catalog: Catalog,
): readonly string[] {
  const gained = new Set(
    changed
      .filter(({ after }) => outcomeOf(after) === 'granted')
      .flatMap(({ operation }) =>
        (sidesOf(catalog, operation)[to]?.alternatives ?? []).flatMap(({ needs }) =>
          needs.map(({ action }) => foldAction(action)),
        ),
      ),
  );
  return actions.filter((action) => !gained.has(foldAction(action)));
}
