import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CATALOG, CLI, folder, manifest, policy } from './run.js';

const LIST = 'GET /v1/{project_id}/cloudservers/detail';

/** A watch whose output goes into a file of the watched folder, as `> lint.log` would have it. */
function watch(cwd: string, ...args: readonly string[]) {
  const log = join(cwd, 'lint.log');
  const file = openSync(log, 'a');
  const child = spawn(process.execPath, [CLI, '--watch', '--catalog', CATALOG, ...args], {
    cwd,
    stdio: ['ignore', file, file],
    env: { PATH: process.env['PATH'] },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let seen = 0;
  const read = (): string => readFileSync(log, 'utf8').slice(seen);
  return {
    child,
    read,
    /** Waits for a run that ends with these words somewhere in it; what came before it is passed over. */
    until: async (words: RegExp): Promise<void> => {
      const ended = 'watching for changes; interrupt to stop\n';
      while (!words.test(read()) || !read().endsWith(ended))
        await new Promise((done) => setTimeout(done, 10));
      seen += read().length;
    },
  };
}

describe('--watch', () => {
  it('sees new and deleted files and folders, manifests, configurations and what is ignored; not its own output', async () => {
    const cwd = folder({ 'app.json': policy('ecs:cloudServers:*') });
    const put = (name: string, text: string): void => {
      writeFileSync(join(cwd, name), text);
    };
    const { child, until, read } = watch(cwd);
    await until(/1 policy without a manifest/);

    put('app.apis.yaml', manifest(LIST));
    await until(/^changed: app\.apis\.yaml\n.*warning excess-action/s);
    mkdirSync(join(cwd, 'a/b'), { recursive: true });
    writeFileSync(join(cwd, 'a/b/new.json'), '{ "Statement": [');
    await until(/a\/b\/new\.json:1:17 error syntax/);
    rmSync(join(cwd, 'a'), { recursive: true });
    await until(/⚠ 1 warning in 1 file/);

    // A change of branches takes a folder away and makes it anew.
    mkdirSync(join(cwd, 'c'));
    put('c/x.json', policy('ecs:cloudServers:list'));
    await until(/in 2 files/);
    rmSync(join(cwd, 'c'), { recursive: true });
    mkdirSync(join(cwd, 'c'));
    put('c/y.json', policy('ecs:cloudServers:list'));
    await until(/in 2 files/);
    put('c/y.json', '{ "Statement": [');
    await until(/c\/y\.json:1:17 error syntax/);
    rmSync(join(cwd, 'c'), { recursive: true });
    await until(/in 1 file/);

    put('lint-policies.config.mjs', 'export default { rules: { "excess-action": "error" } };\n');
    await until(/error excess-action/);
    put('lint-policies.config.mjs', 'export default { rules: { "excess-action": "off" } };\n');
    await until(/No findings/);
    put('.gitignore', 'app.*\n');
    await until(/nothing was checked/);

    await new Promise((done) => setTimeout(done, 300));
    expect(read()).toBe('');
    child.kill('SIGTERM');
    expect(await new Promise((done) => child.once('exit', done))).toBe(2);
  });

  it('is not set off by the cache that it keeps', async () => {
    const cwd = folder({ 'app.json': policy('ecs:cloudServers:*'), 'app.apis.yaml': manifest(LIST) });
    const { until, read } = watch(cwd, '--cache', '--cache-location', 'cache');
    await until(/warning excess-action/);
    writeFileSync(join(cwd, 'app.json'), policy('ecs:cloudServers:list'));
    await until(/^changed: app\.json\n.*No findings/s);
    writeFileSync(join(cwd, 'app.json'), policy('ecs:cloudServers:*'));
    await until(/^changed: app\.json\n.*warning excess-action/s);
    expect(read()).toBe('');
  });
});
