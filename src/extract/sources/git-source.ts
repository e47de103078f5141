import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { GitError, runGit } from '../../git.js';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/extract.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('extract', en);

/** What is wanted of a repository: its files at and below some paths, as they were at a commit. */
export interface GitRequest {
  readonly url: string;
  readonly commit: string;
  readonly paths: readonly string[];
  /** Folder of the working copy; kept between runs. */
  readonly folder: string;
  /** Names alone are enough; contents stay where they are. */
  readonly namesOnly?: boolean;
}

export interface GitFiles {
  /** Plain files below the paths, sorted, `/` as separator; no links, no submodules. */
  readonly names: readonly string[];
  /** ISO date of the commit. */
  readonly date: string;
}

/**
 * Brings files of a repository at a commit into `folder` with as little as git can: that commit alone, and of its files
 * those that are wanted. A commit that is there already is not asked for again.
 * @throws Problem code `network` with what git says.
 */
export async function bringFromGit({ url, commit, paths, folder, namesOnly }: GitRequest): Promise<GitFiles> {
  mkdirSync(folder, { recursive: true });
  const git = (...args: string[]) => askGit(folder, url, args);
  await git('init', '--quiet');
  await git('config', 'core.symlinks', 'false');
  await git('config', 'remote.origin.url', url);
  await git('config', 'remote.origin.promisor', 'true');
  await git('config', 'remote.origin.partialclonefilter', 'blob:none');
  if (!(await hasCommit(folder, commit)))
    await git('fetch', '--quiet', '--no-tags', '--depth=1', '--filter=blob:none', 'origin', commit);
  if (namesOnly !== true) {
    await git('sparse-checkout', 'set', '--no-cone', ...paths.map(asPattern));
    await git('-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--force', '--detach', commit);
  }
  const listing = await git('ls-tree', '-r', '-z', commit, '--', ...paths);
  const names = listing
    .split('\0')
    .flatMap((line) => /^100(?:644|755) blob [0-9a-f]+\t(.+)$/s.exec(line)?.[1] ?? []);
  return { names: names.sort(), date: (await git('show', '--no-patch', '--format=%cs', commit)).trim() };
}

/** Where a file of the repository lies in the working copy. */
export function workingFile(folder: string, name: string): string {
  return join(folder, name);
}

/** A path as a pattern that means nothing but this path. */
function asPattern(path: string): string {
  return `/${path.replace(/[\\*?[\]!#]/g, '\\$&')}`;
}

async function hasCommit(folder: string, commit: string): Promise<boolean> {
  try {
    await runGit(folder, ['cat-file', '-e', `${commit}^{tree}`]);
    return true;
  } catch {
    return false;
  }
}

async function askGit(folder: string, url: string, args: readonly string[]): Promise<string> {
  try {
    return (await runGit(folder, ['-c', 'protocol.ext.allow=never', ...args])).toString();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new Problem(
      'network',
      error.installed ? say('gitFailed', { command: args[0] ?? '', fault: error.message }) : say('noGit'),
      { file: url },
      { cause: error },
    );
  }
}
