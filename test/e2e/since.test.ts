import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LintRecord } from '../../src/lint/results/lint-record.js';
import { CATALOG, folder, manifest, policy, run } from './run.js';
import { runHere } from './run-here.js';

const LIST = 'GET /v1/{project_id}/cloudservers/detail';
const SHOW = 'GET /v1/{project_id}/cloudservers/{server_id}';

describe('--since', () => {
  it('tells new and lost grants of a workload, and what is newly missing', async () => {
    const cwd = repository({
      'app.json': policy('ecs:cloudServers:list', 'ecs:cloudServers:get'),
      'app.apis.yaml': manifest(LIST, SHOW),
    });
    write(cwd, 'app.json', policy('ecs:cloudServers:list', 'ecs:cloudServers:start'));
    expect((await changesOf(cwd)).entries).toMatchObject([
      {
        kind: 'workload',
        name: 'app.apis.yaml',
        state: 'changed',
        policies: ['app.json'],
        gained: [{ action: 'ecs:cloudServers:start', status: 'granted' }],
        lost: [{ action: 'ecs:cloudServers:get', status: 'granted' }],
        calls: [{ call: SHOW, before: 'granted', after: 'missing' }],
        missing: { added: ['ecs:cloudServers:get'], removed: [] },
        excess: { added: ['ecs:cloudServers:start'], removed: [] },
      },
    ]);
    const { code, stdout } = await lint(cwd, '--since', 'HEAD');
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      `changes since HEAD (${head(cwd).slice(0, 8)}): 2 findings introduced.`,
      '  app.apis.yaml (app.json) grants 1 new action; 1 action no longer granted and 1 newly missing',
      '    new grants: ecs:cloudServers:start',
      '    newly missing: ecs:cloudServers:get',
      '    lost grants: ecs:cloudServers:get',
      '    newly in excess: ecs:cloudServers:start',
    ]);
  });

  it('says in one line that a policy grants nothing new', async () => {
    const cwd = repository({ 'app.json': policy('ecs:cloudServers:list', 'ecs:cloudServers:get') });
    write(cwd, 'app.json', policy('ecs:cloudServers:get', 'ecs:cloudServers:list'));
    expect((await lint(cwd, '--since', 'HEAD')).stdout).toMatch(
      /^changes since HEAD .*\n {2}app\.json grants nothing new\n\n/,
    );
    expect((await lint(cwd, '--since', 'HEAD', '--format', 'markdown')).stdout).toMatch(
      /\n### What changes\n\n- \*\*`app\.json`\*\* grants nothing new\n\nCompared with `HEAD`/,
    );
  });

  it('follows renamed policies and manifests, and knows their findings again', async () => {
    const cwd = repository({
      'old/app.json': policy('ecs:cloudServers:list'),
      'old/app.apis.yaml': manifest(LIST, SHOW),
      'old/loose.json': policy('ecs:cloudServers:*'),
    });
    renameSync(join(cwd, 'old'), join(cwd, 'new'));
    git(cwd, 'add', '--all');
    expect(await changesOf(cwd)).toMatchObject({
      entries: [],
      unchanged: 2,
      findings: { introduced: 0, resolved: 0, known: 1 },
    });
    write(cwd, 'new/app.json', policy('ecs:cloudServers:list', 'ecs:cloudServers:get'));
    expect(await changesOf(cwd)).toMatchObject({
      entries: [
        {
          name: 'new/app.apis.yaml',
          formerly: 'old/app.apis.yaml',
          gained: [{ action: 'ecs:cloudServers:get' }],
          lost: [],
          missing: { added: [], removed: ['ecs:cloudServers:get'] },
        },
      ],
      findings: { introduced: 0, resolved: 1 },
    });
    expect((await changesOf(cwd, 'new/app.json')).entries).toMatchObject([
      { name: 'new/app.apis.yaml', gained: [{ action: 'ecs:cloudServers:get' }] },
    ]);
  });

  it('counts what a deleted policy granted, and does not call that nothing', async () => {
    const cwd = repository({ 'app.json': policy('ecs:cloudServers:list') });
    rmSync(join(cwd, 'app.json'));
    const { code, stdout } = await lint(cwd, '--since', 'HEAD');
    expect(stdout).toContain('  app.json is gone; 1 action no longer granted\n');
    expect(code).toBe(0);
  });

  it('finds nothing new in a manifest that is added to a policy which stands', async () => {
    const cwd = repository({ 'app.json': policy('ecs:cloudServers:list') });
    write(cwd, 'app.apis.yaml', manifest(LIST));
    expect((await changesOf(cwd)).entries).toMatchObject([
      { name: 'app.apis.yaml', state: 'added', gained: [], lost: [] },
    ]);
  });

  it('says so where only the terms of a grant are others', async () => {
    const allow = (bucket: string): string =>
      `${JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: ['obs:object:GetObject'], Resource: [`obs:*:*:object:${bucket}/*`] }] })}\n`;
    const cwd = repository({ 'app.json': allow('one') });
    write(cwd, 'app.json', allow('two'));
    expect((await lint(cwd, '--since', 'HEAD')).stdout).toContain(
      [
        '  app.json grants 1 action on other terms',
        '    allowed now, and not before: obs:object:GetObject on obs:x:x:object:two/x (app.json:1)',
        '    allowed before, and not now: obs:object:GetObject on obs:x:x:object:one/x (app.json:1)',
        '    granted on other terms: obs:object:GetObject',
        '',
      ].join('\n'),
    );
  });

  it('fails on what a change newly allows, whatever the catalog knows, and on nothing else', async () => {
    const cwd = repository({ 'app.json': policy('ecs:cloudServers:list', 'moon:craters:*') });
    const failing = async (...options: string[]): Promise<number | null> =>
      (await lint(cwd, '--since', 'HEAD', '--fail-on', 'new-access', ...options)).code;
    write(cwd, 'app.json', policy('ecs:cloudServers:lsit', 'ecs:cloudServers:list', 'moon:craters:list'));
    expect((await changesOf(cwd)).entries).toMatchObject([
      { access: { direction: 'incomparable', gained: { action: 'ecs:cloudServers:lsit' }, newAccess: true } },
    ]);
    expect(await failing()).toBe(1);
    write(cwd, 'lint-policies.config.json', '{ "newAccess": { "allow": ["ecs:*:*"] } }\n');
    expect(await failing()).toBe(0);
    rmSync(join(cwd, 'lint-policies.config.json'));
    write(cwd, 'app.json', policy('ecs:cloudServers:list', 'moon:craters:list'));
    expect(await failing()).toBe(0);
    expect((await lint(cwd, '--since', 'HEAD')).stdout).toContain('  app.json allows fewer requests');
    write(cwd, 'app.json', policy('ecs:cloudServers:list', 'moon:*:*'));
    const failed = await lint(cwd, '--since', 'HEAD', '--fail-on', 'new-access', '--format', 'github');
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('title=new-access::');
    const alone = await lint(cwd, '--fail-on', 'new-access');
    expect(alone.code).toBe(2);
    expect(alone.stderr).toContain('--since');
  });

  it('reads the configuration and the baseline of the revision too', async () => {
    const cwd = repository({
      'app.json': policy('ecs:cloudServers:list'),
      'app.apis.yaml': manifest(LIST, SHOW),
      'lint-policies.config.json': '{ "rules": { "missing-action": "off" } }\n',
    });
    expect((await changesOf(cwd)).findings).toEqual({ introduced: 0, resolved: 0, known: 0 });
    write(cwd, 'lint-policies.config.json', '{ "rules": { "missing-action": "error" } }\n');
    expect((await changesOf(cwd)).findings).toEqual({ introduced: 1, resolved: 0, known: 0 });
  });

  it('compares with where the branch began when the revision ends in three dots', async () => {
    const cwd = repository({ 'app.json': policy('ecs:cloudServers:list') });
    git(cwd, 'switch', '--quiet', '--create', 'topic');
    commit(cwd, 'app.json', policy('ecs:cloudServers:list', 'ecs:cloudServers:get'));
    git(cwd, 'switch', '--quiet', 'main');
    commit(cwd, 'other.json', policy('ecs:cloudServers:start'));
    git(cwd, 'switch', '--quiet', 'topic');
    expect((await changesOf(cwd, '--since', 'main...')).entries.map(({ name }) => name)).toEqual([
      'app.json',
    ]);
    expect((await changesOf(cwd, '--since', 'main')).entries.map(({ name, state }) => [name, state])).toEqual(
      [
        ['app.json', 'changed'],
        ['other.json', 'removed'],
      ],
    );
  });

  it('works below the root of the repository, with names that git would quote', async () => {
    const cwd = repository({
      'teams/a b/pölicy "1".json': policy('ecs:cloudServers:list'),
      'elsewhere.json': policy('ecs:cloudServers:list'),
    });
    const below = join(cwd, 'teams/a b');
    write(below, 'pölicy "1".json', policy('ecs:cloudServers:get'));
    expect(await changesOf(below)).toMatchObject({
      unchanged: 0,
      entries: [{ name: 'pölicy "1".json', state: 'changed', gained: [{ action: 'ecs:cloudServers:get' }] }],
    });
  });

  it('names what is wrong with the revision, and leaves nothing behind', async () => {
    const cwd = repository({ 'app.json': policy('ecs:cloudServers:list') });
    const problem =
      'in this repository; check its name, or fetch it first (in CI, check out with the history: fetch-depth: 0)\n';
    expect(await lint(cwd, '--since', 'nowhere')).toEqual({
      code: 2,
      stdout: '',
      stderr: `--since: there is no revision "nowhere" ${problem}`,
    });
    expect(await lint(cwd, '--since', '--output=x')).toEqual({
      code: 2,
      stdout: '',
      stderr: `--since: there is no revision "--output=x" ${problem}`,
    });
    expect(await lint(folder({ 'app.json': policy('a:b:c') }), '--since', 'HEAD')).toEqual({
      code: 2,
      stdout: '',
      stderr: '--since HEAD: this folder is in no git repository; run it inside one\n',
    });
    const temporary = folder();
    expect(run(['--catalog', CATALOG, '--since', 'HEAD'], { cwd, env: { TMPDIR: temporary } }).code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('--new-only', () => {
  it('fails on what the change introduces and leaves out what was there, also where lines moved', async () => {
    const cwd = repository({
      'app.json': policy('ecs:cloudServers:list'),
      'app.apis.yaml': manifest(LIST, SHOW),
    });
    expect((await lint(cwd)).code).toBe(1);
    write(cwd, 'app.json', `\n\n${policy('ecs:cloudServers:list')}`);
    const moved = await lint(cwd, '--since', 'HEAD', '--new-only');
    expect(moved.code).toBe(0);
    expect(moved.stdout).toContain('No new findings in 1 file. 1 finding that stood before is not shown.\n');
    write(cwd, 'app.json', policy('ecs:cloudServers:get'));
    const { code, stdout } = await lint(cwd, '--since', 'HEAD', '--new-only', '--format', 'json');
    const { files, summary } = JSON.parse(stdout) as LintRecord;
    expect(code).toBe(1);
    expect(
      files.flatMap(({ findings }) => findings.map(({ data, introduced }) => [data['action'], introduced])),
    ).toEqual([['ecs:cloudServers:list', true]]);
    expect(summary.errors).toBe(1);
  });

  it('needs a revision', async () => {
    expect(await lint(folder({}), '--new-only')).toEqual({
      code: 2,
      stdout: '',
      stderr: '--new-only needs a revision to compare with; add --since REV\n',
    });
  });
});

async function lint(cwd: string, ...args: readonly string[]) {
  return await runHere(['--catalog', CATALOG, ...args], { cwd });
}

async function changesOf(
  cwd: string,
  ...args: readonly string[]
): Promise<NonNullable<LintRecord['changes']>> {
  const { stdout, stderr } = await lint(
    cwd,
    ...(args.includes('--since') ? [] : ['--since', 'HEAD']),
    '--format',
    'json',
    ...args,
  );
  expect(stderr).toBe('');
  const { changes } = JSON.parse(stdout) as LintRecord;
  if (changes === undefined) throw new Error('no changes in the record');
  return changes;
}

/** A git repository whose first commit holds these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const cwd = folder(files);
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message=first');
  return cwd;
}

function commit(cwd: string, name: string, text: string): void {
  write(cwd, name, text);
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', `--message=${name}`);
}

function write(cwd: string, name: string, text: string): void {
  mkdirSync(join(cwd, name, '..'), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

function head(cwd: string): string {
  return readFileSync(join(cwd, '.git/refs/heads/main'), 'utf8').trim();
}

function git(cwd: string, ...args: readonly string[]): void {
  execFileSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.test', '-c', 'commit.gpgsign=false', ...args],
    { cwd, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
