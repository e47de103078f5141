import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/lint/config/config-file.js';
import { configJsonSchema } from '../../../src/lint/config/config-schema.js';
import { createRuleResolver } from '../../../src/lint/config/config-rules.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import { rules } from '../../../rules/registry.js';
import type { Problem } from '../../../src/problem.js';
import { text as lines } from '../../text.js';

const folders: string[] = [];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-policies-config-'));
  folders.push(folder);
});

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

function load(name: string, text: string) {
  writeFileSync(join(folder, name), text);
  return loadConfig(folder);
}

async function fault(name: string, text: string): Promise<Problem> {
  return (await load(name, text).then(
    () => undefined,
    (error: unknown) => error,
  )) as Problem;
}

describe('a configuration', () => {
  it('is the defaults where there is no file', async () => {
    expect(await loadConfig(folder)).toEqual(DEFAULT_CONFIG);
  });

  it.each([
    [
      'lint-policies.config.json',
      '{ "preset": "strict", "rules": { "unknown-action": ["error"], "missing-action": ["warning", { "fix": true }] }, "failOn": "warning" }',
    ],
    [
      'lint-policies.config.yaml',
      lines`
        preset: strict
        rules:
          unknown-action: [error]
          missing-action: [warning, { fix: true }]
        failOn: warning
      `,
    ],
    [
      'lint-policies.config.mjs',
      'export default { preset: "strict", rules: { "unknown-action": ["error"], "missing-action": ["warning", { fix: true }] }, failOn: "warning" };',
    ],
    [
      'lint-policies.config.ts',
      lines`
        interface Config { preset: string }
        const config: Config & Record<string, unknown> = { preset: "strict", rules: { "unknown-action": ["error"], "missing-action": ["warning", { fix: true }] }, failOn: "warning" };
        export default config satisfies Config;
      `,
    ],
  ])('is read from %s', async (name, text) => {
    expect(await load(name, text)).toMatchObject({
      file: name,
      preset: 'strict',
      failOn: 'warning',
      rules: { 'unknown-action': ['error'], 'missing-action': ['warning', { fix: true }] },
    });
  });

  it('has everything that it may say', async () => {
    const config = await load(
      'lint-policies.config.yaml',
      `
cloud: opentelekomcloud
catalogs: [catalog]
files: "policies/**"
manifests: [ops/all.apis.yaml]
overrides:
  - { files: ["test/**", "!test/real/**"], rules: { unknown-action: off } }
ignores:
  - { files: generated/**, reason: written by a tool }
suppressions:
  - { rule: excess-action, files: ops.json, where: { pattern: "ecs:*:*" }, reason: break-glass, expires: 2030-01-01 }
baseline: baseline.json
`,
    );
    expect(config).toMatchObject({
      cloud: 'opentelekomcloud',
      catalogs: [join(folder, 'catalog')],
      files: ['policies/**'],
      manifests: ['ops/all.apis.yaml'],
      ignores: [{ files: ['generated/**'], reason: 'written by a tool' }],
      suppressions: [
        {
          rules: ['excess-action'],
          files: ['ops.json'],
          where: { pattern: 'ecs:*:*' },
          reason: 'break-glass',
          expires: '2030-01-01',
          file: 'lint-policies.config.yaml',
          span: { start: { line: 11 } },
        },
      ],
      baseline: 'baseline.json',
    });
    const rulesFor = createRuleResolver(config, rules);
    expect(rulesFor('app.json').has('unknown-action')).toBe(true);
    expect(rulesFor('test/app.json').has('unknown-action')).toBe(false);
    expect(rulesFor('test/real/app.json')).toBe(rulesFor('app.json'));
  });

  it.each([
    ['no JSON', '{\n  "rules": {,}\n}', 2, 13, ''],
    ['an unknown key', '{\n  "rulez": {}\n}', 2, 3, 'unknown key "rulez"; did you mean "rules"?'],
    [
      'an unknown rule',
      '{ "rules": {\n  "unknown-actoin": "error" } }',
      2,
      3,
      'there is no rule "unknown-actoin"; did you mean "unknown-action"',
    ],
    [
      'an unknown severity',
      '{ "rules": {\n  "unknown-action": "warn" } }',
      2,
      3,
      'expected "off", "warning" or "error"',
    ],
    [
      'an unknown option',
      '{ "rules": { "missing-action": ["error",\n { "fixx": true }] } }',
      2,
      4,
      'the rule "missing-action" has no option "fixx"; did you mean "fix"?',
    ],
    [
      'an option of the wrong type',
      '{ "rules": { "missing-action": ["error",\n { "fix": 1 }] } }',
      2,
      2,
      'should be boolean',
    ],
    [
      'an option of a rule without any',
      '{ "rules": { "unknown-api": ["error",\n { "fix": true }] } }',
      2,
      4,
      'it has none',
    ],
    [
      'a suppression without a reason',
      '{ "suppressions": [\n { "rule": "unknown-action", "files": "*" }] }',
      2,
      2,
      'a reason is needed',
    ],
    [
      'an ignore without a reason',
      '{ "ignores": [\n { "files": "*", "reason": "" }] }',
      2,
      18,
      'a reason is needed',
    ],
    [
      'a suppression of an unknown rule',
      '{ "suppressions": [{ "rule": "unknown-act",\n "files": "*", "reason": "r" }] }',
      1,
      22,
      'there is no rule "unknown-act"; did you mean ',
    ],
    [
      'a date that is none',
      '{ "suppressions": [{ "rule": "unknown-action", "files": "*", "reason": "r",\n "expires": "2026-02-30" }] }',
      2,
      2,
      '',
    ],
    ['a glob that is slow to match', '{ "files": [\n "*a*a*a*a*a*a*b" ] }', 1, 3, 'stars in one segment'],
  ])('with %s is refused with its place', async (_, text, line, column, message) => {
    const problem = await fault('lint-policies.config.json', text);
    expect(problem).toMatchObject({
      code: 'config',
      where: { file: 'lint-policies.config.json', line, column },
    });
    expect(problem.message).toContain(message);
  });

  it.each([
    ['throws', 'lint-policies.config.mjs', 'throw new Error("no");', 'could not be loaded: no'],
    ['exports nothing', 'lint-policies.config.mjs', 'export const x = 1;', 'no default export'],
    ['is no TypeScript', 'lint-policies.config.ts', 'export default { rules: ] }', 'not valid TypeScript'],
  ])('that %s is refused', async (_, name, text, message) => {
    expect(await fault(name, text)).toMatchObject({
      code: 'config',
      message: expect.stringContaining(message) as unknown,
      where: { file: name },
    });
  });

  it('that is named and not there is refused', async () => {
    await expect(loadConfig(folder, 'other.json')).rejects.toMatchObject({
      code: 'config',
      where: { file: 'other.json' },
    });
  });
});

