import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folder, policy } from './run.js';
import { runHere } from './run-here.js';
import { text as lines } from '../text.js';

const OTC = ['--cloud', 'opentelekomcloud'];

/** A folder with these of our traces, logs and specifications. */
function withSources(...names: readonly ('traces' | 'logs' | 'openapi')[]): string {
  const cwd = folder();
  for (const name of names) cpSync(join('test/fixtures/calls', name), join(cwd, name), { recursive: true });
  return cwd;
}

interface Printed {
  readonly observed?: readonly unknown[];
  readonly apis: readonly {
    readonly api: string;
    readonly operation?: string;
    readonly seen?: unknown;
    readonly from: readonly unknown[];
  }[];
}

async function seen(args: readonly string[], cwd: string): Promise<Readonly<Record<string, unknown>>> {
  const { code, stdout } = await runHere(['calls', ...OTC, ...args], { cwd });
  expect(code).toBe(0);
  return Object.fromEntries(
    (parse(stdout) as Printed).apis.map(({ api, operation, seen: of }) => [operation ?? api, of]),
  );
}

describe('traces', () => {
  it('show what was called, how often and when last; what cannot be placed and what shows no call is listed', async () => {
    const cwd = withSources('traces');
    const { code, stdout, stderr } = await runHere(
      ['calls', 'traces', ...OTC, '--trace-user', 'night-shift'],
      { cwd },
    );
    expect(code).toBe(0);
    const { observed, apis } = parse(stdout) as Printed;
    expect(observed).toEqual([{ by: 'traces', from: '2026-10-02', to: '2026-10-21', unplaced: 1 }]);
    expect(apis).toEqual([
      {
        api: 'POST /v1/{project_id}/cloudservers/action',
        operation: 'ecs/batch-stop-servers',
        seen: { count: 1, last: '2026-10-21' },
        from: [{ file: 'traces/transferred.ndjson', line: 2, confidence: 'likely', observed: true }],
      },
      {
        api: 'POST /v1/{project_id}/cloudservers/delete',
        seen: { count: 1, last: '2026-10-02' },
        from: [{ file: 'traces/system.json', line: 4, confidence: 'likely', observed: true }],
      },
      {
        api: 'POST /v2/{project_id}/volumes',
        seen: { count: 2, last: '2026-10-20' },
        from: [{ file: 'traces/transferred.ndjson', line: 1, confidence: 'likely', observed: true }],
      },
    ]);
    expect(stderr.split('\n').slice(0, -1)).toEqual([
      'traces/system.json:51: IAM login: no operation of the service is called so; declare what it calls',
      'traces/system.json:32: VPC createVpc: refused with 401 or 403, so it is no call to allow; declare it if the application needs it',
      'traces/system.json:42: traces: of other users',
      'traces/system.json:60: traces: of what the cloud did by itself',
      '3 calls in 2 files; not placed: 1',
    ]);
  });

  it('are the same packed, as CTS puts them into a bucket', async () => {
    const plain = withSources('traces');
    const packed = folder({
      'CloudTraces/eu-de/2026/10/21/system/ECS/a_CloudTrace_eu-de_2026-10-21T16-20-56Z_21d36ced8c8af71e.json.gz':
        gzipSync(readFileSync('test/fixtures/calls/traces/system.json')),
    });
    expect(await seen(['CloudTraces'], packed)).toEqual(await seen(['traces/system.json'], plain));
    const broken = folder({
      'a.json.gz': gzipSync(readFileSync('test/fixtures/calls/traces/system.json')).subarray(0, 300),
    });
    expect((await runHere(['calls', 'a.json.gz', ...OTC], { cwd: broken })).stderr).toContain(
      'a.json.gz: its gzip data ends too early',
    );
  });

  it('go into a manifest beside what code and hands declare, and stay there when code is checked', async () => {
    const cwd = withSources('traces', 'openapi');
    const args = ['-m', 'app.apis.yaml', ...OTC];
    expect((await runHere(['calls', 'openapi', ...args], { cwd })).code).toBe(0);
    expect((await runHere(['calls', 'traces', ...args], { cwd })).code).toBe(0);
    const text = readFileSync(join(cwd, 'app.apis.yaml'), 'utf8');
    const { apis } = parse(text) as Printed;
    expect(apis.find(({ operation }) => operation === 'ecs/batch-stop-servers')).toMatchObject({
      seen: { count: 1 },
      from: ['openapi/client.yaml:15', { file: 'traces/transferred.ndjson' }],
    });
    expect((await runHere(['calls', 'openapi', ...args, '--check'], { cwd })).code).toBe(0);
    expect((await runHere(['calls', 'traces', ...args, '--check'], { cwd })).code).toBe(0);
    await runHere(['calls', 'openapi', 'traces', ...args], { cwd });
    expect(readFileSync(join(cwd, 'app.apis.yaml'), 'utf8')).toBe(text);
  });
});

