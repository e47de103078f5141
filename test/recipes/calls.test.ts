import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseManifest } from '../../src/calls/manifest/manifest.js';
import { writeText } from '../../src/files.js';
import { installPacked } from '../e2e/installed.js';
import { text as written } from '../text.js';

const GUIDE = readFileSync('src/reference/guides/calls.md', 'utf8');
const FIXTURES = 'test/fixtures/calls';

let cwd: string;

describe('the recipes of the guide to calls', () => {
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'recipes-'));
    installPacked(cwd);
    cpSync(join(FIXTURES, 'code/typescript'), join(cwd, 'src'), { recursive: true });
    cpSync(join(FIXTURES, 'openapi/client.yaml'), join(cwd, 'client.openapi.yaml'));
    cpSync(join(FIXTURES, 'logs/egress.log'), join(cwd, 'egress.log'));
    cpSync(join(FIXTURES, 'logs/client.txt'), join(cwd, 'client.txt'));
    writeText(
      join(cwd, 'infra/main.tf'),
      written`
        resource "huaweicloud_vpc" "main" {
          name = "main"
        }
      `,
    );
    writeText(
      join(cwd, 'CloudTraces/cn-north-4/2026/10/21/system/ECS/a.json.gz'),
      gzipSync(readFileSync(join(FIXTURES, 'traces/system.json'))),
    );
    return () => {
      rmSync(cwd, { recursive: true, force: true });
    };
  });

  it('lead, one after the other, to a manifest of all that shows calls', () => {
    for (const title of ['Code', 'Terraform', 'OpenAPI specifications', 'Traces', 'Access logs', 'In CI']) {
      for (const line of commands(title)) expect({ line, ...shell(line) }).toMatchObject({ code: 0 });
    }
    const { manifest, problems } = parseManifest(
      readFileSync(join(cwd, 'app.apis.yaml'), 'utf8'),
      'app.apis.yaml',
    );
    expect(problems).toEqual([]);
    expect(manifest.policies.map(({ text }) => text)).toEqual(['app.json']);
    expect(manifest.observed.map(({ by }) => by)).toEqual(['traces', 'logs']);
    expect(manifest.calls.filter(({ seen }) => seen !== undefined).length).toBeGreaterThan(1);
    const files = manifest.calls.flatMap(({ origins }) => origins.map(({ file }) => file));
    expect(files).toEqual(
      expect.arrayContaining([
        'src/main.cjs',
        'client.openapi.yaml',
        'egress.log',
        'CloudTraces/cn-north-4/2026/10/21/system/ECS/a.json.gz',
      ]),
    );
    expect(
      parseManifest(readFileSync(join(cwd, 'infra.apis.yaml'), 'utf8'), '').manifest.calls.every(
        ({ possible }) => possible,
      ),
    ).toBe(true);
  });

  it('tell in CI when code has drifted from the manifest', () => {
    const file = join(cwd, 'src/clients.mts');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, '');
    const [line = ''] = commands('In CI');
    expect(shell(line)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the manifest has drifted') as string,
    });
    writeFileSync(file, before);
  });

  it('end in a policy, with the line of code behind each action', () => {
    const [line = ''] = commands('Straight to a policy');
    const { code, stderr } = shell(line);
    // A path of the specification stands in another file.
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing was written') as string,
    });
    expect(shell(`${line} --allow-unproven`)).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(
        /^ecs:cloudServers:list .*client\.openapi\.yaml:10, src\/main\.cjs:7/m,
      ) as string,
    });
    expect(JSON.parse(readFileSync(join(cwd, 'app.json'), 'utf8'))).toMatchObject({ Version: '1.1' });
  });

  it('show what a manifest keeps as the reader takes it', () => {
    const [, text = ''] = /^```yaml\n([^`]*?seen:[^`]*?)^```$/ms.exec(GUIDE) ?? [];
    expect(parseManifest(text, 'app.apis.yaml').problems).toEqual([]);
    expect(parse(text)).toMatchObject({ apis: [{ seen: { count: 2 } }] });
  });
});

/** The lines of the blocks for a shell below a heading. */
function commands(title: string): readonly string[] {
  const section = GUIDE.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
  const lines = Array.from(section.matchAll(/^```sh\n(.*?)^```$/gms), ([, text = '']) =>
    text.trim().split('\n'),
  ).flat();
  expect(lines.length).toBeGreaterThan(0);
  return lines;
}

/** Runs a line as a person does. `npx` finds the installed package, so nothing is downloaded. */
function shell(line: string): { readonly code: number | null; readonly stderr: string } {
  const env = {
    PATH: [join(cwd, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    HOME: process.env['HOME'],
    npm_config_offline: 'true',
  };
  const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', line], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { code: status, stderr };
}
