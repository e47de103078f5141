import type { Call } from '../calls/call.js';
import type { Catalog } from '../catalog/catalog.js';
import { compileGrants } from '../policy/grants/grant.js';
import { generationOf } from '../policy/grants/decision.js';
import type { Decision, Grant } from '../policy/grants/decision.js';
import type { Grants } from '../policy/grants/grant.js';
import { foldAction, serviceOf } from '../policy/grants/pattern.js';
import { actionsOf, coveredBy } from './standing/catalog-actions.js';
import { GENERATIONS, isNameIn, namesOf, otherNamesOf } from './generation.js';
import { remember } from '../remember.js';
import { termsOf } from './standing/terms.js';
import type {
  CallStatus,
  Conditional,
  Denied,
  Excess,
  JudgedCall,
  Missing,
  Unproven,
  Verdict,
  WorkloadPolicy,
} from './verdict.js';

/** What appeared and what went away; what stayed is in neither. */
export interface Delta<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/** How a verdict differs from an earlier one of the same workload. */
export interface VerdictChange {
  /** Calls whose status changed, came or went; in the order of the newer verdict, those that went last. */
  readonly calls: readonly CallChange[];
  readonly missing: Delta<Missing>;
  readonly denied: Delta<Denied>;
  readonly conditional: Delta<Conditional>;
  readonly excess: Delta<Excess>;
  readonly unproven: Delta<Unproven>;
}

/** `undefined` where the call is not declared. */
export interface CallChange {
  readonly call: Call;
  readonly before: CallStatus | undefined;
  readonly after: CallStatus | undefined;
}

/** Compares by what a finding is about, not by where it stands: moving a line changes nothing. */
export function compareVerdicts(before: Verdict, after: Verdict): VerdictChange {
  return {
    calls: compareCalls(before.calls, after.calls),
    missing: delta(before.missing, after.missing, ({ action, possible }) =>
      key(foldAction(action), possible),
    ),
    denied: delta(before.denied, after.denied, ({ action }) => foldAction(action)),
    conditional: delta(before.conditional, after.conditional, ({ action, why }) =>
      key(foldAction(action), [...why].sort()),
    ),
    excess: delta(before.excess, after.excess, ({ site, pattern }) =>
      key(site.policy.id, foldAction(pattern), site.statement.effect),
    ),
    unproven: delta(before.unproven, after.unproven, unprovenKey),
  };
}

/** Whether nothing that matters is different. */
export function isUnchanged({ calls, ...deltas }: VerdictChange): boolean {
  return (
    calls.length === 0 &&
    Object.values(deltas).every(({ added, removed }) => added.length === 0 && removed.length === 0)
  );
}

/** What policies grant together, measured on a catalog. */
export interface Granted {
  /** By action in lower case, by the names of the policies' generations. */
  readonly actions: ReadonlyMap<string, GrantedAction>;
  /** The same permissions by their names in the other generation. */
  readonly implied: ReadonlyMap<string, GrantedAction>;
  /** Wildcards over services that the catalog does not know, as written: nobody can say what they grant. */
  readonly unmeasured: readonly string[];
  /** How any action is granted, also one that no catalog knows; undefined where it is not. */
  readonly grantOf: (action: string) => GrantedAction | undefined;
}

export interface GrantedAction {
  /** Catalog spelling, or as the policy writes it. */
  readonly action: string;
  readonly status: 'granted' | 'conditional';
  /** What a conditional grant depends on, comparable; empty where it depends on nothing. */
  readonly terms: string;
}

export function grantedBy(policies: readonly WorkloadPolicy[], catalog: Catalog): Granted {
  const grants = compileGrants(policies);
  const actions = new Map<string, GrantedAction>();
  const implied = new Map<string, GrantedAction>();
  const unmeasured = new Map<string, string>();
  const put = (into: Map<string, GrantedAction>, action: string): void => {
    const key = foldAction(action);
    const granted = into.has(key) ? undefined : grantedAs(action, grants, catalog);
    if (granted !== undefined) into.set(key, granted);
  };
  for (const grant of grants.allowPatterns()) {
    const known = coveredBy(grant, catalog);
    if (isUnmeasured(grant, known, catalog)) unmeasured.set(foldAction(grant.pattern), grant.pattern);
    for (const name of known.length === 0 && grant.kind === 'literal' ? [grant.pattern] : known) {
      put(actions, name);
      for (const other of otherNamesOf(name, catalog)) put(implied, other);
    }
  }
  return {
    actions,
    implied,
    unmeasured: [...unmeasured.values()].sort(),
    grantOf: remember((action) => grantedAs(action, grants, catalog)),
  };
}

