import type { ServiceFacts } from '../../../src/catalog/catalog.js';

const known = new WeakMap<ServiceFacts, boolean>();

/**
 * Whether the catalog has read the service's pages for identity policies (Version 5.0). Older pages name only the actions
 * of Version 1.1, so a 5.0 action that they do not name is not thereby unknown. Only the newer pages state access levels,
 * resource types, condition keys and aliases of actions.
 */
export function hasIdentityFacts(service: ServiceFacts): boolean {
  const before = known.get(service);
  if (before !== undefined) return before;
  const answer = service.model.actions.some(
    ({ access_level: level, aliases, resources, condition_keys: keys }) =>
      level !== undefined || aliases.length > 0 || resources.length > 0 || keys.length > 0,
  );
  known.set(service, answer);
  return answer;
}
