import type { PolicyName } from '../../expectations/expectation.js';
import { isGranting } from '../../policy/grants/grant.js';
import { loadSyntaxFor } from '../../policy/syntax/parse-policy.js';
import type { WorkloadPolicy } from '../../analysis/verdict.js';
import { readPolicySource } from '../language/read-source.js';
import type { SourceFile } from '../language/read-source.js';
import type { createCompanions } from '../run/companions.js';
import { matchesName } from './expectation-group.js';
import { namedPolicies } from '../run/workload.js';

/** Policies of identities that are looked at and not linted, by their files. */
export interface PolicyPool {
  /** Of all files that it was made with. */
  readonly all: () => readonly WorkloadPolicy[];
  /** Those that a path or a glob means. */
  readonly meantBy: (name: PolicyName) => readonly WorkloadPolicy[];
  /** Paths of files that may hold policies and cannot be read. */
  readonly unread: readonly string[];
  /** Paths of files that hold policies. */
  readonly paths: readonly string[];
}

/**
 * Reads files.
 * @param named what is read besides, where it is no glob and among none of the files.
 */
export async function createPolicyPool(
  files: readonly SourceFile[],
  named: readonly PolicyName[],
  companions: ReturnType<typeof createCompanions>,
): Promise<PolicyPool> {
  const read = new Map<string, ReadFile>();
  for (const file of files) read.set(file.path, await readFile(file, companions));
  for (const { path } of named) {
    const text = read.has(path) ? undefined : companions.textAt(path);
    if (text !== undefined) read.set(path, await readFile({ path, text }, companions));
  }
  const paths = [...read.keys()];
  const at = (wanted: readonly string[]): readonly WorkloadPolicy[] =>
    wanted.flatMap((path) => read.get(path)?.policies ?? []);
  return {
    all: () => at(files.map(({ path }) => path)),
    meantBy: (name) =>
      at(paths.filter(matchesName(name))).filter(
        ({ policy }) => name.address === undefined || policy.root.address === name.address,
      ),
    unread: paths.filter((path) => read.get(path)?.unread === true),
    paths: paths.filter((path) => at([path]).length > 0),
  };
}

interface ReadFile {
  readonly policies: readonly WorkloadPolicy[];
  /** It may hold policies, and cannot be read. */
  readonly unread: boolean;
}

async function readFile(
  file: SourceFile,
  { around }: ReturnType<typeof createCompanions>,
): Promise<ReadFile> {
  const { path, text, syntax, found } = file;
  await loadSyntaxFor(path, text, syntax);
  const reading = readPolicySource(file, 'document', around(path));
  const policies = reading.ok ? namedPolicies(reading.source).filter(({ policy }) => isGranting(policy)) : [];
  const isBroken =
    policies.length === 0 && reading.problems.some(({ code }) => code === 'syntax' || code === 'too-deep');
  // A search finds templates and fixtures of all kinds: one that speaks of no statement is no policy.
  const isLikely = found !== true || /statement/i.test(text.replaceAll('\0', ''));
  return { policies, unread: isBroken && isLikely };
}
