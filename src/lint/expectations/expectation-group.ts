import { posix } from 'node:path';
import type { ExpectationFile, PolicyName } from '../../expectations/expectation.js';
import { isExpectationName } from '../../expectations/expectation.js';
import { syntaxOf } from '../../policy/syntax/parse-policy.js';
import { createGlob, literalGlob, slowness } from '../config/glob.js';
import { readExpectationSource } from './expectation-source.js';
import { isManifestName } from '../language/read-source.js';
import type { SourceFile } from '../language/read-source.js';
import type { FileGroup } from '../run/group.js';

/**
 * A group for each file of expectations among some files, with those of the policies that it means.
 * @param files by normal paths; those that are no policies by their name are left out.
 */
export async function groupExpectations(files: readonly SourceFile[]): Promise<readonly FileGroup[]> {
  const groups: FileGroup[] = [];
  for (const file of files.filter(({ path }) => isExpectationName(path))) {
    const reading = await readExpectationSource(file);
    const meant = reading.ok ? meantBy(reading.source.expectations?.file) : () => false;
    groups.push({
      files: [],
      manifests: [],
      expectations: { file, policies: files.filter(({ path }) => meant(path)) },
    });
  }
  return groups;
}

function meantBy(file: ExpectationFile | undefined): (path: string) => boolean {
  if (file === undefined) return () => false;
  const named = new Set((file.policies ?? []).map(({ path }) => path));
  const isWanted = anyOf(policyGlobs(file));
  const isUnwanted = anyOf(file.without);
  const references = referencesIn(file);
  return (path) =>
    named.has(path) || (mayBeMeant(path) && isWanted(path) && !isUnwanted(path) && !references.has(path));
}

/** What is compared with is no policy of the same kind as those that are compared, unless it is named. */
function referencesIn({ expectations }: ExpectationFile): ReadonlySet<string> {
  return new Set(expectations.flatMap((one) => ('reference' in one ? [one.reference.path] : [])));
}

/** Of a folder; a text with examples has to be named. */
function mayBeMeant(path: string): boolean {
  return !isExpectationName(path) && !isManifestName(path) && syntaxOf(path) !== 'markdown';
}

/** The patterns by which policies are meant, from where paths begin. */
export function policyGlobs({
  path,
  policies,
}: Pick<ExpectationFile, 'path' | 'policies'>): readonly string[] {
  const all = posix.join(literalGlob(posix.dirname(path)), '**');
  return policies === undefined ? [all] : policies.map((policy) => policy.path);
}

/** A pattern that would be slow to match matches nothing, and is complained about. */
function anyOf(patterns: readonly string[]): (path: string) => boolean {
  const usable = patterns.filter((pattern) => slowness(pattern) === undefined);
  return usable.length === 0 ? () => false : createGlob(usable);
}

/** Whether a name of a policy means one of some paths. */
export function matchesName({ path }: Pick<PolicyName, 'path'>): (candidate: string) => boolean {
  const matches = anyOf([path]);
  return (candidate) => candidate === path || matches(candidate);
}
