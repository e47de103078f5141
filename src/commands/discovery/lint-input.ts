import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseManifest } from '../../calls/manifest/manifest.js';
import { decodeText, isThere, readText } from '../../files.js';
import type { LintConfig } from '../../lint/config/config.js';
import { configFor } from '../../lint/config/config-for.js';
import { createGlob } from '../../lint/config/glob.js';
import type { Glob } from '../../lint/config/glob.js';
import { isExpectationName } from '../../expectations/expectation.js';
import { isManifestName } from '../../lint/language/read-source.js';
import type { SourceFile } from '../../lint/language/read-source.js';
import type { Keep } from '../../lint/results/shelf.js';
import { pathsOf } from '../../lint/run/workload.js';
import { syntaxesIn } from '../../policy/syntax/markdown-reader.js';
import { en } from '../../wording/en/commands.js';
import { speaker } from '../../wording/speaker.js';
import { attempt, Problem } from '../../problem.js';
import { commandLine } from '../io/command-line.js';
import type { Io } from '../io/io.js';
import type { Progress } from '../io/progress.js';
import type { LintOptions } from '../lint/lint-options.js';
import { discover, fromCwd, isMarkdown, mayHoldPolicy } from './discover.js';
import { isSourceName } from './source-name.js';

const say = speaker('commands', en);

/** Everything that is read before linting begins. */
export interface GatheredInput {
  readonly files: readonly SourceFile[];
  readonly manifests: readonly SourceFile[];
  /** Files whose policies expectations are about and that are not among the files. */
  readonly alongside: readonly SourceFile[];
  /** Files that could not be read; the others are linted all the same. */
  readonly problems: readonly Problem[];
}

export interface GatherOptions extends Pick<LintOptions, 'paths' | 'manifest' | 'stdinFilename'> {
  readonly config: LintConfig;
  /** Whether a search also takes Markdown texts with policies in fenced blocks; what is named is always taken. */
  readonly examples?: boolean;
}

/** What a long-lived run does differently. */
export interface InputHooks {
  /** Reads a file by its path from the working directory; throws a Problem. */
  readonly read?: (path: string) => string;
  /** Puts a text away until it is asked for; left out: it stays in memory. */
  readonly keep?: Keep;
  /** Source code among the paths is taken for sources of calls, by whoever sets this; else it is a problem. */
  readonly takesSources?: boolean;
  /** Only expectations are judged: of what a search finds, their files alone count. */
  readonly onlyExpectations?: boolean;
  /** Told of every folder (absolute) in which a change may change the result. */
  readonly onFolder?: (folder: string) => void;
}

/**
 * Finds and reads policies and manifests. A manifest `app.apis.yaml` beside a named `app.json` comes along; manifests alone
 * bring the policies that they name.
 * @throws Problem where the only path that is named is not there.
 */
export async function gatherInput(
  io: Io,
  options: GatherOptions,
  progress: Progress | undefined,
  hooks: InputHooks = {},
): Promise<GatheredInput> {
  const { config, paths } = options;
  const isOther = (path: string): boolean => hooks.onlyExpectations === true && !isExpectationName(path);
  const accept = byConfig(config, ({ files, base }) =>
    files.length === 0
      ? (path) => mayHoldPolicy(path) || (options.examples === true && isMarkdown(path))
      : withManifests(createGlob(files, base)),
  );
  const search = {
    cwd: io.cwd,
    accept: (path: string) => !isOther(path) && accept(path),
    ignore: byConfig(config, ({ ignores, base }) =>
      createGlob(
        ignores.flatMap(({ files }) => files),
        base,
      ),
    ),
    onFolder: hooks.onFolder,
  };
  const onlyManifests = paths.length === 0 && options.manifest.length > 0;
  const found = discover(
    paths.length === 0 && !onlyManifests ? ['.'] : paths.filter((path) => path !== '-'),
    search,
  );
  const extra = discover(
    [...options.manifest, ...[config, ...config.nested].flatMap(({ manifests }) => manifests)],
    search,
  );
  const [absent] = found.problems;
  if (absent !== undefined && paths.length === 1) throw absent;

  const stdin = paths.includes('-') ? stdinPath(options.stdinFilename, io.cwd) : undefined;
  const named = new Set(
    [stdin ?? [], ...found.files.filter((file) => file.named).map(({ path }) => path)].flat(),
  );
  const beside = (hooks.onlyExpectations === true ? [] : [...named]).flatMap((path) =>
    manifestBeside(path, io.cwd),
  );
  const sources = found.files.filter((file) => file.named && isSourceName(file.path)).map(({ path }) => path);
  const problems = [
    ...found.problems,
    ...extra.problems,
    ...(hooks.takesSources === true ? [] : sources.map(sourceProblem)),
    ...[...named].filter(isOther).map((file) => new Problem('usage', say('noExpectations'), { file })),
  ];
  const read = hooks.read ?? ((path: string) => readText(resolve(io.cwd, path)));
  const readAll = (list: readonly string[]): SourceFile[] =>
    list.flatMap((path) => {
      progress?.at(path);
      hooks.onFolder?.(dirname(resolve(io.cwd, path)));
      return attempt(() => sourceFile(path, read(path), !named.has(path), hooks.keep), problems);
    });

  const all = found.files.map(({ path }) => path).filter((path) => !sources.includes(path) && !isOther(path));
  const manifestPaths = new Set([
    ...extra.files.map(({ path }) => path),
    ...beside,
    ...all.filter(isManifestName),
  ]);
  const manifests = readAll([...manifestPaths]);
  const policies = all.filter((path) => path !== stdin && !manifestPaths.has(path));
  const streamed =
    stdin === undefined ? [] : [streamedFile(stdin, decodeText(await io.stdin()), options.stdinFilename)];
  const brought = policies.length + streamed.length === 0 ? policiesOf(manifests, io.cwd) : [];
  const others = readAll([...policies, ...brought]).filter(hasPolicies);
  const files = [...streamed, ...others];
  return { files, manifests, alongside: readAll(await alongsideOf(files, io.cwd, search.ignore)), problems };
}

