import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { githubWorkflow } from '../../src/commands/init/init-files.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((file): [string, string, Workflow] => {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  return [file, text, parse(text) as Workflow];
});

/** Whether a step runs code of the project, or of what it depends on. */
const runsOurs = ({ run = '' }: Step): boolean =>
  /\b(?:npx|tsx|node|npm (?:ci|install|run|test|pack|exec))\b/.test(run);
const writes = ({ permissions = {} }: Job): boolean => Object.values(permissions).includes('write');
const PINNED = /^\s*(?:- )?uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

describe.each(workflows)('the workflow %s', (_, text, workflow) => {
  const jobs = Object.values(workflow.jobs);

  it('pins every action to a commit and says which version that is', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses).toHaveLength(
      jobs.flatMap(({ steps }) => steps).filter((step) => step.uses !== undefined).length,
    );
    for (const line of uses) expect(line).toMatch(PINNED);
  });

  it('may only read, but for jobs that run no code of the project', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of jobs) if (job.steps.some(runsOurs)) expect(job.permissions).toBeUndefined();
  });

  it('fills no job that may write from a cache', () => {
    for (const job of jobs.filter(writes))
      for (const step of job.steps) expect(step.with?.['cache']).toBeUndefined();
  });

  it('leaves the token on disk only where it pushes', () => {
    for (const job of jobs.filter((candidate) => candidate.permissions?.['contents'] !== 'write')) {
      for (const { uses = '', with: input } of job.steps)
        if (uses.startsWith('actions/checkout@'))
          expect(input).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('puts no expression into a shell', () => {
    for (const { run = '' } of jobs.flatMap(({ steps }) => steps)) expect(run).not.toContain('${{');
  });

  it("is not started by what lends its rights to a stranger's code, and ends by itself", () => {
    expect(JSON.stringify(workflow.on)).not.toMatch(/pull_request_target|workflow_run|issue_comment/);
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });
});

describe('a release', () => {
  const release = workflows.find(([file]) => file === 'release.yml')?.[2];
  const jobs = release?.jobs ?? {};
  const step = (job: string, command: string): number =>
    jobs[job]?.steps.findIndex(({ run = '' }) => run.includes(command)) ?? -1;

  it('is signed in the one job that publishes, in an environment of its own', () => {
    expect(
      Object.entries(jobs)
        .filter(([, { permissions }]) => permissions?.['id-token'] !== undefined)
        .map(([name]) => name),
    ).toEqual(['publish']);
    expect(jobs['publish']?.environment).toMatchObject({ name: 'npm' });
    expect(step('publish', 'npm publish --provenance --access public --ignore-scripts ')).toBeGreaterThan(-1);
  });

  it('publishes the very file that was tested and packed', () => {
    expect(step('build', 'npm test')).toBeGreaterThan(-1);
    expect(step('build', 'npm pack')).toBeGreaterThan(step('build', 'npm test'));
    expect(jobs['publish']).toMatchObject({ needs: 'build' });
    expect(
      jobs['publish']?.steps.some(({ uses = '' }) => uses.startsWith('actions/download-artifact@')),
    ).toBe(true);
    expect(jobs['publish']?.steps.some(({ uses = '' }) => uses.startsWith('actions/checkout@'))).toBe(false);
  });

  it('takes nothing from a cache', () => {
    for (const { steps } of Object.values(jobs))
      for (const { with: input } of steps) expect(input?.['cache']).toBeUndefined();
  });
});

describe('workflows that others are told to copy', () => {
  it.each([
    ['the README', readFileSync('README.md', 'utf8')],
    ['the recipes', readFileSync('src/reference/guides/ci.md', 'utf8')],
    ['`init`', githubWorkflow({ isStrict: true })],
  ])('%s pins every action but our own', (_, text) => {
    const uses = text
      .split('\n')
      .filter((line) => /\buses:/.test(line) && !line.includes('uses: lint-policies/lint-policies@'));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(PINNED);
  });
});
