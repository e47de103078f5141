import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openCacheStore } from '../../src/commands/cache/cache-store.js';
import { CATALOG, CLI, folder, manifest, policy, run } from './run.js';
import type { Outcome } from './run.js';
import { runHere } from './run-here.js';
import { text as lines } from '../text.js';

const LIST = 'GET /v1/{project_id}/cloudservers/detail';
const SHOW = 'GET /v1/{project_id}/cloudservers/{server_id}';

/** Something of all that a result may hang on. */
const FILES = {
  'app.json': policy('ecs:cloudServers:list', 'ecs:things:app'),
  'app.apis.yaml': manifest(LIST, SHOW),
  'alone.json': policy('ecs:*:*'),
  'none.json': '{ "hello": true }',
  'broken.json': '{ "Statement": [ ',
  'template.yaml': 'a: {{ b }}\n c: [',
  'shared.apis.yaml': `policies: [shared.json, outside/far.json, outside/absent.json]\n${manifest(SHOW)}`,
  'shared.json': policy('ecs:cloudServers:list'),
  'lint-policies.config.yaml': 'ignores: [{ files: outside/**, reason: not ours }]\ncatalogs: [overlay]\n',
};

interface Place {
  readonly cwd: string;
  readonly lint: (...args: readonly string[]) => Promise<Outcome>;
  /** The same without a cache. */
  readonly anew: (...args: readonly string[]) => Promise<Outcome>;
  readonly cache: string;
  /** The files in the cache that hold results. */
  readonly segments: () => readonly string[];
}

/** The files above in a folder, and a folder for a cache. Runs are processes of their own where a program is named. */
function place(cli?: string): Place {
  const root = folder(
    Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`work/${name}`, text])),
  );
  const [cwd, cache] = [join(root, 'work'), join(root, 'cache')];
  mkdirSync(join(cwd, 'outside'));
  writeFileSync(join(cwd, 'outside', 'far.json'), policy('ecs:cloudServers:get'));
  cpSync(CATALOG, join(cwd, 'catalog'), { recursive: true });
  mkdirSync(join(cwd, 'overlay', 'huaweicloud'), { recursive: true });
  writeFileSync(join(cwd, 'overlay', 'huaweicloud', 'things.yaml'), serviceOfOne('things:one:get'));
  const start = (args: readonly string[]): Promise<Outcome> => {
    const all = [...(args.includes('--catalog') ? [] : ['--catalog', 'catalog']), ...args];
    return cli === undefined ? runHere(all, { cwd }) : Promise.resolve(run(all, { cwd, cli }));
  };
  return {
    cwd,
    cache,
    lint: (...args) => start(['--cache', '--cache-location', cache, '--format', 'json', ...args]),
    anew: (...args) => start(['--format', 'json', ...args]),
    segments: () =>
      readdirSync(cache)
        .filter((name) => /^[0-9a-f]+-[0-9a-f]+$/.test(name))
        .sort(),
  };
}

