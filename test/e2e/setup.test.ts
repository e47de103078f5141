import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { text } from '../text.js';
import { folder, manifest, policy, run } from './run.js';

describe('rules', () => {
  it('lists every rule with its severity and its page', () => {
    const { code, stdout } = run(['rules']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ {2}missing-action +error +.+\n +https:\/\/.+\/rules\/missing-action\.md\n/);
  });

  it('lists them for tools', () => {
    const { rules } = JSON.parse(run(['rules', '--format', 'json']).stdout) as {
      readonly rules: readonly { readonly id: string }[];
    };
    expect(rules).toContainEqual(
      expect.objectContaining({
        id: 'missing-action',
        category: 'calls',
        recommended: 'error',
        url: expect.stringContaining('/rules/missing-action.md') as string,
      }),
    );
  });
});

describe('init', () => {
  it('writes a configuration, manifests and a workflow that work at once', () => {
    const cwd = folder({
      'iam/app.json': policy('ecs:cloudServers:start', 'evs:volumes:list'),
      'iam/done.json': policy('ecs:cloudServers:start'),
      'iam/done.apis.yaml': manifest(
        '{ api: "POST /v1/{project_id}/cloudservers/action", operation: ecs/batch-start-servers }',
      ),
      'package.json': '{}',
    });
    const { code, stdout } = run(['init'], { cwd });
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.split(':')[0])).toEqual([
      'found 2 files with policies of huaweicloud',
      'wrote  lint-policies.config.yaml',
      'wrote  iam/app.apis.yaml',
      'kept   iam/done.apis.yaml (it is there already)',
      'wrote  .github/workflows/lint-policies.yml',
      'next',
      '',
    ]);
    const written = parse(readFileSync(join(cwd, 'iam/app.apis.yaml'), 'utf8')) as {
      readonly possible: boolean;
      readonly apis: readonly unknown[];
    };
    expect(written.possible).toBe(true);
    expect(written.apis).toContainEqual({
      api: 'POST /v1/{project_id}/cloudservers/action',
      operation: 'ecs/batch-start-servers',
    });
    expect(written.apis).toContain('GET /v2/{project_id}/cloudvolumes/detail');
    expect(parse(readFileSync(join(cwd, '.github/workflows/lint-policies.yml'), 'utf8'))).toMatchObject({
      permissions: { contents: 'read' },
      jobs: { 'lint-policies': {} },
    });
    expect(run([], { cwd }).code).toBe(0);
  });

  it('overwrites nothing and writes nothing the second time', () => {
    const cwd = folder({
      'app.json': policy('ecs:cloudServers:start'),
      'lint-policies.config.yaml': 'preset: strict\n',
    });
    run(['init'], { cwd });
    writeFileSync(join(cwd, 'app.apis.yaml'), 'mine');
    expect(run(['init'], { cwd }).stdout).not.toContain('wrote');
    expect(readFileSync(join(cwd, 'app.apis.yaml'), 'utf8')).toBe('mine');
    expect(readFileSync(join(cwd, 'lint-policies.config.yaml'), 'utf8')).toBe('preset: strict\n');
  });

  it('writes a GitLab job beside a GitLab pipeline, and finds policies in YAML and Terraform', () => {
    const cwd = folder({
      '.gitlab-ci.yml': '',
      'main.tf': text`
        resource "opentelekomcloud_identity_role_v3" "ops" {
          statement {
            effect = "Allow"
            action = ["ecs:cloudServers:start"]
          }
        }
      `,
      'p.yaml': text`
        Version: "1.1"
        Statement:
          - Effect: Allow
            Action: [ecs:cloudServers:start]
      `,
    });
    const { stdout } = run(['init', '--cloud', 'opentelekomcloud', '--dry-run'], { cwd });
    expect(stdout).toContain('found 2 files with policies of opentelekomcloud');
    expect(stdout).toContain(
      'would write .gitlab/lint-policies.yml: a job; include it: "include: { local: .gitlab/lint-policies.yml }"\n',
    );
  });
});

