import { lowest } from '../../catalog/model/confidence.js';
import type { Catalog } from '../../catalog/catalog.js';
import { defined } from '../../defined.js';
import { compileGrants } from '../../policy/grants/grant.js';
import { policyOf } from '../../policy/model/view.js';
import { parsePolicyText } from '../../policy/syntax/parse-policy.js';
import type { Stop, WorkloadPolicy } from '../verdict.js';
import type { Standing } from './outcome.js';
import { standingsOf } from './standing.js';
import type { StandingOf } from './standing.js';

/**
 * How what policies grant stands within boundaries: each of them must allow it too, and none deny it. A boundary grants
 * nothing, and so what the policies do not grant stands as it did. One that only denies lets through what it does not deny: a
 * service control policy that only denies stands beside the one that allows everything, which every account has (product page
 * of Organizations: what is detached from that one is ineffective). Names are those of identity policies: boundaries are of
 * Version 5.0.
 */
export function boundedBy(
  standingOf: StandingOf,
  boundaries: readonly WorkloadPolicy[],
  catalog: Catalog,
): StandingOf {
  if (boundaries.length === 0) return standingOf;
  const limits = boundaries.map((boundary) => ({
    boundary,
    standingIn: standingsOf(compileGrants(letThrough(boundary)), catalog),
  }));
  return (action, generation, about) => {
    const own = standingOf(action, generation, about);
    if (own.status === 'missing' || own.status === 'denied') return own;
    const within = limits.map(({ boundary, standingIn }) => ({
      boundary,
      standing: standingIn(action, '5.0', about),
    }));
    const stops = within.flatMap(({ boundary, standing }) => stopOf(boundary, standing));
    const parts = within.map(({ standing }) => standing);
    return stops.length > 0 ? stopped(own, parts, stops) : narrowed(own, parts);
  };
}

function stopOf(boundary: WorkloadPolicy, { status, sites }: Standing): Stop | [] {
  if (status === 'denied') return { boundary, how: 'denied', sites };
  return status === 'missing' ? { boundary, how: 'not-allowed', sites: [] } : [];
}

function stopped(own: Standing, parts: readonly Standing[], stops: readonly Stop[]): Standing {
  const stopping = parts.filter(({ status }) => status === 'denied' || status === 'missing');
  return {
    status: 'denied',
    sites: stops.flatMap(({ sites }) => sites),
    why: [],
    limitedDenies: own.limitedDenies,
    isGuess: own.isGuess || stopping.every(({ isGuess }) => isGuess),
    stops,
    ...defined({
      request: stopping.find(({ request }) => request !== undefined)?.request,
      certainty: lowest([own, ...stopping].map(({ certainty }) => certainty ?? 'certain')),
    }),
  };
}

/** What a boundary lets through for some requests only is granted for some only. */
function narrowed(own: Standing, parts: readonly Standing[]): Standing {
  const open = parts.filter(({ status }) => status === 'conditional');
  if (open.length === 0) return own;
  const all = [own, ...open];
  const keys = all.flatMap((one) => one.keys ?? []);
  return {
    ...own,
    status: 'conditional',
    sites: [...new Set(all.flatMap(({ sites }) => sites))],
    why: [...new Set(all.flatMap(({ why }) => why))],
    isGuess: all.some(({ isGuess }) => isGuess),
    ...defined({ keys: keys.length === 0 ? undefined : [...new Set(keys)] }),
  };
}

function letThrough(own: WorkloadPolicy): readonly WorkloadPolicy[] {
  const { policy } = own;
  const allows = policy.unknown.length > 0 || policy.statements.some(({ effect }) => effect !== 'Deny');
  return allows ? [own] : [own, EVERYTHING];
}

const EVERYTHING = everything();

function everything(): WorkloadPolicy {
  const text = '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["*"] }] }';
  const parsed = parsePolicyText(text, { syntax: 'json' });
  const root = parsed.ok ? parsed.document.body[0] : undefined;
  const policy = root && policyOf(root);
  if (policy === undefined) throw new Error('no policy that allows everything');
  return { id: 'FullAccess', policy };
}
