import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { printJsonLine } from '../../policy/edit/print-policy.js';
import { compileGrants } from '../../policy/grants/grant.js';
import type { Policy } from '../../policy/model/policy.js';
import { policyOf } from '../../policy/model/view.js';
import { parsePolicyText } from '../../policy/syntax/parse-policy.js';
import { decideCall, generationsOf } from '../decide-call.js';
import type { CallDecision, Court } from '../decide-call.js';
import { standingsOf } from '../standing/standing.js';
import type { MigratedPolicy } from './migrated-policy.js';

/** How the calls of a catalog stand with a policy and with what it was migrated to; those that neither allows do not count. */
export interface CallComparison {
  /** How many stand the same. */
  readonly same: number;
  /** By the ids of their operations. */
  readonly changed: readonly ChangedCall[];
}

export interface ChangedCall {
  readonly operation: Operation;
  readonly before: CallDecision;
  readonly after: CallDecision;
}

/** Judges every operation of the catalog with both. */
export function compareCalls(before: Policy, after: MigratedPolicy, catalog: Catalog): CallComparison {
  const courts = { before: courtOf(before, catalog), after: courtOf(readBack(after), catalog) };
  let same = 0;
  const changed: ChangedCall[] = [];
  for (const operation of operationsOf(catalog)) {
    const decided = {
      before: decideCall(operation, courts.before),
      after: decideCall(operation, courts.after),
    };
    // A call that needs nothing of policies of one version is allowed there whatever they say.
    if (decided.before.status === 'no-permission' || decided.after.status === 'no-permission') continue;
    const outcomes = [outcomeOf(decided.before), outcomeOf(decided.after)];
    if (!outcomes.some(isAllowed)) continue;
    if (outcomes[0] === outcomes[1]) same += 1;
    else changed.push({ operation, ...decided });
  }
  return { same, changed: changed.sort((a, b) => (a.operation.id < b.operation.id ? -1 : 1)) };
}

export type Outcome = 'granted' | 'no-permission' | 'conditional' | 'refused' | 'unproven';

export function outcomeOf({ status }: CallDecision): Outcome {
  return status === 'missing' || status === 'denied' ? 'refused' : status;
}

function isAllowed(outcome: Outcome): boolean {
  return outcome === 'granted' || outcome === 'conditional';
}

function operationsOf(catalog: Catalog): readonly Operation[] {
  return catalog.services.flatMap((name) => catalog.service(name)?.model.operations ?? []);
}

function courtOf(policy: Policy, catalog: Catalog): Court {
  const policies = [{ id: 'policy', policy }];
  return {
    catalog,
    generations: generationsOf(policies),
    standingOf: standingsOf(compileGrants(policies), catalog),
  };
}

/** What was written counts as it is read. */
function readBack(document: MigratedPolicy): Policy {
  const parsed = parsePolicyText(printJsonLine(document), { syntax: 'json' });
  const root = parsed.ok ? parsed.document.body[0] : undefined;
  const policy = root === undefined ? undefined : policyOf(root);
  if (policy === undefined) throw new Error('a migrated policy is no policy');
  return policy;
}
