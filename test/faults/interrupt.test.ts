import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOG, folder, manifest, policy } from '../e2e/run.js';
import { contents, FIXED, LIST, run, shell, SHOW, start, workspace } from './faults.js';
import { text as lines } from '../text.js';

/** So many policies of one text, each with its manifest. */
function numbered(count: number, text: string): Readonly<Record<string, string>> {
  const names = Array.from({ length: count }, (_, index) => `p${index}`);
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => [
      [`${name}.json`, text],
      [`${name}.apis.yaml`, manifest(LIST)],
    ]),
  );
}

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

describe('an interrupt while a file is written', () => {
  it.each(SIGNALS)('leaves it whole, and nothing beside it: %s, exit %i', (signal, code) => {
    const cwd = workspace();
    // It comes when the new text lies beside the file and is about to be put in its place.
    expect(
      run(cwd, ['--fix', '--quiet', '--output', 'report.txt'], { call: 'renameSync', path: '.tmp', signal }),
    ).toEqual({ code, stdout: '', stderr: '' });
    const { 'app.json': text, 'report.txt': report, ...rest } = contents(cwd);
    expect([policy('ecs:cloudServers:*'), FIXED]).toContain(text);
    expect(report ?? '').toBe('');
    expect(rest).toEqual({ 'app.apis.yaml': manifest(LIST) });
  });

  it.each([
    // A report is written piece by piece, into a file that is opened for it.
    ['a report', ['--format', 'sarif=report.sarif'], 'openSync'],
    ['a baseline', ['--write-baseline', '--reason', 'x'], 'writeFileSync'],
    ['a policy', ['generate', '-m', 'app.apis.yaml', '-o', 'new.json'], 'writeFileSync'],
    ['a reference', ['reference', '--catalog', CATALOG, '--out', 'out'], 'writeFileSync'],
    ['a catalog', ['extract', 'page.md', '--out', 'out'], 'writeFileSync'],
    ['a manifest', ['calls', 'main.tf', '-m', 'main.apis.yaml'], 'writeFileSync'],
  ] as const)('leaves no half of %s', (_, args, call) => {
    const files = {
      'page.md': readFileSync('test/fixtures/extract/lifecycle.zh.md', 'utf8'),
      'main.tf': 'resource "huaweicloud_evs_volume" "a" {}\n',
    };
    const done = workspace(files);
    run(done, args);
    const cwd = workspace(files);
    expect(run(cwd, args, { call, path: '.tmp', signal: 'SIGTERM' }).code).toBe(143);
    const whole = contents(done);
    for (const [name, text] of Object.entries(contents(cwd))) {
      expect(name).not.toMatch(/\.tmp$/);
      if (name !== 'out/.generated') expect(text).toBe(whole[name]);
    }
  });

  it('removes the copy of the other revision that --since makes', async () => {
    const cwd = workspace(numbered(200, policy('ecs:cloudServers:get')));
    shell(cwd, 'git init -q && git add . && git -c user.name=T -c user.email=t@example.test commit -qm x');
    const temporary = folder();
    const { child, ended } = start(cwd, ['--since', 'HEAD', '--concurrency', 'off'], { TMPDIR: temporary });
    while (readdirSync(temporary).length === 0) await new Promise((done) => setTimeout(done, 5));
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, stdout: '', stderr: '' });
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('two runs that write one folder at the same time', () => {
  const many = numbered(40, policy('ecs:cloudServers:*'));

  it('fix each file once, and whole', async () => {
    const cwd = folder(many);
    const ends = await Promise.all(
      [1, 2].map(() => start(cwd, ['--fix', '--quiet', '--catalog', CATALOG]).ended),
    );
    for (const { code, stderr } of ends) {
      // Whoever comes second finds the file fixed, or changed under its hands, and says so.
      for (const line of stderr.split('\n').slice(0, -1))
        expect(line).toMatch(/^p\d+\.json: has changed since it was read/);
      expect(code).toBe(stderr === '' ? 0 : 2);
    }
    for (const [name, text] of Object.entries(contents(cwd)))
      expect(text).toBe(name.endsWith('.json') ? FIXED : many[name]);
  });

  it('write a baseline that is the one or the other', async () => {
    const cwd = workspace({ 'app.apis.yaml': manifest(LIST, SHOW) });
    const ends = await Promise.all(
      ['one', 'two'].map(
        (reason) =>
          start(cwd, ['--write-baseline', 'b.json', '--reason', reason, '--catalog', CATALOG]).ended,
      ),
    );
    const { findings } = JSON.parse(readFileSync(join(cwd, 'b.json'), 'utf8')) as {
      readonly findings: readonly { readonly reason: string }[];
    };
    expect(new Set(findings.map(({ reason }) => reason)).size).toBe(1);
    expect(ends.map(({ code }) => code).filter((code) => code !== 0 && code !== 2)).toEqual([]);
    expect(readdirSync(cwd).sort()).toEqual(['app.apis.yaml', 'app.json', 'b.json']);
  });

  it('keep the services that the other one has written', () => {
    const page = readFileSync('test/fixtures/extract/lifecycle.zh.md', 'utf8');
    const cwd = folder({ 'page.md': page });
    // The other run adds its service just before this one writes.
    shell(cwd, 'mkdir -p out/huaweicloud');
    const theirs = lines`
      schema: 1
      cloud: huaweicloud
      service: zzz
      operations: []
      actions: []
    `;
    const { code } = run(cwd, ['extract', 'page.md', '--out', 'out'], {
      call: 'writeFileSync',
      path: '.tmp',
      write: { file: join(cwd, 'out/huaweicloud/zzz.yaml'), text: theirs },
    });
    expect(code).toBe(0);
    expect(contents(cwd)['out/huaweicloud/zzz.yaml']).toBe(theirs);
  });

  it('do not overwrite a service that the other one has written', () => {
    const page = readFileSync('test/fixtures/extract/lifecycle.zh.md', 'utf8');
    const cwd = folder({ 'page.md': page });
    run(cwd, ['extract', 'page.md', '--out', 'out']);
    const [written = ''] = Object.keys(contents(cwd)).filter((name) => name.startsWith('out/'));
    const theirs = readFileSync(join(cwd, written), 'utf8').replace(/(?<=- id: \S+)\n/, '-2\n');
    rmSync(join(cwd, written));
    const end = run(cwd, ['extract', 'page.md', '--out', 'out'], {
      call: 'existsSync',
      path: written,
      write: { file: join(cwd, written), text: theirs },
    });
    expect(end).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        `${written}: was written by another run meanwhile; nothing was changed, run again`,
      ) as string,
    });
    expect(contents(cwd)[written]).toBe(theirs);
  });

  it('write a reference of which every file is whole, and the next run knows them all', async () => {
    const cwd = folder();
    const write = (...args: readonly string[]) =>
      start(cwd, ['reference', '--catalog', CATALOG, '--out', 'out', ...args]).ended;
    expect((await Promise.all([write(), write('--html')])).map(({ code }) => code)).toEqual([0, 0]);
    await write();
    const [mixed, alone] = [contents(join(cwd, 'out')), folder()];
    run(alone, ['reference', '--catalog', CATALOG, '--out', 'out']);
    expect(mixed).toEqual(contents(join(alone, 'out')));
  });
});
