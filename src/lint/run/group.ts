import { posix } from 'node:path';
import { parseManifest } from '../../calls/manifest/manifest.js';
import { isExpectationName } from '../../expectations/expectation.js';
import { isManifestName } from '../language/read-source.js';
import type { SourceFile } from '../language/read-source.js';
import { namesakesOf } from './workload.js';

/** Files that must be looked at together: manifests with the policies that they share. */
export interface FileGroup {
  readonly files: readonly SourceFile[];
  readonly manifests: readonly SourceFile[];
  /** Present where the group is a file of expectations; the other two are empty then. */
  readonly expectations?: ExpectationGroup;
}

/** A file of expectations, and the files of the policies that it means, which are looked at and not linted. */
export interface ExpectationGroup {
  readonly file: SourceFile;
  readonly policies: readonly SourceFile[];
}

/**
 * Splits the files of a run into groups that know nothing of each other, in the order of their first file, so that the
 * trees of one can be let go before the next is read. Paths become normal.
 */
export function groupFiles(
  files: readonly SourceFile[],
  manifests: readonly SourceFile[],
): readonly FileGroup[] {
  const normalFiles = uniqueByPath(files);
  const manifestFiles = uniqueByPath([
    ...manifests,
    ...normalFiles.filter(({ path }) => isManifestName(path)),
  ]);
  const manifestPaths = new Set(manifestFiles.map(({ path }) => path));
  const policyFiles = normalFiles.filter(({ path }) => !manifestPaths.has(path) && !isExpectationName(path));
  const sets = createDisjointSets();
  for (const manifest of manifestFiles)
    for (const path of pathsMeant(manifest)) sets.join(`manifest ${manifest.path}`, path);
  for (const file of policyFiles.filter(({ path }) => /\.tf$/i.test(path)))
    for (const read of filesMeant(file)) sets.join(file.path, read);

  const groups = new Map<string, { readonly files: SourceFile[]; readonly manifests: SourceFile[] }>();
  const groupOf = (name: string) => {
    const key = sets.find(name);
    const group = groups.get(key) ?? { files: [], manifests: [] };
    groups.set(key, group);
    return group;
  };
  for (const file of policyFiles) groupOf(file.path).files.push(file);
  for (const manifest of manifestFiles) groupOf(`manifest ${manifest.path}`).manifests.push(manifest);
  return [...groups.values()];
}

/** `./a//b.json` → `a/b.json`, with `/` on every system. */
export function normalPath(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/'));
}

/** The policies a manifest may mean. It is read for that only where it seems to name some. */
function pathsMeant({ path, text }: SourceFile): readonly string[] {
  if (!NAMES_POLICIES.test(text)) return namesakesOf(path);
  const { policies, boundaries = [] } = parseManifest(text, path).manifest;
  const limits = boundaries.map((reference) => normalPath(reference.path));
  const named = policies.map((reference) => normalPath(reference.path));
  return [...(named.length > 0 ? named : namesakesOf(path)), ...limits];
}

/** The files that a Terraform file reads by a name that is known: one of them may be a policy. */
function filesMeant({ path, text }: SourceFile): readonly string[] {
  return Array.from(text.matchAll(FILE_CALL), ([, name = '']) =>
    posix.join(posix.dirname(path), normalPath(name)),
  );
}

/** `file("${path.module}/policy.json")` and `file("policy.json")`. */
const FILE_CALL = /\bfile\(\s*"(?:\$\{path\.module\}\/)?([^"$%]+)"\s*\)/g;

/** A key `policies` or `boundaries`, in lines or in braces. */
const NAMES_POLICIES = /(?:^|[{,])\s*["']?(?:policies|boundaries)["']?\s*:/m;

/** Each path once, in its normal form. */
export function uniqueByPath(files: readonly SourceFile[]): readonly SourceFile[] {
  return [
    ...new Map(files.map((file) => [normalPath(file.path), withPath(file, normalPath(file.path))])).values(),
  ];
}

/** A text may be read when it is asked for: only lists of files go through here. */
function withPath(file: SourceFile, path: string): SourceFile {
  return file.path === path
    ? file
    : (Object.defineProperties(
        {},
        { ...Object.getOwnPropertyDescriptors(file), path: { value: path, enumerable: true } },
      ) as SourceFile);
}

function createDisjointSets() {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    // Shorten the way for the next time.
    for (let at = name; at !== root;) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const join = (one: string, other: string): void => {
    const [a, b] = [find(one), find(other)];
    if (a !== b) parents.set(a, b);
  };
  return { find, join };
}
