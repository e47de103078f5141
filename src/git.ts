import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Git said no, or is not there. `message` is its last line, in English. */
export class GitError extends Error {
  readonly installed: boolean;

  constructor(message: string, installed: boolean, options: ErrorOptions) {
    super(message, options);
    this.installed = installed;
  }
}

/**
 * Runs git in a folder. The repository around that folder is meant, also where a hook of another one runs this; nobody is
 * there to be asked for a password. Programs that the repository's own configuration names are not started: it may be
 * anybody's. (Filters of `.gitattributes` cannot be turned off by a setting: ask nothing that reads files of the work tree.)
 * @returns what it wrote to its output.
 * @throws GitError
 */
export async function runGit(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  try {
    const running = run('git', ['-C', folder, ...NOTHING_OF_THE_REPOSITORY, ...args], {
      env: environment(),
      maxBuffer: Infinity,
      encoding: 'buffer',
    });
    // Git may be gone before it has read: its exit code tells.
    running.child.stdin?.on('error', () => undefined);
    running.child.stdin?.end(input);
    return (await running).stdout;
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: Buffer };
    if (code !== 'ENOENT' && typeof code !== 'number') throw error;
    const said = stderr
      ?.toString()
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^fatal: /, '');
    throw new GitError(said ?? '', code !== 'ENOENT', { cause: error });
  }
}

/** The nearest folder with a `.git`, from this one upwards; asks the file system, not git. */
export function repositoryAround(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : repositoryAround(dirname(folder));
}

const run = promisify(execFile);

const NOTHING_OF_THE_REPOSITORY = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_DIR: undefined,
    GIT_WORK_TREE: undefined,
    GIT_INDEX_FILE: undefined,
  };
}
