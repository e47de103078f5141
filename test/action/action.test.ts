import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folder, manifest, policy } from '../e2e/run.js';
import { githubServer } from './github-server.js';
import type { GithubServer } from './github-server.js';

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;
const LIST = 'GET /v1/{project_id}/cloudservers/detail';
const SHOW = 'GET /v1/{project_id}/cloudservers/{server_id}/block_device';

/** What the last commit changes, as GitHub shows it. */
const CHANGED = [
  {
    filename: 'app.json',
    patch: `@@ -1 +1 @@\n-before\n${policy('ecs:cloudServers:list', 'ecs:cloudServers:delete').replace(/^/gm, '+')}`,
  },
];

describe('the action', () => {
  it('pins every action by a commit and lets no expression into a script', () => {
    for (const { uses, run } of action.runs.steps) {
      expect(run ?? '').not.toContain('${{');
      if (uses !== undefined) expect(uses).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/);
    }
    expect(readFileSync('action.yml', 'utf8').match(/uses: .*@[0-9a-f]{40} # v\d/g)).toHaveLength(2);
  });

  it('hands the token to the step that comments and to no other', () => {
    expect(
      action.runs.steps
        .filter(({ env }) => JSON.stringify(env ?? {}).includes('inputs.token'))
        .map(({ name }) => name),
    ).toEqual(['Publish']);
  });

  it('lints, writes the summary, comments, hands over the SARIF report, and ends as the linter did', async () => {
    const server = await githubServer([], undefined, CHANGED);
    const outcome = await runAction(server, {
      comment: 'true',
      review: 'true',
      sarif: 'true',
      paths: 'app.json\n',
      format: 'json=report.json\n',
    });
    expect(outcome.code).toBe(1);
    expect(outcome.log).toContain('::error file=app.json,line=');
    expect(outcome.summary).toMatch(/^❌ \*\*1 error and 1 warning in 1 file/);
    expect(outcome.summary).toContain(
      '### What changes\n\n- **`app.apis.yaml`** · `app.json` grants 1 new action; 1 action no longer granted and 1 newly missing\n',
    );
    expect(server.comments.map(({ body }) => body)).toEqual([
      `<!-- lint-policies: report -->\n${outcome.summary.slice(0, -1)}`,
    ]);
    expect(outcome.outputs['exit-code']).toBe('1');
    expect(JSON.parse(readFileSync(outcome.outputs['sarif-file'] ?? '', 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
    expect(existsSync(join(outcome.cwd, 'report.json'))).toBe(true);
    expect(outcome.log).toContain('suggestions on pull request 7: 2 created');
    expect(server.lineComments).toMatchObject([
      {
        path: 'app.json',
        line: 8,
        commit_id: 'head7',
        body: expect.stringContaining('```suggestion\n') as string,
      },
      { path: 'app.json' },
    ]);
  });

  it('leaves the report in the summary where the token may only read', async () => {
    const server = await githubServer([], ({ method }) => (method === 'GET' ? undefined : { status: 403 }));
    const outcome = await runAction(server, { comment: 'true', 'fail-on': 'never' });
    expect(outcome.code).toBe(0);
    expect(outcome.log).toContain(
      '::notice title=lint-policies::No comment was written: the token may not write comments (403)',
    );
    expect(outcome.summary).toContain('### What changes');
  });

  it('takes inputs for what they are and runs nothing of them', async () => {
    const server = await githubServer();
    const outcome = await runAction(server, {
      paths: '$(touch pwned)\n`touch pwned`\n"; touch pwned; "\n--output=pwned\n',
      config: '$(touch pwned)',
    });
    expect(outcome.code).toBe(2);
    expect(outcome.log).toContain('$(touch pwned)');
    expect(existsSync(join(outcome.cwd, 'pwned'))).toBe(false);
    expect(server.requests).toEqual([]);
  });

  it('compares with nothing where it is told so', async () => {
    const outcome = await runAction(await githubServer(), { since: 'none' });
    expect(outcome.summary).not.toContain('What changes');
  });
});

/** Runs the script steps one after the other, as a runner does, in a repository whose last commit breaks a policy. */
async function runAction(server: GithubServer, given: Readonly<Record<string, string>>) {
  const cwd = folder({
    'app.json': policy('ecs:cloudServers:list', 'ecs:cloudServers:listServerBlockDevices'),
    'app.apis.yaml': manifest(LIST, SHOW),
  });
  const runner = folder({
    'event.json': JSON.stringify({ pull_request: { number: 7 } }),
    'summary.md': '',
    output: '',
  });
  const git = (...args: readonly string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=Test', '-c', 'user.email=test@example.test', '-c', 'commit.gpgsign=false', ...args],
      { cwd, encoding: 'utf8' },
    );
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=base');
  const base = git('rev-parse', 'HEAD').trim();
  writeFileSync(join(cwd, 'app.json'), policy('ecs:cloudServers:list', 'ecs:cloudServers:delete'));
  git('commit', '--quiet', '--all', '--message=change');

  const outputs = new Map<string, string>();
  const context = (name: string): string => {
    if (name.startsWith('inputs.'))
      return (
        given[name.slice(7)] ??
        (name === 'inputs.token' ? 's3cret' : (action.inputs[name.slice(7)]?.default ?? ''))
      );
    const fixed: Readonly<Record<string, string>> = {
      'github.action_path': resolve('.'),
      'runner.temp': runner,
      'github.event.pull_request.base.sha': base,
    };
    return fixed[name] ?? outputs.get(name) ?? '';
  };
  const evaluate = (text: string): string =>
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => context(name));
  let log = '';
  let code = 0;
  for (const step of action.runs.steps) {
    const guard = /^(\S+) != ''$/.exec(step.if ?? '')?.[1];
    if (step.run === undefined || code !== 0 || (guard !== undefined && context(guard) === '')) continue;
    writeFileSync(join(runner, 'output'), '');
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value)]),
    );
    const ended = await bash(step.run, resolve(cwd, evaluate(step['working-directory'] ?? '.')), {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      GITHUB_OUTPUT: join(runner, 'output'),
      GITHUB_STEP_SUMMARY: join(runner, 'summary.md'),
      GITHUB_EVENT_PATH: join(runner, 'event.json'),
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_API_URL: server.url,
      ...env,
    });
    log += ended.log;
    code = ended.code;
    for (const line of readFileSync(join(runner, 'output'), 'utf8').split('\n')) {
      const [name = '', value] = line.split(/=(.*)/s);
      if (value !== undefined) outputs.set(`steps.${step.id ?? ''}.outputs.${name}`, value);
    }
  }
  return {
    code,
    log,
    cwd,
    summary: readFileSync(join(runner, 'summary.md'), 'utf8'),
    outputs: Object.fromEntries(
      [...outputs].map(([name, value]) => [name.replace(/^.*\.outputs\./, ''), value]),
    ),
  };
}

/** As GitHub runs `shell: bash`. The server answers from this process, so it must not be held up. */
function bash(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly log: string }> {
  return new Promise((done, fail) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        log += chunk.toString();
      });
    child.on('error', fail);
    child.on('close', (code) => {
      done({ code: code ?? -1, log });
    });
  });
}
