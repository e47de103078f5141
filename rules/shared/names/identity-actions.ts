import type { Catalog } from '../../../src/catalog/catalog.js';
import type { Action } from '../../../src/catalog/model/model.js';
import { isWildcard } from '../../../src/policy/grants/pattern.js';
import type { Element, Statement } from '../../../src/policy/model/policy.js';
import { isIdentityName } from './generations.js';

/** An action of a statement, and what the pages for identity policies say of it. */
export interface KnownAction {
  readonly element: Element;
  readonly facts: Action;
}

/** All actions of a statement with their facts; undefined unless every one of them is known, as others could be what a part is for. */
export function knownActions(
  { action, notAction }: Statement,
  catalog: Catalog,
): readonly KnownAction[] | undefined {
  if (
    action === undefined ||
    notAction !== undefined ||
    action.unknown.length > 0 ||
    action.items.length === 0
  )
    return undefined;
  const known = action.items.map((element) => ({
    element,
    facts:
      isWildcard(element.value) || !isIdentityName(element.value, catalog)
        ? undefined
        : catalog.action(element.value),
  }));
  return known.every((one): one is KnownAction => one.facts !== undefined) ? known : undefined;
}