/** By the best of what its name stands for; undefined where it is not granted to any request, or denied to all. */
function grantedAs(action: string, grants: Grants, catalog: Catalog): GrantedAction | undefined {
  const decisions = decisionsOn(action, grants, catalog);
  if (decisions.some(({ outcome }) => outcome === 'denied')) return undefined;
  if (decisions.some(({ outcome }) => outcome === 'allowed')) return { action, status: 'granted', terms: '' };
  const limited = decisions.filter(({ outcome }) => outcome === 'conditional');
  if (limited.length === 0) return undefined;
  const terms = termsOf(limited.flatMap(({ allows, denies }) => [...allows, ...denies]));
  return { action, status: 'conditional', terms };
}

/** What is decided under its name in either generation; a name of 1.1 stands too for the only one that succeeds it. */
function decisionsOn(action: string, grants: Grants, catalog: Catalog): readonly Decision[] {
  const [successor, ...more] = catalog.successorsOf(action);
  const names = [
    ...GENERATIONS.filter((generation) => isNameIn(action, generation, catalog)).map((generation) =>
      namesOf(action, generation, catalog),
    ),
    ...(successor === undefined || more.length > 0 ? [] : [namesOf(successor, '5.0', catalog)]),
  ];
  return names.length === 0 ? [grants.decide(action)] : names.map((one) => grants.decideBy(one));
}

/** What one state of the policies grants that the other does not. */
export interface GrantChange {
  /** Granted now and not before, or conditional before and granted now. Sorted. */
  readonly gained: readonly GrantedAction[];
  /** The reverse; with the status that it had. */
  readonly lost: readonly GrantedAction[];
  /** Conditional before and now, and the conditions or resources are others: nobody says whether that is more or less. */
  readonly altered: readonly GrantedAction[];
  readonly unmeasured: Delta<string>;
}

export function compareGrants(before: Granted, after: Granted): GrantChange {
  return {
    gained: beyond(after, before),
    lost: beyond(before, after),
    altered: altered(before, after),
    unmeasured: delta(before.unmeasured, after.unmeasured, foldAction),
  };
}

function heldBy({ actions, implied, grantOf }: Granted, folded: string): GrantedAction | undefined {
  return actions.get(folded) ?? implied.get(folded) ?? grantOf(folded);
}

function beyond(more: Granted, less: Granted): GrantedAction[] {
  return [...more.actions]
    .filter(([folded, { status }]) => {
      const other = heldBy(less, folded);
      return other === undefined || (status === 'granted' && other.status === 'conditional');
    })
    .sort(byName)
    .map(([, granted]) => granted);
}

function altered(before: Granted, after: Granted): GrantedAction[] {
  return [...after.actions]
    .filter(([folded, { status, terms }]) => {
      const other = heldBy(before, folded);
      return status === 'conditional' && other?.status === 'conditional' && other.terms !== terms;
    })
    .sort(byName)
    .map(([, granted]) => granted);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** A wildcard that stands for nothing in the catalog may stand for something in the cloud. */
function isUnmeasured({ kind, pattern, site }: Grant, known: readonly string[], catalog: Catalog): boolean {
  if (kind === 'unknown') return true;
  if (kind !== 'wildcard') return false;
  const service = serviceOf(pattern);
  const actions = actionsOf(catalog, generationOf(site.policy.policy));
  return known.length === 0 || (service !== undefined && !actions.hasService(service));
}

function compareCalls(before: readonly JudgedCall[], after: readonly JudgedCall[]): CallChange[] {
  const old = new Map(before.map((judged) => [callKey(judged), judged]));
  const now = new Set(after.map(callKey));
  const changed = after.map((judged) => ({
    call: judged.resolution.call,
    before: old.get(callKey(judged))?.status,
    after: judged.status,
  }));
  const gone = before
    .filter((judged) => !now.has(callKey(judged)))
    .map(({ resolution, status }) => ({ call: resolution.call, before: status, after: undefined }));
  return [...changed.filter((change) => change.before !== change.after), ...gone];
}

function callKey({ resolution: { call } }: JudgedCall): string {
  const { api, operation, resources, context } = call;
  return key(
    api,
    operation,
    resources?.map(({ urn }) => urn),
    context?.map(({ key: name, values }) => [name, values]),
  );
}

function unprovenKey(unproven: Unproven): string {
  if ('site' in unproven) return key(unproven.kind, unproven.site.policy.id, foldAction(unproven.pattern));
  return key(unproven.kind, unproven.resolution.call.api, unproven.resolution.call.operation);
}

function key(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}

function delta<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Delta<T> {
  const old = new Set(before.map(keyOf));
  const now = new Set(after.map(keyOf));
  return {
    added: after.filter((item) => !old.has(keyOf(item))),
    removed: before.filter((item) => !now.has(keyOf(item))),
  };
}
