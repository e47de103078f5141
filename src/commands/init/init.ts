import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { guarded } from '../../file-problem.js';
import { createText } from '../../files.js';
import { repositoryAround } from '../../git.js';
import { writeBaseline } from '../../lint/config/baseline.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-setup.js';
import { speaker } from '../../wording/speaker.js';
import type { ExitCode, Io } from '../io/io.js';
import { configurationFile, githubWorkflow, gitlabJob } from './init-files.js';
import type { WorkflowSettings } from './init-files.js';
import { surveyOf } from './survey.js';
import type { Survey } from './survey.js';

const say = speaker('commands-setup', en);

export interface InitOptions {
  readonly folder: string;
  readonly cloud?: string | undefined;
  /** Keeps the findings of today in a baseline, so that the CI job fails on what is new only. */
  readonly baseline?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

/** A file to write, and what a user should know of it. */
interface Draft {
  readonly path: string;
  readonly text: string;
  readonly note: string;
}

const BASELINE = 'lint-policies.baseline.json';

/**
 * Sets a repository up by what `check` makes of it: a configuration with the cloud that is called, the manifests that the
 * sources come to (none is made up from a policy, whose verdict would then be empty by construction), a baseline where it
 * is wanted, and a CI job that is green today. Asks nothing, and leaves every file alone that is there already.
 */
export async function run(io: Io, options: InitOptions): Promise<ExitCode> {
  const root = resolve(io.cwd, options.folder);
  const names = guarded(options.folder, () => readdirSync(root));
  const survey = await surveyOf({ ...io, cwd: root }, options.cloud);
  const repository = repositoryAround(root) ?? root;
  const { cloud, policies, errors } = survey;
  const drafts = [
    ...configurationDrafts(names, survey, options),
    ...manifestDrafts(survey),
    ...baselineDrafts(survey, options),
    ...ciDrafts(root, repository, survey, options),
  ];
  const isGreen = policies > 0 && (errors === 0 || options.baseline === true);
  const lines = [
    policies === 0 ? say('noPolicyFound') : say('policiesFound', { files: policies, cloud }),
    ...drafts.map((draft) => place(root, draft, options.dryRun === true)),
    ...(repository === root ? [] : [say('noJob', { root: relative(io.cwd, repository) || '.' })]),
    ...(policies === 0 ? [say('jobWithoutPolicies')] : []),
    ...(policies === 0 || isGreen ? [] : [say('failsNothing', { errors })]),
    say(policies === 0 ? 'nextWithoutPolicies' : 'next'),
  ];
  io.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''));
  return 0;
}

function place(root: string, { path: file, text, note }: Draft, dryRun: boolean): string {
  const path = join(root, file);
  const isThere = dryRun ? existsSync(path) : !createText(path, text);
  if (isThere) return say('kept', { file });
  return say(dryRun ? 'wouldWrite' : 'wrote', { file, note });
}

function configurationDrafts(
  names: readonly string[],
  { cloud }: Survey,
  { baseline }: InitOptions,
): Draft[] {
  if (names.some((name) => name.startsWith('lint-policies.config.'))) return [];
  return [
    {
      path: 'lint-policies.config.yaml',
      text: configurationFile(cloud, baseline === true ? BASELINE : undefined),
      note: say('configuration'),
    },
  ];
}

function manifestDrafts({ decided }: Survey): Draft[] {
  return decided.map(({ path, text, calls, unread, policies }) => ({
    path,
    text,
    note: say('manifest', { calls, unread, policies }),
  }));
}

function baselineDrafts({ record }: Survey, { baseline }: InitOptions): Draft[] {
  if (baseline !== true || record === undefined) return [];
  const count = record.summary.errors + record.summary.warnings;
  const text = writeBaseline(record, { reason: say('stoodBefore') });
  return [{ path: BASELINE, text, note: say('findingsOfToday', { count }) }];
}

/** CI looks for its jobs in the root of the repository only, and a job that has nothing to check fails. */
function ciDrafts(
  root: string,
  repository: string,
  { policies, errors }: Survey,
  { baseline }: InitOptions,
): Draft[] {
  if (repository !== root || policies === 0) return [];
  const settings: WorkflowSettings = { isStrict: errors === 0 || baseline === true };
  if (existsSync(join(root, '.gitlab-ci.yml'))) {
    const path = '.gitlab/lint-policies.yml';
    const include = `include: { local: ${path} }`;
    return [{ path, text: gitlabJob(settings), note: say('job', { include }) }];
  }
  const path = '.github/workflows/lint-policies.yml';
  return [{ path, text: githubWorkflow(settings), note: say('workflow') }];
}
