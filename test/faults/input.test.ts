import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CATALOG, folder, manifest, policy } from '../e2e/run.js';
import { canBeRefused, contents, FIXED, LIST, run, runRefused, shell, SHOW, workspace } from './faults.js';

const OTHER = policy('ecs:cloudServers:start');
const CHANGED = 'has changed since it was read; it was left as it is, run again';
const DENIED = 'permission denied; let this user read it, or write it and its folder';

describe('a file that vanishes between listing and reading', () => {
  it('is told of, and the others are linted', () => {
    const cwd = folder({ 'first.json': OTHER, 'gone.json': OTHER, 'last.json': OTHER });
    expect(
      run(cwd, ['first.json', 'gone.json', 'last.json'], {
        call: 'readFileSync',
        path: 'gone.json',
        code: 'ENOENT',
      }),
    ).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('in 2 files') as string,
      stderr: 'gone.json: no such file or folder; check the path\n',
    });
  });

  it.each([
    ['a page', ['extract', 'page.md', 'other.md'], 'page.md', 'Pages    2, of them unreadable 1', 1],
    ['a source of calls', ['calls', '.'], 'main.tf', '', 2],
  ] as const)('is told of where it is %s', (_, args, path, said, code) => {
    const page = readFileSync('test/fixtures/extract/lifecycle.zh.md', 'utf8');
    const cwd = folder({
      'page.md': page,
      'other.md': page,
      'main.tf': 'resource "huaweicloud_evs_volume" "a" {}\n',
      'other.tf': 'resource "huaweicloud_vpc" "a" {}\n',
    });
    expect(run(cwd, args, { call: 'readFileSync', path, code: 'ENOENT' })).toMatchObject({
      code,
      stdout: expect.stringContaining(said) as string,
      stderr: expect.stringContaining(`${path}: no such file or folder; check the path\n`) as string,
    });
  });
});

describe('a file that somebody changes meanwhile', () => {
  it('and so is a source that cannot be read, whose calls a manifest has already', () => {
    const cwd = folder({
      'main.tf': 'resource "huaweicloud_evs_volume" "a" {}\n',
      'other.tf': 'resource "huaweicloud_vpc" "a" {}\n',
    });
    expect(run(cwd, ['calls', '.', '-m', 'app.apis.yaml']).code).toBe(0);
    const before = contents(cwd);
    for (const check of [[], ['--check']])
      expect(
        run(cwd, ['calls', '.', '-m', 'app.apis.yaml', ...check], {
          call: 'readFileSync',
          path: 'main.tf',
          code: 'EIO',
        }),
      ).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('app.apis.yaml: was left as it is') as string,
      });
    expect(contents(cwd)).toEqual(before);
  });

  it('is not overwritten by a fix, and the others are fixed', () => {
    const cwd = workspace({ 'b.json': policy('ecs:cloudServers:*'), 'b.apis.yaml': manifest(LIST) });
    // It changes when the fixes have been made and the first of them is about to be written.
    const { code, stderr } = run(cwd, ['--fix', '--quiet'], {
      call: 'writeFileSync',
      path: '.tmp',
      write: { file: join(cwd, 'app.json'), text: OTHER },
    });
    expect(stderr).toBe(`app.json: ${CHANGED} (its fixes are not written)\n`);
    expect(code).toBe(2);
    expect(contents(cwd)).toEqual({
      'app.apis.yaml': manifest(LIST),
      'app.json': OTHER,
      'b.apis.yaml': manifest(LIST),
      'b.json': FIXED,
    });
  });

  it('is not overwritten by a baseline', () => {
    const cwd = workspace({
      'app.apis.yaml': manifest(LIST, SHOW),
      'lint-policies.baseline.json': '{ "version": 1, "findings": [] }\n',
    });
    expect(
      run(cwd, ['--write-baseline', '--reason', 'mine'], {
        call: 'writeFileSync',
        path: '.tmp',
        write: { file: join(cwd, 'lint-policies.baseline.json'), text: 'theirs' },
      }),
    ).toEqual({ code: 2, stdout: '', stderr: `lint-policies.baseline.json: ${CHANGED}\n` });
    expect(readFileSync(join(cwd, 'lint-policies.baseline.json'), 'utf8')).toBe('theirs');
  });

  it('is not overwritten where it was not there before', () => {
    const cwd = folder({
      'main.tf': 'resource "huaweicloud_evs_volume" "a" {}\n',
      'app.json': policy('ecs:cloudServers:start'),
    });
    const meanwhile = (name: string) => ({
      call: 'linkSync',
      path: name,
      write: { file: join(cwd, name), text: 'theirs' },
    });
    expect(run(cwd, ['calls', 'main.tf', '-m', 'new.apis.yaml'], meanwhile('new.apis.yaml'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('new.apis.yaml: was made by somebody else meanwhile') as string,
    });
    expect(run(cwd, ['init'], meanwhile('lint-policies.config.yaml')).stdout).toContain(
      'kept   lint-policies.config.yaml (it is there already)',
    );
    expect(contents(cwd)).toMatchObject({ 'new.apis.yaml': 'theirs', 'lint-policies.config.yaml': 'theirs' });
  });
});

