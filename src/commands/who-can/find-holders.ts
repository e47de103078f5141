import type { Catalog } from '../../catalog/catalog.js';
import type { RequestSet } from '../../expectations/expected-policy.js';
import { allowedAmong, refusedAmong } from '../../expectations/requests-allowed.js';
import { namesIn } from '../../lint/expectations/expected-names.js';
import { pathOf } from '../../lint/language/source-code.js';
import type { WitnessRecord } from '../../lint/results/change-record.js';
import { realActions, requestRecord } from '../../lint/results/witness-record.js';
import { printJsonLine } from '../../policy/edit/print-policy.js';
import type { NamedPolicy } from '../../policy/grants/decision.js';
import { generationOf } from '../../policy/grants/decision.js';
import { intersects } from '../../policy/grants/pattern.js';
import { plainOf } from '../../policy/model/plain.js';
import type { Statement } from '../../policy/model/policy.js';
import type { Principal } from './principals.js';

/** What a policy, or several that act together, make of what was asked. */
export interface Holding {
  /**
   * `allowed`: whatever the request; `sometimes`: some requests of those that were asked about; `denied`: a Deny is about it, and
   * nothing is allowed; `unknown`: nobody can say.
   */
  readonly outcome: 'allowed' | 'sometimes' | 'denied' | 'unknown' | 'none';
  /** The statement that allows it, else the one that denies it. */
  readonly by: StatementRecord | undefined;
  /** A request that is allowed. */
  readonly witness: Pick<WitnessRecord, 'action' | 'resource' | 'context'> | undefined;
  /** What stopped the search. */
  readonly stop: string | undefined;
}

export interface StatementRecord {
  readonly policy: string;
  readonly file: string;
  readonly line: number;
  readonly resources: readonly string[];
  /** As JSON on one line; undefined where it has none. */
  readonly condition: string | undefined;
}

export interface PolicyHolding extends Holding {
  readonly policy: string;
}

export interface PrincipalHolding extends Holding, Omit<Principal, 'policies'> {
  readonly policies: readonly string[];
}

export interface Holders {
  readonly policies: readonly PolicyHolding[];
  /** Those of which a policy says something of it. */
  readonly principals: readonly PrincipalHolding[];
  /** Policies that say nothing of it. */
  readonly silent: number;
}

/** Which policies allow some requests, and which principals have them. */
export function findHolders(
  asked: RequestSet,
  policies: readonly NamedPolicy[],
  principals: readonly Principal[],
  catalog: Catalog,
): Holders {
  const of = (held: readonly NamedPolicy[]): Holding => holdingOf(asked, held, catalog);
  const all = policies.map((policy) => ({ policy: policy.id, ...of([policy]) }));
  const telling = all.filter(({ outcome }) => outcome !== 'none');
  const told = new Set(telling.map(({ policy }) => policy));
  return {
    policies: telling.sort(byOutcome),
    principals: principals
      .filter((principal) => principal.policies.some(({ id }) => told.has(id)))
      .map(({ policies: held, ...principal }) => ({
        ...principal,
        policies: held.map(({ id }) => id).filter((id) => told.has(id)),
        ...of(held),
      }))
      .sort(byOutcome),
    silent: all.length - telling.length,
  };
}

const ORDER = ['allowed', 'sometimes', 'unknown', 'denied', 'none'] as const;

function byOutcome(a: Holding, b: Holding): number {
  return ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome);
}

function holdingOf(asked: RequestSet, policies: readonly NamedPolicy[], catalog: Catalog): Holding {
  const options = { actionsOf: realActions(catalog), namesIn: namesIn(catalog) };
  const allowed = allowedAmong(policies, [asked], options);
  if (allowed.kind === 'unknown')
    return { outcome: 'unknown', by: undefined, witness: undefined, stop: allowed.stop };
  if (allowed.kind === 'witness') {
    const { request, by } = allowed;
    const isWhole = refusedAmong(policies, [asked], options).kind === 'none';
    return {
      outcome: isWhole ? 'allowed' : 'sometimes',
      by: recordOf(by.policy, by.statement),
      witness: requestRecord(request, by.statement, catalog),
      stop: undefined,
    };
  }
  const denied = denyingStatement(asked, policies, catalog);
  return {
    outcome: denied === undefined ? 'none' : 'denied',
    by: denied,
    witness: undefined,
    stop: undefined,
  };
}

function denyingStatement(
  { actions }: RequestSet,
  policies: readonly NamedPolicy[],
  catalog: Catalog,
): StatementRecord | undefined {
  const names = namesIn(catalog);
  for (const policy of policies) {
    const wanted = actions.flatMap(({ text }) => [text, ...names(text, generationOf(policy.policy))]);
    const found = policy.policy.statements.find(
      ({ effect, action }) =>
        effect === 'Deny' &&
        (action?.items ?? []).some(({ value }) => wanted.some((name) => intersects(value, name))),
    );
    if (found !== undefined) return recordOf(policy, found);
  }
  return undefined;
}

function recordOf(policy: NamedPolicy, statement: Statement): StatementRecord {
  return {
    policy: policy.id,
    file: pathOf(policy.policy),
    line: statement.node.loc.start.line,
    resources: (statement.resource?.items ?? []).map(({ value }) => value),
    condition: conditionOf(statement),
  };
}

function conditionOf({ condition }: Statement): string | undefined {
  if (condition === undefined) return undefined;
  const plain = plainOf(condition.member.value);
  // A part that only a run tells stands as its operators and keys.
  return plain === undefined
    ? condition.operators.flatMap(({ name, keys }) => keys.map(({ key }) => `${name} ${key}`)).join(', ')
    : printJsonLine(plain);
}
