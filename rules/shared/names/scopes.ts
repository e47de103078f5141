import type { Catalog } from '../../../src/catalog/catalog.js';
import type { Scope } from '../../../src/catalog/model/model.js';
import { sameAction } from '../../../src/policy/grants/pattern.js';

/**
 * Whether an action can be narrowed to a scope, as the documentation says of it or of the APIs that it is for: one yes is
 * enough. Undefined where no page tells.
 */
export function supportsScope(action: string, scope: keyof Scope, catalog: Catalog): boolean | undefined {
  const own = catalog
    .operationsNeeding(action)
    .filter(({ actions, scenarios }) =>
      [...actions, ...scenarios.flatMap((scenario) => scenario.actions)].some((name) =>
        sameAction(name, action),
      ),
    );
  const said = [catalog.action(action)?.scope?.[scope], ...own.map((operation) => operation.scope[scope])];
  if (said.includes(true)) return true;
  return said.includes(false) ? false : undefined;
}