describe('a fix keeps the encoding', () => {
  const text = policy('ecs:cloudServers:*');
  it.each([
    ['UTF-8 with a byte order mark', (all: string) => Buffer.from(`\ufeff${all}`)],
    ['UTF-16, low byte first', (all: string) => Buffer.from(`\ufeff${all}`, 'utf16le')],
    ['UTF-16, high byte first', (all: string) => Buffer.from(`\ufeff${all}`, 'utf16le').swap16()],
  ])('%s', (_, encode) => {
    const cwd = folder({ 'app.json': encode(text), 'app.apis.yaml': manifest(LIST) });
    expect(run(cwd, ['--fix', '--catalog', CATALOG]).code).toBe(0);
    expect(readFileSync(join(cwd, 'app.json'))).toEqual(encode(FIXED));
  });

  it('or is not written where bytes would be lost', () => {
    const cwd = folder({
      'app.json': Buffer.concat([Buffer.from('// '), Buffer.from([0xff]), Buffer.from(`\n${text}`)]),
      'app.apis.yaml': manifest(LIST),
    });
    const before = readFileSync(join(cwd, 'app.json'));
    expect(run(cwd, ['--fix', '--quiet', '--catalog', CATALOG])).toMatchObject({
      code: 2,
      stderr:
        'app.json: holds bytes that are not UTF-8 and would be lost; it was left as it is, save it as UTF-8 (its fixes are not written)\n',
    });
    expect(readFileSync(join(cwd, 'app.json'))).toEqual(before);
  });
});

describe.skipIf(!canBeRefused)(
  'what this user may not read or write is told of, and the rest is done',
  () => {
    it('files and folders', () => {
      const cwd = folder({ 'app.json': OTHER, 'shut.json': OTHER, 'shut/inner.json': OTHER });
      for (const name of ['shut.json', 'shut']) chmodSync(join(cwd, name), 0);
      onTestFinished(() => {
        chmodSync(join(cwd, 'shut'), 0o700);
      });
      expect(runRefused(cwd, [])).toMatchObject({
        code: 2,
        stdout: expect.stringContaining('in 1 file.') as string,
        stderr: `shut: ${DENIED}\nshut.json: ${DENIED}\n`,
      });
      expect(runRefused(cwd, ['shut'])).toMatchObject({ code: 2, stdout: '', stderr: `shut: ${DENIED}\n` });
    });

    it('folders of pages', () => {
      const page = readFileSync('test/fixtures/extract/lifecycle.zh.md', 'utf8');
      const cwd = folder({ 'a/page.md': page, 'b/page.md': page, 'c/page.md': page });
      chmodSync(join(cwd, 'b'), 0);
      onTestFinished(() => {
        chmodSync(join(cwd, 'b'), 0o700);
      });
      expect(runRefused(cwd, ['extract', '.'])).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('Pages    2') as string,
        stderr: expect.stringContaining(DENIED) as string,
      });
    });

    it('files to fix, and folders to write to', () => {
      const cwd = workspace({
        'ro/app.json': policy('ecs:cloudServers:*'),
        'ro/app.apis.yaml': manifest(LIST),
        'main.tf': 'resource "huaweicloud_evs_volume" "a" {}\n',
      });
      chmodSync(join(cwd, 'app.json'), 0o444);
      chmodSync(join(cwd, 'ro/app.json'), 0o666);
      chmodSync(join(cwd, 'ro'), 0o555);
      onTestFinished(() => {
        chmodSync(join(cwd, 'ro'), 0o700);
      });
      const before = contents(cwd);
      const unwritten = (name: string): string => `${name}: ${DENIED} (its fixes are not written)\n`;
      expect(runRefused(cwd, ['--fix', '--quiet'])).toEqual({
        code: 2,
        stdout: '',
        stderr: unwritten('app.json') + unwritten('ro/app.json'),
      });
      for (const args of [
        ['--output', 'ro/out'],
        ['--write-baseline', 'ro/out', '--reason', 'x'],
        ['generate', '-m', 'app.apis.yaml', '-o', 'ro/out.json'],
        ['calls', 'main.tf', '-m', 'ro/out'],
        ['reference', '--catalog', CATALOG, '--out', 'ro/out'],
        ['init', 'ro'],
      ]) {
        expect(runRefused(cwd, args)).toMatchObject({
          code: 2,
          stderr: expect.stringMatching(new RegExp(`(?:^|\n)\\S+: ${DENIED}\n$`)) as string,
        });
      }
      expect(contents(cwd)).toEqual(before);
    });
  },
);

