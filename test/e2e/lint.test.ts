import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LintRecord } from '../../src/lint/results/lint-record.js';
import { CATALOG, CLI, folder, manifest, policy, run } from './run.js';
import { text as lines } from '../text.js';

const LIST = 'GET /v1/{project_id}/cloudservers/detail';
const SHOW = 'GET /v1/{project_id}/cloudservers/{server_id}';
const fixture = ['--catalog', CATALOG];

function json(
  args: readonly string[],
  cwd: string,
): { readonly code: number | null; readonly record: LintRecord } {
  const { code, stdout } = run([...args, ...fixture, '--format', 'json'], { cwd });
  return { code, record: JSON.parse(stdout) as LintRecord };
}

describe('the examples', () => {
  it('show a missing action, a wildcard in excess and an ambiguous call, and exit 1', () => {
    const { code, stdout, stderr } = run(['examples']);
    expect(stdout).toContain('examples/night-shift.json:6:7 error missing-action');
    expect(stdout).toContain('examples/night-shift.json:9:9 warning excess-action');
    expect(stdout).toContain('examples/night-shift.apis.yaml:9:5 warning ambiguous-api');
    expect(stdout).toContain('5 calls, 3 granted; 1 action missing, 1 grant in excess and 1 unproven');
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('exit 0 with --fail-on never', () => {
    expect(run(['examples', '--fail-on', 'never']).code).toBe(0);
  });
});

describe('a policy and its manifest', () => {
  it('is clean where it grants what is called, and nothing else', () => {
    const cwd = folder({ 'app.json': policy('ecs:cloudServers:list'), 'app.apis.yaml': manifest(LIST) });
    expect(run(['app.json', ...fixture], { cwd })).toEqual({
      code: 0,
      stdout: 'app.apis.yaml (app.json): 1 call, all granted\n✔ No findings in 1 file.\n',
      stderr: '',
    });
  });

  it('finds app.apis.yaml beside app.json and says which call needs what is missing', () => {
    const cwd = folder({
      'app.json': policy('ecs:cloudServers:list'),
      'app.apis.yaml': manifest(LIST, SHOW),
    });
    const { code, record } = json(['app.json'], cwd);
    expect(code).toBe(1);
    expect(record.workloads).toMatchObject([
      {
        manifest: 'app.apis.yaml',
        policies: ['app.json'],
        calls: 2,
        missing: [
          {
            action: 'ecs:cloudServers:get',
            because: [{ source: expect.stringContaining('ecs/list.md') as string, line: 3 }],
          },
        ],
      },
    ]);
    expect(record.files).toMatchObject([
      { path: 'app.json', checked: true, findings: [{ rule: 'missing-action', severity: 'error', line: 6 }] },
    ]);
    expect(record.summary).toMatchObject({ checked: 1, errors: 1 });
  });

  it('judges several policies together where the manifest names them', () => {
    const cwd = folder({
      'a.json': policy('ecs:cloudServers:list'),
      'b/b.json': policy('ecs:cloudServers:get'),
      'all.apis.yaml': `policies: [a.json, b/b.json]\n${manifest(LIST, SHOW)}`,
    });
    expect(run([...fixture], { cwd }).code).toBe(0);
    expect(json(['--manifest', 'all.apis.yaml'], cwd).record.files.map(({ path }) => path)).toEqual([
      'a.json',
      'b/b.json',
    ]);
  });

  it('takes a manifest of any name with --manifest', () => {
    const cwd = folder({
      'app.json': policy('ecs:cloudServers:list'),
      'calls.yaml': `policies: [app.json]\n${manifest(SHOW)}`,
    });
    expect(run(['app.json', '-m', 'calls.yaml', ...fixture], { cwd }).stdout).toContain(
      'ecs:cloudServers:get',
    );
  });

  it('says of a policy without a manifest that its calls were not judged', () => {
    const cwd = folder({ 'app.json': policy('ecs:cloudServers:list') });
    expect(run(['app.json', ...fixture], { cwd })).toEqual({
      code: 0,
      stdout:
        '✔ No findings in 1 file. 1 policy without a manifest: its calls were not judged. "lint-policies check app.json" judges them against the sources beside them.\n',
      stderr: '',
    });
  });

  it('replaces a wildcard by exactly what is needed with --fix', () => {
    const cwd = folder({ 'app.json': policy('ecs:cloudServers:*'), 'app.apis.yaml': manifest(LIST, SHOW) });
    const { code, stdout } = run(['app.json', '--fix', ...fixture], { cwd });
    expect(stdout).toContain(' Fixed one problem in one file; none is left.');
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'app.json'), 'utf8')).toBe(
      policy('ecs:cloudServers:get', 'ecs:cloudServers:list'),
    );
  });
});

