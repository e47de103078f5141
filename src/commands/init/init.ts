import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isCode } from '../../calls/code/find-in-code.js';
import { catalogClouds, loadCatalog } from '../../catalog/yaml/load.js';
import { guarded } from '../../file-problem.js';
import { createText, readText } from '../../files.js';
import { repositoryAround } from '../../git.js';
import { isManifestName, readPolicySource } from '../../lint/language/read-source.js';
import type { PolicySourceCode } from '../../lint/language/source-code.js';
import { loadSyntax, syntaxOf } from '../../policy/syntax/parse-policy.js';
import { Problem } from '../../problem.js';
import { printable } from '../../report/printable.js';
import { count } from '../../report/summary.js';
import { discover } from '../discovery/discover.js';
import type { ExitCode, Io } from '../io/io.js';
import { configurationFile, githubWorkflow, gitlabJob } from './init-files.js';
import { draftManifest } from './init-manifest.js';

export interface InitOptions {
  readonly folder: string;
  readonly cloud?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/** A file to write, and what a user should know of it. */
interface Draft {
  readonly path: string;
  readonly text: string;
  readonly note: string;
}

/**
 * Looks for policies below a folder and writes a configuration, a manifest beside each policy that has none, and a CI
 * job. Asks nothing, and leaves every file alone that is there already.
 */
export async function run(io: Io, options: InitOptions): Promise<ExitCode> {
  const root = resolve(io.cwd, options.folder);
  const names = guarded(options.folder, () => readdirSync(root));
  const policies = await findPolicies(root);
  const cloud = options.cloud ?? cloudOf(policies);
  const manifests = await manifestDrafts(root, policies, cloud);
  // Where CI looks for its jobs.
  const repository = repositoryAround(root) ?? root;
  const drafts = [
    ...(hasConfiguration(names)
      ? []
      : [{ path: 'lint-policies.config.yaml', text: configurationFile(cloud), note: 'the configuration' }]),
    ...manifests.drafts,
    ...(repository === root ? ciDrafts(root) : []),
  ];
  io.stdout.write(
    policies.length === 0
      ? 'found no policy here; the files below are a start\n'
      : `found ${count(policies.length, 'file')} with policies of ${cloud}\n`,
  );
  for (const draft of drafts) io.stdout.write(`${place(root, draft, options.dryRun === true)}\n`);
  for (const note of manifests.notes) io.stdout.write(`${note}\n`);
  if (repository !== root)
    io.stdout.write(
      `no CI job: it belongs in the root of the repository, ${printable(relative(io.cwd, repository) || '.')}; run init there for one\n`,
    );
  io.stdout.write(`${NEXT}${hasCode(root) ? CODE : ''}\n`);
  return 0;
}

const NEXT =
  'next: keep in each manifest the calls that the application makes, take out "possible: true", and run lint-policies';
const CODE = '; "lint-policies calls . --manifest FILE" finds the calls of your code';

function hasCode(root: string): boolean {
  return discover(['.'], { cwd: root, accept: isCode }).files.length > 0;
}

function place(root: string, { path, text, note }: Draft, dryRun: boolean): string {
  const file = join(root, path);
  const isThere = dryRun ? existsSync(file) : !createText(file, text);
  if (isThere) return `kept   ${printable(path)} (it is there already)`;
  return `${dryRun ? 'would write' : 'wrote '} ${printable(path)}: ${note}`;
}

async function findPolicies(root: string): Promise<PolicySourceCode[]> {
  const paths = discover(['.'], { cwd: root })
    .files.map(({ path }) => path)
    .filter((path) => !isManifestName(path));
  await Promise.all([...new Set(paths.map((path) => syntaxOf(path) ?? 'json'))].map(loadSyntax));
  return paths.flatMap((path) => {
    const source = readSource(root, path);
    return source?.kind === 'policy' ? [source] : [];
  });
}

function readSource(root: string, path: string): PolicySourceCode | undefined {
  try {
    const reading = readPolicySource({ path, text: readText(join(root, path)) });
    return reading.ok ? reading.source : undefined;
  } catch (error) {
    // A file that cannot be read is told of by lint; here it is one that cannot be helped.
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** What only one cloud's files hold. The clouds' policies look the same; the default is the larger one. */
const CLOUD_SIGNS: readonly (readonly [cloud: string, sign: RegExp])[] = [
  ['opentelekomcloud', /opentelekomcloud|\botc\b|t-systems/i],
];

function cloudOf(policies: readonly PolicySourceCode[]): string {
  const votes = CLOUD_SIGNS.map(([cloud, sign]) => ({
    cloud,
    votes: policies.filter(({ text, path }) => sign.test(text) || sign.test(path)).length,
  }));
  const [winner] = votes.sort((a, b) => b.votes - a.votes);
  return winner !== undefined && winner.votes * 2 > policies.length ? winner.cloud : 'huaweicloud';
}

async function manifestDrafts(
  root: string,
  policies: readonly PolicySourceCode[],
  cloud: string,
): Promise<{ readonly drafts: readonly Draft[]; readonly notes: readonly string[] }> {
  if (!catalogClouds().includes(cloud)) return { drafts: [], notes: [] };
  const catalog = await loadCatalog(cloud);
  const notes: string[] = [];
  const drafts = policies.flatMap((source): Draft[] => {
    const stem = source.path.replace(/\.[^./]*$/, '');
    if (existsSync(join(root, `${stem}.apis.yml`))) return [];
    const { text, calls } = draftManifest(source, catalog);
    if (text !== undefined)
      return [
        {
          path: `${stem}.apis.yaml`,
          text,
          note: `${count(calls, 'call')} that ${printable(source.path)} allows; keep those that are made`,
        },
      ];
    notes.push(
      `no manifest for ${printable(source.path)}: it allows ${calls === 0 ? 'no documented call whole' : `${calls} documented calls, more than anybody would go through`}; list those that are made in ${printable(stem)}.apis.yaml`,
    );
    return [];
  });
  return { drafts, notes };
}

function hasConfiguration(names: readonly string[]): boolean {
  return names.some((name) => name.startsWith('lint-policies.config.'));
}

function ciDrafts(root: string): Draft[] {
  if (existsSync(join(root, '.gitlab-ci.yml')))
    return [
      {
        path: '.gitlab/lint-policies.yml',
        text: gitlabJob(),
        note: 'a job; include it: "include: { local: .gitlab/lint-policies.yml }"',
      },
    ];
  return [
    {
      path: '.github/workflows/lint-policies.yml',
      text: githubWorkflow(),
      note: 'a workflow for pull requests',
    },
  ];
}
