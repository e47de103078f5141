import type { Resolution } from '../../calls/call.js';
import type { Catalog } from '../../catalog/catalog.js';
import { least } from '../../long-lists.js';
import { foldAction, isWildcard } from '../../policy/grants/pattern.js';
import { becauseOf, unprovenCall, unprovenNeeds } from '../because.js';
import type { ResolvedCall } from '../because.js';
import { isNameIn, namesOf } from '../generation.js';
import type { Generation } from '../generation.js';
import type { Alternative, Case, Need, Side } from '../needs/needs.js';
import { addNamed, namedFor, narrowedTo } from './named-resources.js';
import type { NamedResources } from './named-resources.js';
import { packPolicies } from './pack.js';
import type { PackedPolicy } from './pack.js';
import { writableSide } from './writable-side.js';
import type { Because, Unproven } from '../verdict.js';

/** The least that calls need, as policies. */
export interface Synthesis {
  /** Empty where no permission is needed. */
  readonly policies: readonly PackedPolicy[];
  /** Each action of the policies, by its name in them, with the calls that need it. Sorted. */
  readonly reasons: ReadonlyMap<string, readonly Because[]>;
  readonly remarks: readonly Remark[];
  /** Calls whose needs are not known in policies of that generation; the policies do without them. */
  readonly unproven: readonly Unproven[];
}

/** What a reader of the policies should know. */
export type Remark =
  /** Any one scenario is enough; the one that adds least was taken. */
  | {
      readonly kind: 'scenario';
      readonly call: ResolvedCall;
      readonly chosen: string;
      readonly others: readonly string[];
    }
  /** In some cases the call needs more; nothing says that they arise, so that is not granted. */
  | { readonly kind: 'cases'; readonly call: ResolvedCall; readonly cases: readonly Case[] }
  /** The documentation names more than anybody can be said to need: left to a person. */
  | { readonly kind: 'wildcard'; readonly action: string; readonly call: ResolvedCall }
  /** Named as a dependency, by a name that policies of that generation are not known to have; it stands as it is. */
  | { readonly kind: 'generation'; readonly action: string }
  /** The documentation names something that is no action, so it cannot be written down. */
  | { readonly kind: 'malformed'; readonly action: string; readonly call: ResolvedCall };

/**
 * The least-privilege policies for calls: exactly their actions and dependent actions, split where the language demands
 * it. A wildcard that the documentation gives as a dependency is told and not granted: which of its actions are needed,
 * nobody says.
 */
export function synthesise(
  calls: readonly Resolution[],
  catalog: Catalog,
  generation: Generation,
): Synthesis {
  const told = calls.map((call) => sidedCall(call, catalog, generation));
  const proven = told.flatMap((one) => ('side' in one ? one : []));
  const reasons = new Map<string, Because[]>();
  const remarks = new Map<string, Remark>();
  const named = new Map<string, NamedResources>();
  for (const { call, side, alternative } of chooseAlternatives(proven, remarks)) {
    if (side.cases.length > 0)
      remarks.set(`cases ${call.operation.id}`, { kind: 'cases', call, cases: side.cases });
    for (const need of alternative.needs) {
      const because = becauseOf(
        call,
        { need, side, scenario: alternative.scenario, confidence: side.confidence },
        catalog,
      );
      const about = namedFor(need, call, side, catalog);
      for (const name of namesToWrite(need, call, generation, catalog, remarks)) {
        addTo(reasons, written(name, generation), because);
        addNamed(named, written(name, generation), about);
      }
    }
  }
  const sorted = new Map([...reasons].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    policies: packPolicies([...sorted.keys()], generation, (action) =>
      narrowedTo(named.get(action), resourcesOf(action, generation, catalog), action, generation),
    ),
    reasons: sorted,
    remarks: [...remarks.values()],
    unproven: told.flatMap((one) => ('side' in one ? [] : one.unproven)),
  };
}

interface SidedCall {
  readonly call: ResolvedCall;
  readonly side: Side;
}

