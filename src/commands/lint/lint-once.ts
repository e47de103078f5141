import { resolve } from 'node:path';
import { defined } from '../../defined.js';
import { replaceText } from '../../files.js';
import { writeBaseline } from '../../lint/config/baseline.js';
import type { Baseline } from '../../lint/config/baseline.js';
import type { FailOn, LintConfig } from '../../lint/config/config.js';
import type { LintRecord } from '../../lint/results/lint-record.js';
import type { SourceFile } from '../../lint/language/read-source.js';
import { createShelf } from '../../lint/results/shelf.js';
import type { Shelf } from '../../lint/results/shelf.js';
import { normalPath } from '../../lint/run/group.js';
import { lintFiles } from '../../lint/run/runner.js';
import type { LintResult } from '../../lint/run/runner.js';
import { attempt, Problem } from '../../problem.js';
import { workloadJson } from '../../report/machine/json.js';
import { judgedFiles } from '../../report/summary.js';
import { escapeJson } from '../../report/printable.js';
import { en } from '../../wording/en/commands-lint.js';
import { speaker } from '../../wording/speaker.js';
import type { ResultCache } from '../cache/run-cache.js';
import { catalogLoader } from '../catalogs/catalogs.js';
import { gatherInput, readIfThere } from '../discovery/lint-input.js';
import type { GatheredInput, InputHooks } from '../discovery/lint-input.js';
import { reportBug, reportProblem } from '../io/failure.js';
import type { ExitCode, Io } from '../io/io.js';
import { commandLine } from '../io/command-line.js';
import { createProgress } from '../io/progress.js';
import { settleLanguage } from '../io/settle-language.js';
import { baselineFile, openBaseline } from './baseline-file.js';
import type { LintOptions } from './lint-options.js';
import { openConfig, tellConfigs } from './open-config.js';
import { showsCalls, writeReports } from './lint-reports.js';
import { spreadOver } from './lint-threads.js';
import type { FilesState, LintState } from './since.js';
import { refuseInputsAsTargets, refuseSharedTargets } from './report-targets.js';
import { createSpill } from './spill.js';

const say = speaker('commands-lint', en);

/** What a command on top of this one does differently. */
export interface LintHooks extends InputHooks {
  /** Manifests for what was found, besides those that are there. */
  readonly deduce?: (input: GatheredInput, config: LintConfig) => Promise<Deduced>;
}

/** What somebody made of the sources beside the policies. */
export interface Deduced {
  readonly manifests: readonly SourceFile[];
  /** The record with what is to be said of them. */
  readonly told: (record: LintRecord) => LintRecord;
}

/** One run: finds, reads, lints, fixes, reports. */
export async function lintOnce(io: Io, options: LintOptions, hooks?: LintHooks): Promise<ExitCode> {
  const spill = createSpill();
  try {
    return await lintOnto(
      createShelf(options.format.some(showsCalls) ? workloadJson : undefined, spill.keep),
      io,
      options,
      { keep: spill.keep, ...hooks },
    );
  } finally {
    spill.close();
  }
}

async function lintOnto(shelf: Shelf, io: Io, options: LintOptions, hooks: LintHooks): Promise<ExitCode> {
  const { config, problems: unusable } = await openConfig(io, options);
  await settleLanguage(io, config);
  const failOn = options.failOn ?? config.failOn;
  if (options.failOn === 'new-access' && options.since === undefined)
    throw new Problem('usage', say('newAccessNeedsSince'));
  refuseSharedTargets(io, options);
  const baseline = openBaseline(io, options, config);
  const progress = options.quiet === true ? undefined : createProgress(io, readingLine);
  const gathered = await gatherInput(io, { ...options, config, examples: true }, progress, hooks);
  progress?.done();
  const deduced = (await hooks.deduce?.(gathered, config)) ?? toldByLint(options);
  const input = {
    ...gathered,
    problems: [...unusable, ...gathered.problems],
    manifests: [...gathered.manifests, ...deduced.manifests],
  };
  const loadCatalog = catalogLoader(io, options.catalog, config.catalogs);
  const cache = await cacheOf(io, options, config, shelf);
  const lint: LintState = async ({ cwd }, { baseline: accepted, ...state }) => {
    const spread = spreadOver(
      options.concurrency ?? 'auto',
      { ...state, shelf },
      { cwd, catalog: options.catalog },
    );
    try {
      return await lintFiles({
        ...state,
        loadCatalog,
        read: (path) => readIfThere(path, cwd),
        shelf,
        spread: cache?.through(spread) ?? spread,
        today: new Date().toISOString().slice(0, 10),
        partial: options.paths.length > 0 || hooks.onlyExpectations === true,
        ...defined({ baseline: accepted }),
      });
    } finally {
      cache?.close();
    }
  };
  const state = { ...input, config, fix: options.fix === true };
  if (options.writeBaseline !== undefined)
    return updateBaseline(io, options, config, await lint(io, state), baseline);
  const result = await lintAsAsked(io, options, { ...state, baseline }, lint);
  refuseInputsAsTargets(io, options, [
    ...[config.file, baselineFile(options, config)].flatMap((file) => file ?? []),
    ...input.files.flatMap(({ path, found }) => (found ? [] : [path])),
    ...input.manifests.map(({ path }) => path),
    ...result.record.files.flatMap(({ path, checked }) => (checked === false ? [] : [path])),
  ]);
  const told = [...input.problems, ...result.problems, ...writeFixes(io, input, result)];
  for (const problem of told) reportProblem(io, problem);
  if (options.verbose === true) tellConfigs(io, result.record);
  const textOf = (path: string): string | undefined => result.texts.get(path) ?? readIfThere(path, io.cwd);
  const unwritten = await writeReports(io, options, config, deduced.told(result.record), textOf);
  for (const problem of unwritten) reportProblem(io, problem);
  return exitCode(io, input, result, told.length + unwritten.length > 0, {
    failOn,
    onlyExpectations: hooks.onlyExpectations === true,
  });
}

