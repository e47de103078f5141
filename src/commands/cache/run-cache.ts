import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serialize } from 'node:v8';
import { guarded } from '../../file-problem.js';
import { readBytes } from '../../files.js';
import type { LintConfig } from '../../lint/config/config.js';
import type { Shelf } from '../../lint/results/shelf.js';
import { throughCache } from '../../lint/run/result-cache.js';
import type { Spread } from '../../lint/run/runner.js';
import { Problem } from '../../problem.js';
import { packageRoot } from '../../project.js';
import { en } from '../../wording/en/commands-lint.js';
import { speaker, spokenLanguage } from '../../wording/speaker.js';
import { readIfThere } from '../discovery/lint-input.js';
import { reportProblem } from '../io/failure.js';
import type { Io } from '../io/io.js';
import type { LintOptions } from '../lint/lint-options.js';
import { cacheFolder } from './cache-folder.js';
import { openCacheStore } from './cache-store.js';
import type { OpenCacheStore } from './cache-store.js';

const say = speaker('commands-lint', en);

/** `--cache`: results of earlier runs, as a run takes them and leaves them. */
export interface ResultCache {
  readonly through: (spread: Spread | undefined) => Spread;
  /** Tidies up, and tells what was wrong with the cache, which no verdict hangs on. */
  readonly close: () => void;
}

/**
 * Opens the cache of a run; undefined where none is asked for, or none can be used, which is said.
 * @throws Problem code `usage` for a folder that is no cache.
 */
export async function openCache(
  io: Io,
  options: LintOptions,
  config: LintConfig,
  shelf: Shelf,
): Promise<ResultCache | undefined> {
  const obstacle = obstacleTo(options, config);
  if (obstacle !== undefined) {
    if (options.quiet !== true) io.stderr.write(`${say(obstacle)}\n`);
    return undefined;
  }
  const store = await openStore(io, options);
  let isWhole = false;
  return (
    store && {
      through: (spread) => {
        const cached = throughCache(
          {
            store,
            basis: () => basisOf(io, options, config),
            read: (path) => readIfThere(path, io.cwd),
            shelf,
          },
          spread,
        );
        return async (...groups) => {
          const results = await cached(...groups);
          isWhole = options.paths.length + options.manifest.length === 0;
          return results;
        };
      },
      close() {
        for (const problem of store.close(isWhole)) reportProblem(io, problem);
      },
    }
  );
}

/** Where the system refuses a folder, a run goes on without. */
async function openStore(io: Io, { cacheLocation }: LintOptions): Promise<OpenCacheStore | undefined> {
  try {
    return openCacheStore(await cacheFolder(io, cacheLocation));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'file') throw error;
    reportProblem(io, error);
    return undefined;
  }
}

function obstacleTo({ fix, since, paths }: LintOptions, { localRules }: LintConfig) {
  if (fix === true) return 'cacheIdleForFixes';
  if (since !== undefined) return 'cacheIdleForChanges';
  if (paths.includes('-')) return 'cacheIdleForStandardInput';
  return localRules.length > 0 ? 'cacheIdleForOwnRules' : undefined;
}

/** A digest of all that results hang on besides the files that are linted. */
function basisOf({ cwd }: Pick<Io, 'cwd'>, { catalog }: LintOptions, config: LintConfig): string {
  const basis = createHash('sha256').update(`${process.version} ${process.platform}`);
  addFolder(basis, join(packageRoot(), 'dist'), (path) => path !== 'types');
  const named = catalog === undefined ? [] : [resolve(cwd, catalog)];
  for (const folder of [...named, ...config.catalogs]) addFolder(basis, folder, isCatalogFile, 2);
  return basis.update(serialize({ ...config, ...SET_ASIDE, catalog, lang: spokenLanguage() })).digest('hex');
}

/** What a configuration says of findings that were made, and of which files are read, changes no result. All else may. */
const SET_ASIDE = {
  file: undefined,
  suppressions: undefined,
  baseline: undefined,
  failOn: undefined,
  files: undefined,
  ignores: undefined,
  manifests: undefined,
};

/** The names of what is in a folder, as deep as is wanted, and the contents of its files. A folder that is not there is an empty one. */
function addFolder(
  basis: Hash,
  folder: string,
  accept: (path: string, isFolder: boolean) => boolean,
  depth = Infinity,
  prefix = '',
): void {
  const path = join(folder, prefix);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return;
  for (const name of guarded(path, () => readdirSync(path)).sort()) {
    const stats = statSync(join(path, name), { throwIfNoEntry: false });
    const isFolder = stats?.isDirectory() === true;
    if (stats === undefined || !accept(join(prefix, name), isFolder)) continue;
    const content = isFolder ? undefined : readBytes(join(path, name));
    basis.update(JSON.stringify([prefix, name, content?.length ?? null]));
    if (content !== undefined) basis.update(content);
    else if (depth > 1) addFolder(basis, folder, accept, depth - 1, join(prefix, name));
  }
}

function isCatalogFile(path: string, isFolder: boolean): boolean {
  return isFolder || /\.(?:ya?ml|json)$/.test(path);
}
