import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/commands/check/check.js';
import type { CheckOptions } from '../../../src/commands/check/check.js';
import { isSourceName } from '../../../src/commands/discovery/source-name.js';
import { run as lint } from '../../../src/commands/lint/lint.js';
import { isCode } from '../../../src/calls/code/find-in-code.js';
import { writeText } from '../../../src/files.js';
import type { LintRecord } from '../../../src/lint/results/lint-record.js';
import { text } from '../../text.js';
import { memoryIo } from '../memory-io.js';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'check-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

const LISTS_SERVERS = text`
  from huaweicloudsdkecs.v2 import EcsClient, ListServersDetailsRequest

  client = EcsClient.new_builder().build()
  client.list_servers_details(ListServersDetailsRequest())
`;

const LISTS_VOLUMES = text`
  from huaweicloudsdkevs.v2 import EvsClient, ListVolumesRequest

  client = EvsClient.new_builder().build()
  client.list_volumes(ListVolumesRequest())
`;

const LISTS_VPCS_OF_OTC = text`
  import requests

  requests.get("https://vpc.eu-de.otc.t-systems.com/v1/p/vpcs")
`;

const LISTS_SERVERS_BY_HAND = text`
  import requests

  requests.get("https://ecs.cn-north-4.myhuaweicloud.com/v1/p/cloudservers/detail")
`;

function policy(...actions: readonly string[]): string {
  return JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: actions }] });
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) writeText(join(cwd, path), content);
}

async function check(options: Partial<CheckOptions> = {}, answers?: readonly string[]) {
  const waiting = [...(answers ?? [])];
  const questions: string[] = [];
  const plain = memoryIo(cwd);
  const io =
    answers === undefined
      ? plain
      : {
          ...plain,
          ask: (question: string) => {
            questions.push(question);
            return Promise.resolve(waiting.shift() ?? '');
          },
        };
  const code = await run(io, {
    paths: [],
    manifest: [],
    format: [{ format: 'json', file: undefined }],
    ...options,
  });
  const record = plain.out() === '' ? undefined : (JSON.parse(plain.out()) as LintRecord);
  const verdicts = record?.workloads.map(({ policies, calls, missing, excess }) => ({
    policies,
    calls,
    missing: missing.map(({ action }) => action),
    excess: excess.map(({ pattern }) => pattern),
  }));
  return { code, verdicts, told: plain.err(), questions, record };
}

async function shown(
  options: Partial<CheckOptions>,
): Promise<{ readonly out: string; readonly err: string }> {
  const io = memoryIo(cwd);
  await run(io, { paths: [], manifest: [], format: [], ...options });
  return { out: io.out(), err: io.err() };
}

