import type { Manifest, Resolution } from '../../calls/call.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { RootNode } from '../../policy/model/ast.js';
import { applyEdits } from '../../policy/edit/edit.js';
import { isHarmless, isProvenSame } from '../fix/fix-check.js';
import { readPolicySource } from '../language/read-source.js';
import type { Edit } from '../results/lint-record.js';
import type { PolicySourceCode } from '../language/source-code.js';
import { cloudOfRoot, seenCloud } from './seen-cloud.js';
import { judgeManifest, pathsJudged, pathsOf } from './workload.js';
import type { JudgedWorkload, PolicyFiles } from './workload.js';

/** What rules see besides their file: catalogs, manifests, the other policies. Everything is computed when first asked for, and once. */
export interface Workspace {
  /** Of the cloud that the type of a policy's resource says, else that Terraform says the file is for, else that its manifest names, else of the configured one. */
  catalog(source: PolicySourceCode, root?: RootNode): Catalog;
  /** The workloads that a policy file belongs to. */
  workloads(source: PolicySourceCode): readonly JudgedWorkload[];
  /** Whether a manifest names a policy of the file as one that limits others. */
  isBoundary(source: PolicySourceCode): boolean;
  /** The workload of a manifest. */
  manifestWorkload(source: PolicySourceCode): JudgedWorkload | undefined;
  /** Whether a policy file still reads after the edits, grants what declared calls need, and grants no more than before. */
  allowsFix(source: PolicySourceCode, edits: readonly Edit[]): boolean;
  /** Puts another text of a file in place of the one known. */
  replace(source: PolicySourceCode): void;
}

export interface WorkspaceInput {
  /** Cloud of files that no manifest gives one. */
  readonly cloudOf: (path: string) => string;
  /** @throws Problem where there is no catalog of that cloud. */
  readonly catalogs: (cloud: string) => Catalog;
  /** Whether there is a catalog of a cloud that files are seen to be for; left out: of none. */
  readonly isThere?: (cloud: string) => boolean;
  readonly manifests: readonly PolicySourceCode[];
  readonly files: PolicyFiles;
}