describe('access logs', () => {
  it('show requests in the common log format and in JSON', async () => {
    const cwd = withSources('logs');
    expect(await seen(['logs'], cwd)).toEqual({
      'GET /v1/{project_id}/cloudservers/detail': { count: 3, last: '2026-10-05' },
      'POST /v2/{project_id}/volumes': { count: 1, last: '2026-10-06' },
    });
    expect((await runHere(['calls', 'logs', ...OTC], { cwd })).stderr).toContain(
      'logs/egress.log:6: GET /healthz (2 times): the catalog of opentelekomcloud knows no such endpoint',
    );
  });

  it('of any other form are read by a pattern', async () => {
    const cwd = withSources('logs');
    expect(
      await seen(
        ['logs/client.txt', '--log-pattern', '{time} {*} method={method} url={url} status={status}'],
        cwd,
      ),
    ).toEqual({ 'GET /v1/{project_id}/cloudservers/detail': { count: 1, last: '2026-10-07' } });
    expect(
      await runHere(['calls', 'logs', ...OTC, '--log-pattern', '{method}{path}'], { cwd }),
    ).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--log-pattern: nothing stands between {method} and {path}') as string,
    });
  });

  it('tell a shared endpoint where one of its operations is declared', async () => {
    const cwd = withSources('logs', 'openapi');
    expect(await seen(['logs', 'openapi'], cwd)).toMatchObject({
      'ecs/batch-stop-servers': { count: 1, last: '2026-10-03' },
    });
  });
});

describe('OpenAPI specifications', () => {
  it('of a client are calls with their lines; one of the application itself is told and passed over', async () => {
    const cwd = withSources('openapi');
    const { code, stdout, stderr } = await runHere(['calls', 'openapi', ...OTC], { cwd });
    expect(code).toBe(0);
    expect((parse(stdout) as Printed).apis).toEqual([
      {
        api: 'GET /v1/{project_id}/cloudservers/detail',
        from: ['openapi/client.json:8', 'openapi/client.yaml:10'],
      },
      {
        api: 'POST /v1/{project_id}/cloudservers/action',
        operation: 'ecs/batch-stop-servers',
        from: ['openapi/client.yaml:15'],
      },
      { api: 'POST /v2/{project_id}/volumes', from: ['openapi/client.yaml:27'] },
    ]);
    expect(stderr).toContain(
      'openapi/own-service.yaml: a specification of 2 operations: none of them is one of opentelekomcloud',
    );
    expect(stderr).toContain('openapi/client.yaml:22: /elsewhere: its operations stand in another file');
  });
});

describe('a policy beside what traces show', () => {
  const OBSERVED = lines`
    cloud: opentelekomcloud
    observed:
      - { by: traces, from: 2026-08-01, to: 2026-10-31 }
    apis:
      - POST /v1/{project_id}/cloudservers/delete
      - api: POST /v2/{project_id}/volumes
        seen: { count: 2, last: 2026-10-20 }
  `;
  const policyText = policy(
    'ecs:cloudServers:deleteServers',
    'evs:volumes:create',
    'evs:volumes:get',
    'vpc:vpcs:delete',
  );

  it('is told, in every report, which grants nobody used, and from when to when', async () => {
    const cwd = folder({ 'app.json': policyText, 'app.apis.yaml': OBSERVED });
    const { stdout } = await runHere(['app.json', '--format', 'json', '--fail-on', 'never'], { cwd });
    const { files } = JSON.parse(stdout) as {
      readonly files: readonly {
        readonly findings: readonly {
          readonly rule: string;
          readonly message: string;
          readonly data: Readonly<Record<string, unknown>>;
        }[];
      }[];
    };
    const findings = files
      .flatMap((file) => file.findings)
      .filter(({ rule }) => rule === 'excess-action' || rule === 'unused-action');
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'unused-action: "ecs:cloudServers:deleteServers" is needed for POST /v1/{project_id}/cloudservers/delete only, of which the traces from 2026-08-01 to 2026-10-31 (92 days) show none; remove what is not used.',
      'excess-action: No declared call needs "vpc:vpcs:delete"; remove it. The traces from 2026-08-01 to 2026-10-31 (92 days) show no use of it.',
    ]);
    expect(findings.map(({ data }) => data['unused'])).toEqual(
      Array(2).fill({ by: 'traces', from: '2026-08-01', to: '2026-10-31', unplaced: 0 }),
    );
    for (const format of ['text', 'markdown', 'html', 'sarif', 'github', 'junit', 'codeclimate']) {
      const report = (await runHere(['app.json', '--format', format, '--fail-on', 'never'], { cwd })).stdout;
      expect(report.match(/2026-08-01 to 2026-10-31/g)?.length, format).toBeGreaterThanOrEqual(2);
    }
  });

  it('is told so by as many days as the configuration says', async () => {
    const config = lines`
      rules:
        excess-action: [warning, { days: 100 }]
        unused-action: [warning, { days: 100 }]
    `;
    const cwd = folder({
      'app.json': policyText,
      'app.apis.yaml': OBSERVED,
      'lint-policies.config.yaml': config,
    });
    const { stdout } = await runHere(['app.json', '--fail-on', 'never'], { cwd });
    expect(stdout).toContain('excess-action');
    expect(stdout).not.toMatch(/unused-action|2026-08-01/);
  });
});
