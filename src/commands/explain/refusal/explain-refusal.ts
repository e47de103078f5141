import { refusalsIn } from '../../../calls/observed/refusal.js';
import type { Refusal } from '../../../calls/observed/refusal.js';
import { resolveCall } from '../../../calls/resolve/resolve.js';
import type { Catalog } from '../../../catalog/catalog.js';
import type { Action, Operation } from '../../../catalog/model/model.js';
import { homeOf } from '../../../lint/fix/action-home.js';
import type { PolicySourceCode } from '../../../lint/language/source-code.js';
import { namedPolicies } from '../../../lint/run/workload.js';
import { addAction, applyEdits } from '../../../policy/edit/edit.js';
import { compileGrants } from '../../../policy/grants/grant.js';
import type { Decision, Site } from '../../../policy/grants/decision.js';
import { foldAction } from '../../../policy/grants/pattern.js';
import type { PolicyKind } from '../../../policy/model/policy.js';
import { asCall, operationsIn } from '../explain-named.js';
import { patchOf } from './patch.js';

/** Where a policy decides, as reports name places. */
export interface Place {
  readonly policy: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** What the policies that are here say of an action that was refused. */
export interface ActionAnswer {
  readonly action: string;
  /** Other names of the same permission: identity policies call it otherwise than policies of Version 1.1. */
  readonly otherNames: readonly string[];
  readonly outcome: Decision['outcome'];
  /** The lines that decide it: those that deny, else those that allow. */
  readonly deciding: readonly Place[];
  /** What to write where: the least edit that grants it; undefined where nothing is missing, or no place takes it. */
  readonly edit:
    { readonly policy: string; readonly action: string; readonly patch: string | undefined } | undefined;
}

export interface RefusalAnswer {
  readonly refusal: Refusal;
  /** The operations that may have been called: by the call that is logged, else those that need the action. */
  readonly operations: readonly { readonly cloud: string; readonly operation: Operation }[];
  /** The action that is named, else those that the call needs; empty where neither can be told. */
  readonly actions: readonly ActionAnswer[];
}

/** What refusals in a text come from, and what would mend them, by the catalogs and the policies that are here. */
export function explainRefusals(
  text: string,
  catalogs: readonly Catalog[],
  sources: readonly PolicySourceCode[],
): readonly RefusalAnswer[] {
  const policies = sources.flatMap((source) => namedPolicies(source).map((named) => ({ ...named, source })));
  return refusalsIn(text).map((refusal) => {
    const called = calledBy(refusal, catalogs);
    const needed = refusal.action === undefined ? called.flatMap(neededBy) : [refusal.action];
    const operations = called.length > 0 ? called : operationsNeeding(refusal.action, catalogs);
    return { refusal, operations, actions: [...new Set(needed)].map((action) => answer(action)) };
  });

  function answer(action: string): ActionAnswer {
    const names = namesOf(action, catalogs);
    const grants = compileGrants(policies);
    const decisions = [action, ...names].map((name) => grants.decide(name));
    const outcome = strongest(decisions.map((decision) => decision.outcome));
    const sites = decisions.flatMap(({ denies, allows }) => (denies.length > 0 ? denies : allows));
    const isMissing = outcome === 'not-granted';
    return {
      action,
      otherNames: names,
      outcome,
      deciding: sites.map(placeOf),
      edit: isMissing ? editFor(action, names) : undefined,
    };
  }

  function editFor(action: string, names: readonly string[]): ActionAnswer['edit'] {
    const home = homeOf(action, policies);
    const owner = policies.find(({ policy }) => policy === home?.policy.policy);
    if (home === undefined || owner === undefined) return undefined;
    const wanted = nameFor(owner.policy.kind, [action, ...names], catalogs) ?? action;
    const { path, text: before } = owner.source;
    const edits = home.statement === undefined ? undefined : addAction(before, home.statement, wanted);
    return {
      policy: home.policy.id,
      action: wanted,
      patch: edits === undefined ? undefined : patchOf(path, before, applyEdits(before, edits)),
    };
  }
}

function calledBy({ api }: Refusal, catalogs: readonly Catalog[]): RefusalAnswer['operations'] {
  if (api === undefined) return [];
  return catalogs.flatMap((catalog) =>
    operationsIn(resolveCall(asCall(api, undefined), catalog)).map((operation) => ({
      cloud: catalog.cloud,
      operation,
    })),
  );
}

function neededBy({ operation }: RefusalAnswer['operations'][number]): readonly string[] {
  const sets = operation.scenarios.length > 0 ? operation.scenarios.slice(0, 1) : [operation];
  return sets.flatMap(({ actions, dependent_actions: dependencies }) => [...actions, ...dependencies]);
}

function operationsNeeding(
  action: string | undefined,
  catalogs: readonly Catalog[],
): RefusalAnswer['operations'] {
  if (action === undefined) return [];
  return catalogs.flatMap((catalog) =>
    [action, ...namesOf(action, [catalog])]
      .flatMap((name) => catalog.operationsNeeding(name))
      .filter((operation, index, all) => all.indexOf(operation) === index)
      .map((operation) => ({ cloud: catalog.cloud, operation })),
  );
}

/** The other names of a permission, by the catalogs: its aliases, and the actions whose alias it is. */
function namesOf(action: string, catalogs: readonly Catalog[]): readonly string[] {
  const wanted = foldAction(action);
  const names = catalogs.flatMap((catalog) => [
    ...(catalog.action(action)?.aliases ?? []),
    ...catalog.successorsOf(action),
  ]);
  return [...new Set(names)].filter((name) => foldAction(name) !== wanted);
}

/** The name that a policy of this kind knows the permission by. */
function nameFor(
  kind: PolicyKind,
  names: readonly string[],
  catalogs: readonly Catalog[],
): string | undefined {
  const version = kind === 'identity-policy' ? '5.0' : '1.1';
  const known = (name: string): Action | undefined =>
    catalogs.map((catalog) => catalog.action(name)).find((action) => action !== undefined);
  return names.find((name) => {
    const action = known(name);
    return action !== undefined && (action.versions ?? ['1.1']).includes(version);
  });
}

function strongest(outcomes: readonly Decision['outcome'][]): Decision['outcome'] {
  const order = ['denied', 'allowed', 'conditional'] as const;
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'not-granted';
}

function placeOf({ policy, statement, element, unknown }: Site): Place {
  const { loc } = element?.node ?? unknown ?? statement.node;
  return { policy: policy.id, file: policy.id.replace(/#.*$/, ''), line: loc.start.line };
}
