import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCacheStore } from '../../src/commands/cache/cache-store.js';
import { CATALOG, folder, policy, run } from '../e2e/run.js';
import type { Outcome, RunOptions } from '../e2e/run.js';
import { runHere } from '../e2e/run-here.js';
import { defined } from '../../src/defined.js';

const POLICIES = { 'app.json': policy('ecs:*:*'), 'other.json': policy('ecs:cloudServers:list') };

const withCache = (location: string): string[] => [
  '--catalog',
  CATALOG,
  '--cache',
  '--cache-location',
  location,
];

async function lint(cwd: string, location: string, env?: RunOptions['env']): Promise<Outcome> {
  return runHere(withCache(location), defined({ cwd, env }));
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
  ])('is told of and filled anew: %s', async (_, damage) => {
    const cwd = folder(POLICIES);
    const cache = join(folder(), 'cache');
    const expected = await lint(cwd, cache);
    expect(expected).toMatchObject({ code: 0, stderr: '' });
    const [segment = ''] = segmentsOf(cache);
    damage(join(cache, segment));
    const { stderr, ...rest } = await lint(cwd, cache);
    expect({ ...rest, stderr: '' }).toEqual(expected);
    expect(stderr).toMatch(/^\S+: is damaged; what it held was linted anew\n$/);
    expect(await lint(cwd, cache)).toEqual(expected);
  });
});

/** A repository with a policy, and with a cache that says of it what the sender of a change likes to hear. */
async function forged(): Promise<{ readonly cwd: string; readonly git: (...args: string[]) => unknown }> {
  const cwd = folder(POLICIES);
  const cache = join(folder(), 'cache');
  await lint(cwd, cache);
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

  it('is refused', async () => {
    const { cwd } = await forged();
    expect(await lint(cwd, '.cache/lint')).toMatchObject(REFUSED);
    expect(await lint(cwd, join(cwd, '.cache', 'lint'))).toMatchObject(REFUSED);
  });

  it('is refused from a folder below, and in a hook of git', async () => {
    const { cwd } = await forged();
    mkdirSync(join(cwd, 'below'));
    writeFileSync(join(cwd, 'below', 'app.json'), policy('ecs:*:*'));
    expect(await lint(join(cwd, 'below'), '../.cache/lint')).toMatchObject(REFUSED);
    expect(
      await lint(join(cwd, 'below'), '../.cache/lint', { GIT_DIR: '.git', GIT_INDEX_FILE: '/nowhere' }),
    ).toMatchObject(REFUSED);
  });

  it('is refused where a link leads to it', async () => {
    const { cwd, git } = await forged();
    symlinkSync('.cache', join(cwd, 'link'));
    git('add', 'link');
    expect(await lint(cwd, 'link/lint')).toMatchObject(REFUSED);
  });

  it('is refused where only a part of it comes with it', async () => {
    const { cwd, git } = await forged();
    git('rm', '-q', '--cached', '-r', '.cache');
    const [segment = ''] = segmentsOf(join(cwd, '.cache', 'lint'));
    expect((await lint(cwd, '.cache/lint')).code).toBe(0);
    git('add', '-f', join('.cache', 'lint', segment));
    expect(await lint(cwd, '.cache/lint')).toMatchObject(REFUSED);
  });

  it('is refused where it comes as a submodule', async () => {
    const { cwd, git } = await forged();
    const { cwd: other } = await forged();
    git('rm', '-q', '-r', '.cache');
    git('submodule', '--quiet', 'add', other, 'sub');
    expect(await lint(cwd, 'sub/.cache/lint')).toMatchObject(REFUSED);
  });

  it('is refused where git is not there to ask, and taken where there is no repository', async () => {
    const { cwd } = await forged();
    const empty = folder();
    expect(run(withCache('.cache/lint'), { cwd, env: { PATH: empty } })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('git is not installed') as string,
    });
    rmSync(join(cwd, '.git'), { recursive: true });
    expect(run(withCache('.cache/lint'), { cwd, env: { PATH: empty } })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(await lint(cwd, '.cache/lint')).toMatchObject({ code: 0, stderr: '' });
  });

  it('is refused where git does not trust the repository', async ({ skip }) => {
    skip(process.getuid?.() !== 0, 'needs root, to give files away');
    const { cwd } = await forged();
    execFileSync('chown', ['-R', '65534', cwd]);
    expect(await lint(cwd, '.cache/lint')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(
        'nobody can tell whether the folder is part of the repository',
      ) as string,
    });
  });
});

describe('a folder that is no cache', () => {
  it.each(['.', 'src'])('is refused, and nothing in it is touched: %s', async (location) => {
    const cwd = folder({ ...POLICIES, 'src/main.ts': 'code' });
    const before = spawnSync('ls', ['-lAR'], { cwd, encoding: 'utf8' }).stdout;
    expect(await lint(cwd, location)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(
        'the folder holds something else; name one that lint-policies has to itself',
      ) as string,
    });
    expect(spawnSync('ls', ['-lAR'], { cwd, encoding: 'utf8' }).stdout).toBe(before);
  });
});