describe('what is no plain file', () => {
  it('is read where it is a pipe that is named, as from <(…)', () => {
    expect(shell(workspace(), '$LINT --quiet <(cat app.json)')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('is refused where it is a folder, a socket or below a file', async () => {
    const cwd = workspace({ 'folder/a.txt': '' });
    const server = createServer().listen(join(cwd, 'socket.json'));
    onTestFinished(() => {
      server.close();
    });
    await new Promise((done) => server.once('listening', done));
    expect(run(cwd, ['socket.json', 'app.json'])).toMatchObject({
      code: 2,
      stderr: 'socket.json: is a socket, or a pipe that nobody reads; name a file\n',
    });
    for (const [args, message] of [
      [['--config', 'folder'], 'folder: is a folder; name a file\n'],
      [['--baseline', 'folder'], 'folder: is a folder; name a file\n'],
      [['--catalog', 'app.json'], 'app.json: a part of the path is a file, not a folder; check the path\n'],
      [['generate', '-m', 'folder'], 'folder: is a folder; name a file\n'],
      [['calls', '.', '-m', 'folder'], 'folder: is a folder; name a file\n'],
      [['publish', 'folder'], 'folder: is a folder; name a file\n'],
      [['init', 'app.json'], 'app.json: a part of the path is a file, not a folder; check the path\n'],
      [['init', 'nowhere'], 'nowhere: no such file or folder; check the path\n'],
    ] as const)
      expect(run(cwd, args)).toEqual({ code: 2, stdout: '', stderr: message });
  });

  it('is never waited for where nobody named it: in a search, beside a policy, in a manifest', () => {
    const cwd = folder({
      'app.json': policy('ecs:cloudServers:list'),
      'all.yaml': `policies: [app.json, hidden/pipe.json]\n${manifest(LIST)}`,
    });
    mkdirSync(join(cwd, 'hidden'));
    shell(cwd, 'mkfifo hidden/pipe.json app.apis.yaml pipe.json');
    expect(run(cwd, ['app.json']).code).toBe(0);
    expect(run(cwd, ['.']).code).toBe(0);
    expect(run(cwd, ['--manifest', 'all.yaml']).stdout).toContain('absent-policy');
  });

  it('is refused where somebody names it, as nobody knows whether it ends', () => {
    const cwd = folder();
    symlinkSync('/dev/zero', join(cwd, 'zero.json'));
    shell(cwd, 'mkfifo pipe.json');
    const { code, stderr } = run(cwd, ['zero.json', 'pipe.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('zero.json: is a pipe or a device, which may have no end; name a file');
  });

  it('and standard input that is a folder is no empty text', () => {
    expect(shell(folder(), '$LINT - < /tmp')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'standard input is a folder; name the folder itself\n',
    });
  });
});

describe('limits of the system', () => {
  it('are told of as such where too many files are open', () => {
    const cwd = workspace();
    expect(
      run(cwd, ['app.json'], { call: 'readFileSync', path: 'app.apis.yaml', code: 'EMFILE' }),
    ).toMatchObject({ code: 2, stderr: 'app.apis.yaml: too many open files; raise the limit (ulimit -n)\n' });
    const told = new Set<string>();
    // From too few for Node itself to as many as are needed: how many that is depends on the machine.
    for (let limit = 14; limit < 60; limit += 1) {
      const { code, stdout, stderr } = shell(cwd, `ulimit -n ${limit}; $LINT app.json`);
      if (code === 0) break;
      if (code === 2 && stdout === '') told.add(stderr.replace(/^\S+(?=: too many)|EMFILE.*/, '…'));
    }
    expect([...told]).toEqual([
      'lint-policies cannot read its own files: …\n',
      '…: too many open files; raise the limit (ulimit -n)\n',
    ]);
  });

  it('and so is a working directory that is gone', () => {
    const cwd = workspace();
    expect(shell(cwd, 'mkdir gone; cd gone; rmdir ../gone; $LINT')).toMatchObject({
      code: 2,
      stderr: 'the working directory is gone; change into one that is there\n',
    });
  });

  it('and so are a device that fails and a file system that is read-only', () => {
    const cwd = workspace();
    expect(run(cwd, ['app.json'], { call: 'readFileSync', path: 'app.json', code: 'EIO' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('app.json: the device failed; check the disk\n') as string,
    });
    expect(run(cwd, ['--fix', '--quiet'], { call: 'writeFileSync', path: '.tmp', code: 'EROFS' })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'app.json: the file system is read-only; choose another place (its fixes are not written)\n',
    });
    rmSync(join(cwd, 'app.json'));
    writeFileSync(join(cwd, 'ev.json'), 'null');
    expect(run(cwd, ['publish', 'app.apis.yaml']).stderr).toMatch(/^nothing was published/);
  });
});
