import type { Catalog } from '../../../src/catalog/catalog.js';
import type { Edits, RuleContext } from '../../../src/lint/rule-definition.js';
import { replaceAction } from '../../../src/policy/edit/edit.js';
import { isWildcard, serviceOf } from '../../../src/policy/grants/pattern.js';
import type { Element, Elements, Statement } from '../../../src/policy/model/policy.js';

/** The actions of identity policies that a name of policies 1.1 is an alias of; none where it is a name of identity policies itself. */
export function identityNamesOf(action: string, catalog: Catalog): readonly string[] {
  return isWildcard(action) || isIdentityName(action, catalog) ? [] : catalog.successorsOf(action);
}

/** Whether other actions may have that alias: only excerpts were read of what identity policies can name of their services. */
export function mayHaveMore(names: readonly string[], catalog: Catalog): boolean {
  return names.some((name) => catalog.coverage(serviceOf(name) ?? '')?.partial.includes('5.0') === true);
}

/** Whether all names of policies 1.1 were read of an action's service: names of identity policies may be among the others. */
export function isReadWhole(action: string, catalog: Catalog): boolean {
  return catalog.coverage(serviceOf(action) ?? '')?.partial.includes('1.1') !== true;
}

/** The names of policies 1.1 for an action of identity policies; none where the name is one of policies 1.1, too. */
export function classicNamesOf(action: string, catalog: Catalog): readonly string[] {
  const isClassic = catalog.versionsOf(action).includes('1.1');
  return isClassic || isWildcard(action) ? [] : (catalog.action(action)?.aliases ?? []);
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

/** Whether identity policies know an action by that name. Only their pages state aliases, access levels, resources and condition keys of an action. */
export function isIdentityName(action: string, catalog: Catalog): boolean {
  const known = catalog.action(action);
  return (
    known !== undefined &&
    (catalog.versionsOf(action).includes('5.0') ||
      known.access_level !== undefined ||
      known.aliases.length > 0 ||
      known.resources.length > 0 ||
      known.condition_keys.length > 0)
  );
}
