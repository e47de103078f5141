import { lowest } from '../catalog/model/confidence.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Confidence } from '../catalog/model/model.js';
import type { Grant, Grants } from '../policy/grants/grant.js';
import { serviceOf } from '../policy/grants/pattern.js';
import { coveredBy } from './catalog-actions.js';
import { doubtsOf } from './excess-doubt.js';
import type { ExcessDoubts } from './excess-doubt.js';
import { neededBy } from './needed.js';
import type { Needed } from './needed.js';
import type { Standing } from './standing.js';
import type { Excess, GrantSite, Unproven, Workload } from './verdict.js';

/** What the policies grant beyond the calls' needs, and the grants that cannot be measured on the catalog. In policy order. */
export function findExcess(
  workload: Workload,
  grants: Grants,
  standingOf: (action: string) => Standing,
): { excess: Excess[]; unproven: Unproven[] } {
  const needed = neededBy(workload.calls, workload.catalog);
  const scale: Scale = {
    catalog: workload.catalog,
    needed,
    standingOf,
    doubts: doubtsOf(workload, needed),
    denials: grants.denyPatterns(),
  };
  const excess: Excess[] = [];
  const unproven: Unproven[] = [];
  for (const grant of grants.allowPatterns()) {
    const found = weigh(grant, scale);
    if (found === undefined) continue;
    if ('grants' in found) excess.push(found);
    else unproven.push(found);
  }
  return { excess, unproven };
}

/** What every grant of a workload is held against. */
interface Scale {
  readonly catalog: Catalog;
  readonly needed: Needed;
  readonly standingOf: (action: string) => Standing;
  readonly doubts: ExcessDoubts;
  readonly denials: readonly Grant[];
}

function weigh(grant: Grant, scale: Scale): Excess | Unproven | undefined {
  const { kind, pattern, site } = grant;
  // Whether it grants at all, or what it leaves out, is only known at run time.
  if (kind === 'unknown' || site.unknown !== undefined || site.statement.effect === undefined) {
    return { kind: 'unknown-part', site, pattern, reason: 'what it grants is only known at run time' };
  }
  if (kind === 'literal') return weighLiteral(site, pattern, scale);
  if (kind === 'not-action') return weighSeveral(grant, kind, undefined, scale);
  const service = serviceOf(pattern);
  return service !== undefined && scale.catalog.service(service) === undefined
    ? unknownService(site, pattern, service, scale.catalog)
    : weighSeveral(grant, kind, service, scale);
}

function weighLiteral(
  site: GrantSite,
  pattern: string,
  { catalog, needed, standingOf, doubts }: Scale,
): Excess | Unproven | undefined {
  const action = catalog.action(pattern);
  // The form is another rule's matter: what is no action grants nothing.
  if (!IS_ACTION.test(pattern) || needed.has(pattern) || standingOf(pattern).status === 'denied')
    return undefined;
  const service = serviceOf(pattern) ?? '';
  if (action === undefined && catalog.service(service) === undefined)
    return unknownService(site, pattern, service, catalog);
  // A former name of something needed is to be renamed, not removed.
  if (catalog.formerAction(pattern)?.replaced_by.some((name) => needed.has(name)) === true) return undefined;
  // No API needs what only the console uses, and nothing is known of what the catalog does not hold.
  const own: Confidence = action === undefined || action.permission_only === true ? 'likely' : 'certain';
  const confidence = lowest([own, doubts.ofLiteral(pattern)]);
  return {
    site,
    pattern,
    kind: 'literal',
    grants: action === undefined ? [] : [action.name],
    needed: [],
    confidence,
  };
}

const IS_ACTION = /^[^:\s]+:[^:\s]+:[^:\s]+$/;

/** Excess of a grant of several actions; undefined where all that it grants is needed, or it grants nothing that is known. */
function weighSeveral(
  grant: Grant,
  kind: 'wildcard' | 'not-action',
  service: string | undefined,
  scale: Scale,
): Excess | undefined {
  const { site, pattern, covers } = grant;
  const matched = coveredBy(grant, scale.catalog);
  const denied = deniedAmong(covers, scale);
  const grants = denied.size === 0 ? matched : matched.filter((name) => !denied.has(name));
  const effective = (name: string): boolean => covers(name) && !denied.has(name);
  const needed = scale.needed.known.filter(effective).sort();
  if (needed.length === grants.length) return undefined;
  return {
    site,
    pattern,
    kind,
    grants,
    needed,
    confidence: scale.doubts.ofSeveral(effective, service, grants.length - needed.length),
  };
}

/** Those that are wholly denied. Only what a Deny names is asked for, so that a broad grant stays cheap. */
function deniedAmong(covers: Grant['covers'], { catalog, denials, standingOf }: Scale): ReadonlySet<string> {
  const named = new Set(denials.flatMap((denial) => coveredBy(denial, catalog)));
  return new Set([...named].filter((name) => covers(name) && standingOf(name).status === 'denied'));
}

function unknownService(site: GrantSite, pattern: string, service: string, { cloud }: Catalog): Unproven {
  return {
    kind: 'unknown-service',
    site,
    pattern,
    reason: `the catalog of ${cloud} does not know the service "${service}"`,
  };
}
