import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../../src/commands/init/init.js';
import type { InitOptions } from '../../../src/commands/init/init.js';
import { run as lint } from '../../../src/commands/lint/lint.js';
import { writeText } from '../../../src/files.js';
import { text } from '../../text.js';
import { memoryIo } from '../memory-io.js';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'init-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

const LISTS_SERVERS = text`
  from huaweicloudsdkecs.v2 import EcsClient, ListServersDetailsRequest

  client = EcsClient.new_builder().build()
  client.list_servers_details(ListServersDetailsRequest())
`;

function policy(...actions: readonly string[]): string {
  return JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: actions }] });
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) writeText(join(cwd, path), content);
}

const file = (path: string): string => readFileSync(join(cwd, path), 'utf8');

async function init(options: Partial<InitOptions> = {}) {
  const io = memoryIo(cwd);
  const code = await run(io, { folder: '.', ...options });
  return { code, lines: io.out().trim().split('\n'), told: io.err() };
}

/** The exit code of the command that the workflow runs, as far as it is ours. */
async function workflow(): Promise<number> {
  const failOn = file('.github/workflows/lint-policies.yml').includes('--fail-on never')
    ? 'never'
    : undefined;
  return lint(memoryIo(cwd), { paths: [], manifest: [], format: [], failOn });
}

describe('init', () => {
  it('writes the manifests that the code comes to, and a workflow that is green', async () => {
    write({ 'iam/shop.json': policy('ecs:cloudServers:list'), 'shop/main.py': LISTS_SERVERS });
    const { code, lines, told } = await init();
    expect(code).toBe(0);
    expect(lines).toEqual([
      'found 1 file with policies of huaweicloud',
      'wrote  lint-policies.config.yaml: the configuration',
      'wrote  iam/shop.apis.yaml: 1 call of the sources of iam/shop.json',
      'wrote  .github/workflows/lint-policies.yml: a workflow for pull requests',
      'next: "lint-policies" shows what was found; see it before you commit these files',
    ]);
    expect(told).toContain('iam/shop.json: judged against the one call of shop, which has the same name');
    expect(file('iam/shop.apis.yaml')).toContain('../shop/main.py:4');
    expect(parse(file('.github/workflows/lint-policies.yml'))).toMatchObject({
      permissions: { contents: 'read' },
    });
    expect(await workflow()).toBe(0);
  });

  it('makes no manifest up from a policy', async () => {
    write({ 'app.json': policy('ecs:cloudServers:list') });
    const { told } = await init();
    expect(readdirSync(cwd).sort()).toEqual(['.github', 'app.json', 'lint-policies.config.yaml']);
    expect(told).toContain('app.json: not judged against calls, as no sources of calls stand near it');
    expect(await workflow()).toBe(0);
  });

  it('has a workflow that fails nothing where errors stand today, and says so', async () => {
    write({ 'app.json': policy('evs:volumes:list'), 'src/main.py': LISTS_SERVERS });
    const { lines } = await init();
    expect(lines).toContain(
      'the CI job fails nothing yet, as 1 error stands today; mend them, or keep them in a baseline (lint-policies init --baseline), and take out "--fail-on never"',
    );
    expect(await workflow()).toBe(0);
  });

  it('keeps the findings of today in a baseline where it is asked to, and the workflow fails on new ones', async () => {
    write({ 'app.json': policy('evs:volumes:list'), 'src/main.py': LISTS_SERVERS });
    const { lines } = await init({ baseline: true });
    expect(lines.join('\n')).toMatch(
      /wrote {2}lint-policies\.baseline\.json: \d findings? of today, which may stay/,
    );
    expect(file('.github/workflows/lint-policies.yml')).not.toContain('--fail-on');
    expect(await workflow()).toBe(0);
    write({
      'new.json': '{ "Version": "1.1", "Statement": [{ "Effect": "Permit", "Action": ["ecs:*:*"] }] }',
    });
    expect(await workflow()).toBe(1);
  });

  it('takes the cloud that the sources call, or that the policies are for', async () => {
    write({
      'main.tf': text`
        resource "opentelekomcloud_identity_role_v3" "ops" {
          statement {
            effect = "Allow"
            action = ["ecs:cloudServers:start"]
          }
        }
      `,
    });
    expect((await init()).lines[0]).toBe('found 1 file with policies of opentelekomcloud');
    expect(file('lint-policies.config.yaml')).toContain('cloud: "opentelekomcloud"');
  });

  it('writes no job where it would fail, as there is no policy, and says what writes one', async () => {
    write({ 'src/main.py': LISTS_SERVERS });
    const { lines } = await init();
    expect(lines).toEqual([
      'found no policy here',
      'wrote  lint-policies.config.yaml: the configuration',
      'no CI job: it would fail, as there is nothing to check',
      'next: "lint-policies generate ." writes the policy that the calls of your sources need; then run init again',
    ]);
  });

  it('overwrites nothing and writes nothing the second time', async () => {
    write({
      'app.json': policy('ecs:cloudServers:list'),
      'src/main.py': LISTS_SERVERS,
      'lint-policies.config.yaml': 'preset: strict\n',
    });
    await init();
    const before = file('app.apis.yaml');
    expect((await init()).lines.join('\n')).not.toContain('wrote');
    expect(file('lint-policies.config.yaml')).toBe('preset: strict\n');
    expect(file('app.apis.yaml')).toBe(before);
  });

  it('only says with --dry-run what it would write, beside a GitLab pipeline a job for it', async () => {
    write({ '.gitlab-ci.yml': '', 'app.json': policy('ecs:cloudServers:list') });
    const { lines } = await init({ dryRun: true });
    expect(lines).toContain(
      'would write .gitlab/lint-policies.yml: a job; include it: "include: { local: .gitlab/lint-policies.yml }"',
    );
    expect(readdirSync(cwd).sort()).toEqual(['.gitlab-ci.yml', 'app.json']);
  });

  it('writes no CI job below the root of a repository, where nothing would run it', async () => {
    mkdirSync(join(cwd, '.git'));
    write({ '.git/HEAD': '', 'svc/app.json': policy('ecs:cloudServers:list') });
    const { lines } = await init({ folder: 'svc' });
    expect(lines).toContain('no CI job: it belongs in the root of the repository, .; run init there for one');
    expect(existsSync(join(cwd, 'svc/.github'))).toBe(false);
  });
});
