import { lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { GitError, runGit } from '../../git.js';
import { onInterrupt } from '../../interrupt.js';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/commands-lint.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('commands-lint', en);

/** The files of another revision that matter to a linter, laid out in a folder of their own. */
export interface Revision {
  readonly commit: string;
  /** The folder that stands for the working directory. */
  readonly cwd: string;
  /** What a file of that revision is called today; paths are relative to the working directory. */
  readonly nameToday: (path: string) => string;
  /** What a file of today was called then. Paths outside the repository are themselves. */
  readonly nameThen: (path: string) => string;
  /** Files that a sparse checkout leaves out of the work tree and that are not compared therefore, by their names of today. */
  readonly notCompared: readonly string[];
  /** Removes the folder. */
  readonly close: () => void;
}

/**
 * Takes the files of a revision out of the repository around `cwd`: whatever may be a policy, a manifest or a
 * configuration, and the files in `named` (paths of today from `cwd`). Renames up to the working tree are followed.
 * @param rev anything that names a commit; `main...` is the commit that HEAD and main have in common.
 * @throws Problem code `usage` where it is no repository or there is no such revision.
 */
export async function openRevision(cwd: string, rev: string, named: readonly string[]): Promise<Revision> {
  const [root = '', prefix = ''] = lines(
    await git(cwd, rev, ['rev-parse', '--show-toplevel', '--show-prefix']),
  );
  const commit = await commitOf(root, rev);
  const renames = await renamesSince(root, rev, commit);
  const leftOut = await leftOutOf(root, rev);
  const fromRoot = (path: string): string | undefined => inside(root, resolve(realpathSync(cwd), path));
  const toCwd = (path: string): string => posix.relative(prefix, path);
  const then = new Map([...renames].map(([old, now]) => [now, old]));
  const nameThen = (path: string): string => {
    const name = fromRoot(path);
    return name === undefined ? resolve(cwd, path) : toCwd(then.get(name) ?? name);
  };
  const wanted = new Set(named.map((path) => inside(root, resolve(realpathSync(cwd), nameThen(path)))));
  const made: string[] = [];
  const remove = (): void => {
    for (const one of made) rmSync(one, { recursive: true, force: true });
  };
  // Before there is a folder: a signal between the two would leave it behind.
  const release = onInterrupt(remove);
  const temporary = mkdtempSync(join(tmpdir(), 'lint-policies-'));
  made.push(temporary);
  const folder = realpathSync(temporary);
  const close = (): void => {
    remove();
    release();
  };
  const notCompared = new Set<string>();
  try {
    await layOut(root, rev, commit, folder, (path) => {
      if (!wanted.has(path) && (!MATTERS.test(path) || VENDORED.test(path))) return false;
      const name = renames.get(path) ?? path;
      if (leftOut.has(name)) notCompared.add(name);
      return !leftOut.has(name);
    });
    mkdirSync(join(folder, prefix), { recursive: true });
  } catch (error) {
    close();
    throw error;
  }
  return {
    commit,
    cwd: join(folder, prefix),
    nameToday(path) {
      const name = posix.join(prefix, path);
      return toCwd(renames.get(name) ?? name);
    },
    nameThen,
    notCompared: [...notCompared].map(toCwd),
    close,
  };
}

/** Policies, manifests, configurations that are data; what a search leaves out. Code of another revision is never run, and not even laid out. */
const MATTERS = /\.(?:jsonc?|ya?ml|tf|tofu|tftpl|tfvars)$|(?:^|\/)\.gitignore$/i;
const VENDORED = /(?:^|\/)node_modules\//;

async function commitOf(root: string, rev: string): Promise<string> {
  const fork = /^(.+)\.\.\.$/s.exec(rev)?.[1];
  const verify = (name: string): Promise<string> =>
    git(root, rev, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  try {
    const commit = (await verify(fork ?? rev)).trim();
    return fork === undefined ? commit : await forkOf(root, rev, commit);
  } catch (error) {
    if (error instanceof GitError)
      throw new Problem('usage', say('noRevision', { revision: rev }), undefined, { cause: error });
    throw error;
  }
}

/** The commit that two have in common. Git fails without a word where there is none, as in a clone that was cut off. */
async function forkOf(root: string, rev: string, commit: string): Promise<string> {
  try {
    return (await runGit(root, ['merge-base', commit, 'HEAD'])).toString().trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const isShallow = (await git(root, rev, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
    const message = say(isShallow ? 'noForkInShallow' : 'noFork', { revision: rev });
    throw new Problem('usage', message, undefined, { cause: error });
  }
}

/** Files that a sparse checkout leaves out of the work tree: they are not gone. Paths from the root. */
async function leftOutOf(root: string, rev: string): Promise<ReadonlySet<string>> {
  const listing = (await git(root, rev, ['ls-files', '-t', '-z'])).split('\0');
  const skipped = listing.flatMap((line) => (line.startsWith('S ') ? [line.slice(2)] : []));
  return new Set(
    skipped.filter((path) => lstatSync(join(root, path), { throwIfNoEntry: false }) === undefined),
  );
}

/** Old path → new path, from the root. */
async function renamesSince(root: string, rev: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const parts = (
    await git(root, rev, [
      'diff',
      // The index against the commit: to compare the work tree, git runs the filters that the repository configures.
      '--cached',
      '--name-status',
      '--find-renames',
      '--diff-filter=R',
      '--no-ext-diff',
      '--no-textconv',
      '-z',
      commit,
      '--',
    ])
  ).split('\0');
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) renames.set(parts[at + 1] ?? '', parts[at + 2] ?? '');
  return renames;
}

interface Blob {
  readonly mode: string;
  readonly id: string;
  readonly path: string;
}

async function layOut(
  root: string,
  rev: string,
  commit: string,
  folder: string,
  wants: (path: string) => boolean,
): Promise<void> {
  // A search asks no folder above this one what to ignore.
  mkdirSync(join(folder, '.git'));
  const listing = (await git(root, rev, ['ls-tree', '-r', '-z', '--full-tree', commit])).split('\0');
  const blobs = listing.flatMap((line): Blob[] => {
    const [, mode = '', id = '', path = ''] =
      /^(100644|100755|120000) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return path !== '' && wants(path) ? [{ mode, id, path }] : [];
  });
  const links = new Map<string, string>();
  for (let from = 0; from < blobs.length; from += BATCH) {
    const batch = blobs.slice(from, from + BATCH);
    const contents = readBatch(
      await gitBytes(root, rev, ['cat-file', '--batch'], batch.map(({ id }) => `${id}\n`).join('')),
    );
    for (const [index, blob] of batch.entries()) put(folder, blob, contents[index] ?? Buffer.alloc(0), links);
  }
  placeLinks(folder, links);
}

/** Files that are read at a time. */
const BATCH = 500;

/** `<id> blob <size>\n<contents>\n`, again and again. */
function readBatch(output: Buffer): Buffer[] {
  const contents: Buffer[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const size = Number(output.subarray(at, end).toString('latin1').split(' ')[2]);
    contents.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

function put(folder: string, { mode, path }: Blob, content: Buffer, links: Map<string, string>): void {
  const file = join(folder, path);
  // Git checks out no such name, but a tree that somebody made may hold it.
  if (
    inside(folder, file) === undefined ||
    path.split('/').some((part) => part === '..' || part === '.' || part.toLowerCase() === '.git')
  )
    return;
  mkdirSync(dirname(file), { recursive: true });
  if (mode === '120000') links.set(file, content.toString());
  else writeFileSync(file, content);
}

/** Links come last, so that nothing is written through one; those that lead out of the folder, also by another link, go again. */
function placeLinks(folder: string, links: ReadonlyMap<string, string>): void {
  const placed = [...links].filter(([file, target]) => {
    if (
      inside(folder, resolve(dirname(file), target)) === undefined ||
      lstatSync(file, { throwIfNoEntry: false }) !== undefined
    )
      return false;
    symlinkSync(target, file);
    return true;
  });
  const root = realpathSync.native(folder);
  for (const [file] of placed) if (!isWithin(root, file)) rmSync(file);
}

/** Also for a link that leads nowhere. As the system resolves it: `realpathSync` itself takes `link/..` for nothing. */
function isWithin(root: string, file: string): boolean {
  try {
    return inside(root, realpathSync.native(file)) !== undefined;
  } catch {
    return true;
  }
}

/** The path from a folder, `/` as separator; undefined where it leads out of it. */
function inside(folder: string, path: string): string | undefined {
  const name = relative(folder, path);
  return name === '..' || name.startsWith(`..${sep}`) || isAbsolute(name)
    ? undefined
    : name.split(sep).join('/');
}

function lines(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

async function git(cwd: string, rev: string, args: readonly string[]): Promise<string> {
  return (await gitBytes(cwd, rev, args)).toString();
}

async function gitBytes(cwd: string, rev: string, args: readonly string[], input?: string): Promise<Buffer> {
  try {
    return await runGit(cwd, args, input);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (args[0] === 'rev-parse' && args[1] === '--verify' && error.installed) throw error;
    throw new Problem('usage', refusalOf(error, rev, args[0] ?? ''), undefined, { cause: error });
  }
}

function refusalOf({ installed, message: said }: GitError, revision: string, command: string): string {
  if (!installed) return say('noGit');
  return said.startsWith('not a git repository')
    ? say('noRepository', { revision })
    : say('gitFailed', { revision, command, said });
}