describe('check', () => {
  it('judges a policy against the code beside it, says how it decided, and writes nothing', async () => {
    write({
      'app.json': policy('ecs:cloudServers:list', 'evs:volumes:delete'),
      'src/main.py': LISTS_SERVERS,
    });
    const { code, verdicts, told } = await check({ failOn: 'warning' });
    expect(verdicts).toEqual([
      { policies: ['app.json'], calls: 1, missing: [], excess: ['evs:volumes:delete'] },
    ]);
    expect(told).toBe('app.json: judged against the one call of ., the nearest sources\n');
    expect(code).toBe(1);
    expect(readdirSync(cwd).sort()).toEqual(['app.json', 'src']);
  });

  it('judges by the catalog of the cloud that the sources call', async () => {
    write({ 'app.json': policy('vpc:vpcs:list'), 'src/main.py': LISTS_VPCS_OF_OTC });
    const { code, verdicts, record } = await check();
    expect(verdicts).toEqual([{ policies: ['app.json'], calls: 1, missing: [], excess: [] }]);
    expect(record?.check?.decisions).toMatchObject([{ cloud: 'opentelekomcloud', calls: 1 }]);
    expect(code).toBe(0);
  });

  it('parts what calls several clouds, and says what it did not judge', async () => {
    write({
      'app.json': policy('ecs:cloudServers:list'),
      'main.py': LISTS_SERVERS_BY_HAND,
      'more.py': LISTS_SERVERS_BY_HAND,
      'otc.py': LISTS_VPCS_OF_OTC,
      'telekom/app.json': policy('vpc:vpcs:list'),
      'telekom/main.py': LISTS_VPCS_OF_OTC,
    });
    const { told, record } = await check();
    expect(record?.workloads).toMatchObject([
      { policies: ['app.json'], calls: 1, missing: [] },
      { policies: ['telekom/app.json'], calls: 1, missing: [] },
    ]);
    expect(told).toContain('app.json: one call of its sources goes to opentelekomcloud and was not judged');
    expect(record?.check?.decisions).toMatchObject([
      { policies: ['app.json'], cloud: 'huaweicloud', callsOfOtherClouds: { opentelekomcloud: 1 } },
      { policies: ['telekom/app.json'], cloud: 'opentelekomcloud' },
    ]);
  });

  it('finds a missing action at the line of code that needs it', async () => {
    write({ 'app.json': policy('evs:volumes:delete'), 'src/main.py': LISTS_SERVERS });
    const { code, record } = await check();
    const [missing] = record?.workloads.flatMap((workload) => workload.missing) ?? [];
    expect(missing).toMatchObject({
      action: 'ecs:cloudServers:list',
      because: [{ origins: [{ file: 'src/main.py', line: 4 }] }],
    });
    expect(code).toBe(1);
  });

  it('keeps a monorepo apart by name and by place', async () => {
    write({
      'policies/billing.json': policy('evs:volumes:list'),
      'services/billing/a.py': LISTS_VOLUMES,
      'services/orders/policy.json': policy('ecs:cloudServers:list'),
      'services/orders/b.py': LISTS_SERVERS,
    });
    const { verdicts, told } = await check();
    expect(verdicts?.map(({ policies, calls, missing }) => [policies, calls, missing])).toEqual([
      [['policies/billing.json'], 1, []],
      [['services/orders/policy.json'], 1, []],
    ]);
    expect(told.trim().split('\n')).toEqual([
      'policies/billing.json: judged against the one call of services/billing, which has the same name',
      'services/orders/policy.json: judged against the one call of services/orders, the nearest sources',
    ]);
  });

  it('judges nothing by guess: it shows what to write, and the configuration that holds it decides', async () => {
    write({ 'a.json': policy('ecs:*:*'), 'b.json': policy('evs:*:*'), 'src/main.py': LISTS_SERVERS });
    const { verdicts, told } = await check();
    expect(verdicts).toEqual([]);
    expect(told).toContain('a.json and b.json stand equally near to the sources in .');
    const lines = told.slice(told.indexOf('  workloads:')).replaceAll(/^ {2}/gm, '');
    expect(lines).toContain('"a": { policies: ["a.json"], sources: ["."] }');
    write({ 'lint-policies.config.yaml': lines.replace(/^ *"b".*\n/m, '') });
    const decided = await check();
    expect(decided.verdicts).toEqual([{ policies: ['a.json'], calls: 1, missing: [], excess: ['ecs:*:*'] }]);
    expect(decided.told).toContain(
      'a.json: judged against the one call of the workload "a" of lint-policies.config.yaml',
    );
    expect(decided.told).toContain('b.json: not judged against calls, as no sources of calls stand near it');
  });

  it('asks where somebody sits at the terminal', async () => {
    write({ 'a.json': policy('ecs:*:*'), 'b.json': policy('evs:*:*'), 'src/main.py': LISTS_SERVERS });
    const one = await check({}, ['2']);
    expect(one.questions).toHaveLength(1);
    expect(one.questions[0]).toContain('1) a.json\n  2) b.json');
    expect(one.verdicts?.map(({ policies }) => policies)).toEqual([['b.json']]);
    const all = await check({}, ['a']);
    expect(all.verdicts?.map(({ policies }) => policies)).toEqual([['a.json', 'b.json']]);
    const none = await check({}, ['n']);
    expect(none.verdicts).toEqual([]);
  });

  it('takes the policies that Terraform attaches to one agency together', async () => {
    write({
      'infra/iam.tf': text`
        resource "huaweicloud_identity_role" "read" {
          name   = "read"
          policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ecs:cloudServers:list"] }] })
        }
        resource "huaweicloud_identity_role" "disks" {
          name   = "disks"
          policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = ["evs:volumes:list"] }] })
        }
        resource "huaweicloud_identity_agency" "worker" {
          name = "worker"
          project_role {
            project = "eu-west-101"
            roles   = [huaweicloud_identity_role.read.name, "disks"]
          }
        }
      `,
      'worker/a.py': LISTS_SERVERS,
      'worker/b.py': LISTS_VOLUMES,
    });
    const { verdicts, told } = await check();
    expect(verdicts).toEqual([
      {
        policies: [
          'infra/iam.tf#huaweicloud_identity_role.read',
          'infra/iam.tf#huaweicloud_identity_role.disks',
        ],
        calls: 2,
        missing: [],
        excess: [],
      },
    ]);
    expect(told).toContain('judged against the 2 calls of worker, which has the same name');
  });

  it('leaves what a manifest covers to the manifest, and sources that are nobody’s it names', async () => {
    write({
      'policies/billing.json': policy('evs:volumes:list'),
      'policies/old.json': policy('ecs:cloudServers:list'),
      'policies/old.apis.yaml': text`
        apis:
          - GET /v1/{project_id}/cloudservers/detail
      `,
      'services/billing/a.py': LISTS_VOLUMES,
      'libs/shared/b.py': LISTS_SERVERS,
    });
    const { verdicts, told } = await check();
    expect(verdicts?.map(({ policies }) => policies)).toEqual([
      ['policies/billing.json'],
      ['policies/old.json'],
    ]);
    expect(told).not.toContain('old.json');
    expect(told).toContain("one file with calls in libs/shared is in no policy's workload");
  });

  it('saves what it decided, which lint then judges alike, and overwrites nothing', async () => {
    write({ 'app.json': policy('ecs:cloudServers:list'), 'src/main.py': LISTS_SERVERS });
    const { told } = await check({ save: true });
    expect(told).toContain('wrote app.apis.yaml');
    const saved = readFileSync(join(cwd, 'app.apis.yaml'), 'utf8');
    expect(saved).toContain('src/main.py:4');
    const again = await check({ save: true });
    expect(again.verdicts).toEqual([{ policies: ['app.json'], calls: 1, missing: [], excess: [] }]);
    expect(again.told).toBe('');
    expect(readFileSync(join(cwd, 'app.apis.yaml'), 'utf8')).toBe(saved);
  });

  it('says how to come to a policy where there is none', async () => {
    write({ 'src/main.py': LISTS_SERVERS });
    const { told, code } = await check({ paths: ['src'] });
    expect(told).toContain(
      'no policy was found; the sources make one call: "lint-policies generate src" writes the policy that it needs',
    );
    expect(code).toBe(2);
  });

  it('says of a policy without sources how to name them', async () => {
    write({ 'app.json': policy('ecs:cloudServers:list') });
    const { told, code } = await check();
    expect(told).toBe(
      'app.json: not judged against calls, as no sources of calls stand near it; name them with "lint-policies calls SOURCES -m app.apis.yaml -p app.json"\n',
    );
    expect(code).toBe(0);
    expect(existsSync(join(cwd, 'app.apis.yaml'))).toBe(false);
  });

  it('keeps in the record how it decided, and what it could not decide', async () => {
    write({
      'policies/billing.json': policy('evs:volumes:list'),
      'services/billing/a.py': LISTS_VOLUMES,
      'other/a.json': policy('ecs:*:*'),
      'other/b.json': policy('ecs:*:*'),
      'other/c.py': LISTS_SERVERS,
      'examples/alone.json': policy('ecs:*:*'),
    });
    const { record } = await check();
    expect(record?.check).toEqual({
      decisions: [
        {
          status: 'decided',
          by: 'name',
          policies: ['policies/billing.json'],
          sources: ['services/billing/a.py'],
          cloud: 'huaweicloud',
          manifest: 'policies/billing.apis.yaml',
          calls: 1,
          unread: 0,
        },
        { status: 'alone', policies: ['examples/alone.json'], sources: [] },
        { status: 'undecided', policies: ['other/a.json', 'other/b.json'], sources: ['other/c.py'] },
      ],
      left: [],
    });
  });

  it('points to lines of code and to no manifest that is not written', async () => {
    const unplaced = text`
      from huaweicloudsdkecs.v2 import EcsClient, ListServersDetailsRequest

      client = EcsClient.new_builder().build()
      client.list_servers_details(ListServersDetailsRequest())
    `;
    write({ 'policies/shop.json': policy('evs:volumes:delete'), 'shop/main.py': unplaced });
    const { record } = await check();
    const findings = record?.files.flatMap((file) => file.findings) ?? [];
    expect(findings.map(({ rule }) => rule)).toContain('missing-action');
    expect(
      findings.flatMap(({ related }) => related.map(({ path, line }) => `${path}:${String(line)}`)),
    ).toContain('shop/main.py:4');
    expect(JSON.stringify(findings)).not.toContain('.apis.yaml');
    expect(record?.workloads.map(({ deduced }) => deduced)).toEqual([true]);
    const { out, err } = await shown({ format: [{ format: 'text', file: undefined }] });
    expect(out).toContain('found at shop/main.py:4');
    expect(out).toContain('\npolicies/shop.json: 1 call, 0 granted; 1 action missing');
    expect(`${out}${err}`).not.toContain('.apis.yaml');
    const saved = await check({ save: true });
    expect(JSON.stringify(saved.record?.files)).toContain('policies/shop.apis.yaml');
  });

  it('takes a source file among its paths for what it is', async () => {
    write({ 'app.json': policy('ecs:cloudServers:list'), 'src/main.py': LISTS_SERVERS });
    const { verdicts, code } = await check({ paths: ['app.json', 'src/main.py'] });
    expect(verdicts).toEqual([{ policies: ['app.json'], calls: 1, missing: [], excess: [] }]);
    expect(code).toBe(0);
  });
});

