import { lowest } from '../catalog/model/confidence.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Confidence, Operation } from '../catalog/model/model.js';
import { generationOf } from '../policy/grants/decision.js';
import type { Grant } from '../policy/grants/decision.js';
import type { Grants } from '../policy/grants/grant.js';
import { serviceOf } from '../policy/grants/pattern.js';
import { actionsOf, coveredBy } from './standing/catalog-actions.js';
import type { Court } from './decide-call.js';
import type { Generation } from './generation.js';
import { neededBy } from './needs/needed.js';
import type { Needed } from './needs/needed.js';
import { needsOfSides, sidesOf } from './needs/needs.js';
import { possibleNeedsOf } from './needs/possible-needs.js';
import type { PossibleNeeds } from './needs/possible-needs.js';
import type { Excess, Unproven, Workload } from './verdict.js';
import { en } from '../wording/en/analysis.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('analysis', en);

/**
 * What the policies grant beyond the calls' needs, what would be if a Deny did not take it away again, and the grants of
 * which that cannot be said: they cannot be measured on the catalog, or a call that is not proven may need them. In policy
 * order.
 */
export function findExcess(
  workload: Workload,
  grants: Grants,
  court: Court,
): { excess: Excess[]; cancelled: Excess[]; unproven: Unproven[] } {
  const scale: Scale = {
    ...court,
    needed: neededBy(workload.calls, workload.catalog, (operation) => isMet(operation, court)),
    possible: possibleNeedsOf(workload),
    shaky: shakyServices(workload),
    denials: grants.denyPatterns(),
  };
  const undenied: Scale = { ...scale, denials: [] };
  const found = grants.allowPatterns().map((grant) => ({ grant, weighed: weigh(grant, scale) }));
  const cancelled = found.flatMap(({ grant, weighed }) =>
    weighed === undefined && scale.denials.length > 0 ? (weigh(grant, undenied) ?? []) : [],
  );
  const weighed = found.flatMap((one) => one.weighed ?? []);
  return {
    excess: weighed.flatMap((one) => ('grants' in one ? one : [])),
    cancelled: cancelled.flatMap((one) => ('grants' in one ? one : [])),
    unproven: weighed.flatMap((one) => ('grants' in one ? [] : one)),
  };
}

/** Whether policies 1.1 grant an operation under the names of 1.1 to every request. */
function isMet(operation: Operation, { catalog, standingOf }: Court): boolean {
  const alternatives = sidesOf(catalog, operation)['1.1']?.alternatives ?? [];
  return alternatives.some(({ needs }) =>
    needs.every(({ action }) => standingOf(action, '1.1').status === 'granted'),
  );
}

/** What every grant of a workload is held against. */
interface Scale extends Court {
  readonly needed: Needed;
  readonly possible: PossibleNeeds;
  /** Services of which a call may need another action than its row says, and how sure the row is. */
  readonly shaky: Readonly<Record<Generation, ReadonlyMap<string, Confidence>>>;
  readonly denials: readonly Grant[];
}

function weigh(grant: Grant, scale: Scale): Excess | Unproven | undefined {
  const { kind, pattern, site } = grant;
  // Whether it grants at all, or what it leaves out, is only known at run time.
  if (kind === 'unknown' || site.unknown !== undefined || site.statement.effect === undefined) {
    return { kind: 'unknown-part', site, pattern, reason: say('grantAtRunTime') };
  }
  if (kind === 'literal') return weighLiteral(grant, scale);
  if (kind === 'not-action') return weighSeveral(grant, kind, undefined, scale);
  const service = serviceOf(pattern);
  const isUnmeasured = service !== undefined && !isKnown(service, grant, scale);
  return isUnmeasured ? unmeasured(grant, service, scale) : weighSeveral(grant, kind, service, scale);
}

function weighLiteral(grant: Grant, scale: Scale): Excess | Unproven | undefined {
  const { site, pattern } = grant;
  const { catalog, needed, standingOf, possible, denials } = scale;
  const generation = generationOf(site.policy.policy);
  // The form is another rule's matter: what is no action grants nothing.
  if (!IS_ACTION.test(pattern) || needed.has(pattern)) return undefined;
  if (denials.length > 0 && standingOf(pattern, generation).status === 'denied') return undefined;
  const service = serviceOf(pattern) ?? '';
  const action = catalog.action(pattern);
  if (action === undefined && !isKnown(service, grant, scale)) return unmeasured(grant, service, scale);
  // A former name of something needed is to be renamed, not removed.
  if (catalog.formerAction(pattern)?.replaced_by.some((name) => needed.has(name)) === true) return undefined;
  const why = possible.of(pattern, generation);
  if (why !== undefined) return { kind: 'possible-need', site, pattern, reason: why };
  // No API needs what only the console uses, and nothing is known of what the catalog does not hold.
  const own: Confidence = action === undefined || action.permission_only === true ? 'likely' : 'certain';
  return {
    site,
    pattern,
    kind: 'literal',
    grants: action === undefined ? [] : [action.name],
    needed: [],
    confidence: lowest([own, sureness(service, generation, scale)]),
  };
}

