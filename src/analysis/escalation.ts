import type { Catalog } from '../catalog/catalog.js';
import { globalKey, GLOBAL_PREFIX, keyPrefix } from '../policy/facts/condition-keys.js';
import { ESCALATION_PATHS } from '../policy/facts/escalation-paths.js';
import type { EscalationPath } from '../policy/facts/escalation-paths.js';
import type { NamedPolicy } from '../policy/grants/decision.js';
import { compileGrants } from '../policy/grants/grant.js';
import type { Grants } from '../policy/grants/grant.js';
import type { Statement } from '../policy/model/policy.js';
import { foldKey } from '../policy/requests/request.js';
import { guardsOf } from '../policy/requests/vacuous.js';
import type { GrantSite } from './verdict.js';

/** A way to more permissions that policies open, by all their statements together, the Denies too. */
export interface OpenPath {
  readonly path: EscalationPath;
  /** In the order of the path. */
  readonly steps: readonly OpenStep[];
  /** Some step is open to some requests only. */
  readonly isGuarded: boolean;
}

export interface OpenStep {
  readonly action: string;
  readonly site: GrantSite;
  /** A Condition that leaves something out, or a Deny that takes some of it away. */
  readonly isGuarded: boolean;
}

/**
 * The paths of which policies of one holder together allow every step. A step narrowed to named agencies is none: that is how
 * agencies are passed.
 */
export function openPaths(policies: readonly NamedPolicy[], catalog: Catalog): readonly OpenPath[] {
  const grants = compileGrants(policies);
  return ESCALATION_PATHS.flatMap((path) => {
    const steps = path.steps.flatMap((actions) => openStep(actions, grants, catalog) ?? []);
    if (steps.length < path.steps.length) return [];
    return { path, steps, isGuarded: steps.some(({ isGuarded }) => isGuarded) };
  });
}

/** Of several ways to take a step the one that nothing guards, else the first. */
function openStep(actions: readonly string[], grants: Grants, catalog: Catalog): OpenStep | undefined {
  const open = actions.flatMap((action): OpenStep[] => {
    const { outcome, allows, denies } = grants.decide(action);
    if (outcome !== 'allowed' && outcome !== 'conditional') return [];
    return allows.flatMap((site) => {
      if (site.limits.includes('unknown-part') || isNamedAgency(action, site.limits)) return [];
      const isGuarded = denies.length > 0 || isGuardedBy(site.statement, catalog);
      return { action, site, isGuarded };
    });
  });
  return open.find(({ isGuarded }) => !isGuarded) ?? open[0];
}

function isNamedAgency(action: string, limits: readonly string[]): boolean {
  return /:agencies:(?:pass|assume)$/.test(action) && limits.includes('resource');
}

/** Whether its Condition leaves anything out, as far as the catalog tells which keys requests have. */
export function isGuardedBy(statement: Statement, catalog: Catalog): boolean {
  return statement.condition !== undefined && guardsOf(statement, (key) => isSent(key, catalog)).length > 0;
}

/** No request has a key that neither the global keys nor the table of its service's keys name. */
function isSent(key: string, catalog: Catalog): boolean | undefined {
  const prefix = keyPrefix(key);
  if (prefix === undefined) return false;
  if (prefix === GLOBAL_PREFIX) return globalKey(key) !== undefined;
  const service = catalog.service(prefix);
  const keys = service?.model.condition_keys ?? [];
  const ofActions = [...(service?.actions.values() ?? [])].flatMap((action) => [
    ...action.condition_keys,
    ...action.resources.flatMap((resource) => resource.condition_keys),
  ]);
  const known = new Set([...keys.map((one) => foldKey(one.key)), ...ofActions.map(foldKey)]);
  return known.size === 0 ? undefined : known.has(foldKey(key));
}
