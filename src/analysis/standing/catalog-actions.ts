import type { Catalog } from '../../catalog/catalog.js';
import { generationOf } from '../../policy/grants/decision.js';
import type { Generation, Grant } from '../../policy/grants/decision.js';
import { expand, foldAction, isWildcard, serviceOf } from '../../policy/grants/pattern.js';

/** The actions of a catalog that policies of one generation can name, as patterns are measured on them. */
export interface CatalogActions {
  /** In catalog spelling, sorted. */
  readonly names: readonly string[];
  /** Actions that a pattern stands for; in identity policies, those too of which it matches an alias. In catalog spelling, sorted. */
  readonly expand: (pattern: string) => readonly string[];
  /** Whether any action of a service is among them, by the service's name in lower case. */
  readonly hasService: (service: string) => boolean;
  /** Actions that any text of names stands for, as `expand`; for what is no pattern (NotAction). */
  readonly covered: (covers: (name: string) => boolean) => readonly string[];
}

const known = new WeakMap<Catalog, Map<Generation, CatalogActions>>();

/** Built once for a catalog and a generation from the catalog's index; opens no service. */
export function actionsOf(catalog: Catalog, generation: Generation): CatalogActions {
  const ofCatalog = known.get(catalog) ?? new Map<Generation, CatalogActions>();
  known.set(catalog, ofCatalog);
  const cached = ofCatalog.get(generation);
  if (cached !== undefined) return cached;
  const actions = measured(catalog, generation);
  ofCatalog.set(generation, actions);
  return actions;
}

/** The catalog's actions that one part of a policy covers, allowing or denying, under names that count in that policy. */
export function coveredBy({ kind, pattern, covers, site }: Grant, catalog: Catalog): readonly string[] {
  const actions = actionsOf(catalog, generationOf(site.policy.policy));
  return kind === 'wildcard' || kind === 'literal' ? actions.expand(pattern) : actions.covered(covers);
}

function measured(catalog: Catalog, generation: Generation): CatalogActions {
  const names = [...catalog.actionNames(generation)].filter((name) => !isWildcard(name)).sort(byLowerCase);
  const byService = grouped(names);
  const aliases = generation === '5.0' ? new Map(catalog.aliases()) : new Map<string, readonly string[]>();
  const aliasesByService = grouped([...aliases.keys()]);
  const withAliases = (own: readonly string[], matched: readonly string[]): readonly string[] =>
    matched.length === 0
      ? own
      : [...new Set([...own, ...matched.flatMap((alias) => aliases.get(alias) ?? [])])].sort(byLowerCase);
  const expansions = new Map<string, readonly string[]>();
  return {
    names,
    hasService: (service) => byService.has(service),
    expand(pattern) {
      const key = foldAction(pattern);
      const before = expansions.get(key);
      if (before !== undefined) return before;
      const service = serviceOf(key);
      const expansion = withAliases(
        expand(key, service === undefined ? names : (byService.get(service) ?? [])),
        expand(key, service === undefined ? aliases.keys() : (aliasesByService.get(service) ?? [])),
      );
      // Patterns come from policies without end; the catalog is held for as long as the process lives.
      if (expansions.size >= MAX_EXPANSIONS) expansions.clear();
      expansions.set(key, expansion);
      return expansion;
    },
    // A NotAction with an alias of an action leaves the action out.
    covered(covers) {
      const leftOut = new Set([...aliases].flatMap(([alias, of]) => (covers(alias) ? [] : of)));
      return names.filter((name) => covers(name) && !leftOut.has(name));
    },
  };
}

function grouped(names: readonly string[]): ReadonlyMap<string | undefined, readonly string[]> {
  const groups = new Map<string | undefined, string[]>();
  for (const name of names) {
    const list = groups.get(serviceOf(name));
    if (list === undefined) groups.set(serviceOf(name), [name]);
    else list.push(name);
  }
  return groups;
}

const MAX_EXPANSIONS = 2_000;

function byLowerCase(a: string, b: string): number {
  const [x, y] = [foldAction(a), foldAction(b)];
  if (x === y) return 0;
  return x < y ? -1 : 1;
}
