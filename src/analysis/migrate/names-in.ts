import type { Catalog } from '../../catalog/catalog.js';
import { foldAction, isWildcard, matches } from '../../policy/grants/pattern.js';
import { rememberOf } from '../../remember.js';
import { isNameIn, namesOf } from '../generation.js';
import type { Generation } from '../generation.js';
import { sidesOf } from '../needs/needs.js';
import type { Side } from '../needs/needs.js';

/**
 * The names that allow in policies of a generation what an action or a wildcard allows in those of the other; none where
 * the catalog does not tell. A wildcard stays where it allows the same actions of today there.
 */
export function namesIn(pattern: string, to: Generation, catalog: Catalog): readonly string[] {
  if (isWildcard(pattern))
    return to === '5.0' ? wildcardInIdentity(pattern, catalog) : wildcardInClassic(pattern, catalog);
  return to === '5.0' ? inIdentity(pattern, catalog) : inClassic(pattern, catalog);
}

/** Under identity-policy authorization a name of 1.1 stands for every action that it is an alias of, or for itself where it was kept. */
function inIdentity(action: string, catalog: Catalog): readonly string[] {
  const names = standsFor(action, catalog);
  return names.length > 0 ? names : pairedNames(action, '5.0', catalog);
}

function standsFor(action: string, catalog: Catalog): readonly string[] {
  const kept = isKept(action, catalog) ? [spelt(action, catalog)] : [];
  return [...new Set([...catalog.successorsOf(action), ...kept])];
}

/** The aliases of what it allows, and only those that allow nothing else. */
function inClassic(action: string, catalog: Catalog): readonly string[] {
  const allowed = [action, ...catalog.successorsOf(action)].filter((name) => isNameIn(name, '5.0', catalog));
  const aliases = aliasesWithin(allowed, catalog);
  if (aliases.length > 0) return aliases;
  return pairedNames(action, '1.1', catalog).filter((name) => allowsOnly(name, allowed, catalog));
}

function aliasesWithin(allowed: readonly string[], catalog: Catalog): readonly string[] {
  const candidates = allowed.flatMap((name) =>
    namesOf(name, '5.0', catalog)['1.1'].filter((alias) => isNameIn(alias, '1.1', catalog)),
  );
  return [...new Set(candidates.map((name) => spelt(name, catalog)))].filter((name) =>
    allowsOnly(name, allowed, catalog),
  );
}

/** Whether a name in policies 1.1 allows no action of identity policies but these. */
function allowsOnly(name: string, allowed: readonly string[], catalog: Catalog): boolean {
  const within = new Set(allowed.map(foldAction));
  return standsFor(name, catalog).every((one) => within.has(foldAction(one)));
}

function wildcardInIdentity(pattern: string, catalog: Catalog): readonly string[] {
  const all = identityActions(catalog);
  const meant = all.filter(({ classic }) => classic.some((name) => matches(pattern, name)));
  const there = all.filter(({ names }) => names.some((name) => matches(pattern, name)));
  // One that stands for aliases only is written out: the names of the actions say what is meant.
  const isName = meant.some(({ name }) => matches(pattern, name));
  if (isName && meant.length === there.length) return [pattern];
  return meant.map(({ name }) => name);
}

function wildcardInClassic(pattern: string, catalog: Catalog): readonly string[] {
  const allowed = identityActions(catalog).flatMap(({ name, names }) =>
    names.some((one) => matches(pattern, one)) ? name : [],
  );
  const aliases = aliasesWithin(allowed, catalog);
  if (aliases.length === 0 || !IS_WHOLE.test(pattern)) return aliases;
  return [pattern, ...aliases.filter((name) => !matches(pattern, name))];
}

/** Everything, or everything of a service: what is meant by it is the same in either generation. */
const IS_WHOLE = /^(?:\*|[^:*?]+:\*|[^:*?]+:\*:\*|\*:\*|\*:\*:\*)$/;

interface IdentityAction {
  readonly name: string;
  /** By which it counts in policies 1.1. */
  readonly classic: readonly string[];
  /** By which it counts in identity policies. */
  readonly names: readonly string[];
}

const known = rememberOf((catalog: Catalog): { readonly all: readonly IdentityAction[] } => ({
  all: [...catalog.actionNames('5.0')]
    .filter((name) => !isWildcard(name))
    .map((name) => {
      const { '1.1': classic, '5.0': names } = namesOf(name, '5.0', catalog);
      return { name, classic, names };
    }),
}));

function identityActions(catalog: Catalog): readonly IdentityAction[] {
  return known(catalog, catalog).all;
}

/**
 * What operations need on the other side that need this action alone on its own: an alias of “-” is no proof that a name
 * was kept, and the page of an API tells both.
 */
function pairedNames(action: string, to: Generation, catalog: Catalog): readonly string[] {
  const from: Generation = to === '5.0' ? '1.1' : '5.0';
  const found = catalog.operationsNeeding(action).flatMap((operation) => {
    const sides = sidesOf(catalog, operation);
    const [own, other] = [ownActions(sides[from]), ownActions(sides[to])];
    return own?.length === 1 && foldAction(own[0] ?? '') === foldAction(action) ? (other ?? []) : [];
  });
  return [...new Set(found)];
}

/** The actions of a side with one alternative, dependencies left aside; undefined where there is no such. */
function ownActions(side: Side | undefined): readonly string[] | undefined {
  const [only, ...others] = side?.alternatives ?? [];
  if (side === undefined || side.derived || only === undefined || others.length > 0) return undefined;
  const actions = only.needs.flatMap(({ action, as }) => (as === 'action' ? action : []));
  return actions.some(isWildcard) ? undefined : actions;
}

/** Whether identity policies know an action by its own name in policies 1.1. */
function isKept(action: string, catalog: Catalog): boolean {
  const own = foldAction(action);
  return (
    isNameIn(action, '5.0', catalog) &&
    namesOf(action, '5.0', catalog)['1.1'].some((name) => foldAction(name) === own)
  );
}

function spelt(action: string, catalog: Catalog): string {
  return catalog.action(action)?.name ?? action;
}
