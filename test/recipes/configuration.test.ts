import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configJsonSchema } from '../../src/lint/config/config-schema.js';
import { loadConfig } from '../../src/lint/config/config-file.js';
import { run } from '../../src/commands/lint/lint.js';
import { writeText } from '../../src/files.js';
import type { LintRecord } from '../../src/lint/results/lint-record.js';
import { memoryIo } from '../commands/memory-io.js';

const GUIDE = readFileSync('docs-out/guides/configuration.md', 'utf8');

/** Each example by the heading that it stands under. */
const EXAMPLES = GUIDE.split(/^## /m).flatMap((section) =>
  Array.from(section.matchAll(/```(yaml|json)\n([^]*?)```/g), ([, language = '', text = '']) => ({
    heading: section.split('\n')[0] ?? '',
    language,
    text,
  })),
);

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'guide-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

function example(heading: string, index = 0): string {
  const found = EXAMPLES.filter((one) => one.heading === heading)[index];
  if (found === undefined) throw new Error(`the guide has no example ${String(index)} under "${heading}"`);
  return found.text;
}

const ALL = (service: string): string =>
  JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: [`${service}:*:*`] }] });

/** The files in which a service wildcard is found, with its severity. */
async function wildcards(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) writeText(join(cwd, path), text);
  const io = memoryIo(cwd);
  const code = await run(io, { paths: [], manifest: [], format: [{ format: 'json', file: undefined }] });
  expect(io.err()).toBe('');
  const record = JSON.parse(io.out()) as LintRecord;
  const found = record.files.flatMap(({ path, findings }) =>
    findings.flatMap(({ rule, severity }) => (rule === 'service-wildcard' ? [`${path} ${severity}`] : [])),
  );
  return { code, found, checked: record.files.map(({ path }) => path), record };
}

describe('the guide to the configuration', () => {
  it('has presets, and rules with options', async () => {
    const { found } = await wildcards({
      'lint-policies.config.yaml': example('Presets and rules'),
      'a.json': ALL('ecs'),
      'b.json': ALL('evs'),
    });
    expect(found).toEqual(['b.json warning']);
  });

  it('has overrides, from which `!` takes out', async () => {
    const { found } = await wildcards({
      'lint-policies.config.yaml': example('Other settings for some files'),
      'policies/break-glass/a.json': ALL('ecs'),
      'policies/break-glass/daily.json': ALL('ecs'),
    });
    expect(found).toEqual(['policies/break-glass/daily.json warning']);
  });

  it('has files and ignores', async () => {
    const { checked } = await wildcards({
      'lint-policies.config.yaml': example('What is linted'),
      'other/a.json': ALL('ecs'),
      'policies/legacy/b.json': ALL('ecs'),
      'policies/c.json': ALL('ecs'),
    });
    expect(checked).toEqual(['policies/c.json']);
  });

  it('has comments', async () => {
    const { found, record } = await wildcards({ 'a.yaml': example('Findings that may stay') });
    expect(found).toEqual([]);
    expect(record.summary.suppressed).toBe(1);
  });

  it('has suppressions', async () => {
    const { found, record } = await wildcards({
      'lint-policies.config.yaml': example('Findings that may stay', 1),
      'policies/fleet.json': ALL('ecs'),
      'policies/other.json': ALL('ecs'),
    });
    expect(found).toEqual(['policies/other.json warning']);
    expect(record.summary.suppressed).toBe(1);
  });

  it('has a baseline', async () => {
    writeText(join(cwd, 'a.json'), ALL('ecs'));
    const io = memoryIo(cwd);
    await run(io, { paths: [], manifest: [], format: [], writeBaseline: true, reason: 'before the review' });
    const { found } = await wildcards({
      'lint-policies.config.yaml': example('Findings that may stay', 2),
      'b.json': ALL('evs'),
    });
    expect(found).toEqual(['b.json warning']);
  });

  it('has manifests, workloads and a cloud', async () => {
    const file = 'lint-policies.config.yaml';
    writeText(join(cwd, file), example('Policies and what calls'));
    expect(await loadConfig(cwd)).toMatchObject({
      cloud: 'opentelekomcloud',
      manifests: ['calls/shop.apis.yaml'],
      workloads: [
        {
          name: 'billing',
          policies: ['policies/billing.json'],
          sources: ['services/billing', 'libs/ledger/**'],
        },
      ],
    });
  });

  it('has rules of one’s own', async () => {
    writeText(
      join(cwd, 'lint/rules.mjs'),
      `export const rules = [{ id: 'acme-naming', docs: { category: 'validity', recommended: false, description: 'x', sources: ['x'] }, messages: {}, meta: { type: 'problem', docs: { url: 'https://example.test/' }, messages: {}, schema: [], defaultOptions: [], hasSuggestions: false }, examine: () => [], create: () => ({}) }];\n`,
    );
    writeText(join(cwd, 'lint-policies.config.json'), example('Rules of your own'));
    const { localRules, failOn, rules } = await loadConfig(cwd);
    expect(localRules.map(({ id }) => id)).toEqual(['acme-naming']);
    expect({ failOn, rules }).toEqual({ failOn: 'warning', rules: { 'acme-naming': 'warning' } });
  });

  it('runs every example that it holds', () => {
    expect(EXAMPLES).toHaveLength(8);
  });

  it('describes every key of the schema', () => {
    const { properties } = configJsonSchema() as { readonly properties: object };
    const keys = Object.keys(properties).filter((key) => key !== '$schema');
    expect(keys.filter((key) => !GUIDE.includes(`| \`${key}\``))).toEqual([]);
  });
});
