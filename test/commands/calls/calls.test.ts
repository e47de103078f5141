import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/calls/manifest/manifest.js';
import { run } from '../../../src/commands/calls/calls.js';
import type { CallsOptions } from '../../../src/commands/calls/calls.js';
import { writeText } from '../../../src/files.js';
import { memoryIo } from '../memory-io.js';
import { text as lines } from '../../text.js';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'calls-'));
  writeText(
    join(cwd, 'infra/main.tf'),
    lines`
      resource "huaweicloud_vpc" "main" {
        name = "main"
      }

      resource "huaweicloud_unheard_of" "x" {}
    `,
  );
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

async function calls(options: Partial<CallsOptions> = {}) {
  const io = memoryIo(cwd);
  const code = await run(io, { paths: ['infra'], policies: [], format: 'yaml', ...options });
  return { code, out: io.out(), err: io.err() };
}

const file = (name: string): string => readFileSync(join(cwd, name), 'utf8');

describe('calls', () => {
  it('prints a manifest of what the provider may call, each with its file and line, and what cannot be placed', async () => {
    const { code, out, err } = await calls();
    expect(code).toBe(0);
    expect(err).toContain(
      'infra/main.tf:5: resource huaweicloud_unheard_of: what the provider calls for this type is not known',
    );
    const { manifest, problems } = parseManifest(out, 'infra.apis.yaml');
    expect(problems).toEqual([]);
    expect(manifest.calls.every(({ possible }) => possible)).toBe(true);
    expect(
      manifest.calls.find(({ api }) => api?.startsWith('POST ') === true && api.endsWith('/vpcs'))?.origins,
    ).toEqual([{ file: 'infra/main.tf', line: 1, confidence: 'likely' }]);
  });

  it('says what it wrote, and what to do next', async () => {
    const first = await calls({ manifest: 'infra.apis.yaml' });
    expect(first.err).toMatch(/^wrote infra\.apis\.yaml: \d+ calls$/m);
    expect(first.err).toContain(
      'next: write below its "cloud" which policies must cover them, as in policies: [app.json]; then "lint-policies -m infra.apis.yaml" judges these',
    );
    expect((await calls({ manifest: 'infra.apis.yaml' })).err).toContain('infra.apis.yaml says so already');
    writeText(join(cwd, 'infra.json'), '{}');
    writeText(join(cwd, 'infra/main.tf'), 'resource "huaweicloud_dns_zone" "main" {}\n');
    const { err } = await calls({ manifest: 'infra.apis.yaml' });
    expect(err).toMatch(/^updated infra\.apis\.yaml: \d+ calls? added, \d+ removed$/m);
    expect(err).toContain('next: "lint-policies -m infra.apis.yaml" judges infra.json against them');
  });

  it('updates a manifest: entries by hand and comments stay, and a second run changes nothing', async () => {
    writeText(
      join(cwd, 'infra.apis.yaml'),
      lines`
        # ours
        policies: [infra.json]
        apis:
          - GET /v1/{project_id}/cloudservers/detail # by hand
      `,
    );
    expect((await calls({ manifest: 'infra.apis.yaml' })).code).toBe(0);
    const text = file('infra.apis.yaml');
    expect(text).toContain('# ours');
    expect(text).toContain('GET /v1/{project_id}/cloudservers/detail # by hand');
    expect(parseManifest(text, 'infra.apis.yaml').problems).toEqual([]);
    const { mtimeNs } = statSync(join(cwd, 'infra.apis.yaml'), { bigint: true });
    await calls({ manifest: 'infra.apis.yaml' });
    expect(statSync(join(cwd, 'infra.apis.yaml'), { bigint: true }).mtimeNs).toBe(mtimeNs);
  });

  it('checks: 0 while they agree, 1 with what was added and removed once they have drifted apart', async () => {
    await calls({ manifest: 'infra.apis.yaml', policies: ['infra.json'] });
    expect((await calls({ manifest: 'infra.apis.yaml', check: true })).code).toBe(0);
    const before = file('infra.apis.yaml');
    writeText(join(cwd, 'infra/main.tf'), 'resource "huaweicloud_dns_zone" "main" {}\n');
    const { code, err } = await calls({ manifest: 'infra.apis.yaml', check: true });
    expect(code).toBe(1);
    expect(err).toMatch(/^\+ \S+ .*dns|^\+ POST \/v2\/zones/m);
    expect(err).toMatch(/^- POST .*\/vpcs/m);
    expect(file('infra.apis.yaml')).toBe(before);
  });

  it('leaves no manifest without calls behind', async () => {
    writeText(join(cwd, 'infra/main.tf'), 'resource "huaweicloud_vpc" "main" {}\n');
    await calls({ manifest: 'infra.apis.yaml' });
    const before = file('infra.apis.yaml');
    writeText(join(cwd, 'infra/main.tf'), '');
    const { code, err } = await calls({ manifest: 'infra.apis.yaml' });
    expect(code).toBe(2);
    expect(err).toContain('no client of these clouds was seen');
    expect(file('infra.apis.yaml')).toBe(before);
  });

  it('keeps what could not be read in the manifest, and in json', async () => {
    writeText(join(cwd, 'infra/main.tf'), 'resource "huaweicloud_unheard_of" "x" {}\n');
    const { code, out } = await calls({ manifest: 'infra/app.apis.yaml', format: 'json' });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      calls: [],
      unread: [{ client: 'resource huaweicloud_unheard_of', files: ['main.tf:1'] }],
    });
    const { manifest } = parseManifest(file('infra/app.apis.yaml'), 'infra/app.apis.yaml');
    expect(manifest.unread).toEqual([
      {
        client: 'resource huaweicloud_unheard_of',
        service: undefined,
        files: ['main.tf:1'],
        listed: false,
      },
    ]);
    expect((await calls({ manifest: 'infra/app.apis.yaml', check: true })).code).toBe(0);
  });

  it('names a file that is no HCL, and goes on', async () => {
    writeText(join(cwd, 'infra/broken.tf'), 'resource "x" {{{\n');
    const { code, err } = await calls();
    expect(code).toBe(0);
    expect(err).toContain('infra/broken.tf:1');
    expect(err).toContain('files not read whole: 1');
  });

  it('has nothing to say of a folder without sources', async () => {
    writeText(join(cwd, 'other/package.json'), '{}');
    await expect(calls({ paths: ['other'] })).rejects.toThrow('nothing was scanned');
    await expect(calls({ check: true })).rejects.toThrow('--manifest');
  });
});
