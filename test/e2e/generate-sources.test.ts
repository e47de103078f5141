import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, manifest } from './run.js';
import { runHere } from './run-here.js';
import { text } from '../text.js';

const TERRAFORM = text`
  resource "huaweicloud_vpc" "main" {
    name = "main"
  }
`;

/** Actions of the printed policy with what stands in the comment behind each. */
function explained(stdout: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from(stdout.matchAll(/^ +- "?(\S+?)"? # (.+)$/gm), ([, action = '', reason = '']) => [
      action,
      reason,
    ]),
  );
}

describe('generate, straight from sources', () => {
  it('gives the policy of what code calls, each action with the line that needs it', async () => {
    const cwd = folder();
    cpSync('test/fixtures/calls/code/typescript', join(cwd, 'src'), { recursive: true });
    const { code, stdout, stderr } = await runHere(['generate', 'src', '--format', 'yaml', '--explain'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(stderr).toBe('3 calls in 2 files\n');
    expect(
      Object.entries(explained(stdout)).map(
        ([action, reason]) => `${action} ${/src\/\S+:\d+/.exec(reason)?.[0] ?? ''}`,
      ),
    ).toEqual([
      'ecs:cloudServers:list src/main.cjs:7',
      'evs:volumes:delete src/clients.mts:22',
      'evs:volumes:list src/clients.mts:17',
    ]);
  });

  it('says of Terraform that it is an upper bound', async () => {
    const cwd = folder({ 'infra/main.tf': TERRAFORM });
    const { code, stdout, stderr } = await runHere(
      ['generate', 'infra', '--allow-unproven', '--format', 'yaml', '--explain'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(explained(stdout)['vpc:vpcs:create']).toContain('infra/main.tf:1, may happen');
    expect(stderr).toMatch(/^an upper bound: (\d+) of \1 actions are needed only by calls that may happen$/m);
    expect(await runHere(['generate', 'infra'], { cwd })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('nothing was written') as string,
    });
  });

  it('gives the policy of what traces show, and how often', async () => {
    const cwd = folder();
    cpSync('test/fixtures/calls/traces', join(cwd, 'traces'), { recursive: true });
    const args = [
      'generate',
      'traces',
      '--cloud',
      'opentelekomcloud',
      '--trace-user',
      'night-shift',
      '--explain',
    ];
    // A record that could not be placed may be of a call that the policy would lack.
    expect(await runHere(args, { cwd })).toMatchObject({ code: 1, stdout: '' });
    const { code, stdout, stderr } = await runHere([...args, '--allow-unproven', '--policy-version', '1.1'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      Statement: [
        {
          Action: [
            'ecs:cloudServers:deleteServers',
            'ecs:cloudServers:stop',
            'evs:volumes:create',
            'evs:volumes:get',
          ],
        },
      ],
    });
    expect(stderr).toMatch(
      /^evs:volumes:create +POST \/v2\/\{project_id\}\/volumes .*, seen 2 times, last on 2026-10-20, /m,
    );
  });

  it('gives one policy for all of them, and writes it where it is told to', async () => {
    const cwd = folder({ 'main.tf': TERRAFORM });
    cpSync('test/fixtures/calls/code/go', join(cwd, 'src'), { recursive: true });
    expect(
      await runHere(['generate', 'src', 'main.tf', '--allow-unproven', '-o', './'], { cwd }),
    ).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('wrote policy.json\n') as string,
    });
    expect((await runHere(['policy.json'], { cwd })).code).toBe(0);
  });

  it('takes sources or a manifest', async () => {
    const cwd = folder({ 'main.tf': TERRAFORM, 'app.apis.yaml': manifest('GET /v1/{project_id}/vpcs') });
    expect(await runHere(['generate'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('name the manifest') as string,
    });
    expect(await runHere(['generate', 'main.tf', '-m', 'app.apis.yaml'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not both') as string,
    });
  });
});
