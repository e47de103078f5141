import { judge } from '../../src/analysis/judge.js';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { compileGrants } from '../../src/policy/grants/grant.js';
import type { NamedPolicy, Outcome } from '../../src/policy/grants/decision.js';
import { parsePolicyText } from '../../src/policy/syntax/parse-policy.js';
import { policyOf } from '../../src/policy/model/view.js';
import { callOf } from '../calls/catalog.js';

/** An action of which an edited file grants another part than it did. */
export interface ChangedGrant {
  readonly action: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

/**
 * Compares what two texts of one file grant, over every action of the catalog. Policies of Version 1.1 grant nothing by a name
 * that only identity policies have.
 * @throws Error where a text cannot be parsed.
 */
export function changedGrants(
  before: string,
  after: string,
  path: string,
  catalog: Catalog,
): readonly ChangedGrant[] {
  const policies = policiesIn(before, path);
  const one = compileGrants(policies);
  const other = compileGrants(policiesIn(after, path));
  const isClassic = policies.every(({ policy }) => policy.kind === 'policy' || policy.kind === 'role');
  return actionsIn(catalog)
    .filter((action) => !isClassic || catalog.versionsOf(action).includes('1.1'))
    .map((action) => ({ action, before: one.decide(action).outcome, after: other.decide(action).outcome }))
    .filter((change) => change.before !== change.after);
}

/** Whether an outcome lets more requests through than another one. */
export function isWider({ before, after }: ChangedGrant): boolean {
  return REACH[after] > REACH[before];
}

const REACH: Readonly<Record<Outcome, number>> = { 'not-granted': 0, denied: 0, conditional: 1, allowed: 2 };

/** Ids of the operations that a file's policies cover without a condition, so that a fix must keep them covered. */
export function operationsCoveredBy(text: string, path: string, catalog: Catalog): readonly string[] {
  const parsed = parsePolicyText(text, { filename: path });
  if (!parsed.ok) return [];
  const policies = policiesIn(text, path);
  const grants = compileGrants(policies);
  const candidates = actionsIn(catalog)
    .filter((action) => grants.decide(action).outcome === 'allowed')
    .flatMap((action) => catalog.operationsNeeding(action));
  const ids = [...new Set(candidates.map(({ id }) => id))].sort();
  return ids.filter((id) =>
    judge({ catalog, policies, calls: [resolveCall(callOf({ operation: id }), catalog)] }).calls.every(
      ({ status }) => status === 'granted',
    ),
  );
}

function policiesIn(text: string, path: string): NamedPolicy[] {
  const parsed = parsePolicyText(text, { filename: path });
  if (!parsed.ok) throw new Error(`${path}: ${parsed.problems.map(({ message }) => message).join('; ')}`);
  return parsed.document.body.flatMap((root, index) => {
    const policy = policyOf(root);
    return policy === undefined ? [] : [{ id: `${path}#${String(index)}`, policy }];
  });
}

function actionsIn(catalog: Catalog): string[] {
  return catalog.services
    .flatMap((name) => [...(catalog.service(name)?.actions.keys() ?? [])])
    .filter((action) => !action.includes('*'));
}
