import { statSync, watch as watchFolder } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join, resolve } from 'node:path';
import { readText } from '../files.js';
import { untilInterrupted } from '../interrupt.js';
import { fromCwd } from './discover.js';
import { reportFailure } from './failure.js';
import type { ExitCode, Io } from './io.js';
import { lintOnce } from './lint.js';
import type { LintOptions } from './lint-options.js';

/** Editors write a file in several steps; one run is enough for all of them. */
const SETTLE_MS = 40;

/** Lints, and again whenever a folder that was searched changes, until it is interrupted or nobody reads any more. */
export async function watch(io: Io, options: LintOptions): Promise<ExitCode> {
  const read = createReader(io.cwd);
  const folders = createFolderWatch((path) => !isOwnOutput(path, io.cwd, options));
  const interrupted = untilInterrupted();
  for (;;) {
    const seen = new Set<string>([io.cwd]);
    const code = await lintAgain((folder) => seen.add(folder));
    folders.watch(seen);
    if (io.stdout.closed === true) return code;
    io.stderr.write('watching for changes; interrupt to stop\n');
    const changed = await Promise.race([interrupted.then(() => undefined), folders.change()]);
    if (changed === undefined) {
      folders.close();
      return code;
    }
    if (io.stdout.isTTY) io.stdout.write('\u001b[2J\u001b[H');
    else io.stderr.write(`changed: ${fromCwd(changed, io.cwd)}\n`);
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
    const { mtimeMs, size, ino } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0, ino: 0 };
    const stamp = `${mtimeMs} ${size} ${ino}`;
    const before = known.get(path);
    if (before?.stamp === stamp) return before.text;
    const text = readText(file);
    known.set(path, { stamp, text });
    return text;
  };
}

interface FolderWatch {
  /** From now on these folders, and no others. */
  watch(folders: ReadonlySet<string>): void;
  /** The path of a change since the last call, once things have settled. */
  change(): Promise<string>;
  close(): void;
}

/** Watches folders one by one: a recursive watch would take in `node_modules` and `.git`. */
function createFolderWatch(matters: (path: string) => boolean): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let changed: string | undefined;
  let wake: () => void = () => undefined;
  return {
    watch(folders) {
      for (const [folder, watcher] of watchers) {
        if (folders.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      for (const folder of folders) if (!watchers.has(folder)) add(folder);
    },
    async change() {
      if (changed === undefined) await new Promise<void>((done) => { wake = done; });
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

  function add(folder: string): void {
    try {
      const watcher = watchFolder(folder, (_event, name) => {
        const path = join(folder, name ?? '');
        if (!matters(path)) return;
        changed = path;
        wake();
      });
      // The folder went away: its parent is watched too.
      watcher.on('error', () => { watcher.close(); });
      watchers.set(folder, watcher);
    } catch {
      // Gone before it could be watched.
    }
  }
}

/** What a run itself writes must not start the next one. */
function isOwnOutput(path: string, cwd: string, { format, output }: LintOptions): boolean {
  const written = [...format.flatMap(({ file }) => file ?? []), ...(output === undefined ? [] : [output])];
  return path.endsWith('.tmp') || written.some((file) => resolve(cwd, file) === path);
}