function serviceOfOne(action: string): string {
  return lines`
    schema: 1
    cloud: huaweicloud
    service: ${action.split(':')[0] ?? ''}
    operations: []
    actions:
      - { name: ${action}, access_level: read, aliases: [], resources: [], condition_keys: [] }
  `;
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

describe('a run with a cache', () => {
  it.each(['text', 'json', 'sarif', 'markdown', 'html', 'junit', 'github', 'codeclimate'])(
    'prints byte for byte what one without prints, the first time and the second: %s',
    async (format) => {
      const { lint, anew, segments } = place();
      const expected = await anew('--format', format);
      expect(expected.stderr).toBe('');
      expect(expected.stdout.length).toBeGreaterThan(100);
      expect(await lint('--format', format)).toEqual(expected);
      const left = segments();
      expect(left).toHaveLength(1);
      expect(await lint('--format', format)).toEqual(expected);
      // Nothing was linted, or it would have been left there.
      expect(segments()).toEqual(left);
    },
  );

  it('takes from a report with calls what one without needs, not the other way round', async () => {
    const { lint, anew, segments } = place();
    await lint('--format', 'text');
    expect(await lint('--format', 'html')).toEqual(await anew('--format', 'html'));
    const left = segments();
    expect(await lint('--format', 'text')).toEqual(await anew('--format', 'text'));
    expect(segments()).toEqual(left);
  });

  it('lints in several threads what is new', async () => {
    const { lint, anew } = place(CLI);
    expect(await lint('--concurrency', '3')).toEqual(await anew());
    expect(await lint('--concurrency', '3')).toEqual(await anew());
  });

  it('has its folder among the caches of the user, one for each working directory', () => {
    const { cwd } = place();
    const caches = folder();
    const lint = (at: string): Outcome =>
      run(['--cache', '--catalog', CATALOG], { cwd: at, env: { XDG_CACHE_HOME: caches } });
    lint(cwd);
    lint(join(cwd, 'outside'));
    expect(readdirSync(join(caches, 'lint-policies'))).toHaveLength(2);
  });
});

function config(place: Place, text: string): void {
  writeFileSync(join(place.cwd, 'lint-policies.config.yaml'), `${FILES['lint-policies.config.yaml']}${text}`);
}

describe('what is kept in a cache is not taken any more', () => {
  const write =
    (name: string, text: string) =>
    ({ cwd }: Place): void => {
      writeFileSync(join(cwd, name), text);
    };
  const changes: Readonly<Record<string, (place: Place) => unknown>> = {
    'once a policy is another': write('app.json', policy('ecs:cloudServers:list', 'ecs:things:other')),
    'once a policy has moved down a line': ({ cwd }) => {
      edit(join(cwd, 'app.json'), (text) => `\n${text}`);
    },
    'once a policy has another name': ({ cwd }) => {
      renameSync(join(cwd, 'alone.json'), join(cwd, 'lonely.json'));
    },
    'once a policy is gone': ({ cwd }) => {
      rmSync(join(cwd, 'app.json'));
    },
    'once a policy is there': write('new.json', policy('ecs:*:*')),
    'once a file has become a policy': write('none.json', policy('ecs:*:*')),
    'once a broken file is mended': write('broken.json', policy('ecs:*:*')),
    'once a manifest is another': write('app.apis.yaml', manifest(LIST)),
    'once a manifest is broken': write('app.apis.yaml', 'apis: 5\n'),
    'once a manifest is gone': ({ cwd }) => {
      rmSync(join(cwd, 'app.apis.yaml'));
    },
    'once a manifest is there': write('alone.apis.yaml', manifest(LIST)),
    'once another manifest names the policy': write(
      'two.apis.yaml',
      `policies: [app.json]\n${manifest(LIST)}`,
    ),
    'once a policy that is only judged along is another': write(
      'outside/far.json',
      policy('ecs:cloudServers:list'),
    ),
    'once a policy that is only judged along is gone': ({ cwd }) => {
      rmSync(join(cwd, 'outside', 'far.json'));
    },
    'once a policy that was not there to be judged along is': write(
      'outside/absent.json',
      policy('ecs:cloudServers:get'),
    ),
    'once a file is named, not found': () => ['.', 'template.yaml'],
    'once the catalog is another': ({ cwd }) => {
      edit(join(cwd, 'catalog', 'huaweicloud', 'ecs.yaml'), (text) =>
        text.replaceAll('ecs:cloudServers:get', 'ecs:cloudServers:show'),
      );
    },
    'once the catalog has an override': ({ cwd }) => {
      writeFileSync(
        join(cwd, 'catalog', 'overrides.yaml'),
        lines`
          schema: 1
          overrides:
            - { cloud: huaweicloud, operation: ecs/show-server, set: { dependent_actions: [ecs:flavors:get] }, reason: a test, source: a test }
        `,
      );
    },
    'once the catalog is in another folder': ({ cwd }) => {
      cpSync(join(cwd, 'catalog'), join(cwd, 'other'), { recursive: true });
      edit(join(cwd, 'other', 'huaweicloud', 'ecs.yaml'), (text) =>
        text.replaceAll('ecs:cloudServers:get', 'ecs:cloudServers:show'),
      );
      return ['--catalog', 'other'];
    },
    'once a catalog that is laid over is another': write(
      'overlay/huaweicloud/ecs.yaml',
      serviceOfOne('ecs:things:app'),
    ),
    'once the cloud is another': () => ['--cloud', 'mycloud'],
    'once the preset is another': (place) => {
      config(place, 'preset: strict\n');
    },
    'once a rule is off': (place) => {
      config(place, 'rules: { unknown-action: off }\n');
    },
    'once a rule has another severity': (place) => {
      config(place, 'rules: { service-wildcard: error }\n');
    },
    'once a rule is off for a file': (place) => {
      config(place, 'overrides: [{ files: app.json, rules: { unknown-action: off } }]\n');
    },
    'once a rule has an option': (place) => {
      config(place, 'rules: { service-wildcard: [warning, { allowed: [ecs] }] }\n');
    },
  };

  it.each(Object.entries(changes))('%s', async (_, change) => {
    const there = place();
    mkdirSync(join(there.cwd, 'catalog', 'mycloud'));
    cpSync(
      join(there.cwd, 'catalog', 'huaweicloud', 'ecs.yaml'),
      join(there.cwd, 'catalog', 'mycloud', 'ecs.yaml'),
    );
    edit(join(there.cwd, 'catalog', 'mycloud', 'ecs.yaml'), (text) =>
      text.replace('cloud: huaweicloud', 'cloud: mycloud'),
    );
    const before = await there.lint();
    const changed = change(there);
    const args = Array.isArray(changed) ? (changed as readonly string[]) : [];
    const expected = await there.anew(...args);
    expect(expected.stdout).not.toBe('');
    expect(expected).not.toEqual(before);
    expect(await there.lint(...args)).toEqual(expected);
  });

  it('once the linter is another, by as little as one word of it', async () => {
    const copy = folder();
    cpSync('dist', join(copy, 'dist'), { recursive: true });
    cpSync('package.json', join(copy, 'package.json'));
    const { lint, anew } = place(join(copy, 'dist', 'cli.js'));
    const before = await lint();
    const words = 'allows every action of';
    const chunks = readdirSync(join(copy, 'dist', 'chunks'))
      .map((name) => join(copy, 'dist', 'chunks', name))
      .filter((file) => readFileSync(file, 'utf8').includes(words));
    for (const file of chunks) edit(file, (text) => text.replaceAll(words, 'allows all of'));
    const expected = await anew();
    expect(expected).not.toEqual(before);
    expect(await lint()).toEqual(expected);
  });

  it('while what is said of findings that were made needs no linting anew', async () => {
    const there = place();
    await there.lint();
    const left = there.segments();
    config(
      there,
      'suppressions: [{ rule: unknown-action, files: app.json, reason: known }]\nfailOn: never\n',
    );
    expect(
      await there.lint('--write-baseline', 'lint-policies.baseline.json', '--reason', 'there before'),
    ).toMatchObject({ code: 0 });
    for (const args of [[], ['--baseline', 'lint-policies.baseline.json'], ['--fail-on', 'warning']])
      expect(await there.lint(...args)).toEqual(await there.anew(...args));
    expect(there.segments()).toEqual(left);
  });
});

describe('the folder of a cache', () => {
  it('keeps what is of use, in few files', async () => {
    const { cwd, lint, anew, segments, cache } = place();
    const size = (): number => segments().reduce((sum, name) => sum + statSync(join(cache, name)).size, 0);
    await lint();
    const once = size();
    for (let round = 0; round < 20; round += 1) {
      writeFileSync(join(cwd, 'alone.json'), policy('ecs:*:*', `ecs:things:${round}`));
      await lint();
      expect(segments().length).toBeLessThanOrEqual(17);
      expect(size()).toBeLessThan(3 * once);
    }
    expect(await lint()).toEqual(await anew());
    rmSync(join(cwd, 'app.json'));
    rmSync(join(cwd, 'app.apis.yaml'));
    for (const name of ['shared.apis.yaml', 'shared.json']) rmSync(join(cwd, name));
    await lint();
    expect(size()).toBeLessThan(once / 2);
  }, 60_000);

  it('keeps what a run over a part of the files does not ask for', async () => {
    const { lint, segments } = place();
    await lint();
    const left = segments();
    await lint('alone.json');
    await lint();
    // What is named and what is found are two things.
    expect(segments()).toEqual(expect.arrayContaining([...left]));
  });

  it('loses after a month what no run asks for', () => {
    const cache = folder();
    const write = (): void => {
      const store = openCacheStore(cache);
      store.write([
        ['a', [Buffer.from('one')]],
        ['b', [Buffer.from('two')]],
        ['c', [Buffer.from('and more')]],
      ]);
      store.close(false);
    };
    const reading = (...names: readonly string[]): readonly (string | undefined)[] => {
      const store = openCacheStore(cache);
      const read = names.map((name) => store.read(name));
      expect(store.close(false)).toEqual([]);
      return read.map((bytes) => bytes && Buffer.from(bytes).toString());
    };
    const now = Date.now();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    vi.useFakeTimers({ toFake: ['Date'], now: now - 31 * 24 * 60 * 60 * 1000 });
    write();
    expect(reading('a')).toEqual(['one']);
    expect(reading('a', 'b')).toEqual(['one', 'two']);
    vi.setSystemTime(now);
    expect(reading('a')).toEqual(['one']);
    expect(reading('a', 'b')).toEqual(['one', undefined]);
  });

  it('keeps what it has where a run fails', async () => {
    const { lint, segments } = place();
    await lint();
    const left = segments();
    expect(await lint('--cloud', 'nowhere')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('nowhere') as string,
    });
    expect(segments()).toEqual(left);
  });

  it('may be deleted while it is in use', async () => {
    const { lint, anew, cache } = place();
    await lint();
    for (const name of ['CACHEDIR.TAG', '.gitignore']) rmSync(join(cache, name));
    expect(await lint()).toEqual(await anew());
    expect(readdirSync(cache)).toContain('CACHEDIR.TAG');
  });

  it('loses what a run that was killed has left half-written, a day later', async () => {
    const { lint, cache } = place();
    await lint();
    const drafts = ['.lint-policies.0123456789ab.tmp', '.lint-policies.ba9876543210.tmp'].map((name) =>
      join(cache, name),
    );
    for (const file of drafts) writeFileSync(file, 'half');
    const before = new Date(Date.now() - 25 * 60 * 60 * 1000);
    utimesSync(drafts[0] ?? '', before, before);
    await lint();
    expect(readdirSync(cache).filter((name) => name.endsWith('.tmp'))).toEqual([
      '.lint-policies.ba9876543210.tmp',
    ]);
  });

  it('says to git and to backup programs what it is', async () => {
    const { lint, cache } = place();
    await lint();
    expect(readFileSync(join(cache, '.gitignore'), 'utf8')).toBe('*\n');
    expect(readFileSync(join(cache, 'CACHEDIR.TAG'), 'utf8')).toMatch(
      /^Signature: 8a477f597d28d172789f06886806bc55\n/,
    );
  });

  it('may be used by several runs at once', async () => {
    const there = place();
    const expected = await there.anew();
    const start = async (): Promise<Outcome> => {
      const child = spawn(
        process.execPath,
        [CLI, '--catalog', 'catalog', '--cache', '--cache-location', there.cache, '--format', 'json'],
        { cwd: there.cwd, env: { PATH: process.env['PATH'] } },
      );
      const said = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk: Buffer) => {
        said.stdout += chunk.toString();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        said.stderr += chunk.toString();
      });
      return new Promise((done) => {
        child.on('close', (code) => {
          done({ code, ...said });
        });
      });
    };
    for (const outcome of await Promise.all(Array.from({ length: 6 }, start)))
      expect(outcome).toEqual(expected);
    expect(await there.lint()).toEqual(expected);
  });
});

