import { compareGrants, compareVerdicts, grantedBy } from '../../analysis/change.js';
import { defined } from '../../defined.js';
import type { Delta, GrantChange, VerdictChange } from '../../analysis/change.js';
import type { Verdict } from '../../analysis/verdict.js';
import type { ChangeRecord, DeltaRecord } from './change-record.js';
import type { PolicyState, RunState, WorkloadState } from '../run/run-state.js';
import { accessRecord } from './access-record.js';
import { callText } from './workload-record.js';

export interface StateChanges {
  readonly entries: readonly ChangeRecord[];
  /** Workloads and uncovered policies that are as they were. */
  readonly unchanged: number;
}

/**
 * What became of each workload and of each policy that no manifest covers. What a policy granted is looked up by its name,
 * whether a manifest covered it then or not: a new manifest grants nothing new.
 * @param accepted patterns of actions that may be newly allowed.
 */
export function compareStates(
  before: RunState,
  after: RunState,
  accepted: readonly string[] = [],
): StateChanges {
  const changes = [...workloadChanges(before, after), ...policyChanges(before, after)].map((change) =>
    change === 'unchanged' ? change : describe(change, accepted),
  );
  const entries = changes.filter((change) => change !== 'unchanged');
  return { entries, unchanged: changes.length - entries.length };
}

/** The workloads and uncovered policies of a state that are not as they were in another one, with their policies. */
export function changedSince(
  before: RunState,
  after: RunState,
): readonly Pick<Comparison, 'name' | 'then' | 'now' | 'catalog'>[] {
  const changes = [...workloadChanges(before, after), ...policyChanges(before, after)];
  return changes.flatMap((change) => (change === 'unchanged' || change.is === undefined ? [] : [change]));
}

type Change = Comparison | 'unchanged';

function workloadChanges(before: RunState, after: RunState): Change[] {
  const names = new Set([...after.workloads.keys(), ...before.workloads.keys()]);
  return [...names].map((name) => {
    const [was, is] = [before.workloads.get(name), after.workloads.get(name)];
    const subject = is ?? was;
    if (subject === undefined || was?.text === is?.text) return 'unchanged';
    return {
      kind: 'workload',
      name,
      was,
      is,
      catalog: subject.catalog,
      then: policiesNamed((was ?? subject).policies, before),
      now: policiesNamed((is ?? subject).policies, after),
      verdict: is === undefined ? undefined : compareVerdicts(was?.verdict ?? NO_VERDICT, is.verdict),
    };
  });
}

function policyChanges(before: RunState, after: RunState): Change[] {
  const uncovered = [...after.policies.values()].filter(({ covered }) => !covered);
  const gone = [...before.policies.values()].filter(({ id, covered }) => !covered && !after.policies.has(id));
  return [...uncovered, ...gone].map((subject) => {
    const [was, is] = [before.policies.get(subject.id), after.policies.get(subject.id)];
    if (was?.text === is?.text) return 'unchanged';
    return {
      kind: 'policy',
      name: subject.id,
      was,
      is,
      catalog: subject.catalog,
      then: was === undefined ? [] : [was],
      now: is === undefined ? [] : [is],
      verdict: undefined,
    };
  });
}

interface Comparison {
  readonly kind: ChangeRecord['kind'];
  readonly name: string;
  readonly was: WorkloadState | PolicyState | undefined;
  readonly is: WorkloadState | PolicyState | undefined;
  readonly catalog: PolicyState['catalog'];
  readonly then: readonly PolicyState[];
  readonly now: readonly PolicyState[];
  readonly verdict: VerdictChange | undefined;
}

function describe(
  { kind, name, was, is, catalog, then, now, verdict }: Comparison,
  accepted: readonly string[],
): ChangeRecord {
  const grants = compareGrants(
    grantedBy(then, was?.catalog ?? catalog),
    grantedBy(now, is?.catalog ?? catalog),
  );
  return {
    kind,
    name,
    ...defined({ formerly: is === undefined || was?.formerly === name ? undefined : was?.formerly }),
    state: stateOf(was, is),
    policies: (now.length > 0 ? now : then).map(({ id }) => id),
    unmeasurable: [...then, ...now].some(({ measurable }) => !measurable),
    ...defined({ access: accessRecord(then, now, catalog, accepted) }),
    ...grantRecords(grants),
    ...verdictRecords(verdict),
  };
}

function stateOf(was: Comparison['was'], is: Comparison['is']): ChangeRecord['state'] {
  if (is === undefined) return 'removed';
  return was === undefined ? 'added' : 'changed';
}

function grantRecords({
  gained,
  lost,
  altered,
  unmeasured,
}: GrantChange): Pick<ChangeRecord, 'gained' | 'lost' | 'altered' | 'unmeasured'> {
  return {
    gained: gained.map(({ action, status }) => ({ action, status })),
    lost: lost.map(({ action, status }) => ({ action, status })),
    altered: altered.map(({ action }) => action),
    unmeasured,
  };
}

function verdictRecords(
  verdict: VerdictChange | undefined,
): Pick<ChangeRecord, 'calls' | 'missing' | 'denied' | 'conditional' | 'excess' | 'unproven'> {
  return {
    calls: (verdict?.calls ?? []).map(({ call, before, after }) => ({
      call: callText(call),
      ...defined({ before, after }),
    })),
    missing: names(verdict?.missing, ({ action }) => action),
    denied: names(verdict?.denied, ({ action }) => action),
    conditional: names(verdict?.conditional, ({ action }) => action),
    excess: names(verdict?.excess, ({ pattern }) => pattern),
    unproven: names(verdict?.unproven, (unproven) =>
      'site' in unproven ? unproven.pattern : callText(unproven.resolution.call),
    ),
  };
}

function names<T>(delta: Delta<T> | undefined, nameOf: (item: T) => string): DeltaRecord {
  return {
    added: [...new Set((delta?.added ?? []).map(nameOf))],
    removed: [...new Set((delta?.removed ?? []).map(nameOf))],
  };
}

function policiesNamed(ids: readonly string[], { policies }: RunState): readonly PolicyState[] {
  return ids.flatMap((id) => policies.get(id) ?? []);
}

/** Of a workload that is not there. */
const NO_VERDICT: Verdict = {
  calls: [],
  missing: [],
  denied: [],
  conditional: [],
  excess: [],
  cancelled: [],
  unproven: [],
};
