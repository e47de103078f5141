import type { Baseline } from '../../lint/config/baseline.js';
import type { LintConfig } from '../../lint/config/config.js';
import { attachNewAccess } from '../../lint/changes/attach-new-access.js';
import { compareStates } from '../../lint/results/changes.js';
import type { FileRecord, Finding, LintRecord } from '../../lint/results/lint-record.js';
import { normalPath } from '../../lint/run/group.js';
import { createStateCollector } from '../../lint/run/run-state.js';
import type { LintInput, LintResult } from '../../lint/run/runner.js';
import { Problem } from '../../problem.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-lint.js';
import { speaker } from '../../wording/speaker.js';
import { gatherInput } from '../discovery/lint-input.js';
import type { GatheredInput } from '../discovery/lint-input.js';
import type { Io } from '../io/io.js';
import { openBaseline } from './baseline-file.js';
import { openConfig } from './open-config.js';
import type { LintOptions } from './lint-options.js';
import { openRevision } from './revision.js';
import type { Revision } from './revision.js';

const say = speaker('commands-lint', en);

/** Lints one state of the files; the catalog and today's date are the same for all. */
export type LintState = (at: Pick<Io, 'cwd'>, state: FilesState) => Promise<LintResult>;

export interface FilesState extends Pick<
  LintInput,
  'files' | 'manifests' | 'alongside' | 'config' | 'fix' | 'nameOf' | 'observe'
> {
  readonly baseline?: Baseline | undefined;
}

/**
 * Lints the files as they are and as they were, configuration and baseline included, and adds to the record what is
 * different. With `--new-only` the findings that were there before are taken out of it.
 * @throws Problem where there is no such revision.
 */
export async function lintSince(
  io: Io,
  options: LintOptions & { readonly since: string },
  state: FilesState,
  lint: LintState,
): Promise<LintResult> {
  const named = [options.config, options.baseline, options.stdinFilename].flatMap((path) => path ?? []);
  const revision = await openRevision(io.cwd, options.since, [
    ...options.paths,
    ...options.manifest,
    ...state.config.manifests,
    ...named,
  ]);
  const { notCompared } = revision;
  if (notCompared.length > 0)
    io.stderr.write(
      `${printable(say('sparse', { revision: options.since, files: notCompared, count: notCompared.length }))}\n`,
    );
  try {
    const [now, then] = [createStateCollector(), createStateCollector(revision.nameToday)];
    const before = await lint(revision, {
      ...(await stateThen(io, options, state.config, revision)),
      nameOf: revision.nameToday,
      observe: then.observe,
    });
    const result = await lint(io, {
      ...state,
      config: options.failOn === 'new-access' ? reportingNewAccess(state.config) : state.config,
      observe: (seen) => {
        now.observe(seen);
        attachNewAccess(seen, then, state.config.newAccess);
      },
    });
    return {
      ...result,
      record: withChanges(result.record, before.record, revision, {
        since: options.since,
        newOnly: options.newOnly === true,
        ...compareStates(then, now, state.config.newAccess),
      }),
    };
  } finally {
    revision.close();
  }
}

/** What a run fails on is reported, with its place, unless the configuration says otherwise. */
function reportingNewAccess(config: LintConfig): LintConfig {
  const reporting = <One extends Pick<LintConfig, 'rules'>>(one: One): One => ({
    ...one,
    rules: { [NEW_ACCESS_RULE]: 'error', ...one.rules },
  });
  return { ...reporting(config), nested: config.nested.map(reporting) };
}

const NEW_ACCESS_RULE = 'new-access';

async function stateThen(
  io: Io,
  options: LintOptions,
  config: LintConfig,
  { cwd, nameThen }: Revision,
): Promise<FilesState> {
  const there: Io = { ...io, cwd };
  const pathThen = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : nameThen(path);
  const wanted: LintOptions = {
    ...options,
    paths: options.paths.flatMap((path) =>
      path === '-' ? (pathThen(options.stdinFilename) ?? []) : nameThen(path),
    ),
    manifest: options.manifest.map(nameThen),
    baseline: pathThen(options.baseline),
  };
  // What was broken or missing then is no measure of what is new. A branch may be anybody's: its code is not run, and where
  // the configuration is code, that of today is the measure of both states.
  const settled = await orElse(
    async () =>
      (await openConfig(there, { ...wanted, config: pathThen(options.config), quiet: true }, false)).config,
    config,
  );
  const input = await orElse(
    () => gatherInput(there, { ...wanted, config: settled, examples: true }, undefined),
    NOTHING,
  );
  return {
    ...input,
    config: settled,
    baseline: await orElse(
      () => Promise.resolve().then(() => openBaseline(there, wanted, settled)),
      undefined,
    ),
  };
}

const NOTHING: GatheredInput = { files: [], manifests: [], alongside: [], problems: [] };

async function orElse<T>(make: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof Problem) return otherwise;
    throw error;
  }
}

function withChanges(
  record: LintRecord,
  before: LintRecord,
  { commit, nameToday }: Revision,
  changes: Pick<NonNullable<LintRecord['changes']>, 'since' | 'newOnly' | 'entries' | 'unchanged'>,
): LintRecord {
  const old = identitiesOf(before.files, nameToday);
  const current = identitiesOf(record.files, (path) => path);
  const introducedBy = (path: string, finding: Finding): boolean => !old.has(identityOf(path, finding));
  const marked = record.files.map((file) => ({
    ...file,
    findings: file.findings.map((finding) => ({ ...finding, introduced: introducedBy(file.path, finding) })),
  }));
  const files = changes.newOnly
    ? marked.map((file) => ({ ...file, findings: file.findings.filter(({ introduced }) => introduced) }))
    : marked;
  const introduced = [...current].filter((identity) => !old.has(identity)).length;
  const findings = files.flatMap((file) => file.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    ...record,
    files,
    summary: { ...record.summary, errors, warnings: findings.length - errors },
    changes: {
      ...changes,
      commit,
      findings: {
        introduced,
        resolved: [...old].filter((identity) => !current.has(identity)).length,
        known: current.size - introduced,
      },
    },
  };
}

function identitiesOf(files: readonly FileRecord[], nameOf: (path: string) => string): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) =>
      file.findings.map((finding) => identityOf(nameOf(normalPath(file.path)), finding)),
    ),
  );
}

/** A finding's fingerprint holds the name of its file. What has none (an idle suppression) is known by its words. */
function identityOf(path: string, { fingerprint, rule, message }: Finding): string {
  return fingerprint ?? JSON.stringify([rule, path, message]);
}