describe('a cache that cannot be used', () => {
  const unused = async (place: Place, args: readonly string[]): Promise<void> => {
    const { stderr, ...rest } = await place.lint(...args);
    const expected = await place.anew(...args);
    expect(stderr).toMatch(/^--cache is not used: .+\n/);
    expect({ ...rest, stderr: stderr.slice(stderr.indexOf('\n') + 1) }).toEqual(expected);
    expect(await place.lint('--quiet', ...args)).toEqual(await place.anew('--quiet', ...args));
    expect(() => place.segments()).toThrow('ENOENT');
  };

  it('is said not to be where fixes are made', async () => {
    await unused(place(), ['app.json', '--fix']);
  });

  it('is said not to be where standard input is linted', async () => {
    await unused(place(), ['-', '--stdin-filename', 'app.json']);
  });

  it('is said not to be where a configuration has rules of its own', async () => {
    const there = place(CLI);
    const rule =
      "createRule({ id: 'own', meta: { type: 'problem', docs: { description: 'x', category: 'validity', recommended: 'error', sources: [] }, messages: { x: 'x' } }, create: () => ({}) })";
    writeFileSync(
      join(there.cwd, 'own.config.mjs'),
      lines`
        import { createRule } from ${JSON.stringify(pathToFileURL(resolve('dist/index.js')).href)};
        export default { plugins: [{ rules: [${rule}] }] };
      `,
    );
    await unused(there, ['--config', 'own.config.mjs']);
  });

  it('is said not to be where revisions are compared', async () => {
    const there = place();
    for (const args of [
      ['init', '-q'],
      ['add', '-A'],
      ['-c', 'user.name=a', '-c', 'user.email=a@example.test', 'commit', '-qm', 'x'],
    ])
      expect(spawnSync('git', args, { cwd: there.cwd }).status).toBe(0);
    await unused(there, ['--since', 'HEAD']);
  });

  it('is refused without --cache, as is a file in its place', async () => {
    const { anew, lint, cache } = place();
    expect(await anew('--cache-location', cache)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('add --cache') as string,
    });
    writeFileSync(cache, '');
    expect(await lint()).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('is a file; name a folder') as string,
    });
  });
});
