import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOG, folder, manifest, policy } from '../e2e/run.js';
import {
  canBeRefused,
  contents,
  device,
  LIST,
  run,
  runRefused,
  shell,
  smallDisk,
  workspace,
} from './faults.js';

const FULL = 'no space left on the device; free some and run again';
const NEEDS_ROOT = 'needs root, to make devices and mount file systems';

/** The device with no room, in a folder of the test's own: a test must not go near that of the machine. */
function fullDevice(cwd: string): string | undefined {
  const path = join(cwd, 'full');
  return device(path, 1, 7) ? path : undefined;
}

describe('a standard output with no room', () => {
  it.for([
    '--format json',
    '--help',
    'rules',
    'generate -m app.apis.yaml',
    'init --dry-run',
    'calls main.tf',
    'extract page.md --format json',
  ])('is told of in one line, exit 2: %s', (command, { skip }) => {
    const cwd = workspace({
      'main.tf': 'resource "huaweicloud_evs_volume" "a" {}\n',
      'page.md': '# A page\n',
    });
    const full = shell(cwd, `mknod -m 666 full c 1 7 2>/dev/null || exit 77; $LINT ${command} >full`);
    skip(full.code === 77, NEEDS_ROOT);
    expect(full.stderr.split('\n').filter((line) => !/^\d+ calls? in /.test(line))).toEqual([
      `standard output: ${FULL}`,
      '',
    ]);
    expect(full.code).toBe(2);
  });
});

describe('a pipe that is closed early', () => {
  it.each(['--format json', 'explain "ecs:*:*"', 'lint --help'])(
    'ends the output, and nothing else: %s',
    (command) => {
      const { stdout, stderr } = shell(workspace(), `$LINT ${command} | head -1; echo "\${PIPESTATUS[0]}"`);
      expect(stderr).toBe('');
      expect(stdout.split('\n')).toHaveLength(3);
      expect(stdout.split('\n')[1]).toMatch(/^[01]$/);
    },
  );

  it('keeps the exit code, and the reports that go into files', () => {
    const cwd = workspace({
      'other.json': policy('ecs:cloudServers:get'),
      'other.apis.yaml': manifest(LIST),
    });
    expect(
      shell(
        cwd,
        '$LINT --catalog "$CATALOG" --format json --format sarif=report.sarif --fix | true; echo "${PIPESTATUS[0]}"',
      ).stdout,
    ).toBe('1\n');
    expect(JSON.parse(readFileSync(join(cwd, 'report.sarif'), 'utf8'))).toHaveProperty('runs');
    expect(readFileSync(join(cwd, 'app.json'), 'utf8')).toBe(policy('ecs:cloudServers:list'));
  });

  it('is no matter for standard error either', () => {
    expect(
      shell(workspace(), '$LINT nowhere.json 2>&1 >/dev/null | true; echo "${PIPESTATUS[0]}"').stdout,
    ).toBe('2\n');
  });
});

describe('an output that is no plain file', () => {
  it('is written into, never replaced: a pipe, a link, a device', () => {
    const cwd = workspace();
    const { stdout } = shell(
      cwd,
      'mkfifo pipe; ln -s real.md link.md; cat pipe & $LINT --format github=pipe --format markdown=link.md; wait; test -p pipe && test -L link.md && head -c 3 real.md',
    );
    expect(stdout).toMatch(/^::warning file=app\.json.*\n⚠/s);
  });

  it('is told of where it has no room', ({ skip }) => {
    const cwd = workspace();
    skip(fullDevice(cwd) === undefined, NEEDS_ROOT);
    expect(run(cwd, ['--output', 'full'])).toEqual({ code: 2, stdout: '', stderr: `full: ${FULL}\n` });
    expect(shell(cwd, 'test -c full').code).toBe(0);
  });

  it('may be standard output under another name, also where that goes into a file', () => {
    const cwd = workspace();
    shell(cwd, '$LINT --format markdown=/dev/fd/1 --format github > both.txt');
    expect(readFileSync(join(cwd, 'both.txt'), 'utf8')).toMatch(/^⚠️ \*\*1 warning.*\n::warning /s);
  });

  it('keeps its permissions', () => {
    const cwd = workspace();
    expect(shell(cwd, 'chmod 640 app.json; $LINT --fix >/dev/null; stat -c %a app.json').stdout).toBe(
      '640\n',
    );
  });

  it.each([
    ['folder', 'folder: is a folder; name a file\n'],
    ['app.json/report', 'app.json/report: a part of the path is a file, not a folder; check the path\n'],
  ])(
    'is refused where it is no place for a file (%s), and the other reports are written',
    (place, message) => {
      const cwd = workspace();
      mkdirSync(join(cwd, 'folder'));
      expect(
        run(cwd, ['--format', `sarif=${place}`, '--format', 'markdown=good.md', '--format', 'github']),
      ).toEqual({ code: 2, stdout: expect.stringMatching(/^::warning/) as string, stderr: message });
      expect(readFileSync(join(cwd, 'good.md'), 'utf8')).toContain('1 warning');
    },
  );
});

