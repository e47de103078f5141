import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INDEX_FORMAT } from '../../src/catalog/index/catalog-index.js';
import { storeServices } from '../../src/catalog/yaml/store.js';
import { writeOutput } from '../../src/reference/output.js';
import { service } from '../catalog/models.js';
import { CATALOG, folder, manifest, policy, run } from '../e2e/run.js';
import { runHere } from '../e2e/run-here.js';
import { text as lines } from '../text.js';

const SECRET = 'token-that-nobody-may-see';

/** A folder with a secret, and the working directory beside it. */
function beside(files: Readonly<Record<string, string>>): { readonly root: string; readonly cwd: string } {
  const root = folder({
    'secret.env': `${SECRET}\n`,
    'secret.json': `{ "password": "${SECRET}" }\n`,
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`work/${name}`, text])),
  });
  return { root, cwd: join(root, 'work') };
}

describe('a manifest that names a file outside', () => {
  it.each([
    '../secret.env',
    '../secret.json',
    '../../../../../../../../etc/passwd',
    '/etc/passwd',
    'link.env',
    '../secret.env#a.b',
  ])('shows nothing of it in any output: %s', async (path) => {
    const { cwd, root } = beside({
      'app.json': policy('ecs:cloudServers:list'),
      'app.apis.yaml': `policies: [app.json, "${path}"]\n${manifest('GET /v1/{project_id}/cloudservers/detail')}`,
    });
    symlinkSync(join(root, 'secret.env'), join(cwd, 'link.env'));
    for (const args of [
      ['--manifest', 'app.apis.yaml', '--fix'],
      ['.', '--format', 'sarif'],
    ]) {
      const { stdout, stderr } = await runHere([...args, '--catalog', CATALOG], { cwd });
      expect(stdout + stderr).not.toContain(SECRET);
      expect(stdout + stderr).not.toContain('root:');
    }
    expect(readFileSync(join(root, 'secret.env'), 'utf8')).toBe(`${SECRET}\n`);
  });
});

describe('a link in a folder that is searched', () => {
  it('is not followed, whatever it leads to', async () => {
    const { cwd, root } = beside({ 'app.json': policy('ecs:cloudServers:list') });
    mkdirSync(join(root, 'elsewhere'));
    writeFileSync(join(root, 'elsewhere', 'other.json'), policy(`ecs:${SECRET}:list`));
    symlinkSync(join(root, 'elsewhere'), join(cwd, 'linked'));
    symlinkSync(join(root, 'elsewhere', 'other.json'), join(cwd, 'other.json'));
    symlinkSync('.', join(cwd, 'loop'));
    const { stdout, stderr } = await runHere(['--verbose', '--catalog', CATALOG], { cwd });
    expect(stdout + stderr).not.toContain(SECRET);
  });
});

describe('a link of another revision', () => {
  const since = async (links: Readonly<Record<string, string>>): Promise<string> => {
    const cwd = folder({
      'app.apis.yaml': `policies: [app.json]\n${manifest('GET /v1/{project_id}/cloudservers/detail')}`,
      'real.json': policy('ecs:cloudServers:list', 'ecs:servers:get'),
    });
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(cwd, name));
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.test', ...args], {
        cwd,
        stdio: 'pipe',
      });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'links');
    rmSync(join(cwd, 'app.json'));
    writeFileSync(join(cwd, 'app.json'), policy('ecs:cloudServers:list'));
    // The files of the other revision are laid out below the folder for temporary files: beside the secret.
    const beside = folder({ 'secret.json': policy('ecs:cloudServers:list', `ecs:servers:${SECRET}`) });
    const { stdout, stderr } = await runHere(
      ['app.json', '--since', 'HEAD', '--catalog', CATALOG, '--format', 'json'],
      { cwd, env: { TMPDIR: beside } },
    );
    return stdout + stderr;
  };

  it('is followed to a file of that revision', async () => {
    expect(await since({ 'app.json': 'real.json' })).toContain('ecs:servers:get');
  });

  it.each([
    { 'app.json': '../secret.json' },
    { 'here.json': '.', 'app.json': 'here.json/../secret.json' },
    { 'app.json': 'b.json', 'b.json': 'c.json/../secret.json', 'c.json': '.' },
  ])('never leads out of it: %j', async (links) => {
    expect(await since(links)).not.toContain(SECRET);
  });
});

