import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCacheStore } from '../../src/commands/cache/cache-store.js';
import { CATALOG, folder, policy, run } from '../e2e/run.js';
import type { Outcome, RunOptions } from '../e2e/run.js';
import { defined } from '../../src/defined.js';

const POLICIES = { 'app.json': policy('ecs:*:*'), 'other.json': policy('ecs:cloudServers:list') };

function lint(cwd: string, location: string, env?: RunOptions['env']): Outcome {
  return run(['--catalog', CATALOG, '--cache', '--cache-location', location], defined({ cwd, env }));
}

function segmentsOf(cache: string): readonly string[] {
  return readdirSync(cache).filter((name) => /^[0-9a-f]+-[0-9a-f]+$/.test(name));
}

describe('a cache that somebody has damaged', () => {
  it('gives what was put there or nothing, whichever byte is another', () => {
    const cache = folder();
    const results = new Map(
      ['a', 'b', 'c'].map((letter, index) => [letter.repeat(64), Buffer.from(letter.repeat(9 * index))]),
    );
    const store = openCacheStore(cache);
    store.write([...results].map(([name, bytes]) => [name, [bytes]] as const));
    store.close(false);
    const [segment = ''] = segmentsOf(cache);
    const bytes = readFileSync(join(cache, segment));
    const readAll = (): readonly (Uint8Array | undefined)[] => {
      const opened = openCacheStore(cache);
      const read = [...results.keys()].map((name) => opened.read(name));
      opened.close(false);
      return read;
    };
    expect(readAll()).toEqual([...results.values()]);
    const damages = [
      ...Array.from(bytes.keys(), (at) =>
        Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 0x11 : byte))),
      ),
      ...Array.from(bytes.keys(), (length) => bytes.subarray(0, length)),
      ...Array.from(bytes.keys(), (start) => bytes.subarray(start + 1)),
    ];
    for (const damaged of damages) {
      writeFileSync(join(cache, segment), damaged);
      const read = readAll();
      for (const [index, expected] of [...results.values()].entries())
        if (read[index] !== undefined) expect(read[index]).toEqual(expected);
      expect(read).toContain(undefined);
    }
  });

  it.each<readonly [string, (file: string) => void]>([
    [
      'nothing',
      (file) => {
        writeFileSync(file, '');
      },
    ],
    [
      'one byte less',
      (file) => {
        writeFileSync(file, readFileSync(file).subarray(0, -1));
      },
    ],
    [
      'another byte',
      (file) => {
        writeFileSync(
          file,
          readFileSync(file).map((byte, index) => (index === 40 ? byte ^ 1 : byte)),
        );
      },
    ],
    [
      'an endless device',
      (file) => {
        rmSync(file);
        symlinkSync('/dev/zero', file);
      },
    ],
    [
      'a pipe that nobody writes into',
      (file) => {
        rmSync(file);
        execFileSync('mkfifo', [file]);
      },
    ],
    [
      'a folder',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ])('is told of and filled anew: %s', (_, damage) => {
    const cwd = folder(POLICIES);
    const cache = join(folder(), 'cache');
    const expected = lint(cwd, cache);
    expect(expected).toMatchObject({ code: 0, stderr: '' });
    const [segment = ''] = segmentsOf(cache);
    damage(join(cache, segment));
    const { stderr, ...rest } = lint(cwd, cache);
    expect({ ...rest, stderr: '' }).toEqual(expected);
    expect(stderr).toMatch(/^\S+: is damaged; what it held was linted anew\n$/);
    expect(lint(cwd, cache)).toEqual(expected);
  });
});

