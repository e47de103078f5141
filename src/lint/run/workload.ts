import { posix } from 'node:path';
import type { Manifest, PolicyReference, Resolution } from '../../calls/call.js';
import type { Catalog } from '../../catalog/catalog.js';
import { judge } from '../../analysis/judge.js';
import type { Verdict, Workload, WorkloadPolicy } from '../../analysis/verdict.js';
import { append } from '../../long-lists.js';
import { generationOf } from '../../policy/grants/decision.js';
import type { Generation } from '../../policy/grants/decision.js';
import type { RootNode } from '../../policy/model/ast.js';
import { homeOf } from '../fix/action-home.js';
import type { Home } from '../fix/action-home.js';
import { pathOf } from '../language/source-code.js';
import type { PolicySourceCode } from '../language/source-code.js';

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
  /** The files of the boundaries. */
  readonly boundarySources: readonly PolicySourceCode[];
  /** Boundaries that the manifest names and that are not there, or are of another version. */
  readonly unreadBoundaries: readonly UnreadBoundary[];
  /**
   * Where an action that none of them grants belongs: to a policy of the generation that calls it so, and of files that are
   * linted rather than of those only judged along.
   */
  readonly home: (action: string, generation: Generation) => Home | undefined;
}

export interface UnreadBoundary {
  readonly reference: PolicyReference;
  readonly why: 'absent' | 'version';
}

/** The policy files of a run. */
export interface PolicyFiles {
  /** The parsed file at a path, as manifests name it; undefined where there is none. */
  readonly find: (path: string) => PolicySourceCode | undefined;
  /** Whether findings of the file are asked for. */
  readonly isLinted: (path: string) => boolean;
}

/** Judges a manifest whose calls are resolved already. */
export function judgeManifest(
  manifest: Manifest,
  catalog: Catalog,
  calls: readonly Resolution[],
  files: PolicyFiles,
): JudgedWorkload {
  const { policies, sources, absent } = policiesOf(manifest, files.find);
  const { boundaries, boundarySources, unreadBoundaries } = boundariesOf(manifest, files.find);
  const workload: Workload = {
    catalog,
    policies,
    boundaries,
    unreadBoundaries: unreadBoundaries.map(({ reference }) => reference.text),
    calls,
    unread: (manifest.unread ?? []).filter(({ listed }) => !listed),
  };
  const linted = policies.filter(({ policy }) => files.isLinted(pathOf(policy)));
  const homes = linted.length > 0 ? linted : policies;
  return {
    manifest,
    catalog,
    workload,
    verdict: judge(workload),
    sources,
    absent,
    boundarySources,
    unreadBoundaries,
    home: (action, generation) => homeOf(action, ofGeneration(homes, generation)),
  };
}

function ofGeneration(
  policies: readonly WorkloadPolicy[],
  generation: Generation,
): readonly WorkloadPolicy[] {
  const own = policies.filter(({ policy }) => generationOf(policy) === generation);
  return own.length > 0 ? own : policies;
}

/** What a policy file beside `app.apis.yaml` may be called. */
const POLICY_EXTENSIONS = ['json', 'jsonc', 'yaml', 'yml', 'tf'];

/** The files that a manifest may mean: those it names, else those of the same name. */
export function pathsOf(manifest: Manifest): readonly string[] {
  if (manifest.policies.length > 0) return [...new Set(manifest.policies.map((reference) => reference.path))];
  return namesakesOf(manifest.file);
}

/** The files that its verdict rests on: those of the policies, and those of the boundaries. */
export function pathsJudged(manifest: Manifest): readonly string[] {
  const { boundaries = [] } = manifest;
  return boundaries.length === 0
    ? pathsOf(manifest)
    : [...new Set([...pathsOf(manifest), ...boundaries.map((reference) => reference.path)])];
}

/** `app.apis.yaml` → `app.json`, `app.yaml` and so on. */
export function namesakesOf(manifest: string): readonly string[] {
  const stem = manifest.replace(/\.apis\.ya?ml$/i, '');
  return stem === manifest ? [] : POLICY_EXTENSIONS.map((extension) => `${stem}.${extension}`);
}

function policiesOf(
  manifest: Manifest,
  find: (path: string) => PolicySourceCode | undefined,
): Pick<JudgedWorkload, 'sources' | 'absent'> & { readonly policies: readonly WorkloadPolicy[] } {
  const policies = new Map<string, WorkloadPolicy>();
  const sources = new Set<PolicySourceCode>();
  const absent: PolicyReference[] = [];
  const add = (path: string, address: string | undefined): boolean => {
    const source = find(path);
    if (source === undefined) return false;
    const isMeant = (root: Pick<RootNode, 'address'>): boolean =>
      address === undefined || root.address === address;
    const named = namedPolicies(source).filter(({ policy }) => isMeant(policy.root));
    if (named.length > 0) sources.add(source);
    for (const policy of named) policies.set(policy.id, policy);
    // `policy = file("…")`: the policy is the whole of that file.
    const elsewhere = source.ast.body.flatMap((root) =>
      isMeant(root) && root.file !== undefined ? [posix.join(posix.dirname(path), root.file)] : [],
    );
    return elsewhere.filter((file) => add(file, undefined)).length + named.length > 0;
  };
  if (manifest.policies.length === 0) namesakesOf(manifest.file).find((path) => add(path, undefined));
  for (const reference of manifest.policies)
    if (!add(reference.path, reference.address)) absent.push(reference);
  return { policies: [...policies.values()], sources: [...sources], absent };
}

/** Those that are of Version 5.0, which is what limits others; the rest is not read. */
function boundariesOf(
  manifest: Manifest,
  find: (path: string) => PolicySourceCode | undefined,
): Pick<JudgedWorkload, 'boundarySources' | 'unreadBoundaries'> & {
  readonly boundaries: readonly WorkloadPolicy[];
} {
  const boundaries: WorkloadPolicy[] = [];
  const sources = new Set<PolicySourceCode>();
  const unread: UnreadBoundary[] = [];
  for (const reference of manifest.boundaries ?? []) {
    const own = policiesOf({ ...manifest, policies: [reference] }, find);
    const fit = own.policies.filter(({ policy }) => policy.kind === 'identity-policy');
    for (const source of own.sources) sources.add(source);
    append(boundaries, fit);
    if (own.policies.length === 0) unread.push({ reference, why: 'absent' });
    else if (fit.length < own.policies.length) unread.push({ reference, why: 'version' });
  }
  return { boundaries, boundarySources: [...sources], unreadBoundaries: unread };
}

/** A file's policies with the names that reports give them: the path, and the address where the file holds several. */
export function namedPolicies(source: PolicySourceCode): readonly WorkloadPolicy[] {
  return source.policies.map((policy, index) => {
    const address = policy.root.address ?? (source.policies.length > 1 ? String(index + 1) : undefined);
    return { id: address === undefined ? source.path : `${source.path}#${address}`, policy };
  });
}