/** Whose calls nobody declares is told with the command that looks for them. */
function toldByLint({ paths }: Pick<LintOptions, 'paths'>): Deduced {
  const command = commandLine(
    'lint-policies check',
    paths.filter((path) => path !== '-'),
  );
  return {
    manifests: [],
    told: ({ summary, ...record }) => ({
      ...record,
      summary: { ...summary, ...defined({ check: summary.uncovered > 0 ? command : undefined }) },
    }),
  };
}

function readingLine(count: number, file: string): string {
  return say('reading', { count, file });
}

/** What is only wanted with `--cache` is only loaded then. */
async function cacheOf(
  io: Io,
  options: LintOptions,
  config: LintConfig,
  shelf: Shelf,
): Promise<ResultCache | undefined> {
  if (options.cache !== true) return undefined;
  const { openCache } = await import('../cache/run-cache.js');
  return openCache(io, options, config, shelf);
}

/** The files as they are, compared with those of another revision where the options name one. */
async function lintAsAsked(
  io: Io,
  { since, ...options }: LintOptions,
  state: FilesState,
  lint: LintState,
): Promise<LintResult> {
  if (since === undefined) return lint(io, state);
  const { lintSince } = await import('./since.js');
  return lintSince(io, { ...options, since, failOn: options.failOn ?? state.config.failOn }, state, lint);
}

/** Writes the files that fixes changed. One that cannot be written, or is not as it was read, does not keep the others. */
function writeFixes({ cwd }: Io, { files }: GatheredInput, { fixed }: LintResult): readonly Problem[] {
  const problems: Problem[] = [];
  const before = new Map(
    files.flatMap((file) =>
      fixed.has(normalPath(file.path)) ? [[normalPath(file.path), file.text] as const] : [],
    ),
  );
  for (const [path, text] of fixed)
    attempt(() => {
      replaceText(resolve(cwd, path), before.get(path), text);
    }, problems);
  return problems.map(
    ({ code, message, where }) => new Problem(code, say('fixesNotWritten', { problem: message }), where),
  );
}

/** All findings that there are become the baseline; those that it held already keep their reasons. */
function updateBaseline(
  io: Io,
  options: LintOptions,
  config: LintConfig,
  { record }: LintResult,
  previous: Baseline | undefined,
): ExitCode {
  const file = baselineFile(options, config) ?? '';
  replaceText(
    resolve(io.cwd, file),
    previous?.text,
    escapeJson(writeBaseline(record, { reason: options.reason ?? '', previous, expires: options.expires })),
  );
  const findings = record.summary.errors + record.summary.warnings;
  io.stderr.write(`${say('baselineWritten', { count: findings, file })}\n`);
  return 0;
}

/** A bug ends with 3, an input that could not be judged with 2, findings with 1: the first that holds. */
function exitCode(
  io: Io,
  input: GatheredInput,
  { record, errors }: LintResult,
  hasProblems: boolean,
  { failOn, onlyExpectations }: { readonly failOn: FailOn; readonly onlyExpectations: boolean },
): ExitCode {
  const [bug] = errors;
  if (bug !== undefined) {
    reportBug(io, bug.error, say('bugIn', { file: bug.path }));
    return 3;
  }
  if (hasProblems) return 2;
  if (judgedFiles(record) === 0 && (record.changes?.entries ?? []).length === 0) {
    io.stderr.write(`${onlyExpectations ? say('noExpectations') : nothingChecked(input)}\n`);
    return 2;
  }
  return fails(record, failOn) ? 1 : 0;
}

function fails({ summary: { errors, warnings }, changes }: LintRecord, failOn: FailOn): boolean {
  switch (failOn) {
    case 'never':
      return false;
    case 'new-access':
      // Without a revision to compare with there is no change, and errors count as they do by default.
      return changes === undefined
        ? errors > 0
        : changes.entries.some(({ access }) => access?.newAccess === true);
    case 'warning':
      return errors + warnings > 0;
    case 'error':
      return errors > 0;
  }
}

function nothingChecked({ files: [first, ...others] }: GatheredInput): string {
  if (first === undefined) return say('noFile');
  return others.length === 0
    ? say('noPolicy', { file: first.path })
    : say('noPolicies', { count: others.length + 1 });
}
