import { statSync, watch as watchFolder } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { outputTo } from '../../draft.js';
import { codeOf, fileProblem } from '../../file-problem.js';
import { readText } from '../../files.js';
import { untilInterrupted } from '../../interrupt.js';
import { Problem } from '../../problem.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-lint.js';
import { speaker } from '../../wording/speaker.js';
import { fromCwd } from '../discovery/discover.js';
import { reportFailure, reportProblem } from '../io/failure.js';
import { givenPath } from '../io/given-path.js';
import type { ExitCode, Io } from '../io/io.js';
import { lintOnce } from './lint-once.js';
import type { LintOptions } from './lint-options.js';

const say = speaker('commands-lint', en);

/** Editors write a file in several steps; one run is enough for all of them. */
const SETTLE_MS = 40;

/** Lints, and again whenever a folder that was searched changes, until it is interrupted or nobody reads any more. */
export async function watch(io: Io, options: LintOptions): Promise<ExitCode> {
  const read = createReader(io.cwd);
  const folders = createFolderWatch(
    (path) => !isOwnOutput(path, io.cwd, options),
    (problem) => {
      reportProblem(io, problem);
    },
  );
  const interrupted = untilInterrupted();
  for (;;) {
    const seen = new Set<string>();
    // Watched before it is read: a change that comes in between must not be missed.
    const see = (folder: string): void => {
      if (!seen.has(folder)) folders.add(folder);
      seen.add(folder);
    };
    see(io.cwd);
    const code = await lintAgain(see);
    folders.keep(seen);
    if (io.stdout.closed === true) return code;
    io.stderr.write(`${say('watching')}\n`);
    const changed = await Promise.race([interrupted.then(() => undefined), folders.change()]);
    if (changed === undefined) {
      folders.close();
      return code;
    }
    if (io.stdout.isTTY) io.stdout.write('\u001b[2J\u001b[H');
    else io.stderr.write(`${printable(say('changed', { file: fromCwd(changed, io.cwd) }))}\n`);
  }

  /** A mistake in a file that is being edited must not end the watch. */
  async function lintAgain(onFolder: (folder: string) => void): Promise<ExitCode> {
    try {
      return await lintOnce(io, options, { read, onFolder });
    } catch (error) {
      return reportFailure(io, error);
    }
  }
}

/** Reads a file again only where its time or its size has changed. */
function createReader(cwd: string): (path: string) => string {
  const known = new Map<string, { readonly stamp: string; readonly text: string }>();
  return (path) => {
    const file = resolve(cwd, path);
    const { mtimeMs, size, ino } = statSync(file, { throwIfNoEntry: false }) ?? {
      mtimeMs: 0,
      size: 0,
      ino: 0,
    };
    const stamp = `${mtimeMs} ${size} ${ino}`;
    const before = known.get(path);
    if (before?.stamp === stamp) return before.text;
    const text = readText(file);
    known.set(path, { stamp, text });
    return text;
  };
}

interface FolderWatch {
  add(folder: string): void;
  /** From now on no others than these. */
  keep(folders: ReadonlySet<string>): void;
  /** The path of a change since the last call, once things have settled. */
  change(): Promise<string>;
  close(): void;
}

/** Watches folders one by one: a recursive watch would take in `node_modules` and `.git`. */
function createFolderWatch(
  matters: (path: string) => boolean,
  onProblem: (problem: Problem) => void,
): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let changed: string | undefined;
  let wake: () => void = () => undefined;
  return {
    add(folder) {
      if (!watchers.has(folder)) add(folder);
    },
    keep(folders) {
      for (const [folder, watcher] of watchers) {
        if (folders.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
    },
    async change() {
      if (changed === undefined)
        await new Promise<void>((done) => {
          wake = done;
        });
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      const path = changed ?? '';
      changed = undefined;
      return path;
    },
    close() {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };

  /** A folder that went away, or was made anew by a change of branches, is watched again when the next run comes to it. */
  function forget(path: string): void {
    for (const [folder, watcher] of watchers) {
      if (folder !== path && !folder.startsWith(join(path, sep))) continue;
      watcher.close();
      watchers.delete(folder);
    }
  }

  function add(folder: string): void {
    try {
      const watcher = watchFolder(folder, (event, name) => {
        const path = join(folder, name ?? '');
        if (event === 'rename') forget(path);
        if (!matters(path)) return;
        changed = path;
        wake();
      });
      // The folder went away: its parent is watched too.
      watcher.on('error', () => {
        watcher.close();
      });
      watchers.set(folder, watcher);
    } catch (error) {
      // What is gone is no longer of interest; where the system's limit of watches is reached, silence would look like no change.
      if (codeOf(error) !== 'ENOENT') onProblem(unwatched(folder, error));
    }
  }
}

function unwatched(folder: string, error: unknown): Problem {
  // Linux says so of its limits of watches and of instances (man 2 inotify_add_watch, inotify_init).
  if (codeOf(error) !== 'ENOSPC' && codeOf(error) !== 'EMFILE') return fileProblem(folder, error);
  return new Problem('file', say('unwatched'), { file: folder });
}

/** What a run itself writes must not start the next one. */
function isOwnOutput(path: string, cwd: string, { format, output, cacheLocation }: LintOptions): boolean {
  const written = [...format.flatMap(({ file }) => file ?? []), output ?? []].flat();
  const cache = givenPath({ cwd }, cacheLocation);
  if (path === cache || dirname(path) === cache) return true;
  if (path.endsWith('.tmp') || written.some((file) => resolve(cwd, file) === path)) return true;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && outputTo(stats) !== undefined;
}
