import type { Catalog, ServiceFacts } from '../../../src/catalog/catalog.js';
import type { Edits, RuleContext } from '../../../src/lint/rule-definition.js';
import { replaceAction } from '../../../src/policy/edit/edit.js';
import { foldAction, isWildcard, serviceOf } from '../../../src/policy/grants/pattern.js';
import type { Element, Elements, Statement } from '../../../src/policy/model/policy.js';

/** 1.1 name, folded → the 5.0 actions that name it as an alias, in the catalog's spelling. */
type Successors = ReadonlyMap<string, readonly string[]>;

const successors = new WeakMap<ServiceFacts, Successors>();

/** The actions of identity policies that stand for a name of policies 1.1; none where the name is one of identity policies itself. */
export function identityNamesOf(action: string, catalog: Catalog): readonly string[] {
  const service = catalog.service(serviceOf(action) ?? '');
  if (service === undefined || isWildcard(action) || isIdentityName(action, catalog)) return [];
  const known = successors.get(service) ?? readSuccessors(service);
  successors.set(service, known);
  return known.get(foldAction(action)) ?? [];
}

/** The names of policies 1.1 for an action of identity policies; none where the name is one of policies 1.1, too. */
export function classicNamesOf(action: string, catalog: Catalog): readonly string[] {
  const aliases = catalog.action(action)?.aliases ?? [];
  const own = foldAction(action);
  return isWildcard(action) || aliases.some((alias) => foldAction(alias) === own) ? [] : aliases;
}

/**
 * A finding on a name of the other generation is mended where one name, and only one, stands for the same; never in a
 * Deny or NotAction, where the new name could take less away than the old one did.
 */
export function translation(
  context: Pick<RuleContext, 'text'>,
  statement: Statement,
  element: Element,
  names: readonly string[],
): Edits | undefined {
  const [only, ...more] = names;
  const isExact =
    only !== undefined &&
    more.length === 0 &&
    statement.effect === 'Allow' &&
    listOf(element, statement) === statement.action;
  return isExact ? () => replaceAction(context.text, statement, element, [only]) : undefined;
}

function listOf(element: Element, { action, notAction }: Statement): Elements | undefined {
  return [action, notAction].find((list) => list?.items.includes(element));
}

/** Only the pages for identity policies state aliases, access levels, resources and condition keys of an action. */
export function isIdentityName(action: string, catalog: Catalog): boolean {
  const known = catalog.action(action);
  return (
    known !== undefined &&
    (known.access_level !== undefined ||
      known.aliases.length > 0 ||
      known.resources.length > 0 ||
      known.condition_keys.length > 0)
  );
}

function readSuccessors(service: ServiceFacts): Successors {
  const found = new Map<string, string[]>();
  for (const { name, aliases } of service.model.actions) {
    for (const alias of aliases) {
      const names = found.get(foldAction(alias)) ?? [];
      found.set(foldAction(alias), names.includes(name) ? names : [...names, name]);
    }
  }
  return found;
}
