import { existsSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';
import type { LintConfig, NestedConfig } from './config.js';
import { CONFIG_NAMES, loadConfig } from './config-file.js';
import { literalGlob } from './glob.js';

const say = speaker('lint', en);

/** Configurations below the folder of a run, and why some could not be used. */
export interface NestedConfigs {
  readonly nested: readonly NestedConfig[];
  readonly problems: readonly Problem[];
}

/**
 * The configurations that stand in folders below the working directory. Each is all that holds for the files below it, up
 * to the next one: nothing is taken over from above, as in ESLint and Ruff. They are read as data: whoever names a folder
 * of somebody else's does not run their code.
 * @param files by their paths from the working directory.
 */
export async function loadNestedConfigs(cwd: string, files: readonly string[]): Promise<NestedConfigs> {
  const nested: NestedConfig[] = [];
  const problems: Problem[] = [];
  for (const file of files)
    try {
      if (/\.[cm]?[jt]s$/.test(file)) throw new Problem('config', say('nestedCode'), { file });
      nested.push(below(posix.dirname(file), await loadConfig(cwd, file, false)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error);
    }
  // The nearest first.
  return { nested: nested.sort((a, b) => b.folder.length - a.folder.length), problems };
}

/** The nearest configuration above a folder, up to the top of its repository; undefined where there is none, or no repository. */
export function configAbove(cwd: string): string | undefined {
  let found: string | undefined;
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    found ??= CONFIG_NAMES.map((name) => resolve(folder, name)).find((path) => existsSync(path));
    // What stands above the repository is not its owner's.
    if (existsSync(resolve(folder, '.git'))) return found;
    if (dirname(folder) === folder) return undefined;
  }
}

/** A configuration's globs as the working directory has them. */
function below(folder: string, config: LintConfig): NestedConfig {
  const prefix = literalGlob(folder);
  const moved = (patterns: readonly string[]): readonly string[] =>
    patterns.map((pattern) =>
      pattern.startsWith('!')
        ? `!${prefix}/${pattern.slice(1)}`
        : `${prefix}/${pattern.replace(/^\.\//, '')}`,
    );
  return {
    ...config,
    folder,
    overrides: config.overrides.map(({ files, rules }) => ({ files: moved(files), rules })),
    suppressions: config.suppressions.map((entry) => ({ ...entry, files: moved(entry.files) })),
    files: moved(config.files),
    ignores: config.ignores.map(({ files, reason }) => ({ files: moved(files), reason })),
    manifests: config.manifests.map((path) => posix.join(folder, path)),
    workloads: config.workloads.map((workload) => ({
      ...workload,
      policies: workload.policies.map((path) => posix.join(folder, path)),
      sources: workload.sources.map((path) => posix.join(folder, path)),
    })),
  };
}