describe('paths', () => {
  it('with ! take out again what the others find, but not what is named', () => {
    const cwd = folder({
      'a.json': policy('ecs:cloudServers:list'),
      'b/b.json': policy('ecs:cloudServers:list'),
      'b/c.yaml': policy('ecs:cloudServers:list'),
    });
    const found = (...args: readonly string[]): readonly string[] =>
      json(args, cwd).record.files.map(({ path }) => path);
    expect(found('.', '!b/*.yaml')).toEqual(['a.json', 'b/b.json']);
    expect(found('**/*.json', '!./b/**')).toEqual(['a.json']);
    expect(found('b/b.json', '!b/**')).toEqual(['b/b.json']);
  });

  it('are told apart from standard input, which is read as what it looks like where it has no name', () => {
    const yaml = lines`
      Version: "1.1"
      Statement:
        - { Effect: Allow, Action: ["ecs:cloudServers:list"] }
    `;
    for (const input of [yaml, policy('ecs:cloudServers:list')])
      expect(run(['-', ...fixture], { input })).toMatchObject({ code: 0, stderr: '' });
    expect(run(['-', '--stdin-filename', 'app.json', ...fixture], { input: yaml }).stdout).toContain(
      'app.json:1:1 error syntax',
    );
  });

  it('leave --output with nothing to write only by mistake', () => {
    expect(run(['--format', 'json=a.json', '--output', 'b'], { cwd: folder() })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        '--output has nothing to write, as each --format has a file of its own; leave out the one or the other\n',
    });
  });
});

