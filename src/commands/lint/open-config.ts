import { existsSync } from 'node:fs';
import { dirname, posix, relative, resolve, sep } from 'node:path';
import { CONFIG_NAMES, loadConfig } from '../../lint/config/config-file.js';
import type { LintConfig } from '../../lint/config/config.js';
import { configAbove, loadNestedConfigs } from '../../lint/config/nested-config.js';
import type { LintRecord } from '../../lint/results/lint-record.js';
import type { Problem } from '../../problem.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-lint.js';
import { speaker } from '../../wording/speaker.js';
import { discover } from '../discovery/discover.js';
import type { Io } from '../io/io.js';
import type { LintOptions } from './lint-options.js';

const say = speaker('commands-lint', en);

/** What holds for a run, and the configurations that could not be used. */
export interface OpenedConfig {
  readonly config: LintConfig;
  readonly problems: readonly Problem[];
}

/**
 * The configuration that is named, for everything; else the nearest one above each file: that of the working directory, or of
 * a folder above it in the same repository, and those of folders below, each for its own files.
 * @param trusted whether the code of the run's own configuration may be run.
 * @throws Problem code `config` for one that is named, or that of the run, and that cannot be used.
 */
export async function openConfig(
  io: Pick<Io, 'cwd' | 'stderr'>,
  options: Pick<LintOptions, 'config' | 'cloud' | 'paths' | 'quiet'>,
  trusted = true,
): Promise<OpenedConfig> {
  const { cloud } = options;
  const own = await ownConfig(io, options, trusted);
  const files = options.config === undefined ? configsBelow(io.cwd, options.paths) : [];
  const { nested, problems } = await loadNestedConfigs(io.cwd, files);
  if (options.quiet !== true) for (const one of nested) tellIdle(io, one);
  const all: LintConfig = { ...own, nested, catalogs: [own, ...nested].flatMap(({ catalogs }) => catalogs) };
  const config =
    cloud === undefined ? all : { ...all, cloud, nested: nested.map((one) => ({ ...one, cloud })) };
  return { config, problems };
}

/** Which configuration holds for which files. */
export function tellConfigs({ stderr }: Pick<Io, 'stderr'>, { files }: Pick<LintRecord, 'files'>): void {
  const byConfig = new Map<string | undefined, string[]>();
  for (const { path, config } of files) {
    const paths = byConfig.get(config) ?? [];
    byConfig.set(config, paths);
    paths.push(path);
  }
  for (const [file, paths] of byConfig) {
    const counted = { count: paths.length, files: paths };
    const line =
      file === undefined ? say('noConfigApplies', counted) : say('configApplies', { file, ...counted });
    stderr.write(`${printable(line)}\n`);
  }
}

async function ownConfig(
  { cwd, stderr }: Pick<Io, 'cwd' | 'stderr'>,
  { config: named, quiet }: Pick<LintOptions, 'config' | 'quiet'>,
  trusted: boolean,
): Promise<LintConfig> {
  const above = named === undefined ? configAbove(cwd) : undefined;
  const config = await loadConfig(cwd, named ?? above, trusted);
  const base = above === undefined ? '' : slashed(relative(dirname(above), cwd));
  if (above === undefined || base === '') return config;
  const moved = (path: string): string => slashed(relative(cwd, resolve(dirname(above), path)));
  if (config.baseline !== undefined && quiet !== true)
    stderr.write(`${printable(say('idleKeys', { file: moved(above), keys: ['baseline'], more: 1 }))}\n`);
  return {
    ...config,
    base,
    suppressions: config.suppressions.map((entry) => ({ ...entry, base })),
    workloads: config.workloads.map((workload) => ({ ...workload, base })),
    manifests: config.manifests.map(moved),
    // Its findings are known by the paths of the folder that it stands in.
    baseline: undefined,
  };
}

/** One configuration file of each folder that is searched, and of the folders above what is named, below the working directory. */
function configsBelow(cwd: string, paths: readonly string[]): readonly string[] {
  const roots = paths.filter((path) => path !== '-' && !path.startsWith('!')).map(rootOf);
  const searched = discover(paths.length === 0 ? ['.'] : roots, {
    cwd,
    accept: (path) => CONFIG_NAMES.includes(posix.basename(path)),
    takesOwn: true,
  }).files.flatMap(({ path, named }) => (named ? [] : [path]));
  const above = roots
    .flatMap((root) => foldersAbove(slashed(relative(cwd, resolve(cwd, root)))))
    .flatMap((folder) => CONFIG_NAMES.map((name) => `${folder}/${name}`))
    .filter((path) => existsSync(resolve(cwd, path)));
  const byFolder = new Map<string, string>();
  for (const path of [...new Set([...searched, ...above])].sort(byName)) {
    const folder = posix.dirname(path);
    if (folder !== '.' && !folder.startsWith('..') && !posix.isAbsolute(folder) && !byFolder.has(folder))
      byFolder.set(folder, path);
  }
  return [...byFolder.values()];
}

/** The folder of a glob: `services/*.json` → `services` */
function rootOf(path: string): string {
  const segments = path.split('/');
  const first = segments.findIndex((segment) => /[*?[\]{}]/.test(segment));
  return first === -1 ? path : segments.slice(0, first).join('/') || '.';
}

/** The folders above a path, below the working directory. */
function foldersAbove(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments[0] === '..' ? [] : segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** Of several in one folder the first of the names counts. */
function byName(a: string, b: string): number {
  return CONFIG_NAMES.indexOf(posix.basename(a)) - CONFIG_NAMES.indexOf(posix.basename(b));
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** What a configuration says of a run as a whole counts only where the run begins in its folder. */
function tellIdle(
  { stderr }: Pick<Io, 'stderr'>,
  { file = '', lang, baseline, failOn, newAccess }: LintConfig,
): void {
  const keys = [
    ...(lang === undefined ? [] : ['lang']),
    ...(baseline === undefined ? [] : ['baseline']),
    ...(failOn === 'error' ? [] : ['failOn']),
    ...(newAccess.length === 0 ? [] : ['newAccess']),
  ];
  if (keys.length > 0) stderr.write(`${printable(say('idleKeys', { file, keys, more: keys.length }))}\n`);
}
