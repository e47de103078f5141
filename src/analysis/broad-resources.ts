import type { Catalog } from '../catalog/catalog.js';
import type { Call } from '../calls/call.js';
import { highest, lowest } from '../catalog/model/confidence.js';
import type { Confidence } from '../catalog/model/model.js';
import { append } from '../long-lists.js';
import { RESOURCE_SERVICES } from '../policy/facts/service-scopes.js';
import { limitsOf } from '../policy/facts/limits.js';
import { generationOf } from '../policy/grants/decision.js';
import { intersects, isWildcard, matches, serviceOf } from '../policy/grants/pattern.js';
import type { Policy, Statement } from '../policy/model/policy.js';
import { reachesBeyond } from '../requests/resource-sets.js';
import { becauseOf } from './because.js';
import type { ResolvedCall } from './because.js';
import { namesOf } from './generation.js';
import { needsOfSides, sidesOf } from './needs/needs.js';
import type { Need, Side } from './needs/needs.js';
import { isAbout } from './standing/asked.js';
import { withoutContained } from './synthesis/named-resources.js';
import type { Because, Workload } from './verdict.js';

/** What declared calls need of a statement, which allows it for more resources than they name. */
export interface BroadGrant {
  /** Those of the actions that calls need, by the names that they need them by. Sorted. */
  readonly actions: readonly string[];
  /** The resources that the calls name, each once and none that another one holds. */
  readonly resources: readonly string[];
  readonly because: readonly Because[];
  readonly confidence: Confidence;
}

/**
 * Whether a statement that allows what calls need could name the resources that these name, and no others: all calls of all
 * workloads that may need anything of it say which resources they are about, and the policy's language can say it. Undefined
 * where it could not, where it does already, or where something that is not proven may need more of it.
 * @param workloads those that the statement's policy belongs to.
 */
export function broadGrant(
  statement: Statement,
  policy: Policy,
  workloads: readonly Workload[],
): BroadGrant | undefined {
  if (workloads.length === 0 || !canNarrow(statement, policy)) return undefined;
  const uses: Use[] = [];
  for (const workload of workloads) {
    const found = usesOf(statement, policy, workload);
    if (found === undefined) return undefined;
    append(uses, found);
  }
  const resources = withoutContained(uses.flatMap((use) => use.resources));
  const most = limitsOf(policy.kind).resources ?? Infinity;
  if (resources.length === 0 || resources.length > most) return undefined;
  if (!reachesBeyond(allowedResources(statement), resources)) return undefined;
  // Of what they name something is not allowed: that is for a person to mend first.
  if (reachesBeyond(resources, allowedResources(statement))) return undefined;
  const because = eachCallOnce(uses.map((use) => use.because));
  return {
    actions: [...new Set(uses.map(({ action }) => action))].sort(),
    resources,
    because,
    confidence: lowest(['certain', ...because.map((one) => one.confidence)]),
  };
}

/** A call needs the same by what is known of either generation: what is known best counts. */
function eachCallOnce(all: readonly Because[]): readonly Because[] {
  const byCall = new Map<Call, Because>();
  for (const one of all) {
    const before = byCall.get(one.call)?.confidence;
    if (before !== highest([one.confidence, before ?? one.confidence])) byCall.set(one.call, one);
  }
  return [...byCall.values()];
}

/** Nothing is left to a run, and all that it allows is of services that take resources (policies 1.1 with others cannot be created). */
function canNarrow({ effect, action, resource, notResource }: Statement, { kind }: Policy): boolean {
  if (effect !== 'Allow' || action === undefined || notResource !== undefined) return false;
  if (action.unknown.length > 0 || (resource?.unknown.length ?? 0) > 0) return false;
  if (kind === 'identity-policy') return true;
  if (kind !== 'policy') return false;
  return action.items.every(({ value }) => Object.hasOwn(RESOURCE_SERVICES, serviceOf(value) ?? ''));
}

function allowedResources({ resource }: Statement): readonly string[] {
  const items = resource?.items.map(({ value }) => value) ?? [];
  return items.length === 0 ? ['*'] : items;
}

/** An action of a call that a statement allows, and the resources that the call names for it. */
interface Use {
  readonly action: string;
  readonly resources: readonly string[];
  readonly because: Because;
}

/** Undefined where some use does not say of which resources it is, or may not be known at all. */
function usesOf(statement: Statement, policy: Policy, workload: Workload): readonly Use[] | undefined {
  const { catalog, calls, unread = [] } = workload;
  if (unread.length > 0 || calls.some(({ status }) => status !== 'resolved')) return undefined;
  const uses: Use[] = [];
  for (const call of calls) {
    if (call.status !== 'resolved') continue;
    const sides = sidesOf(catalog, call.operation);
    if (sides[generationOf(policy)] === undefined) return undefined;
    for (const { need, side } of needsOfSides(sides)) {
      if (!allows(statement, policy, need, side, catalog)) continue;
      const use = isWildcard(need.action) ? undefined : useOf(call, need, side, policy, catalog);
      if (use === undefined) return undefined;
      uses.push(use);
    }
  }
  return uses;
}

function allows({ action }: Statement, policy: Policy, need: Need, side: Side, catalog: Catalog): boolean {
  const patterns = action?.items.map(({ value }) => value) ?? [];
  if (isWildcard(need.action)) return patterns.some((pattern) => intersects(pattern, need.action));
  const names = namesOf(need.action, side.generation, catalog)[generationOf(policy)];
  return names.some((name) => patterns.some((pattern) => matches(pattern, name)));
}

function useOf(
  call: ResolvedCall,
  need: Need,
  side: Side,
  policy: Policy,
  catalog: Catalog,
): Use | undefined {
  const names = namesOf(need.action, side.generation, catalog);
  // An action of identity policies that takes no resource is allowed for "*" only.
  if (policy.kind === 'identity-policy' && names.resourceTypes.length === 0) return undefined;
  const own = (call.call.resources ?? []).filter(
    ({ urn }) => urn !== '*' && isAbout(urn, need, names, catalog),
  );
  if (own.length === 0 || call.call.resources?.some(({ urn }) => urn === '*') === true) return undefined;
  const confidence = lowest([side.confidence, ...own.map((resource) => resource.confidence)]);
  return {
    action: catalog.action(need.action)?.name ?? need.action,
    resources: own.map(({ urn }) => urn),
    because: becauseOf(call, { need, side, scenario: undefined, confidence }, catalog),
  };
}
