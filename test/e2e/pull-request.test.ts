import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { installPacked } from './installed.js';
import { CATALOG } from './run.js';

/**
 * A pull request as a reviewer meets it: `base` and `branch` below test/fixtures/pull-request are the two states of a
 * repository, `report.md` and `findings.txt` what the installed tool must say of the change.
 */
const FIXTURES = 'test/fixtures/pull-request';

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly baselineState?: string;
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly startLine: number; readonly startColumn: number };
            };
          },
        ];
      }[];
    },
  ];
}

let cwd: string;

describe('a pull request', () => {
  beforeAll(() => {
    const tool = mkdtempSync(join(tmpdir(), 'pull-request-'));
    installPacked(tool);
    cwd = join(tool, 'repository');
    cpSync(join(FIXTURES, 'base'), cwd, { recursive: true });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message=base');
    git('switch', '--quiet', '--create', 'topic');
    for (const name of readdirSync(cwd).filter((entry) => entry !== '.git'))
      rmSync(join(cwd, name), { recursive: true });
    cpSync(join(FIXTURES, 'branch'), cwd, { recursive: true });
    git('add', '--all');
    git('commit', '--quiet', '--message=change');
    return () => {
      rmSync(tool, { recursive: true, force: true });
    };
  });

  it('gets a report that begins with what it changes', async () => {
    expect(
      lint('--since', 'main...', '--format', 'markdown=report.md', '--format', 'sarif=report.sarif'),
    ).toEqual({ code: 1, stdout: '', stderr: '' });
    await expect(read('report.md')).toMatchFileSnapshot('../fixtures/pull-request/report.md');
  });

  it('gets findings for code scanning, each marked as new or not', async () => {
    const sarif = JSON.parse(read('report.sarif')) as Sarif;
    const ajv = new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false });
    formats.default(ajv);
    const validate = ajv.compile(
      JSON.parse(
        readFileSync(
          createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
          'utf8',
        ),
      ) as Record<string, unknown>,
    );
    validate(sarif);
    expect(validate.errors).toBeNull();
    const lines = sarif.runs[0].results.map(
      ({
        ruleId,
        level,
        baselineState = '',
        locations: [
          {
            physicalLocation: { artifactLocation, region },
          },
        ],
      }) =>
        `${artifactLocation.uri}:${region.startLine}:${region.startColumn} ${level} ${ruleId} ${baselineState}\n`,
    );
    await expect(lines.join('')).toMatchFileSnapshot('../fixtures/pull-request/findings.txt');
  });

  it('fails on what it introduces, and only on that', () => {
    expect(lint('--since', 'main...', '--new-only', '--quiet').code).toBe(1);
    expect(lint('--since', 'HEAD', '--new-only', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(lint('--since', 'main...', '--fail-on', 'never', '--quiet').code).toBe(0);
  });

  it('was clean before', () => {
    git('switch', '--quiet', 'main');
    expect(lint('--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    git('switch', '--quiet', 'topic');
  });
});

function lint(...args: readonly string[]): {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const { status, stdout, stderr } = spawnSync(
    '../node_modules/.bin/lint-policies',
    ['--catalog', CATALOG, ...args],
    { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: process.env['HOME'] } },
  );
  return { code: status, stdout, stderr };
}

function read(name: string): string {
  return readFileSync(join(cwd, name), 'utf8').replaceAll(/[0-9a-f]{8}(?=`\))/g, '1a2b3c4d');
}

function git(...args: readonly string[]): void {
  execFileSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.test', '-c', 'commit.gpgsign=false', ...args],
    { cwd, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