function sidedCall(
  call: Resolution,
  catalog: Catalog,
  generation: Generation,
): SidedCall | { readonly unproven: Unproven } {
  if (call.status !== 'resolved') return { unproven: unprovenCall(call) };
  const side = writableSide(call.operation, generation, catalog);
  return side === undefined ? { unproven: unprovenNeeds(call, generation, catalog) } : { call, side };
}

/** For each call the scenario that adds the fewest actions to what is needed anyway; calls without a choice decide first. */
function* chooseAlternatives(
  calls: readonly SidedCall[],
  remarks: Map<string, Remark>,
): Generator<SidedCall & { readonly alternative: Alternative }> {
  const needed = new Set<string>();
  const open: SidedCall[] = [];
  for (const one of calls) {
    const [alternative, second] = one.side.alternatives;
    if (alternative === undefined || second !== undefined) {
      open.push(one);
      continue;
    }
    for (const { action } of alternative.needs) needed.add(foldAction(action));
    yield { ...one, alternative };
  }
  for (const one of open) {
    const { alternatives } = one.side;
    const added = alternatives.map(
      ({ needs }) => needs.filter(({ action }) => !needed.has(foldAction(action))).length,
    );
    const alternative = alternatives[added.indexOf(least(added))];
    if (alternative === undefined) continue;
    for (const { action } of alternative.needs) needed.add(foldAction(action));
    remarks.set(`scenario ${one.call.operation.id}`, {
      kind: 'scenario',
      call: one.call,
      chosen: alternative.scenario ?? '',
      others: alternatives.filter((other) => other !== alternative).map(({ scenario }) => scenario ?? ''),
    });
    yield { ...one, alternative };
  }
}

/** The names under which a policy of the generation grants a need; what cannot be written is remarked on. */
function namesToWrite(
  { action, as }: Need,
  call: ResolvedCall,
  generation: Generation,
  catalog: Catalog,
  remarks: Map<string, Remark>,
): readonly string[] {
  if (!IS_ACTION.test(action)) {
    remarks.set(`malformed ${action}`, { kind: 'malformed', action, call });
    return [];
  }
  if (isWildcard(action)) {
    if (as === 'action') return [action];
    remarks.set(`wildcard ${call.operation.id} ${action}`, { kind: 'wildcard', action, call });
    return [];
  }
  const name = catalog.action(action)?.name ?? action;
  if (generation === '1.1' || isNameIn(action, '5.0', catalog)) return [name];
  const successors = catalog.successorsOf(action);
  if (successors.length === 0 && as === 'dependency')
    remarks.set(`generation ${action}`, { kind: 'generation', action: name });
  return successors.length === 0 ? [name] : successors;
}

/** Identity policies know actions without a resource type: `sts::tagSession`. */
const IS_ACTION = /^[^:\s]+:[^:\s]*:[^:\s]+$/;

/**
 * Policies take service names in lower case only (“服务名仅支持小写”, API reference 创建云服务自定义策略); tables write `CCI:`
 * too. The names of identity policies are theirs as they stand: `IdentityCenter:permissionSet:create`.
 */
function written(action: string, generation: Generation): string {
  if (generation === '5.0') return action;
  const colon = action.indexOf(':');
  return action.slice(0, colon).toLowerCase() + action.slice(colon);
}

/**
 * Every resource of the types that an action of identity policies can be narrowed to; none where it takes no resource.
 * Tables write a type in several ways (`das:instance`, `das:Instance`), which are one: case does not count in it.
 */
function resourcesOf(action: string, generation: Generation, catalog: Catalog): readonly string[] {
  if (generation === '1.1' || isWildcard(action)) return [];
  if (catalog.action(action)?.unread?.includes('resources') === true) return [];
  const types = new Map(
    namesOf(action, '5.0', catalog).resourceTypes.map((type) => [type.toLowerCase(), type]),
  );
  return [...types.values()].map((type) => type.replace(':', ':*:*:') + ':*');
}

function addTo(reasons: Map<string, Because[]>, action: string, because: Because): void {
  const list = reasons.get(action);
  if (list === undefined) reasons.set(action, [because]);
  else if (!list.some(({ call }) => call === because.call)) list.push(because);
}
