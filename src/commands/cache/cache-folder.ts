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
import { en } from '../../wording/en/commands-lint.js';
import { speaker } from '../../wording/speaker.js';
import type { Io } from '../io/io.js';
import { isSegment } from './cache-segment.js';

const say = speaker('commands-lint', en);

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
  const obstacle = await obstacleTo(folder, location ?? folder, cwd);
  if (obstacle !== undefined) throw new Problem('usage', obstacle);
  createText(join(folder, TAG), TAG_TEXT);
  createText(join(folder, '.gitignore'), '*\n');
  return folder;
}

/**
 * Says what the folder is: to backup programs (https://bford.info/cachedir/) and to the next run, which knows it by every
 * letter, so that it is the same in every language.
 */
const TAG = 'CACHEDIR.TAG';
const TAG_TEXT = `Signature: 8a477f597d28d172789f06886806bc55
# Results of ${TOOL.name} (--cache). The folder may be deleted at any time.
`;

/** Why a folder cannot hold a cache; undefined where it can. */
async function obstacleTo(folder: string, named: string, cwd: string): Promise<string | undefined> {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true)
    return say('cacheIsFile', { folder: named });
  const names = namesIn(folder);
  if (names.some((name) => !isDraft(name) && !isSegment(name)) && !isMarked(folder))
    return say('cacheIsTaken', { folder: named, tool: TOOL.name });
  return names.length === 0 ? undefined : trackedBy(realpathSync.native(folder), named, cwd);
}

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
async function trackedBy(folder: string, named: string, cwd: string): Promise<string | undefined> {
  try {
    const tracked = await runGit(cwd, [
      'ls-files',
      '--recurse-submodules',
      '-z',
      '--',
      `:(icase,literal)${folder.split(sep).join('/')}`,
    ]);
    return tracked.length === 0 ? undefined : say('cacheIsTracked', { folder: named });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (!error.installed)
      return repositoryAround(folder) === undefined ? undefined : say('cacheNeedsGit', { folder: named });
    return /^not a git repository|is outside repository/.test(error.message)
      ? undefined
      : say('cacheMayBeTracked', { folder: named, said: error.message });
  }
}
