import { readdirSync, statSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { codeOf, fileProblem } from '../../file-problem.js';
import { isThere } from '../../files.js';
import { createGlob, literalGlob } from '../../lint/config/glob.js';
import type { Glob } from '../../lint/config/glob.js';
import { syntaxOf } from '../../policy/syntax/parse-policy.js';
import { attempt, Problem } from '../../problem.js';
import { en } from '../../wording/en/commands.js';
import { speaker } from '../../wording/speaker.js';
import { createIgnoreRules } from './ignore-rules.js';
import type { IgnoreRules } from './ignore-rules.js';

const say = speaker('commands', en);

/** What may hold a policy when a folder is searched. */
const POLICY_EXTENSIONS: ReadonlySet<string> = new Set([
  '.json',
  '.jsonc',
  '.yaml',
  '.yml',
  '.tf',
  '.tofu',
  '.tftpl',
  '.tfvars',
]);

/** Folders that hold other people's files. Hidden folders are skipped besides. */
const VENDOR_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'vendor',
  'venv',
  '__pycache__',
  'site-packages',
]);

/** Our own files, which are no policies. */
const OWN_FILES = /(?:^|\/)lint-policies\.(?:config|baseline)\.\w+$/;

export interface DiscoverOptions {
  readonly cwd: string;
  /** Which files of a searched folder count, by their path from `cwd`; the default is every file that may hold a policy. */
  readonly accept?: Glob;
  /** Files that a search leaves out, by their path from `cwd`. Files that are named are always taken. */
  readonly ignore?: Glob;
  /** Our own files count, too: configurations and baselines. */
  readonly takesOwn?: boolean;
  /** Told of every folder that is searched (absolute). */
  readonly onFolder?: ((folder: string) => void) | undefined;
}

export interface Discovery {
  readonly files: readonly Discovered[];
  readonly problems: readonly Problem[];
}

/** A file to lint. */
export interface Discovered {
  /** Relative to `cwd` with `/` as separator. */
  readonly path: string;
  /** Named on the command line, not found in a folder. */
  readonly named: boolean;
}

/**
 * Finds the files that paths, folders and globs mean, each once: first the order of the arguments, then that of names.
 * A glob behind `!` takes out again what the others find; what is named stays.
 * `.gitignore` is respected; hidden and vendor folders are skipped; symbolic links are followed only where they are named.
 * A path that is not there and a glob that matches nothing are problems (code `file` and `usage`); the others are found.
 */
export function discover(patterns: readonly string[], options: DiscoverOptions): Discovery {
  const found = new Map<string, Discovered>();
  const problems: Problem[] = [];
  const ignores = createIgnoreRules();
  const isTakenOut = (pattern: string): boolean =>
    pattern.startsWith('!') && !isThere(resolve(options.cwd, pattern));
  const unwanted = createGlob(
    patterns.filter(isTakenOut).map((pattern) => posix.normalize(pattern.slice(1))),
  );
  for (const pattern of patterns.filter((one) => !isTakenOut(one)))
    attempt(() => {
      expand(pattern);
    }, problems);
  return { files: [...found.values()], problems };

  function expand(pattern: string): void {
    const path = resolve(options.cwd, pattern);
    const kind = kindOf(path);
    if (kind === 'file') add(fromCwd(path, options.cwd), true);
    else if (kind === 'folder')
      addAll(
        search({
          root: path,
          accept: options.accept ?? mayHoldPolicy,
          hidden: false,
          ignores,
          problems,
          ...options,
        }),
      );
    else if (isGlob(pattern)) addAll(matches(pattern, ignores, problems, options));
    else throw fileProblem(pattern, Object.assign(new Error('not there'), { code: 'ENOENT' }));
  }

  function addAll(paths: readonly string[]): void {
    for (const path of paths) if (!unwanted(path)) add(path, false);
  }

  function add(path: string, named: boolean): void {
    if (named || !found.has(path)) found.set(path, { path, named });
  }
}

