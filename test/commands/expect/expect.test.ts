import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run as expectRun } from '../../../src/commands/expect/expect.js';
import { run as lintRun } from '../../../src/commands/lint/lint.js';
import type { LintRecord } from '../../../src/lint/results/lint-record.js';
import type { ReportFormat } from '../../../src/report/report.js';
import { text } from '../../text.js';
import { memoryIo } from '../memory-io.js';

const APP = text`
  {
    "Version": "1.1",
    "Statement": [
      { "Effect": "Allow", "Action": ["ecs:cloudServers:list"] },
      { "Effect": "Allow", "Action": ["iam:users:*"] }
    ]
  }
`;

describe('expectations', () => {
  let cwd: string;

  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'expect-'));
    write('app.json', APP);
  });

  afterEach(() => {
    rmSync(cwd, { recursive: true });
  });

  function write(name: string, content: string): void {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }

  async function judge(format: ReportFormat, ...paths: readonly string[]) {
    const io = memoryIo(cwd);
    const code = await expectRun(io, { paths, format: [{ format, file: undefined }] });
    return { code, out: io.out(), err: io.err() };
  }

  async function recordOf(...paths: readonly string[]): Promise<LintRecord> {
    return JSON.parse((await judge('json', ...paths)).out) as LintRecord;
  }

  it('that are kept say so, and end with 0', async () => {
    write('app.expect.yaml', 'never: [vpc:*:*]\nalways: [ecs:cloudServers:list]\n');
    const { code, out } = await judge('text');
    expect(code).toBe(0);
    expect(out).toContain('No findings in 1 file. 2 of 2 expectations kept by 1 policy.');
  });

  it('that are broken end with 1, and are findings in every format, with the request, the statement and the line', async () => {
    write('app.expect.yaml', 'never:\n  - vpc:*:*\n  - iam:*:*\n');
    for (const format of [
      'text',
      'markdown',
      'sarif',
      'github',
      'junit',
      'codeclimate',
      'html',
      'json',
    ] as const) {
      const { code, out } = await judge(format);
      expect(code, format).toBe(1);
      expect(out, format).toContain('app.expect.yaml');
      expect(out, format).toMatch(/iam:users:\w+/);
      expect(out, format).toContain('app.json:5');
    }
    const { expectations, files } = await recordOf();
    expect(expectations).toEqual([
      {
        file: 'app.expect.yaml',
        policies: 1,
        unread: [],
        expectations: [
          {
            kind: 'never',
            expected: 'vpc:*:*',
            line: 2,
            column: 5,
            status: 'kept',
            broken: [],
            undecided: [],
          },
          {
            kind: 'never',
            expected: 'iam:*:*',
            line: 3,
            column: 5,
            status: 'broken',
            broken: ['app.json'],
            undecided: [],
          },
        ],
      },
    ]);
    expect(files.flatMap(({ findings }) => findings)).toMatchObject([
      {
        rule: 'broken-expectation',
        line: 3,
        data: {
          by: { policy: 'app.json', line: 5 },
          witness: { resource: 'iam:region:account:type:name', context: {} },
        },
        related: [{ path: 'app.json', line: 5 }],
      },
    ]);
  });

  it('of which nobody can say whether they are kept do not count as kept', async () => {
    write(
      'app.json',
      APP.replace('"iam:users:*"] }', '"iam:users:*"], "Condition": { "Perhaps": { "g:UserId": ["1"] } } }'),
    );
    write('app.expect.yaml', 'never: [iam:*:*]\n');
    const { code, out } = await judge('text');
    expect(code).toBe(1);
    expect(out).toContain('"Perhaps" is not decided');
    expect(out).toContain('0 of 1 expectation kept by 1 policy: 1 undecided.');
  });

  it('are suppressed by a comment with a reason, as other findings are', async () => {
    write(
      'app.expect.yaml',
      'never:\n  # lint-policies-disable-next-line broken-expectation -- until the team has moved\n  - iam:*:*\n',
    );
    const { code, out } = await judge('text');
    expect(code).toBe(0);
    expect(out).toContain('1 finding suppressed');
  });

  it('mean the policies of their folder and below, wherever the command is run', async () => {
    write('teams/one.json', APP);
    write('teams/deep/two.yaml', 'Version: "1.1"\nStatement: [{ Effect: Allow, Action: ["iam:*:*"] }]\n');
    write('teams/teams.expect.yaml', 'never: [iam:*:*]\n');
    const { expectations } = await recordOf('teams/teams.expect.yaml');
    expect(expectations?.[0]).toMatchObject({
      policies: 2,
      expectations: [{ broken: ['teams/one.json', 'teams/deep/two.yaml'] }],
    });
  });

  it('read policies outside of their folder where they are named', async () => {
    write(
      'expectations/app.expect.yaml',
      'policies: ["../*.json"]\nnever: [vpc:*:*]\nalways: ecs:cloudServers:list\n',
    );
    const { expectations } = await recordOf('expectations');
    expect(expectations?.[0]?.expectations.map(({ status }) => status)).toEqual(['kept', 'kept']);
  });

  it('count permissions under the names of the generation of each policy', async () => {
    write('app.json', '{"Version":"5.0","Statement":[{"Effect":"Allow","Action":["iam:agencies:getV5"]}]}');
    write(
      'old.json',
      '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["iam:agencies:getAgency"]}]}',
    );
    write('app.expect.yaml', 'never: [iam:agencies:getAgency]\n');
    const { expectations } = await recordOf();
    expect(expectations?.[0]?.expectations[0]?.broken).toContain('old.json');
  });

  it('are judged by lint, too, beside all else', async () => {
    write('app.expect.yaml', 'never: [iam:*:*]\n');
    const io = memoryIo(cwd);
    await lintRun(io, { paths: [], manifest: [], format: [{ format: 'json', file: undefined }] });
    const { files } = JSON.parse(io.out()) as LintRecord;
    expect(files.find(({ path }) => path === 'app.expect.yaml')?.findings.map(({ rule }) => rule)).toEqual([
      'broken-expectation',
    ]);
    expect(files.some(({ path, findings }) => path === 'app.json' && findings.length > 0)).toBe(true);
  });

  it('that are none are told: a text that cannot be read, a file of another name, none at all', async () => {
    write('app.expect.yaml', 'never: [\n');
    expect((await judge('text')).out).toContain('syntax');
    rmSync(join(cwd, 'app.expect.yaml'));
    expect(await judge('text')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no file of expectations') as string,
    });
    expect(await judge('text', 'app.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('.expect.yaml') as string,
    });
  });
});
