import type { Catalog } from '../../catalog/catalog.js';
import type { Generation } from '../../policy/grants/decision.js';
import { isWildcard } from '../../policy/grants/pattern.js';

/**
 * What policies of a generation call the permission that an action stands for: the action itself where it is one of theirs,
 * else its other names. A pattern, and a name that the catalog knows no other one of, stands for itself.
 */
export function namesIn(catalog: Catalog): (action: string, generation: Generation) => readonly string[] {
  return (action, generation) => {
    if (isWildcard(action) || catalog.versionsOf(action).includes(generation)) return [action];
    const others =
      generation === '5.0' ? catalog.successorsOf(action) : (catalog.action(action)?.aliases ?? []);
    return others.length === 0 ? [action] : others;
  };
}