/** What expectations are about besides what was found. The code for it is loaded where there is such a file. */
async function alongsideOf(
  files: readonly SourceFile[],
  cwd: string,
  ignore: Glob,
): Promise<readonly string[]> {
  if (!files.some(({ path }) => isExpectationName(path))) return [];
  const { policiesExpected } = await import('./expected-files.js');
  const known = new Set(files.map(({ path }) => path));
  return (await policiesExpected(files, cwd, ignore)).filter((path) => !known.has(path));
}

/** A text without a policy in its blocks is no file that was skipped: nobody takes a README for a policy. */
function hasPolicies(file: SourceFile): boolean {
  return file.found !== true || !isMarkdown(file.path) || syntaxesIn(file.text).size > 0;
}

function sourceProblem(path: string): Problem {
  return new Problem('usage', say('sourceGiven', { command: commandLine('lint-policies check', [path]) }), {
    file: path,
  });
}

function sourceFile(path: string, text: string, found: boolean, keep: Keep | undefined): SourceFile {
  const kept = keep?.(text);
  return kept === undefined
    ? { path, text, found }
    : {
        path,
        found,
        get text() {
          return kept().toString();
        },
      };
}

/**
 * The text of a file by its path from a folder, or the names of a folder's Terraform files, one a line, where the path ends
 * in `/`; undefined where it cannot be read.
 */
export function readIfThere(path: string, cwd: string): string | undefined {
  const file = resolve(cwd, path);
  if (path.endsWith('/')) return terraformNames(file);
  return attempt(() => (isThere(file) ? readText(file) : undefined), [])[0];
}

function terraformNames(folder: string): string | undefined {
  try {
    const names = readdirSync(folder).filter((name) => /\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(name));
    return names.sort().join('\n');
  } catch {
    return undefined;
  }
}

/** Each file by the glob of the configuration that holds for it. */
function byConfig(config: LintConfig, globOf: (config: LintConfig) => Glob): Glob {
  const globs = new Map([config, ...config.nested].map((one) => [one, globOf(one)] as const));
  return (path) => globs.get(configFor(config, path))?.(path) === true;
}

function withManifests(accept: (path: string) => boolean): (path: string) => boolean {
  return (path) => accept(path) || isManifestName(path) || isExpectationName(path);
}

function manifestBeside(path: string, cwd: string): string[] {
  if (isManifestName(path)) return [];
  const stem = path.replace(/\.[^./]*$/, '');
  return ['.apis.yaml', '.apis.yml']
    .map((ending) => `${stem}${ending}`)
    .filter((file) => isThere(resolve(cwd, file)));
}

function policiesOf(manifests: readonly SourceFile[], cwd: string): string[] {
  const paths = manifests.flatMap(({ path, text }) => pathsOf(parseManifest(text, path).manifest));
  return [...new Set(paths.map((path) => fromCwd(resolve(cwd, path), cwd)))].filter((path) =>
    isThere(resolve(cwd, path)),
  );
}

/** Without a name that says the syntax, what does not begin as JSON does is YAML. */
function streamedFile(path: string, text: string, name: string | undefined): SourceFile {
  return name !== undefined || /^\s*(?:[[{/"]|$)/.test(text)
    ? { path, text }
    : { path, text, syntax: 'yaml' };
}

/** What standard input is called in reports; its ending says the syntax. */
function stdinPath(name: string | undefined, cwd: string): string {
  return name === undefined ? '<stdin>' : fromCwd(resolve(cwd, name), cwd);
}
