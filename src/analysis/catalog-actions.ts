import type { Catalog } from '../catalog/catalog.js';
import type { Grant } from '../policy/grants/grant.js';
import { expand, foldAction, isWildcard, serviceOf } from '../policy/grants/pattern.js';

/** The actions of a catalog, as patterns are measured on them. Names are in catalog spelling and sorted. */
export interface CatalogActions {
  readonly names: readonly string[];
  /** Actions that a pattern stands for. */
  readonly expand: (pattern: string) => readonly string[];
}

const known = new WeakMap<Catalog, CatalogActions>();

/** Built once for a catalog from its index; opens no service. */
export function actionsOf(catalog: Catalog): CatalogActions {
  const cached = known.get(catalog);
  if (cached !== undefined) return cached;
  const names = [...catalog.actionNames()].filter((name) => !isWildcard(name)).sort(byLowerCase);
  const byService = new Map<string | undefined, string[]>();
  for (const name of names) {
    const list = byService.get(serviceOf(name));
    if (list === undefined) byService.set(serviceOf(name), [name]);
    else list.push(name);
  }
  const expansions = new Map<string, readonly string[]>();
  const actions: CatalogActions = {
    names,
    expand(pattern) {
      const key = foldAction(pattern);
      const before = expansions.get(key);
      if (before !== undefined) return before;
      const service = serviceOf(key);
      const expansion = expand(key, service === undefined ? names : (byService.get(service) ?? []));
      // Patterns come from policies without end; the catalog is held for as long as the process lives.
      if (expansions.size >= MAX_EXPANSIONS) expansions.clear();
      expansions.set(key, expansion);
      return expansion;
    },
  };
  known.set(catalog, actions);
  return actions;
}

/** The catalog's actions that one part of a policy covers, allowing or denying. */
export function coveredBy({ kind, pattern, covers }: Grant, catalog: Catalog): readonly string[] {
  const { names, expand: expandPattern } = actionsOf(catalog);
  return kind === 'wildcard' || kind === 'literal' ? expandPattern(pattern) : names.filter(covers);
}

const MAX_EXPANSIONS = 2_000;

function byLowerCase(a: string, b: string): number {
  const [x, y] = [foldAction(a), foldAction(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
