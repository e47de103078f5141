import type { Catalog } from '../../catalog/catalog.js';
import type { Decision, PermissionNames } from '../../policy/grants/decision.js';
import type { Grants } from '../../policy/grants/grant.js';
import { foldAction, isWildcard, serviceOf } from '../../policy/grants/pattern.js';
import { makeNarrower } from '../../requests/region.js';
import type { Narrower } from '../../requests/region.js';
import { askedOf } from './asked.js';
import type { CallRequests } from './asked.js';
import { decideForAsked } from './asked-standing.js';
import { actionsOf } from './catalog-actions.js';
import { isNameIn, namesOf } from '../generation.js';
import type { Generation } from '../generation.js';
import type { Need } from '../needs/needs.js';
import type { Standing } from './outcome.js';

export type { Standing } from './outcome.js';

/** What a call that says something of its requests needs the action as. */
export interface About {
  readonly requests: CallRequests;
  readonly as: Need['as'];
}

export type StandingOf = (action: string, generation: Generation, about?: About) => Standing;

/** What standings are worked out from. */
interface Basis {
  readonly grants: Grants;
  readonly catalog: Catalog;
  readonly narrower: Narrower;
  readonly about: About | undefined;
}

/** The standing of any action or wildcard under either authorization, each worked out once. */
export function standingsOf(grants: Grants, catalog: Catalog): StandingOf {
  const known = new Map<string, Standing>();
  const narrower = makeNarrower();
  return (action, generation, about) => {
    const folded = foldAction(action);
    const key = `${generation} ${folded}${about === undefined ? '' : ` ${about.as} ${about.requests.key}`}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const basis = { grants, catalog, narrower, about };
    const standing = isWildcard(folded)
      ? ofWildcard(folded, generation, basis)
      : ofName(folded, generation, basis);
    known.set(key, standing);
    return standing;
  };
}

/** A wildcard stands as the worst of the actions that it stands for today. Where the catalog does not know these, its text decides. */
function ofWildcard(pattern: string, generation: Generation, basis: Basis): Standing {
  const actions = actionsOf(basis.catalog, generation);
  const members = actions.expand(pattern).map((name) => ofAction(name, generation, basis));
  const service = serviceOf(pattern);
  if (members.length === 0 || (service !== undefined && !actions.hasService(service)))
    return ofAction(pattern, generation, basis);
  return worstOf(members);
}

/** Operations name dependencies of identity policies by names of 1.1 too: those stand for what identity policies call them. */
function ofName(action: string, generation: Generation, basis: Basis): Standing {
  const own = ofAction(action, generation, basis);
  if (generation === '1.1' || isNameIn(action, generation, basis.catalog)) return own;
  const successors = basis.catalog.successorsOf(action);
  if (successors.length === 0) return { ...own, isGuess: true };
  const [only, ...others] = successors.map((name) => ofAction(name, generation, basis));
  if (only !== undefined && others.length === 0) return only;
  // Which of several is meant is not told: nothing is held against a call that the best of them does not bear out.
  return { ...bestOf(only === undefined ? others : [only, ...others]), isGuess: true };
}

function ofAction(action: string, generation: Generation, basis: Basis): Standing {
  const names = namesOf(action, generation, basis.catalog);
  const decision = basis.grants.decideBy(names);
  return ofRequests(action, names, decision, basis) ?? toStanding(decision);
}

/** Undefined where the call says nothing of its requests for the action, or where nothing depends on that. */
function ofRequests(
  action: string,
  names: PermissionNames,
  decision: Decision,
  { grants, catalog, narrower, about }: Basis,
): Standing | undefined {
  const depends =
    decision.outcome === 'conditional' || (decision.outcome === 'not-granted' && decision.denies.length > 0);
  if (about === undefined || !depends) return undefined;
  const asked = askedOf(about.requests, { action, as: about.as }, names, catalog);
  return asked && decideForAsked(decision, asked, narrower, grants);
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

/** Those of the first status that any of them has, together; of refused requests the first. */
function merged(standings: readonly Standing[], order: readonly Standing['status'][]): Standing {
  const status = order.find((one) => standings.some((standing) => standing.status === one)) ?? 'granted';
  const parts = standings.filter((standing) => standing.status === status);
  const [first] = parts;
  return {
    ...first,
    status,
    sites: [...new Set(parts.flatMap(({ sites }) => sites))],
    why: [...new Set(parts.flatMap(({ why }) => why))],
    limitedDenies: [...new Set(parts.flatMap(({ limitedDenies }) => limitedDenies))],
    isGuess: parts.some(({ isGuess }) => isGuess),
  };
}
