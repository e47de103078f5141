import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseManifest } from '../calls/manifest.js';
import { decodeText, readText } from '../files.js';
import type { LintConfig } from '../lint/config.js';
import { createGlob } from '../lint/glob.js';
import { isManifestName } from '../lint/read-source.js';
import type { SourceFile } from '../lint/read-source.js';
import { pathsOf } from '../lint/workload.js';
import { Problem } from '../problem.js';
import { discover, fromCwd, mayHoldPolicy } from './discover.js';
import type { Io } from './io.js';
import type { LintOptions } from './lint-options.js';
import type { Progress } from './progress.js';

/** Everything that is read before linting begins. */
export interface GatheredInput {
  readonly files: readonly SourceFile[];
  readonly manifests: readonly SourceFile[];
  /** Files that could not be read; the others are linted all the same. */
  readonly problems: readonly Problem[];
}

export interface GatherOptions extends Pick<LintOptions, 'paths' | 'manifest' | 'stdinFilename'> {
  readonly config: Pick<LintConfig, 'files' | 'ignores' | 'manifests'>;
}

/** What a long-lived run does differently. */
export interface InputHooks {
  /** Reads a file by its path from the working directory; throws a Problem. */
  readonly read?: (path: string) => string;
  /** Told of every folder (absolute) in which a change may change the result. */
  readonly onFolder?: (folder: string) => void;
}

/**
 * Finds and reads policies and manifests. A manifest `app.apis.yaml` beside a named `app.json` comes along; manifests alone
 * bring the policies that they name.
 * @throws Problem for a path that is not there.
 */
export async function gatherInput(io: Io, options: GatherOptions, progress: Progress | undefined, hooks: InputHooks = {}): Promise<GatheredInput> {
  const { config } = options;
  const read = hooks.read ?? ((path: string) => readText(resolve(io.cwd, path)));
  const problems: Problem[] = [];
  const readAll = (paths: readonly string[]): SourceFile[] =>
    paths.flatMap((path) => {
      progress?.at(path);
      hooks.onFolder?.(dirname(resolve(io.cwd, path)));
      return attempt(() => ({ path, text: read(path) }), problems);
    });

  const search = {
    cwd: io.cwd,
    accept: config.files.length === 0 ? mayHoldPolicy : withManifests(createGlob(config.files)),
    ignore: createGlob(config.ignores.flatMap(({ files }) => files)),
    onFolder: hooks.onFolder,
  };
  const named = options.paths.filter((path) => path !== '-');
  const onlyManifests = options.paths.length === 0 && options.manifest.length > 0;
  const found = discover(options.paths.length === 0 && !onlyManifests ? ['.'] : named, search);
  const extra = discover([...options.manifest, ...config.manifests], search).map(({ path }) => path);
  const beside = found.filter((file) => file.named).flatMap(({ path }) => manifestBeside(path, io.cwd));

  const manifests = readAll([...new Set([...extra, ...beside, ...found.map(({ path }) => path).filter(isManifestName)])]);
  const known = new Set(manifests.map(({ path }) => path));
  const policies = found.map(({ path }) => path).filter((path) => !known.has(path));
  const stdin = options.paths.includes('-') ? [{ path: stdinPath(options.stdinFilename, io.cwd), text: decodeText(await io.stdin()) }] : [];
  const brought = policies.length + stdin.length === 0 ? policiesOf(manifests, io.cwd) : [];
  return { files: [...stdin, ...readAll([...policies, ...brought].filter((path) => path !== stdin[0]?.path))], manifests, problems };
}

function attempt<T>(run: () => T, problems: Problem[]): T[] {
  try {
    return [run()];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    problems.push(error);
    return [];
  }
}

function withManifests(accept: (path: string) => boolean): (path: string) => boolean {
  return (path) => accept(path) || isManifestName(path);
}

function manifestBeside(path: string, cwd: string): string[] {
  if (isManifestName(path)) return [];
  const stem = path.replace(/\.[^./]*$/, '');
  return ['.apis.yaml', '.apis.yml'].map((ending) => `${stem}${ending}`).filter((file) => existsSync(resolve(cwd, file)));
}

function policiesOf(manifests: readonly SourceFile[], cwd: string): string[] {
  const paths = manifests.flatMap(({ path, text }) => pathsOf(parseManifest(text, path).manifest));
  return [...new Set(paths.map((path) => fromCwd(resolve(cwd, path), cwd)))].filter((path) => existsSync(resolve(cwd, path)));
}

/** What standard input is called in reports; its ending says the syntax. */
function stdinPath(name: string | undefined, cwd: string): string {
  return name === undefined ? '<stdin>' : fromCwd(resolve(cwd, name), cwd);
}