describe('init in other places', () => {
  const start = policy('ecs:cloudServers:start');

  it('lists no calls for a policy that allows nearly everything, or what only Terraform knows', () => {
    const tf = text`
      resource "huaweicloud_identity_role" "a" {
        policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = var.actions }] })
      }
    `;
    const cwd = folder({ 'all.json': policy('*:*:*'), 'main.tf': tf });
    const { code, stdout } = run(['init'], { cwd });
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\d,\d{3}/g, 'N')).toContain(
      'no manifest for all.json: it allows N documented calls, more than anybody would go through; ' +
        'list those that are made in all.apis.yaml\n',
    );
    expect(stdout).toContain(
      'no manifest for main.tf: it allows no documented call whole; list those that are made in main.apis.yaml\n',
    );
    expect(readdirSync(cwd).sort()).toEqual(['.github', 'all.json', 'lint-policies.config.yaml', 'main.tf']);
  });

  it('writes no CI job below the root of a repository, where nothing would run it, and tells of code', () => {
    const cwd = folder({ '.git/HEAD': '', 'svc/app.json': start, 'svc/app.py': 'import this\n' });
    const { stdout } = run(['init'], { cwd: join(cwd, 'svc') });
    expect(stdout).toContain(
      'no CI job: it belongs in the root of the repository, ..; run init there for one\n',
    );
    expect(stdout).toContain('"lint-policies calls . --manifest FILE" finds the calls of your code\n');
    expect(readdirSync(join(cwd, 'svc')).sort()).toEqual([
      'app.apis.yaml',
      'app.json',
      'app.py',
      'lint-policies.config.yaml',
    ]);
  });

  it('makes files that are no policies to the next run', () => {
    const cwd = folder({ 'app.json': start });
    run(['init'], { cwd });
    run(['--write-baseline', '--reason', 'x'], { cwd });
    expect(JSON.parse(run(['--format', 'json'], { cwd }).stdout)).toMatchObject({
      summary: { checked: 1, skipped: 0 },
    });
  });
});

describe('completion', () => {
  const complete = (...words: readonly string[]): readonly string[] => {
    const script = `${run(['completion', 'bash']).stdout}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _lint_policies; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', script, 'bash', 'lint-policies', ...words], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n');
  };

  it('of bash offers commands, options, and the values of options', () => {
    expect(complete('ex')).toEqual(['extract', 'explain']);
    expect(complete('--fo')).toEqual(['--format']);
    expect(complete('lint', '--format', 's')).toEqual(['sarif']);
    expect(complete('--fail-on', '')).toEqual(['error', 'warning', 'never']);
    expect(complete('completion', 'z')).toEqual(['zsh']);
    expect(complete('explain', '--c')).toEqual(['--cloud', '--catalog', '--color']);
  });

  it('of fish offers the same, with what each is for', ({ skip }) => {
    const script = folder({ 'completion.fish': run(['completion', 'fish']).stdout });
    const fish = spawnSync(
      'fish',
      [
        '--no-config',
        '-c',
        `source ${join(script, 'completion.fish')}; for line in "lint-policies exp" "lint-policies --for" "lint-policies lint --format sa" "lint-policies completion z"; complete -C $line; end`,
      ],
      { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: script } },
    );
    if (fish.error !== undefined) skip('needs fish');
    expect(fish.stdout.split('\n').map((line) => line.split('\t')[0])).toEqual([
      'explain',
      '--format',
      'sarif',
      'zsh',
      '',
    ]);
  });

  it('leaves files to the shell', () => {
    expect(complete('lint', '--manifest', '')).toEqual(['']);
    expect(complete('lint', 'app')).toEqual(['']);
  });

  it.each(['zsh', 'fish'])('of %s is a script that the shell can read', (shell) => {
    const { code, stdout } = run(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('sarif');
    const check = spawnSync(shell, ['-n', join(folder({ script: stdout }), 'script')], { encoding: 'utf8' });
    if (check.error === undefined)
      expect({ code: check.status, stderr: check.stderr }).toEqual({ code: 0, stderr: '' });
  });
});