describe('a catalog of somebody else', () => {
  const yaml = (serviceName: string): string =>
    lines`
      schema: 1
      cloud: testcloud
      service: ${JSON.stringify(serviceName)}
    `;

  it.each(['../evil', '/evil', '.hidden', '__proto__'])('cannot name a service %j', async (name) => {
    const cwd = folder({ 'catalog/testcloud/ecs.yaml': yaml(name), 'app.json': policy('ecs:a:b') });
    expect((await runHere(['reference', '--catalog', 'catalog', '--out', 'out'], { cwd })).code).toBe(2);
    expect(readdirSync(cwd).sort()).toEqual(['app.json', 'catalog']);
  });

  it('cannot make the compiled index read files outside of it', async () => {
    const { cwd } = beside({ 'app.json': policy('ecs:cloudServers:list') });
    const compiled = join(cwd, 'compiled', 'testcloud');
    mkdirSync(compiled, { recursive: true });
    writeFileSync(
      join(compiled, 'index.json'),
      JSON.stringify({
        format: INDEX_FORMAT,
        cloud: 'testcloud',
        version: 'x',
        services: { '../../../secret': {} },
      }),
    );
    const { code, stdout, stderr } = await runHere(
      ['app.json', '--catalog', 'compiled', '--cloud', 'testcloud'],
      {
        cwd,
      },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('names a service');
    expect(stdout + stderr).not.toContain(SECRET);
  });

  it.each(['../work', '/etc'])('is of no cloud named %s', async (cloud) => {
    const { cwd } = beside({ 'app.json': policy('ecs:cloudServers:list') });
    expect((await runHere(['app.json', '--catalog', CATALOG, '--cloud', cloud], { cwd })).code).toBe(2);
    expect((await runHere(['extract', 'app.json', '--cloud', cloud, '--out', 'out'], { cwd })).code).toBe(2);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

describe('an output folder with links in it', () => {
  it.each([
    ['a file that leads to one outside', 'index.md', 'victim.txt'],
    ['a folder that leads outside', 'pages', 'elsewhere'],
    ['a file that leads to where nothing is', 'index.md', 'absent.txt'],
    ['the list of what was generated', '.generated', 'victim.txt'],
  ])('is refused: %s', (_, name, target) => {
    const root = folder({ 'victim.txt': 'mine\n', 'elsewhere/page.md': 'mine\n', 'out/old.md': 'old\n' });
    symlinkSync(join(root, target), join(root, 'out', name));
    expect(() => {
      writeOutput(
        join(root, 'out'),
        new Map([
          ['index.md', 'new'],
          ['pages/page.md', 'new'],
        ]),
      );
    }).toThrow('is a link that leads out of the output folder');
    expect(readFileSync(join(root, 'victim.txt'), 'utf8')).toBe('mine\n');
    expect(readFileSync(join(root, 'elsewhere/page.md'), 'utf8')).toBe('mine\n');
    expect(existsSync(join(root, 'absent.txt'))).toBe(false);
    expect(
      existsSync(join(root, 'out/index.md')) && readFileSync(join(root, 'out/index.md'), 'utf8') === 'new',
    ).toBe(false);
  });

  it('is refused where one link leads out by another', () => {
    const root = folder({ 'victim.txt': 'mine\n', 'deep/in/side/old.md': 'old\n' });
    const out = join(root, 'deep/in/side');
    symlinkSync('.', join(out, 'here'));
    symlinkSync('here/../../../victim.txt', join(out, 'index.md'));
    expect(() => {
      writeOutput(out, new Map([['index.md', 'new']]));
    }).toThrow('is a link that leads out of the output folder');
    expect(readFileSync(join(root, 'victim.txt'), 'utf8')).toBe('mine\n');
  });

  it('removes nothing outside that the list of an earlier run names', () => {
    const root = folder({
      'victim.txt': 'mine\n',
      'elsewhere/page.md': 'mine\n',
      'out/.generated': lines`
        ../victim.txt
        /etc/hostname
        ..\\victim.txt
        linked/page.md
      `,
    });
    symlinkSync(join(root, 'elsewhere'), join(root, 'out', 'linked'));
    expect(() => {
      writeOutput(join(root, 'out'), new Map([['index.md', 'new']]));
    }).toThrow('is a link that leads out of the output folder');
    expect(existsSync(join(root, 'elsewhere/page.md')) && existsSync(join(root, 'victim.txt'))).toBe(true);
  });

  it('may be a link itself, and hold links to its own files', () => {
    const root = folder({ 'real/a.md': 'a\n' });
    symlinkSync(join(root, 'real'), join(root, 'out'));
    symlinkSync('a.md', join(root, 'real', 'b.md'));
    writeOutput(join(root, 'out'), new Map([['b.md', 'new']]));
    expect(readFileSync(join(root, 'real/b.md'), 'utf8')).toBe('new');
  });

  it('takes no catalog that would be written through them', () => {
    const root = folder({ 'victim.yaml': 'mine\n', 'out/testcloud/.keep': '' });
    symlinkSync(join(root, 'victim.yaml'), join(root, 'out/testcloud/ecs.yaml'));
    expect(() => storeServices(join(root, 'out'), 'testcloud', [service('ecs', [])], [], true)).toThrow(
      'is a link that leads out of the output folder',
    );
    expect(readFileSync(join(root, 'victim.yaml'), 'utf8')).toBe('mine\n');
  });
});

describe('a revision whose tree names files outside', () => {
  it('lays out none of them', () => {
    const root = folder({ 'work/app.json': policy('ecs:cloudServers:list') });
    const cwd = join(root, 'work');
    const git = (input: string | Buffer, ...args: readonly string[]): string =>
      execFileSync('git', args, {
        cwd,
        input,
        stdio: ['pipe', 'pipe', 'pipe'],
        env: {
          ...process.env,
          GIT_AUTHOR_NAME: 'a',
          GIT_AUTHOR_EMAIL: 'a@example.test',
          GIT_COMMITTER_NAME: 'a',
          GIT_COMMITTER_EMAIL: 'a@example.test',
        },
      })
        .toString()
        .trim();
    git('', 'init', '--quiet');
    git('', 'add', '--all');
    git('', 'commit', '--quiet', '--message=first');
    const blob = git(policy('ecs:*:*'), 'hash-object', '-w', '--stdin');
    const entry = (mode: string, name: string, id: string): Buffer =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
    const inner = git(
      entry('100644', 'lint-policies-escaped.json', blob),
      'hash-object',
      '-t',
      'tree',
      '-w',
      '--literally',
      '--stdin',
    );
    const middle = git(
      entry('40000', '..', inner),
      'hash-object',
      '-t',
      'tree',
      '-w',
      '--literally',
      '--stdin',
    );
    const tree = git(
      Buffer.concat([entry('40000', '..', middle), entry('100644', 'app.json', blob)]),
      'hash-object',
      '-t',
      'tree',
      '-w',
      '--literally',
      '--stdin',
    );
    const commit = git('', 'commit-tree', tree, '-m', 'hostile');
    const temporary = join(root, 'a', 'b', 'c');
    cpSync(cwd, temporary, { recursive: true });
    const { stderr } = run(['--since', commit, '--catalog', CATALOG], { cwd, env: { TMPDIR: temporary } });
    expect(stderr).toBe('');
    expect(
      ['a', 'a/b', 'a/b/c'].flatMap((path) =>
        readdirSync(join(root, path)).filter((name) => name.includes('escaped')),
      ),
    ).toEqual([]);
  });
});