describe('lint', () => {
  it('names the command that judges what no manifest covers', async () => {
    write({ 'my policies/app.json': policy('ecs:cloudServers:list') });
    const io = memoryIo(cwd);
    await lint(io, { paths: ['my policies'], manifest: [], format: [] });
    expect(io.out()).toContain(
      `1 policy without a manifest: its calls were not judged. "lint-policies check 'my policies'" judges them against the sources beside them.`,
    );
  });

  it('says of source code that is given as a policy what it is, and the command for it', async () => {
    write({ 'app.json': policy('ecs:cloudServers:list'), 'src/main.py': LISTS_SERVERS });
    const io = memoryIo(cwd);
    const code = await lint(io, { paths: ['src/main.py', 'app.json'], manifest: [], format: [] });
    expect(io.err()).toBe(
      'src/main.py: is source code, not a policy; "lint-policies check src/main.py" judges the policies here against its calls\n',
    );
    expect(io.out()).toContain('No findings in 1 file.');
    expect(code).toBe(2);
  });
});

describe('what is called as source code is', () => {
  it.each(['a.go', 'a.py', 'A.java', 'a.ts', 'a.mjs', 'a.jsx', 'a.cts', 'a.json', 'a.tf', 'a.yaml', 'a.sh'])(
    'is told of %s as where calls are looked for',
    (path) => {
      expect(isSourceName(path)).toBe(isCode(path));
    },
  );
});
