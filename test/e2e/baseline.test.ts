import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOG, folder, manifest, policy } from './run.js';
import { runHere } from './run-here.js';

const LIST = 'GET /v1/{project_id}/cloudservers/detail';
const SHOW = 'GET /v1/{project_id}/cloudservers/{server_id}';
const START = '{ api: "POST /v1/{project_id}/cloudservers/action", operation: ecs/batch-start-servers }';

function workspace(): string {
  return folder({ 'app.json': policy('ecs:cloudServers:list'), 'app.apis.yaml': manifest(LIST, SHOW) });
}

describe('a baseline', () => {
  it('holds what is there, with its reason, so that only what comes fails', async () => {
    const cwd = workspace();
    const written = await runHere(
      ['--catalog', CATALOG, '--write-baseline', '--reason', 'before the review', '--expires', '2999-12-31'],
      { cwd },
    );
    expect(written).toEqual({
      code: 0,
      stdout: '',
      stderr:
        '1 finding written to lint-policies.baseline.json; use it with --baseline lint-policies.baseline.json, or "baseline" in the configuration\n',
    });
    expect(JSON.parse(readFileSync(join(cwd, 'lint-policies.baseline.json'), 'utf8'))).toMatchObject({
      version: 1,
      findings: [
        { rule: 'missing-action', path: 'app.json', reason: 'before the review', expires: '2999-12-31' },
      ],
    });
    const against = ['--catalog', CATALOG, '--baseline', 'lint-policies.baseline.json'];
    expect(await runHere(against, { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 finding suppressed') as string,
    });

    // Other lines before it change nothing.
    writeFileSync(join(cwd, 'app.json'), `\n\n${policy('ecs:cloudServers:list')}`);
    expect((await runHere(against, { cwd })).code).toBe(0);

    writeFileSync(join(cwd, 'app.apis.yaml'), manifest(LIST, SHOW, START));
    const { code, stdout } = await runHere(against, { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('"ecs:cloudServers:start" is needed');
    expect(stdout).not.toContain('"ecs:cloudServers:get" is needed');
  });

  it('that 0.1.0 wrote still holds what was found then, though the sentences are others', async () => {
    const cwd = 'test/fixtures/baseline';
    const against = [
      'app.json',
      '--catalog',
      CATALOG,
      '--baseline',
      'baseline-0.1.0.json',
      '--format',
      'json',
    ];
    const { code, stdout } = await runHere(against, { cwd });
    const { summary, files } = JSON.parse(stdout) as {
      readonly summary: { readonly suppressed: number };
      readonly files: readonly { readonly findings: readonly unknown[] }[];
    };
    expect(code).toBe(0);
    expect(files.flatMap(({ findings }) => findings)).toEqual([]);
    expect(summary.suppressed).toBe(5);
  });

  it('keeps its reasons when it is written anew', async () => {
    const cwd = workspace();
    await runHere(['--catalog', CATALOG, '--write-baseline', 'b.json', '--reason', 'first'], { cwd });
    writeFileSync(join(cwd, 'app.apis.yaml'), manifest(LIST, SHOW, START));
    await runHere(['--catalog', CATALOG, '--write-baseline', 'b.json', '--reason', 'second'], { cwd });
    const { findings } = JSON.parse(readFileSync(join(cwd, 'b.json'), 'utf8')) as {
      readonly findings: readonly { readonly message: string; readonly reason: string }[];
    };
    expect(findings.map(({ message, reason }) => [/cloudServers:(\w+)/.exec(message)?.[1], reason])).toEqual([
      ['get', 'first'],
      ['start', 'second'],
    ]);
  });

  it('tells of an entry that nothing needs any more, and of one that has expired', async () => {
    const cwd = workspace();
    await runHere(
      ['--catalog', CATALOG, '--write-baseline', 'b.json', '--reason', 'for now', '--expires', '2000-01-01'],
      { cwd },
    );
    const expired = await runHere(['--catalog', CATALOG, '--baseline', 'b.json'], { cwd });
    expect(expired.code).toBe(1);
    expect(expired.stdout).toMatch(/b\.json:\d+:\d+ (?:error|warning) unused-suppression/);
    writeFileSync(join(cwd, 'app.json'), policy('ecs:cloudServers:list', 'ecs:cloudServers:get'));
    expect((await runHere(['--catalog', CATALOG, '--baseline', 'b.json'], { cwd })).stdout).toContain(
      'unused-suppression',
    );
  });

  it('needs a reason', async () => {
    expect(await runHere(['--catalog', CATALOG, '--write-baseline'], { cwd: workspace() })).toEqual({
      code: 2,
      stdout: '',
      stderr: '--write-baseline needs a reason why these findings may stay; add --reason "…"\n',
    });
  });
});