describe('exit codes', () => {
  const cwd = (): string =>
    folder({ 'app.json': policy('ecs:cloudServers:*'), 'app.apis.yaml': manifest(LIST) });

  it('count warnings only with --fail-on warning', () => {
    expect(run(['app.json', ...fixture], { cwd: cwd() }).code).toBe(0);
    expect(run(['app.json', ...fixture, '--fail-on', 'warning'], { cwd: cwd() }).code).toBe(1);
    expect(run(['app.json', ...fixture, '--fail-on', 'never'], { cwd: cwd() }).code).toBe(0);
  });

  it('are 2 for wrong usage, with the near name', () => {
    expect(run(['--formt', 'json'])).toEqual({
      code: 2,
      stdout: '',
      stderr: "unknown option '--formt'; Did you mean --format? (see --help)\n",
    });
    expect(run(['--format', 'sarfi']).stderr).toContain('did you mean "sarif"?');
    expect(run(['--fail-on', 'always']).stderr).toContain(
      'Allowed choices are error, warning, new-access, never',
    );
    expect(run(['explian'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'no file, folder or command "explian"; did you mean "lint-policies explain"?\n',
    });
    expect(run(['-', '--fix']).code).toBe(2);
  });

  it('are 0 for help and version', () => {
    expect(run(['--version'])).toEqual({
      code: 0,
      stdout: `${(JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version}\n`,
      stderr: '',
    });
    for (const command of [
      'lint',
      'generate',
      'calls',
      'diff',
      'extract',
      'explain',
      'reference',
      'rules',
      'init',
      'completion',
    ]) {
      const { code, stdout } = run([command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain('Examples:');
    }
  });
});

describe('bad input, each with a message and an exit code', () => {
  it('a missing file', () => {
    expect(run(['absent.json', ...fixture])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'absent.json: no such file or folder; check the path\n',
    });
  });

  it('a folder without a policy: nothing was checked', () => {
    const cwd = folder({ 'package.json': '{ "name": "x" }' });
    const { code, stderr } = run(['.', ...fixture], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'nothing was checked: package.json holds no policy that can be judged; name a file with a policy, or a folder that holds some\n',
    );
    expect(run([...fixture], { cwd: folder() }).stderr).toContain('no file that may hold a policy was found');
  });

  it('broken JSON: a finding with line and column', () => {
    const cwd = folder({
      'app.json': lines`
        {
          "Statement": [
            { "Effect": Allow }
          ]
        }
      `,
    });
    const { code, stdout } = run(['app.json', ...fixture], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^app\.json:3:17 error syntax\n/);
    expect(stdout).toContain('    { "Effect": Allow }\n');
  });

  it('JSON that is no policy: skipped, counted, the others checked', () => {
    const cwd = folder({
      'app.json': policy('ecs:cloudServers:list'),
      'package.json': '{ "name": "x" }',
      'chart.yaml': '{{- if .Values.x }}\na: 1\n{{ end }}\n',
    });
    const { code, record } = json(['.'], cwd);
    expect(code).toBe(0);
    expect(record.summary).toMatchObject({ checked: 1, skipped: 2 });
    expect(record.files.filter(({ checked }) => !checked).map(({ path, reason }) => [path, reason])).toEqual([
      ['chart.yaml', expect.stringContaining('cannot be parsed')],
      ['package.json', expect.stringContaining('not a policy')],
    ]);
  });

  it('a manifest with an unknown key: told with line and column, the rest is linted', () => {
    const cwd = folder({
      'app.json': policy('ecs:cloudServers:list'),
      'app.apis.yaml': `polices: [app.json]\n${manifest(LIST)}`,
      'other.json': policy('ecs:cloudServers:list'),
      'other.apis.yaml': manifest(SHOW),
    });
    const { code, stdout, stderr } = run(['.', ...fixture], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe('app.apis.yaml:1:1: unknown key "polices" in a manifest; did you mean "policies"?\n');
    expect(stdout).toContain('other.json:6:7 error missing-action');
  });

  it('a catalog of another schema version', () => {
    const cwd = folder({
      'app.json': policy('ecs:cloudServers:list'),
      'catalog/huaweicloud/ecs.yaml': lines`
        schema: 2
        cloud: huaweicloud
        service: ecs
        operations: []
        actions: []
      `,
    });
    const { code, stderr } = run(['app.json', '--catalog', 'catalog'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/ecs\.yaml:1:\d+: .*schema/);
  });

  it('a JSON of 20,000 levels', () => {
    const cwd = folder({ 'deep.json': '{"Statement":'.repeat(20_000), 'list.json': '['.repeat(20_000) });
    const { code, stdout } = run(['deep.json', 'list.json', ...fixture], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/error syntax \(2 times in 2 files\)/);
  });

  it('duplicate keys', () => {
    const cwd = folder({
      'app.json': lines`
        {
          "Version": "1.1",
          "Statement": [{ "Effect": "Allow", "Effect": "Deny", "Action": ["ecs:cloudServers:list"] }]
        }
      `,
    });
    const { code, stdout } = run(['app.json', ...fixture], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('app.json:3:38 error duplicate-key');
  });

  it('a byte order mark and CRLF change no position', () => {
    const text = policy('ecs:cloudServers:list');
    const files = {
      'plain.json': text,
      'crlf.json': text.replaceAll('\n', '\r\n'),
      'bom.json': `\ufeff${text}`,
      'utf16.json': Buffer.from(`\ufeff${text}`, 'utf16le'),
    };
    const cwd = folder({
      ...files,
      ...Object.fromEntries(
        Object.keys(files).map((name) => [name.replace('.json', '.apis.yaml'), manifest(LIST, SHOW)]),
      ),
    });
    const { record } = json(['.'], cwd);
    expect(
      record.files.map(({ findings }) =>
        findings.map(({ rule, line, column, endColumn }) => [rule, line, column, endColumn]),
      ),
    ).toEqual(Array.from({ length: 4 }, () => [['missing-action', 6, 7, 15]]));
  });

  it('a loop of links', () => {
    const cwd = folder({ 'a/app.json': policy('ecs:cloudServers:list') });
    symlinkSync('..', join(cwd, 'a/up'));
    expect(json(['.'], cwd).record.files.map(({ path }) => path)).toEqual(['a/app.json']);
  });

  it('a configuration with an unknown key', () => {
    const cwd = folder({
      'app.json': policy('ecs:cloudServers:list'),
      'lint-policies.config.yaml': 'clod: huaweicloud\n',
    });
    expect(run(['app.json', ...fixture], { cwd })).toMatchObject({
      code: 2,
      stderr: 'lint-policies.config.yaml:1:1: unknown key "clod"; did you mean "cloud"?\n',
    });
  });
});

describe('standard input', () => {
  it('is linted as the file that --stdin-filename names, with the manifest beside it', () => {
    const cwd = folder({ 'app.apis.yaml': manifest(LIST, SHOW) });
    const { code, stdout } = run(['-', '--stdin-filename', 'app.json', ...fixture], {
      cwd,
      input: policy('ecs:cloudServers:list'),
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^app\.json:6:7 error missing-action/);
    expect(stdout).toContain('  6 │       "Action": [');
  });

  it('is YAML where its name says so', () => {
    const input = lines`
      Version: "1.1"
      Statement:
        - Effect: Allow
          Action: [ecs:cloudServers:list]
    `;
    expect(run(['-', '--stdin-filename', 'app.yaml', ...fixture], { cwd: folder(), input }).code).toBe(0);
  });
});

describe('output', () => {
  const cwd = (): string =>
    folder({ 'app.json': policy('ecs:cloudServers:list'), 'app.apis.yaml': manifest(LIST, SHOW) });

  it('goes to several formats at once, each to its file or to stdout', () => {
    const at = cwd();
    const { stdout } = run(
      [
        'app.json',
        ...fixture,
        '--format',
        'sarif=out/report.sarif',
        '--format',
        'markdown',
        '-f',
        'junit=report.xml',
      ],
      { cwd: at },
    );
    expect(stdout).toMatch(/^❌ \*\*1 error in 1 file: 1 action missing\.\*\*\n/);
    expect(JSON.parse(readFileSync(join(at, 'out/report.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
    expect(readFileSync(join(at, 'report.xml'), 'utf8')).toContain('<testsuites');
  });

  it('goes to --output, and stdout stays empty', () => {
    const at = cwd();
    expect(run(['app.json', ...fixture, '-o', 'report.txt'], { cwd: at }).stdout).toBe('');
    expect(readFileSync(join(at, 'report.txt'), 'utf8')).toContain('error missing-action');
  });

  it('has colours where they are asked for, and nowhere else', () => {
    const colored = (args: readonly string[], env: Readonly<Record<string, string>>): boolean =>
      run(['app.json', ...fixture, ...args], { cwd: cwd(), env }).stdout.includes('\u001b[');
    expect(colored([], {})).toBe(false);
    expect(colored(['--color'], {})).toBe(true);
    expect(colored([], { FORCE_COLOR: '1' })).toBe(true);
    expect(colored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
    expect(colored([], { FORCE_COLOR: '0' })).toBe(false);
    expect(colored(['--color'], { NO_COLOR: '1' })).toBe(true);
  });

  it('links to the repository where a CI service says where it is', () => {
    const at = cwd();
    const env = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SHA: 'abc',
      GITHUB_WORKSPACE: join(at, '..'),
    };
    expect(run(['app.json', ...fixture, '-f', 'markdown'], { cwd: at, env }).stdout).toMatch(
      /\]\(https:\/\/github\.com\/o\/r\/blob\/abc\/[^/]+\/app\.apis\.yaml#L3\)/,
    );
  });

  it('survives a reader that leaves, with the right exit code', () => {
    const at = folder(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => [`p${index}.json`, `{ "Statement": [ ${index}x }`]),
      ),
    );
    const { stdout, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `"${process.execPath}" "${CLI}" . --catalog "${CATALOG}" | head -1; echo "exit \${PIPESTATUS[0]}"`,
      ],
      { cwd: at, encoding: 'utf8' },
    );
    expect(stdout).toMatch(/^p0\.json:1:\d+ error syntax.*\nexit 1\n$/);
    expect(stderr).toBe('');
  });

  it('says that a file cannot be written', () => {
    const at = cwd();
    mkdirSync(join(at, 'taken'));
    expect(run(['app.json', ...fixture, '-o', 'taken'], { cwd: at })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('taken') as string,
    });
  });
});
