import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import envPaths from 'env-paths';
import { isDraft } from '../../draft.js';
import { codeOf, fileProblem } from '../../file-problem.js';
import { createText } from '../../files.js';
import { GitError, repositoryAround, runGit } from '../../git.js';
import { Problem } from '../../problem.js';
import { TOOL } from '../../project.js';
import { isSegment } from './cache-segment.js';
import type { Io } from '../io/io.js';

/**
 * The folder of a cache, made where it is not there.
 * @param location undefined: the working directory's own among the user's caches.
 * @throws Problem code `usage` where the folder holds something else, or is part of a repository: whoever sends a change to
 * one would write the verdict on it. Code `file` where it cannot be made.
 */
export async function cacheFolder({ cwd }: Pick<Io, 'cwd'>, location: string | undefined): Promise<string> {
  const folder =
    location === undefined
      ? join(envPaths(TOOL.name, { suffix: '' }).cache, nameOf(realpathSync.native(cwd)))
      : resolve(cwd, location);
  const refuse = (why: string): never => {
    throw new Problem('usage', `--cache-location ${location ?? folder}: ${why}`);
  };
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) refuse('is a file; name a folder');
  const names = namesIn(folder);
  if (names.some((name) => !isDraft(name) && !isSegment(name)) && !isMarked(folder))
    refuse(`the folder holds something else; name one that ${TOOL.name} has to itself`);
  if (names.length > 0) {
    const doubt = await doubtOf(realpathSync.native(folder), cwd);
    if (doubt !== undefined) refuse(doubt);
  }
  createText(join(folder, TAG), TAG_TEXT);
  createText(join(folder, '.gitignore'), '*\n');
  return folder;
}

/** Says what the folder is: to backup programs (https://bford.info/cachedir/) and to the next run. */
const TAG = 'CACHEDIR.TAG';
const TAG_TEXT = `Signature: 8a477f597d28d172789f06886806bc55\n# Results of ${TOOL.name} (--cache). The folder may be deleted at any time.\n`;

function nameOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw fileProblem(folder, error);
  }
}

function isMarked(folder: string): boolean {
  try {
    return readFileSync(join(folder, TAG), 'utf8') === TAG_TEXT;
  } catch {
    return false;
  }
}

/** Why a folder may be part of the repository around the working directory; undefined where it is not. */
async function doubtOf(folder: string, cwd: string): Promise<string | undefined> {
  try {
    const tracked = await runGit(cwd, [
      'ls-files',
      '--recurse-submodules',
      '-z',
      '--',
      `:(icase,literal)${folder.split(sep).join('/')}`,
    ]);
    return tracked.length === 0
      ? undefined
      : 'the folder is part of the repository, so that a change to it could bring its own results; remove it from git, or name another';
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (
      /^not a git repository|is outside repository/.test(error.message) ||
      (!error.installed && repositoryAround(folder) === undefined)
    )
      return undefined;
    return `nobody can tell whether the folder is part of the repository (${error.installed ? error.message : 'git is not installed'}); name one outside it`;
  }
}