export function createWorkspace({
  cloudOf,
  catalogs,
  isThere = () => false,
  manifests,
  files,
}: WorkspaceInput): Workspace {
  const replaced = new Map<string, PolicySourceCode>();
  const judged = new Map<PolicySourceCode, JudgedWorkload>();
  const resolved = new Map<PolicySourceCode, readonly Resolution[]>();
  const byPath = manifestsByPath(manifests);
  // What no manifest names may be meant all the same, by a `file(…)` in what one of them names.
  const manifestsOf = (path: string): readonly PolicySourceCode[] => byPath.get(path) ?? manifests;
  const current = (path: string): PolicySourceCode | undefined => replaced.get(path) ?? files.find(path);

  const seen = (source: PolicySourceCode): string | undefined => {
    const name = seenCloud(source);
    return name !== undefined && isThere(name) ? name : undefined;
  };
  const cloudOfPolicies = (manifest: Manifest): string | undefined => {
    const sources = pathsOf(manifest).flatMap((path) => current(path) ?? []);
    const clouds = new Set(sources.flatMap((source) => seen(source) ?? []));
    return clouds.size === 1 ? [...clouds][0] : undefined;
  };

  const judgeWith = (manifest: PolicySourceCode, find: PolicyFiles['find']): JudgedWorkload | undefined => {
    if (manifest.manifest === undefined) return undefined;
    const catalog = catalogs(
      manifest.manifest.cloud ?? cloudOfPolicies(manifest.manifest) ?? cloudOf(manifest.path),
    );
    const calls = resolved.get(manifest) ?? manifest.manifest.calls.map((call) => resolveCall(call, catalog));
    resolved.set(manifest, calls);
    return judgeManifest(manifest.manifest, catalog, calls, { ...files, find });
  };

  const manifestWorkload = (manifest: PolicySourceCode): JudgedWorkload | undefined => {
    const known = judged.get(manifest);
    if (known !== undefined) return known;
    const fresh = judgeWith(manifest, current);
    if (fresh !== undefined) judged.set(manifest, fresh);
    return fresh;
  };

  const workloads = (source: PolicySourceCode): readonly JudgedWorkload[] =>
    manifestsOf(source.path).flatMap((manifest) => {
      const workload = manifestWorkload(manifest);
      return workload?.sources.includes(source) === true ? [workload] : [];
    });

  // Rules ask for it at every action; a file has the cloud of its manifests whatever its text.
  const ofFile = new Map<PolicySourceCode, Catalog>();
  const catalogOf = (source: PolicySourceCode): Catalog => {
    const known = ofFile.get(source);
    if (known !== undefined) return known;
    const sure = source.manifest === undefined ? seen(source) : undefined;
    const catalog =
      sure === undefined
        ? (workloads(source)[0]?.catalog ??
          manifestWorkload(source)?.catalog ??
          catalogs(cloudOf(source.path)))
        : catalogs(sure);
    ofFile.set(source, catalog);
    return catalog;
  };

  return {
    workloads,
    isBoundary: (source) =>
      manifestsOf(source.path).some(
        (manifest) => manifestWorkload(manifest)?.boundarySources.includes(source) === true,
      ),
    manifestWorkload,
    catalog: (source, root) => {
      const ofRoot = root === undefined ? undefined : cloudOfRoot(root);
      return ofRoot !== undefined && isThere(ofRoot) ? catalogs(ofRoot) : catalogOf(source);
    },
    allowsFix(source, edits) {
      const reading = readPolicySource(
        { path: source.path, text: applyEdits(source.text, edits), syntax: source.syntax },
        'document',
        source.surroundings,
      );
      if (!reading.ok) return false;
      const after = reading.source;
      if (isProvenSame(source, after, catalogOf(source))) return true;
      return isHarmless({
        catalog: catalogOf(source),
        before: source,
        after,
        workloads: manifestsOf(source.path).flatMap((manifest) => {
          const before = manifestWorkload(manifest);
          const then = judgeWith(manifest, (path) => (path === source.path ? after : current(path)));
          return before === undefined || then === undefined ? [] : [{ before, after: then }];
        }),
      });
    },
    replace(source) {
      replaced.set(source.path, source);
      for (const manifest of manifestsOf(source.path)) judged.delete(manifest);
    },
  };
}

/** What rules see besides a file goes by its source: ESLint hands rules nothing else that it does not copy. */
const workspaces = new WeakMap<PolicySourceCode, Workspace>();

export function attachWorkspace(source: PolicySourceCode, workspace: Workspace): void {
  workspaces.set(source, workspace);
}

let fallback: ((source: PolicySourceCode) => Workspace) | undefined;

/** Makes the workspace of sources that nobody attached one to: the plugin's, which looks beside the file. */
export function setFallbackWorkspace(create: (source: PolicySourceCode) => Workspace): void {
  fallback = create;
}

export function workspaceOf(source: PolicySourceCode): Workspace {
  const attached = workspaces.get(source);
  if (attached !== undefined) return attached;
  if (fallback === undefined) throw new Error(`no workspace for ${source.path}`);
  const workspace = fallback(source);
  attachWorkspace(source, workspace);
  return workspace;
}

function manifestsByPath(
  manifests: readonly PolicySourceCode[],
): ReadonlyMap<string, readonly PolicySourceCode[]> {
  const byPath = new Map<string, PolicySourceCode[]>();
  for (const source of manifests) {
    if (source.manifest === undefined) continue;
    for (const path of pathsJudged(source.manifest)) {
      const known = byPath.get(path);
      if (known === undefined) byPath.set(path, [source]);
      else known.push(source);
    }
  }
  return byPath;
}