describe('a disk with no room', () => {
  it(`leaves fixes, reports and baselines as they were before`, ({ skip }) => {
    const disk = smallDisk(16);
    if (disk === undefined) skip(NEEDS_ROOT);
    const cwd = disk ?? '';
    const before = { 'app.apis.yaml': manifest(LIST), 'app.json': policy('ecs:cloudServers:*') };
    for (const [name, text] of Object.entries(before)) writeFileSync(join(cwd, name), text);
    shell(cwd, 'head -c 1M /dev/zero > filler');
    const left = (): unknown => ({ ...contents(cwd), filler: undefined });
    expect(run(cwd, ['--fix', '--quiet'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `app.json: ${FULL} (its fixes are not written)\n`,
    });
    expect(run(cwd, ['--format', 'sarif=report.sarif', '--format', 'github'])).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('::warning') as string,
      stderr: `report.sarif: ${FULL}\n`,
    });
    expect(run(cwd, ['--write-baseline', '--reason', 'x'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `lint-policies.baseline.json: ${FULL}\n`,
    });
    expect(run(cwd, ['generate', '-m', 'app.apis.yaml', '-o', 'new.json'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `new.json: ${FULL}\n`,
    });
    expect(run(cwd, ['init'])).toMatchObject({ code: 2, stderr: `lint-policies.config.yaml: ${FULL}\n` });
    expect(left()).toEqual({ ...before, filler: undefined });
  });

  it('leaves a catalog, a reference and a summary as they were before', ({ skip }) => {
    const disk = smallDisk(64);
    if (disk === undefined) skip(NEEDS_ROOT);
    const out = disk ?? '';
    const cwd = folder({
      'page.md': readFileSync('test/fixtures/extract/lifecycle.zh.md', 'utf8'),
      'main.tf': 'resource "huaweicloud_evs_volume" "a" {}\n',
    });
    expect(run(cwd, ['reference', '--catalog', CATALOG, '--out', out]).code).toBe(0);
    expect(run(cwd, ['reference', '--html', '--catalog', CATALOG, '--out', out])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(new RegExp(`^/\\S+: ${FULL}\n$`)) as string,
    });
    const before = contents(out);
    expect(Object.keys(before).filter((name) => name.endsWith('.html'))).toEqual([]);
    shell(out, 'head -c 1M /dev/zero > filler');
    expect(run(cwd, ['extract', 'page.md', '--out', out])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(FULL) as string,
    });
    expect(run(cwd, ['calls', 'main.tf', '-m', join(out, 'app.apis.yaml')])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(FULL) as string,
    });
    expect({ ...contents(out), filler: undefined }).toEqual({ ...before, filler: undefined });
  });
});

describe('a cache that cannot be written', () => {
  const args = (location: string): string[] => [
    '--catalog',
    CATALOG,
    '--cache',
    '--cache-location',
    location,
  ];

  it('is told of, and the verdict is what it is: no room', ({ skip }) => {
    const disk = smallDisk(16);
    skip(disk === undefined, NEEDS_ROOT);
    const cwd = workspace(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [
          `p${index}.json`,
          policy('ecs:*:*', `ecs:things:${index}`),
        ]),
      ),
    );
    const expected = run(cwd, ['--catalog', CATALOG]);
    const cache = join(disk ?? '', 'cache');
    const { stderr, ...rest } = run(cwd, args(cache));
    expect({ ...rest, stderr: '' }).toEqual(expected);
    expect(stderr).toMatch(new RegExp(`^\\S+: ${FULL}\n$`));
    expect(Object.keys(contents(cache))).toEqual(['.gitignore', 'CACHEDIR.TAG']);
  });

  it('is told of, and the verdict is what it is: no permission', ({ skip }) => {
    skip(!canBeRefused, NEEDS_ROOT);
    const cwd = workspace();
    const expected = run(cwd, ['--catalog', CATALOG]);
    mkdirSync(join(cwd, 'closed'), { mode: 0o555 });
    const { stderr, ...rest } = runRefused(cwd, args('closed/cache'));
    expect({ ...rest, stderr: '' }).toEqual(expected);
    expect(stderr).toMatch(/^closed\/cache\/CACHEDIR\.TAG: permission denied; .+\n$/);
  });
});
