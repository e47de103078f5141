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
import { en } from '../../wording/en/commands-setup.js';
import { speaker } from '../../wording/speaker.js';
import { discover } from '../discovery/discover.js';
import type { ExitCode, Io } from '../io/io.js';
import { configurationFile, githubWorkflow, gitlabJob } from './init-files.js';
import { draftManifest } from './init-manifest.js';

const say = speaker('commands-setup', en);

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
  const repository = repositoryAround(root) ?? root;
  const drafts = [...configurationDrafts(names, cloud), ...manifests.drafts, ...ciDrafts(root, repository)];
  const lines = [
    policies.length === 0 ? say('noPolicyFound') : say('policiesFound', { files: policies.length, cloud }),
    ...drafts.map((draft) => place(root, draft, options.dryRun === true)),
    ...manifests.notes,
    ...(repository === root ? [] : [say('noJob', { root: relative(io.cwd, repository) || '.' })]),
    say(hasCode(root) ? 'nextWithCode' : 'next'),
  ];
  io.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''));
  return 0;
}

function hasCode(root: string): boolean {
  return discover(['.'], { cwd: root, accept: isCode }).files.length > 0;
}

function place(root: string, { path: file, text, note }: Draft, dryRun: boolean): string {
  const path = join(root, file);
  const isThere = dryRun ? existsSync(path) : !createText(path, text);
  if (isThere) return say('kept', { file });
  return say(dryRun ? 'wouldWrite' : 'wrote', { file, note });
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
    const manifest = `${stem}.apis.yaml`;
    if (text !== undefined)
      return [{ path: manifest, text, note: say('draft', { calls, policy: source.path }) }];
    notes.push(
      calls === 0
        ? say('noCallAllowed', { policy: source.path, manifest })
        : say('tooManyCalls', { policy: source.path, calls, manifest }),
    );
    return [];
  });
  return { drafts, notes };
}

function configurationDrafts(names: readonly string[], cloud: string): Draft[] {
  if (names.some((name) => name.startsWith('lint-policies.config.'))) return [];
  return [{ path: 'lint-policies.config.yaml', text: configurationFile(cloud), note: say('configuration') }];
}

/** CI looks for its jobs in the root of the repository only. */
function ciDrafts(root: string, repository: string): Draft[] {
  if (repository !== root) return [];
  if (existsSync(join(root, '.gitlab-ci.yml'))) {
    const path = '.gitlab/lint-policies.yml';
    return [{ path, text: gitlabJob(), note: say('job', { include: `include: { local: ${path} }` }) }];
  }
  return [{ path: '.github/workflows/lint-policies.yml', text: githubWorkflow(), note: say('workflow') }];
}
