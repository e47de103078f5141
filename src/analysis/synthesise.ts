import type { Resolution } from '../calls/call.js';
import type { Catalog } from '../catalog/catalog.js';
import { foldAction, isWildcard, serviceOf } from '../policy/grants/pattern.js';
import { becauseOf, unprovenCall } from './because.js';
import type { ResolvedCall } from './because.js';
import { actionsOf } from './catalog-actions.js';
import { namesIn } from './generation.js';
import type { Generation } from './generation.js';
import { alternativesOf, saysWhatItNeeds } from './needs.js';
import type { Alternative } from './needs.js';
import { packPolicies } from './pack.js';
import type { PackedPolicy } from './pack.js';
import type { Because, Unproven } from './verdict.js';

/** The least that calls need, as policies. */
export interface Synthesis {
  /** Empty where no permission is needed. */
  readonly policies: readonly PackedPolicy[];
  /** Each action of the policies, by its name in them, with the calls that need it. Sorted. */
  readonly reasons: ReadonlyMap<string, readonly Because[]>;
  readonly remarks: readonly Remark[];
  /** Calls whose needs are not known; the policies do without them. */
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
  /** The catalog does not tell the action's name in that generation; it stands as it is. */
  | { readonly kind: 'generation'; readonly action: string }
  /** The documentation names something that is no action, so it cannot be written down. */
  | { readonly kind: 'malformed'; readonly action: string; readonly call: ResolvedCall };

/**
 * The least-privilege policies for calls: exactly their actions and dependent actions, split where the language demands
 * it. A wildcard that an operation depends on becomes the actions that it stands for today.
 */
export function synthesise(
  calls: readonly Resolution[],
  catalog: Catalog,
  generation: Generation,
): Synthesis {
  const proven = calls.flatMap((call) =>
    call.status === 'resolved' && saysWhatItNeeds(call.operation) ? call : [],
  );
  const reasons = new Map<string, Because[]>();
  const remarks = new Map<string, Remark>();
  for (const { call, alternative } of chooseAlternatives(proven, remarks)) {
    for (const need of alternative.needs) {
      for (const action of expandNeed(need.action, catalog)) {
        const { names, told } = namesIn(generation, action, catalog);
        if (!told) remarks.set(`generation ${action}`, { kind: 'generation', action });
        for (const name of names) {
          if (IS_ACTION.test(name))
            addTo(reasons, written(name), becauseOf(call, alternative.scenario, need, catalog));
          else remarks.set(`malformed ${name}`, { kind: 'malformed', action: name, call });
        }
      }
    }
  }
  const sorted = new Map([...reasons].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    policies: packPolicies([...sorted.keys()], generation),
    reasons: sorted,
    remarks: [...remarks.values()],
    unproven: calls.filter((call) => !proven.some((one) => one === call)).map(unprovenCall),
  };
}

const IS_ACTION = /^[^:\s]+:[^:\s]+:[^:\s]+$/;

/** For each call the scenario that adds the fewest actions to what is needed anyway; calls without a choice decide first. */
function* chooseAlternatives(
  calls: readonly ResolvedCall[],
  remarks: Map<string, Remark>,
): Generator<{ readonly call: ResolvedCall; readonly alternative: Alternative }> {
  const needed = new Set<string>();
  const open: ResolvedCall[] = [];
  for (const call of calls) {
    const [alternative, second] = alternativesOf(call.operation);
    if (alternative === undefined || second !== undefined) {
      open.push(call);
      continue;
    }
    for (const { action } of alternative.needs) needed.add(foldAction(action));
    yield { call, alternative };
  }
  for (const call of open) {
    const alternatives = alternativesOf(call.operation);
    const added = alternatives.map(
      ({ needs }) => needs.filter(({ action }) => !needed.has(foldAction(action))).length,
    );
    const alternative = alternatives[added.indexOf(Math.min(...added))];
    if (alternative === undefined) continue;
    for (const { action } of alternative.needs) needed.add(foldAction(action));
    const others = alternatives.filter((one) => one !== alternative).map(({ scenario }) => scenario ?? '');
    remarks.set(`scenario ${call.operation.id}`, {
      kind: 'scenario',
      call,
      chosen: alternative.scenario ?? '',
      others,
    });
    yield { call, alternative };
  }
}

/** In catalog spelling; a wildcard that the catalog cannot expand stays. */
function expandNeed(action: string, catalog: Catalog): readonly string[] {
  if (!isWildcard(action)) return [catalog.action(action)?.name ?? action];
  const service = serviceOf(action);
  const expansion =
    service !== undefined && catalog.service(service) === undefined ? [] : actionsOf(catalog).expand(action);
  return expansion.length > 0 ? expansion : [action];
}

/** Policies take service names in lower case only (“服务名仅支持小写”, API reference 创建云服务自定义策略); tables write `CCI:` too. */
function written(action: string): string {
  const colon = action.indexOf(':');
  return action.slice(0, colon).toLowerCase() + action.slice(colon);
}

function addTo(reasons: Map<string, Because[]>, action: string, because: Because): void {
  const list = reasons.get(action);
  if (list === undefined) reasons.set(action, [because]);
  else if (!list.some(({ call }) => call === because.call)) list.push(because);
}
