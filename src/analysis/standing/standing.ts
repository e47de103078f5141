import type { Catalog } from '../../catalog/catalog.js';
import type { Decision } from '../../policy/grants/decision.js';
import type { Grants } from '../../policy/grants/grant.js';
import { foldAction, isWildcard, serviceOf } from '../../policy/grants/pattern.js';
import { actionsOf } from './catalog-actions.js';
import { isNameIn, namesOf } from '../generation.js';
import type { Generation } from '../generation.js';
import type { Conditional, GrantSite } from '../verdict.js';

/** How a needed action stands with what the policies grant together. */
export interface Standing {
  readonly status: 'granted' | 'missing' | 'denied' | 'conditional';
  /** Where it is denied, or what makes it conditional; empty otherwise. */
  readonly sites: readonly GrantSite[];
  readonly why: Conditional['why'];
  /** Where a Deny with limits names it, whatever its status. */
  readonly limitedDenies: readonly GrantSite[];
  /** The catalog does not tell what the action is called in this generation: it is judged by a name that may not be meant. */
  readonly isGuess: boolean;
}

export type StandingOf = (action: string, generation: Generation) => Standing;

/** The standing of any action or wildcard under either authorization, each worked out once. */
export function standingsOf(grants: Grants, catalog: Catalog): StandingOf {
  const known: Record<Generation, Map<string, Standing>> = { '1.1': new Map(), '5.0': new Map() };
  return (action, generation) => {
    const key = foldAction(action);
    const cached = known[generation].get(key);
    if (cached !== undefined) return cached;
    const standing = isWildcard(key)
      ? ofWildcard(key, generation, grants, catalog)
      : ofName(key, generation, grants, catalog);
    known[generation].set(key, standing);
    return standing;
  };
}

/** A wildcard stands as the worst of the actions that it stands for today. Where the catalog does not know these, its text decides. */
function ofWildcard(pattern: string, generation: Generation, grants: Grants, catalog: Catalog): Standing {
  const actions = actionsOf(catalog, generation);
  const members = actions.expand(pattern).map((name) => ofAction(name, generation, grants, catalog));
  const service = serviceOf(pattern);
  if (members.length === 0 || (service !== undefined && !actions.hasService(service)))
    return ofAction(pattern, generation, grants, catalog);
  return worstOf(members);
}

/** Operations name dependencies of identity policies by names of 1.1 too: those stand for what identity policies call them. */
function ofName(action: string, generation: Generation, grants: Grants, catalog: Catalog): Standing {
  const own = ofAction(action, generation, grants, catalog);
  if (generation === '1.1' || isNameIn(action, generation, catalog)) return own;
  const successors = catalog.successorsOf(action);
  if (successors.length === 0) return { ...own, isGuess: true };
  const [only, ...others] = successors.map((name) => ofAction(name, generation, grants, catalog));
  if (only !== undefined && others.length === 0) return only;
  // Which of several is meant is not told: nothing is held against a call that the best of them does not bear out.
  return { ...bestOf(only === undefined ? others : [only, ...others]), isGuess: true };
}

function ofAction(action: string, generation: Generation, grants: Grants, catalog: Catalog): Standing {
  return toStanding(grants.decideBy(namesOf(action, generation, catalog)));
}

function toStanding({ outcome, allows, denies, why }: Decision): Standing {
  switch (outcome) {
    case 'allowed':
      return GRANTED;
    case 'not-granted':
      return denies.length === 0 ? MISSING : { ...MISSING, limitedDenies: denies };
    case 'denied':
      return { ...MISSING, status: 'denied', sites: denies.filter(({ limits }) => limits.length === 0) };
    case 'conditional':
      return {
        ...MISSING,
        status: 'conditional',
        sites: [...allows, ...denies].filter(({ limits }) => limits.length > 0),
        why,
        limitedDenies: denies,
      };
  }
}

const GRANTED: Standing = { status: 'granted', sites: [], why: [], limitedDenies: [], isGuess: false };
const MISSING: Standing = { ...GRANTED, status: 'missing' };

const BEST_FIRST = ['granted', 'conditional', 'missing', 'denied'] as const;
const WORST_FIRST = ['denied', 'missing', 'conditional', 'granted'] as const;

function worstOf(standings: readonly Standing[]): Standing {
  return merged(standings, WORST_FIRST);
}

function bestOf(standings: readonly Standing[]): Standing {
  return merged(standings, BEST_FIRST);
}

/** Those of the first status that any of them has, together. */
function merged(standings: readonly Standing[], order: readonly Standing['status'][]): Standing {
  const status = order.find((one) => standings.some((standing) => standing.status === one)) ?? 'granted';
  const parts = standings.filter((standing) => standing.status === status);
  return {
    status,
    sites: [...new Set(parts.flatMap(({ sites }) => sites))],
    why: [...new Set(parts.flatMap(({ why }) => why))],
    limitedDenies: [...new Set(parts.flatMap(({ limitedDenies }) => limitedDenies))],
    isGuess: parts.some(({ isGuess }) => isGuess),
  };
}
