import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../problem.js';

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
  const git = (...args: string[]) => runGit(folder, url, args);
  await git('init', '--quiet');
  await git('config', 'core.symlinks', 'false');
  await git('config', 'remote.origin.url', url);
  await git('config', 'remote.origin.promisor', 'true');
  await git('config', 'remote.origin.partialclonefilter', 'blob:none');
  if (!(await hasCommit(folder, commit))) await git('fetch', '--quiet', '--no-tags', '--depth=1', '--filter=blob:none', 'origin', commit);
  if (namesOnly !== true) {
    await git('sparse-checkout', 'set', '--no-cone', ...paths.map(asPattern));
    await git('-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--force', '--detach', commit);
  }
  const listing = await git('ls-tree', '-r', '-z', commit, '--', ...paths);
  const names = listing.split('\0').flatMap((line) => /^100(?:644|755) blob [0-9a-f]+\t(.+)$/s.exec(line)?.[1] ?? []);
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
    await run('git', ['-C', folder, 'cat-file', '-e', `${commit}^{tree}`], { env: environment() });
    return true;
  } catch {
    return false;
  }
}

async function runGit(folder: string, url: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run('git', ['-C', folder, '-c', 'protocol.ext.allow=never', ...args], { env: environment(), maxBuffer: 256 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : undefined;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Problem('network', missing ? 'git is not installed; install it or use a local folder' : `git ${args[0] ?? ''} failed: ${said ?? String(error)}; check the repository and the commit`, { file: url }, { cause: error });
  }
}

const run = promisify(execFile);

/** Nobody is there to be asked for a password, and no repository around the working copy is meant. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C.UTF-8', GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined };
}
