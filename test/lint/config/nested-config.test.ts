import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/commands/lint/lint.js';
import type { LintOptions } from '../../../src/commands/lint/lint-options.js';
import { writeText } from '../../../src/files.js';
import type { LintRecord } from '../../../src/lint/results/lint-record.js';
import { memoryIo } from '../../commands/memory-io.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'configs-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const EVERYTHING = JSON.stringify({
  Version: '1.1',
  Statement: [{ Effect: 'Allow', Action: ['ecs:*:*'] }],
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) writeText(join(root, path), content);
}

/** `file: rule severity` of each finding, and which configuration held for each file. */
async function lint(options: Partial<LintOptions> = {}, folder = '.') {
  const io = memoryIo(join(root, folder));
  const code = await run(io, {
    paths: [],
    manifest: [],
    format: [{ format: 'json', file: undefined }],
    ...options,
  });
  const record = JSON.parse(io.out()) as LintRecord;
  return {
    code,
    told: io.err(),
    findings: record.files.flatMap(({ path, findings }) =>
      findings.map(({ rule, severity }) => `${path}: ${rule} ${severity}`),
    ),
    configs: Object.fromEntries(record.files.map(({ path, config }) => [path, config])),
  };
}

describe('the nearest configuration above a file', () => {
  it('is all that holds for it, in one run over a monorepo', async () => {
    write({
      'lint-policies.config.yaml': 'rules: { service-wildcard: error }\n',
      'a.json': EVERYTHING,
      'shop/lint-policies.config.json': '{ "rules": { "service-wildcard": "off" } }',
      'shop/policies/b.json': EVERYTHING,
      'shop/deep/lint-policies.config.yml':
        'overrides: [{ files: "x/*.json", rules: { service-wildcard: error } }]\n',
      'shop/deep/c.json': EVERYTHING,
      'shop/deep/x/d.json': EVERYTHING,
    });
    const { findings, configs } = await lint();
    expect(findings.filter((finding) => finding.includes('service-wildcard'))).toEqual([
      'a.json: service-wildcard error',
      'shop/deep/c.json: service-wildcard warning',
      'shop/deep/x/d.json: service-wildcard error',
    ]);
    expect(configs).toEqual({
      'a.json': 'lint-policies.config.yaml',
      'shop/policies/b.json': 'shop/lint-policies.config.json',
      'shop/deep/c.json': 'shop/deep/lint-policies.config.yml',
      'shop/deep/x/d.json': 'shop/deep/lint-policies.config.yml',
    });
  });

  it('is found for a file that is named, too', async () => {
    write({
      'shop/lint-policies.config.json': '{ "rules": { "service-wildcard": "off" } }',
      'shop/policies/b.json': EVERYTHING,
    });
    expect((await lint({ paths: ['shop/policies/b.json'] })).findings).toEqual([]);
    expect((await lint({ paths: ['shop/*/b.json'] })).findings).toEqual([]);
  });

  it('keeps its suppressions, ignores and cloud to its own folder', async () => {
    const suppression =
      'suppressions: [{ rule: service-wildcard, files: "**", reason: the owner may do all }]\n';
    write({
      'lint-policies.config.yaml': 'ignores: [{ files: "**/old.json", reason: kept for reference }]\n',
      'old.json': EVERYTHING,
      'shop/lint-policies.config.yaml': `cloud: opentelekomcloud\n${suppression}`,
      'shop/a.json': EVERYTHING,
      'shop/old.json': EVERYTHING,
      'other/a.json': EVERYTHING,
    });
    const { findings, configs } = await lint();
    expect(findings).toEqual(['other/a.json: service-wildcard warning']);
    expect(Object.keys(configs)).toEqual(['other/a.json', 'shop/a.json', 'shop/old.json']);
  });

  it('stands above the working directory, up to the top of its repository', async () => {
    mkdirSync(join(root, 'repo/.git'), { recursive: true });
    write({
      'lint-policies.config.yaml': 'rules: { service-wildcard: off }\n',
      'repo/shop/a.json': EVERYTHING,
    });
    expect((await lint({}, 'repo/shop')).findings).toEqual(['a.json: service-wildcard warning']);
    write({
      'repo/lint-policies.config.yaml':
        'overrides: [{ files: "shop/*.json", rules: { service-wildcard: error } }]\n',
    });
    const { findings, configs } = await lint({}, 'repo/shop');
    expect(findings).toEqual(['a.json: service-wildcard error']);
    expect(configs).toEqual({ 'a.json': '../lint-policies.config.yaml' });
  });

  it('says where one above names a baseline, which counts from its own folder', async () => {
    mkdirSync(join(root, '.git'));
    write({ 'lint-policies.config.yaml': 'baseline: accepted.json\n', 'shop/a.json': EVERYTHING });
    expect((await lint({}, 'shop')).told).toContain(
      '../lint-policies.config.yaml: "baseline" in it counts only where the run begins in its folder',
    );
  });

  it('gives way to the one that --config names', async () => {
    write({
      'shop/lint-policies.config.json': '{ "rules": { "service-wildcard": "off" } }',
      'shop/b.json': EVERYTHING,
      'mine.json': '{ "rules": { "service-wildcard": "error" } }',
    });
    const { findings, configs } = await lint({ config: 'mine.json', paths: ['shop'] });
    expect(findings).toEqual(['shop/b.json: service-wildcard error']);
    expect(configs).toEqual({ 'shop/b.json': 'mine.json' });
  });

  it('is told with --verbose, and so is what of it does not count', async () => {
    write({
      'shop/lint-policies.config.yaml': 'failOn: warning\nbaseline: old.json\n',
      'shop/a.json': EVERYTHING,
      'b.json': EVERYTHING,
    });
    const { told } = await lint({ verbose: true });
    expect(told.trim().split('\n')).toEqual([
      'shop/lint-policies.config.yaml: "baseline" and "failOn" in it count only where the run begins in its folder',
      'no configuration: one file: b.json',
      'shop/lint-policies.config.yaml: holds for one file: shop/a.json',
    ]);
  });

  it('is not run where it is code below the folder of the run: that is told, and the run fails', async () => {
    write({
      'shop/lint-policies.config.mjs': 'throw new Error("run");\n',
      'shop/a.json': EVERYTHING,
    });
    const { told, code } = await lint();
    expect(told).toContain(
      'shop/lint-policies.config.mjs: is code, and only the configuration of the folder of the run',
    );
    expect(code).toBe(2);
  });
});
