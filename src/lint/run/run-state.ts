import type { Verdict, WorkloadPolicy } from '../../analysis/verdict.js';
import type { Catalog } from '../../catalog/catalog.js';
import { isGranting } from '../../policy/grants/grant.js';
import type { SeenGroup } from './lint-group.js';
import { pathOf } from '../language/source-code.js';
import type { PolicySourceCode } from '../language/source-code.js';
import { namedPolicies } from './workload.js';
import type { JudgedWorkload } from './workload.js';

/** Everything that a run judged, by name, to be compared with another run. */
export interface RunState {
  /** By manifest. */
  readonly workloads: ReadonlyMap<string, WorkloadState>;
  /** By what workloads and reports call them. */
  readonly policies: ReadonlyMap<string, PolicyState>;
}

export interface WorkloadState {
  readonly formerly: string;
  readonly catalog: Catalog;
  readonly policies: readonly string[];
  readonly verdict: Verdict;
  /** Equal where nothing has changed. */
  readonly text: string;
}

export interface PolicyState extends WorkloadPolicy {
  /** What it was called in its own run. */
  readonly formerly: string;
  readonly catalog: Catalog;
  readonly covered: boolean;
  /** Its kind says what an identity may do, so that its grants can be told from the catalog. */
  readonly measurable: boolean;
  readonly text: string;
}

export interface StateCollector extends RunState {
  readonly observe: (seen: SeenGroup) => void;
}

/**
 * Collects what a run shows.
 * @param nameOf what a file is called in the run that it will be compared with.
 */
export function createStateCollector(nameOf: (path: string) => string = (path) => path): StateCollector {
  const workloads = new Map<string, WorkloadState>();
  const policies = new Map<string, PolicyState>();

  // The id of a policy is its path, and its address where the file holds several.
  const idOf = ({ id, policy }: WorkloadPolicy): string =>
    nameOf(pathOf(policy)) + id.slice(pathOf(policy).length);
  const add = (policy: WorkloadPolicy, text: string, catalog: Catalog, covered: boolean): void => {
    const id = idOf(policy);
    policies.set(id, {
      id,
      policy: policy.policy,
      formerly: policy.id,
      catalog,
      covered,
      measurable: isGranting(policy.policy),
      text: text.slice(...policy.policy.node.range),
    });
  };
  return {
    workloads,
    policies,
    observe({ workloads: judged, sources, catalogOf }) {
      for (const workload of judged) {
        const textOf = textsOf(workload.sources);
        for (const policy of workload.workload.policies) add(policy, textOf(policy), workload.catalog, true);
        workloads.set(nameOf(workload.manifest.file), stateOf(workload, idOf, textOf));
      }
      for (const source of sources) {
        for (const policy of namedPolicies(source))
          if (!policies.has(idOf(policy))) add(policy, source.text, catalogOf(source), false);
      }
    },
  };
}

function stateOf(
  { manifest, catalog, workload, verdict }: JudgedWorkload,
  idOf: (policy: WorkloadPolicy) => string,
  textOf: (policy: WorkloadPolicy) => string,
): WorkloadState {
  const renamed = new Map<string, WorkloadPolicy>();
  const rename = (policy: WorkloadPolicy): WorkloadPolicy => {
    const known = renamed.get(policy.id) ?? { ...policy, id: idOf(policy) };
    renamed.set(policy.id, known);
    return known;
  };
  const policies = workload.policies.map(idOf);
  return {
    formerly: manifest.file,
    catalog,
    policies,
    // A verdict's excess and unproven grants are told apart by the policies that they stand in.
    verdict: {
      ...verdict,
      excess: verdict.excess.map((excess) => ({
        ...excess,
        site: { ...excess.site, policy: rename(excess.site.policy) },
      })),
      unproven: verdict.unproven.map((unproven) =>
        'site' in unproven
          ? { ...unproven, site: { ...unproven.site, policy: rename(unproven.site.policy) } }
          : unproven,
      ),
    },
    text: JSON.stringify([
      catalog.cloud,
      manifest.calls.map(({ api, operation, possible }) => [api, operation, possible]),
      workload.unread ?? [],
      workload.policies.map((policy) => [idOf(policy), textOf(policy).slice(...policy.policy.node.range)]),
    ]),
  };
}

function textsOf(sources: readonly PolicySourceCode[]): (policy: WorkloadPolicy) => string {
  const byPath = new Map(sources.map(({ path, text }) => [path, text]));
  return ({ policy }) => byPath.get(pathOf(policy)) ?? '';
}