describe('rules of a team', () => {
  const RULE = `import { createRule } from 'lint-policies';
export const rule = createRule({
  id: 'team-sid',
  meta: { type: 'suggestion', docs: { description: 'Statements without a Sid', category: 'validity', recommended: 'warning', sources: ['wiki'] }, messages: { none: 'The statement has no Sid; add one.' } },
  create: (context) => ({ statement: ({ sid, node }) => { if (sid === undefined) context.report({ at: node, messageId: 'none' }); } }),
});
`;

  it('come from a local file, and are configured like all others', async () => {
    // The package is not installed there, so its name stands for the source.
    writeFileSync(
      join(folder, 'team.ts'),
      RULE.replace("'lint-policies'", JSON.stringify(join(import.meta.dirname, '../../../src/lint/rule.js'))),
    );
    const config = await load(
      'lint-policies.config.json',
      '{ "plugins": ["./team.ts"], "rules": { "team-sid": "error" } }',
    );
    expect(config.localRules.map(({ id }) => id)).toEqual(['team-sid']);
    expect(createRuleResolver(config, [...rules, ...config.localRules])('app.json').get('team-sid')).toEqual({
      severity: 'error',
      options: undefined,
    });
  });

  it.each([
    ['is not there', '{ "plugins": ["./none.js"] }', 'is not there'],
    ['exports no rules', '{ "plugins": ["./empty.mjs"] }', 'exports no rules'],
    ['exports something else', '{ "plugins": ["./other.mjs"] }', 'something that is no rule'],
    ['has a name that is taken', '{ "plugins": ["./taken.mjs"] }', 'has a name that is taken'],
  ])('from a file that %s are refused', async (_, text, message) => {
    writeFileSync(join(folder, 'empty.mjs'), 'export const x = 1;');
    writeFileSync(join(folder, 'other.mjs'), 'export const rules = [1];');
    writeFileSync(
      join(folder, 'taken.mjs'),
      'export const rule = { id: "unknown-action", docs: {}, meta: {}, create() {} };',
    );
    expect(await fault('lint-policies.config.json', text)).toMatchObject({
      code: 'config',
      message: expect.stringContaining(message) as unknown,
    });
  });
});

describe('the schema', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const valid = ajv.compile(configJsonSchema());

  it('knows every rule and its options', () => {
    expect(valid({ rules: { 'missing-action': ['error', { fix: true }] } })).toBe(true);
    expect(valid({ rules: { 'missing-action': ['error', { fix: 1 }] } })).toBe(false);
    expect(valid({ rules: { 'unknown-api': ['error', { fix: true }] } })).toBe(false);
    expect(valid({ suppressions: [{ rule: 'x', files: 'y' }] })).toBe(false);
  });
});