/** A repository with a policy, and with a cache that says of it what the sender of a change likes to hear. */
function forged(): { readonly cwd: string; readonly git: (...args: string[]) => unknown } {
  const cwd = folder(POLICIES);
  const cache = join(folder(), 'cache');
  lint(cwd, cache);
  cpSync(cache, join(cwd, '.cache', 'lint'), { recursive: true });
  rmSync(join(cwd, '.cache', 'lint', '.gitignore'));
  const git = (...args: string[]): unknown =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.test', '-c', 'protocol.file.allow=always', ...args],
      { cwd, stdio: 'pipe' },
    );
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'a change');
  return { cwd, git };
}

describe('a cache that comes with the repository', () => {
  const REFUSED = {
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(
      'is part of the repository, so that a change to it could bring its own results',
    ) as string,
  };

  it('is refused', () => {
    const { cwd } = forged();
    expect(lint(cwd, '.cache/lint')).toMatchObject(REFUSED);
    expect(lint(cwd, join(cwd, '.cache', 'lint'))).toMatchObject(REFUSED);
  });

  it('is refused from a folder below, and in a hook of git', () => {
    const { cwd } = forged();
    mkdirSync(join(cwd, 'below'));
    writeFileSync(join(cwd, 'below', 'app.json'), policy('ecs:*:*'));
    expect(lint(join(cwd, 'below'), '../.cache/lint')).toMatchObject(REFUSED);
    expect(
      lint(join(cwd, 'below'), '../.cache/lint', { GIT_DIR: '.git', GIT_INDEX_FILE: '/nowhere' }),
    ).toMatchObject(REFUSED);
  });

  it('is refused where a link leads to it', () => {
    const { cwd, git } = forged();
    symlinkSync('.cache', join(cwd, 'link'));
    git('add', 'link');
    expect(lint(cwd, 'link/lint')).toMatchObject(REFUSED);
  });

  it('is refused where only a part of it comes with it', () => {
    const { cwd, git } = forged();
    git('rm', '-q', '--cached', '-r', '.cache');
    const [segment = ''] = segmentsOf(join(cwd, '.cache', 'lint'));
    expect(lint(cwd, '.cache/lint').code).toBe(0);
    git('add', '-f', join('.cache', 'lint', segment));
    expect(lint(cwd, '.cache/lint')).toMatchObject(REFUSED);
  });

  it('is refused where it comes as a submodule', () => {
    const { cwd, git } = forged();
    const { cwd: other } = forged();
    git('rm', '-q', '-r', '.cache');
    git('submodule', '--quiet', 'add', other, 'sub');
    expect(lint(cwd, 'sub/.cache/lint')).toMatchObject(REFUSED);
  });

  it('is refused where git is not there to ask, and taken where there is no repository', () => {
    const { cwd } = forged();
    const empty = folder();
    expect(lint(cwd, '.cache/lint', { PATH: empty })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('git is not installed') as string,
    });
    rmSync(join(cwd, '.git'), { recursive: true });
    expect(lint(cwd, '.cache/lint', { PATH: empty })).toMatchObject({ code: 0, stderr: '' });
    expect(lint(cwd, '.cache/lint')).toMatchObject({ code: 0, stderr: '' });
  });

  it('is refused where git does not trust the repository', ({ skip }) => {
    skip(process.getuid?.() !== 0, 'needs root, to give files away');
    const { cwd } = forged();
    execFileSync('chown', ['-R', '65534', cwd]);
    expect(lint(cwd, '.cache/lint')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(
        'nobody can tell whether the folder is part of the repository',
      ) as string,
    });
  });
});

describe('a folder that is no cache', () => {
  it.each(['.', 'src'])('is refused, and nothing in it is touched: %s', (location) => {
    const cwd = folder({ ...POLICIES, 'src/main.ts': 'code' });
    const before = spawnSync('ls', ['-lAR'], { cwd, encoding: 'utf8' }).stdout;
    expect(lint(cwd, location)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(
        'the folder holds something else; name one that lint-policies has to itself',
      ) as string,
    });
    expect(spawnSync('ls', ['-lAR'], { cwd, encoding: 'utf8' }).stdout).toBe(before);
  });
});