/** Identity policies know actions without a resource type: `sts::tagSession`. */
const IS_ACTION = /^[^:\s]+:[^:\s]*:[^:\s]+$/;

/** Of a grant of several actions; undefined where all that it grants is needed, or it grants nothing that is known. */
function weighSeveral(
  grant: Grant,
  kind: 'wildcard' | 'not-action',
  service: string | undefined,
  scale: Scale,
): Excess | Unproven | undefined {
  const { site, pattern } = grant;
  const generation = generationOf(site.policy.policy);
  const matched = coveredBy(grant, scale.catalog);
  const denied = deniedAmong(matched, generation, scale);
  const grants = denied.size === 0 ? matched : matched.filter((name) => !denied.has(name));
  const granted = new Set(grants);
  const needed = scale.needed.known[generation].filter((name) => granted.has(name)).sort();
  if (needed.length === grants.length) return undefined;
  const why = possibleAmong(grants, service, generation, scale);
  if (why !== undefined) return { kind: 'possible-need', site, pattern, reason: why };
  return { site, pattern, kind, grants, needed, confidence: sureness(service, generation, scale) };
}

/** Why some of what a grant of several gives may be needed, also by a name that the catalog does not know. */
function possibleAmong(
  grants: readonly string[],
  service: string | undefined,
  generation: Generation,
  { possible, needed }: Scale,
): string | undefined {
  const ofService = service === undefined ? undefined : possible.ofService(service, generation);
  if (ofService !== undefined) return ofService;
  for (const name of grants) {
    const why = needed.has(name) ? undefined : possible.of(name, generation);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** Those that are wholly denied. Only what a Deny names is asked for, so that a broad grant stays cheap. */
function deniedAmong(
  matched: readonly string[],
  generation: Generation,
  { catalog, denials, standingOf }: Scale,
): ReadonlySet<string> {
  if (denials.length === 0) return NONE;
  const named = new Set(denials.flatMap((denial) => coveredBy(denial, catalog)));
  return new Set(
    matched.filter((name) => named.has(name) && standingOf(name, generation).status === 'denied'),
  );
}

const NONE: ReadonlySet<string> = new Set();

/** Beside a call that is not known at all, nothing is certain; a shaky row takes certainty from its services. */
function sureness(
  service: string | undefined,
  generation: Generation,
  { possible, shaky }: Scale,
): Confidence {
  const ofRows = service === undefined ? undefined : shaky[generation].get(service);
  return lowest([possible.isAny ? 'likely' : 'certain', ofRows ?? 'certain']);
}

/** A call whose row is in doubt could need another action of the same service than the row says. */
function shakyServices({ calls, catalog }: Workload): Scale['shaky'] {
  const shaky = { '1.1': new Map<string, Confidence>(), '5.0': new Map<string, Confidence>() };
  for (const call of calls) {
    if (call.status !== 'resolved') continue;
    for (const { need, side } of needsOfSides(sidesOf(catalog, call.operation))) {
      const confidence = lowest([call.confidence, side.confidence]);
      if (confidence === 'certain') continue;
      const ofSide = shaky[side.generation];
      const service = serviceOf(need.action) ?? '';
      ofSide.set(service, lowest([confidence, ofSide.get(service) ?? 'certain']));
    }
  }
  return shaky;
}

/** Whether the catalog holds any action of a service that policies of the grant's generation can name. */
function isKnown(service: string, { site }: Grant, { catalog }: Scale): boolean {
  return (
    actionsOf(catalog, generationOf(site.policy.policy)).hasService(service) ||
    (generationOf(site.policy.policy) === '1.1' && isWithoutActions(service, catalog))
  );
}

/** A service of which no action is known in either generation says nothing of which is missing. */
function isWithoutActions(service: string, catalog: Catalog): boolean {
  return catalog.service(service) !== undefined && !actionsOf(catalog, '5.0').hasService(service);
}

function unmeasured({ site, pattern }: Grant, service: string, { catalog }: Scale): Unproven {
  const { cloud } = catalog;
  const reason =
    catalog.service(service) === undefined
      ? say('unknownService', { cloud, service })
      : say('actionsUnknown', { cloud, service, version: generationOf(site.policy.policy) });
  return { kind: 'unknown-service', site, pattern, reason };
}
