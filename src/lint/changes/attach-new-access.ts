import type { Catalog } from '../../catalog/catalog.js';
import type { NamedPolicy } from '../../policy/grants/decision.js';
import { accessBeyond } from '../../requests/access-beyond.js';
import type { Access } from '../../requests/access-beyond.js';
import type { PolicySourceCode } from '../language/source-code.js';
import { changedSince } from '../results/changes.js';
import { realActions } from '../results/witness-record.js';
import type { SeenGroup } from '../run/lint-group.js';
import { createStateCollector } from '../run/run-state.js';
import type { RunState } from '../run/run-state.js';

/** What a workload, or a policy that no manifest covers, allows and did not allow before. */
export interface NewAccess {
  /** The manifest, or what the policy is called. */
  readonly name: string;
  /** A request that is new, or what kept anybody from saying that there is none. */
  readonly access: Exclude<Access, { readonly kind: 'none' }>;
  /** Those that act together now. */
  readonly policies: readonly NamedPolicy[];
}

/**
 * Tells the sources of a group what they allow that was not allowed in another state, so that rules can report it.
 * @param accepted patterns of actions that may be newly allowed.
 */
export function attachNewAccess(seen: SeenGroup, before: RunState, accepted: readonly string[]): void {
  const now = createStateCollector();
  now.observe(seen);
  const found = newAccessIn(before, now, accepted);
  const sources = new Set([...seen.sources, ...seen.workloads.flatMap((workload) => workload.sources)]);
  for (const source of sources) ATTACHED.set(source, found);
}

/** Of the group of a source; empty where nothing was compared with. */
export function newAccessOf(source: PolicySourceCode): readonly NewAccess[] {
  return ATTACHED.get(source) ?? [];
}

const ATTACHED = new WeakMap<PolicySourceCode, readonly NewAccess[]>();

function newAccessIn(before: RunState, now: RunState, accepted: readonly string[]): readonly NewAccess[] {
  return changedSince(before, now).flatMap(({ name, then, now: policies, catalog }) => {
    const access = beyond(policies, then, catalog, accepted);
    return access.kind === 'none' ? [] : [{ name, access, policies }];
  });
}

function beyond(
  now: readonly NamedPolicy[],
  then: readonly NamedPolicy[],
  catalog: Catalog,
  except: readonly string[],
): Access {
  return accessBeyond(now, then, { actionsOf: realActions(catalog), except });
}
