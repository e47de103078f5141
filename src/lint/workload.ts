import type { Manifest, PolicyReference, Resolution } from '../calls/call.js';
import { resolveCall } from '../calls/resolve.js';
import type { Catalog } from '../catalog/catalog.js';
import { judge } from '../analysis/judge.js';
import type { Verdict, Workload, WorkloadPolicy } from '../analysis/verdict.js';
import type { PolicySourceCode } from './source-code.js';

/** A manifest with its policies, judged. */
export interface JudgedWorkload {
  readonly manifest: Manifest;
  readonly catalog: Catalog;
  readonly workload: Workload;
  readonly verdict: Verdict;
  /** The policy files that take part, in the manifest's order. */
  readonly sources: readonly PolicySourceCode[];
  /** Policies that the manifest names and that are not there. */
  readonly absent: readonly PolicyReference[];
}

/** Judges a manifest. `find` gives the parsed file at a path, or undefined where there is none. */
export function judgeManifest(manifest: Manifest, catalog: Catalog, find: (path: string) => PolicySourceCode | undefined): JudgedWorkload {
  return judgeResolved(manifest, catalog, manifest.calls.map((call) => resolveCall(call, catalog)), find);
}

/** As `judgeManifest`, for calls that are resolved already: only the policies have changed. */
export function judgeResolved(manifest: Manifest, catalog: Catalog, calls: readonly Resolution[], find: (path: string) => PolicySourceCode | undefined): JudgedWorkload {
  const { policies, sources, absent } = policiesOf(manifest, find);
  const workload: Workload = { catalog, policies, calls };
  return { manifest, catalog, workload, verdict: judge(workload), sources, absent };
}

/** What a policy file beside `app.apis.yaml` may be called. */
const POLICY_EXTENSIONS = ['json', 'jsonc', 'yaml', 'yml', 'tf'];

/** The files that a manifest may mean: those it names, else those of the same name. */
export function pathsOf(manifest: Manifest): readonly string[] {
  if (manifest.policies.length > 0) return [...new Set(manifest.policies.map((reference) => reference.path))];
  const stem = manifest.file.replace(/\.apis\.ya?ml$/i, '');
  return stem === manifest.file ? [] : POLICY_EXTENSIONS.map((extension) => `${stem}.${extension}`);
}

function policiesOf(manifest: Manifest, find: (path: string) => PolicySourceCode | undefined): Pick<JudgedWorkload, 'sources' | 'absent'> & { readonly policies: readonly WorkloadPolicy[] } {
  const policies = new Map<string, WorkloadPolicy>();
  const sources = new Set<PolicySourceCode>();
  const absent: PolicyReference[] = [];
  const add = (path: string, address: string | undefined): boolean => {
    const source = find(path);
    const named = source === undefined ? [] : namedPolicies(source).filter((policy) => address === undefined || policy.policy.root.address === address);
    if (source === undefined || named.length === 0) return false;
    sources.add(source);
    for (const policy of named) policies.set(policy.id, policy);
    return true;
  };
  if (manifest.policies.length === 0) pathsOf(manifest).find((path) => add(path, undefined));
  for (const reference of manifest.policies) if (!add(reference.path, reference.address)) absent.push(reference);
  return { policies: [...policies.values()], sources: [...sources], absent };
}

/** A file's policies with the names that reports give them: the path, and the address where the file holds several. */
function namedPolicies(source: PolicySourceCode): readonly WorkloadPolicy[] {
  return source.policies.map((policy, index) => {
    const address = policy.root.address ?? (source.policies.length > 1 ? String(index + 1) : undefined);
    return { id: address === undefined ? source.path : `${source.path}#${address}`, policy };
  });
}
