import type { Catalog } from '../catalog/catalog.js';
import type { Decision, Grants } from '../policy/grants/grant.js';
import { foldAction, isWildcard, serviceOf } from '../policy/grants/pattern.js';
import { actionsOf } from './catalog-actions.js';
import { equivalentsOf } from './generation.js';
import type { Conditional, GrantSite } from './verdict.js';

/** How a needed action stands with what the policies grant together. */
export interface Standing {
  readonly status: 'granted' | 'missing' | 'denied' | 'conditional';
  /** Where it is denied, or what makes it conditional; empty otherwise. */
  readonly sites: readonly GrantSite[];
  readonly why: Conditional['why'];
}

/** The standing of any action or wildcard, each worked out once. */
export function standingsOf(grants: Grants, catalog: Catalog): (action: string) => Standing {
  const known = new Map<string, Standing>();
  return (action) => {
    const key = foldAction(action);
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const standing = isWildcard(key) ? ofWildcard(key, grants, catalog) : ofAction(key, grants, catalog);
    known.set(key, standing);
    return standing;
  };
}

function toStanding({ outcome, allows, denies, why }: Decision): Standing {
  switch (outcome) {
    case 'allowed':
      return GRANTED;
    case 'not-granted':
      return MISSING;
    case 'denied':
      return { status: 'denied', sites: denies.filter(({ limits }) => limits.length === 0), why: [] };
    case 'conditional':
      return {
        status: 'conditional',
        sites: [...allows, ...denies].filter(({ limits }) => limits.length > 0),
        why,
      };
  }
}

const GRANTED: Standing = { status: 'granted', sites: [], why: [] };
const MISSING: Standing = { status: 'missing', sites: [], why: [] };

/** A wildcard stands as the worst of the actions that it stands for today. Where the catalog does not know these, its text decides. */
function ofWildcard(pattern: string, grants: Grants, catalog: Catalog): Standing {
  const members = actionsOf(catalog)
    .expand(pattern)
    .map((name) => toStanding(grants.decide(name, equivalentsOf(name, catalog))));
  const service = serviceOf(pattern);
  if (members.length === 0 || (service !== undefined && catalog.service(service) === undefined))
    return toStanding(grants.decide(pattern));
  const worst = WORST_FIRST.find((status) => members.some((member) => member.status === status)) ?? 'granted';
  return merge(
    worst,
    members.filter(({ status }) => status === worst),
  );
}

const WORST_FIRST = ['denied', 'missing', 'conditional'] as const;

/** A permission has a name in each generation: a grant of the other name is a grant, where all the names that it is split into are granted. */
function ofAction(action: string, grants: Grants, catalog: Catalog): Standing {
  const equivalents = equivalentsOf(action, catalog);
  const own = toStanding(grants.decide(action, equivalents));
  if (equivalents.length === 0 || own.status === 'denied') return own;
  const others = equivalents.map((name) => toStanding(grants.decide(name, equivalentsOf(name, catalog))));
  if (others.every(({ status }) => status === 'denied')) return merge('denied', others);
  if (own.status !== 'missing' || others.some(({ status }) => status === 'missing' || status === 'denied'))
    return own;
  const limited = others.filter(({ status }) => status === 'conditional');
  return merge(limited.length > 0 ? 'conditional' : 'granted', limited);
}

function merge(status: Standing['status'], parts: readonly Standing[]): Standing {
  return {
    status,
    sites: [...new Set(parts.flatMap(({ sites }) => sites))],
    why: [...new Set(parts.flatMap(({ why }) => why))],
  };
}