/** Whether a file of this name may hold a policy. */
export function mayHoldPolicy(path: string): boolean {
  return POLICY_EXTENSIONS.has(extname(path).toLowerCase());
}

/** Whether a file of this name may hold policies as examples in fenced blocks. */
export function isMarkdown(path: string): boolean {
  return syntaxOf(path) === 'markdown';
}

/** A path as reports name it: relative to `cwd`, `/` as separator. */
export function fromCwd(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return (isAbsolute(short) ? path : short).split(sep).join('/');
}

function matches(
  pattern: string,
  ignores: IgnoreRules,
  problems: Problem[],
  options: DiscoverOptions,
): readonly string[] {
  const segments = pattern.split('/');
  const first = segments.findIndex(isGlob);
  const root = resolve(options.cwd, pattern.startsWith('/') ? '/' : '.', ...segments.slice(0, first));
  const accept = createGlob([posix.join(literalGlob(fromCwd(root, options.cwd)), ...segments.slice(first))]);
  const found = search({
    ...options,
    root,
    accept,
    hidden: segments.some((segment) => /^\.[^.]/.test(segment)),
    ignores,
    problems,
  });
  if (found.length === 0) throw new Problem('usage', say('noMatch', { pattern }));
  return found;
}

interface Search extends DiscoverOptions {
  readonly root: string;
  readonly accept: Glob;
  readonly hidden: boolean;
  readonly ignores: IgnoreRules;
  /** Told of folders that cannot be read: what is in them is not checked. */
  readonly problems: Problem[];
}

/**
 * The files below a folder. Links are not followed: what they lead to is found under its own name, or is outside and
 * not the tree's to show (a report prints lines of what it reads).
 */
function search({
  root,
  cwd,
  accept,
  ignore,
  hidden,
  ignores,
  problems,
  onFolder,
  takesOwn,
}: Search): readonly string[] {
  const files: string[] = [];
  walk(root);
  return files.sort(byPath);

  function walk(folder: string): void {
    onFolder?.(folder);
    for (const entry of entriesOf(folder, cwd, problems)) {
      const path = join(folder, entry.name);
      if (
        entry.name === '.git' ||
        (!hidden && entry.name.startsWith('.')) ||
        ignores.ignored(path, entry.isDirectory())
      )
        continue;
      if (entry.isDirectory() && !VENDOR_FOLDERS.has(entry.name)) walk(path);
      else if (entry.isFile()) take(fromCwd(path, cwd));
    }
  }

  function take(path: string): void {
    if (takesOwn !== true && OWN_FILES.test(path)) return;
    if (accept(path) && ignore?.(path) !== true) files.push(path);
  }
}

/** A folder's entries, or none where it cannot be read: the search goes on. */
function entriesOf(folder: string, cwd: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // Gone since its parent was read: there is nothing to check any more.
    if (codeOf(error) !== 'ENOENT') problems.push(fileProblem(fromCwd(folder, cwd) || '.', error));
    return [];
  }
}

/**
 * A pipe that lies in a folder, or a device, may have no end, and may have no writer: standard input is there for it. What
 * a shell hands over as an open stream (`<(…)`) ends with its program.
 */
function kindOf(path: string): 'file' | 'folder' | 'absent' {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return 'folder';
    if (isEndless(stats) && !OPEN_STREAM.test(path))
      throw new Problem('file', say('noPlainFile'), { file: path });
    return 'file';
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return 'absent';
    throw error instanceof Problem ? error : fileProblem(path, error);
  }
}

function isEndless(stats: Stats): boolean {
  return stats.isFIFO() || stats.isCharacterDevice() || stats.isBlockDevice();
}

const OPEN_STREAM = /^\/(?:dev\/fd|proc\/(?:self|\d+)\/fd)\//;

/** By folder names and then by file names, in code unit order: the same on every machine. */
function byPath(a: string, b: string): number {
  const [left, right] = [dirname(a), dirname(b)];
  if (left === right) return basename(a) < basename(b) ? -1 : 1;
  return left < right ? -1 : 1;
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}!]/.test(pattern);
}
