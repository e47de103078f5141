import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/catalog/index/memory.js';
import { readBaseline, writeBaseline } from '../../../src/lint/config/baseline.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import type { ConfigSuppression, LintConfig } from '../../../src/lint/config/config.js';
import { lintFiles } from '../../../src/lint/run/runner.js';
import type { LintInput } from '../../../src/lint/run/runner.js';
import { Problem } from '../../../src/problem.js';
import { exampleCatalog } from '../../rules/example-catalog.js';
import { text as lines } from '../../text.js';

const catalog = createCatalog('huaweicloud', exampleCatalog());
const config: LintConfig = {
  ...DEFAULT_CONFIG,
  preset: 'off',
  rules: { 'unknown-action': 'error', 'suppression-without-reason': 'error', 'unused-suppression': 'error' },
};
const text =
  '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServer:list", "vpc:vpc:list"] }] }';

async function lint(input: Partial<LintInput>) {
  const { record } = await lintFiles({
    files: [{ path: 'app.json', text }],
    config,
    loadCatalog: () => Promise.resolve(catalog),
    ...input,
  });
  return {
    record,
    found: record.files.flatMap(({ path, findings }) =>
      findings.map(({ rule, message, line }) => ({ path, rule, line, message })),
    ),
  };
}

describe('a comment', () => {
  it.each([
    [
      'JSON with comments',
      'app.jsonc',
      `// lint-policies-disable-next-line unknown-action -- private beta\n${text}`,
    ],
    [
      'YAML, in ESLint’s spelling and behind the value',
      'app.yaml',
      lines`
        Version: "1.1"
        Statement:
          - { Effect: Allow, Action: ["ecs:cloudServer:list"] } # eslint-disable-line iam/unknown-action -- private beta
      `,
    ],
    [
      'all rules at once, up to the comment that ends it',
      'app.jsonc',
      `/* lint-policies-disable -- generated */\n${text}\n/* lint-policies-enable */`,
    ],
  ])('suppresses in %s, and is counted', async (_, path, content) => {
    const { record, found } = await lint({ files: [{ path, text: content }] });
    expect(found).toEqual([]);
    expect(record.summary.suppressed).toBe(path === 'app.yaml' ? 1 : 2);
  });

  it('cannot suppress the complaint that it has no reason', async () => {
    const { found } = await lint({
      files: [{ path: 'app.jsonc', text: `/* lint-policies-disable */\n${text}` }],
    });
    expect(found).toEqual([expect.objectContaining({ rule: 'suppression-without-reason', line: 1 })]);
  });

  it('inside a string is none', async () => {
    const { found } = await lint({
      files: [
        {
          path: 'app.json',
          text: text.replace(
            '"Effect"',
            '"Sid": "// lint-policies-disable-line unknown-action -- x", "Effect"',
          ),
        },
      ],
    });
    expect(found).toHaveLength(2);
  });
});

describe('an entry of the configuration', () => {
  const entry: ConfigSuppression = {
    rules: ['unknown-action'],
    files: ['**/*.json'],
    where: { action: 'ECS:cloudServer:list' },
    reason: 'private beta',
    expires: undefined,
    file: 'lint-policies.config.json',
    span: { start: { line: 7, column: 5, offset: 90 }, end: { line: 7, column: 50, offset: 135 } },
  };

  it('suppresses the findings that it describes, and no others', async () => {
    const { record, found } = await lint({ config: { ...config, suppressions: [entry] } });
    expect(found).toEqual([
      expect.objectContaining({
        rule: 'unknown-action',
        message: expect.stringContaining('vpc:vpc:list') as unknown,
      }),
    ]);
    expect(record.summary.suppressed).toBe(1);
  });

  it('that suppresses nothing is reported where it stands', async () => {
    const { found } = await lint({
      config: { ...config, suppressions: [{ ...entry, where: { action: 'ecs:x:y' } }] },
    });
    expect(found.at(-1)).toEqual({
      path: 'lint-policies.config.json',
      rule: 'unused-suppression',
      line: 7,
      message: 'The suppression of "unknown-action" suppresses nothing; remove it.',
    });
  });

  it('for files that this run does not lint is not called unused', async () => {
    const { found } = await lint({
      config: { ...config, suppressions: [{ ...entry, files: ['other/*.json'] }] },
    });
    expect(found.every(({ rule }) => rule === 'unknown-action')).toBe(true);
    const partial = await lint({
      partial: true,
      config: { ...config, suppressions: [{ ...entry, where: { action: 'ecs:x:y' } }] },
    });
    expect(partial.found.every(({ rule }) => rule === 'unknown-action')).toBe(true);
  });

  it('that has expired suppresses no more, and is reported', async () => {
    const suppressions = [{ ...entry, expires: '2026-06-30' }];
    expect((await lint({ today: '2026-06-30', config: { ...config, suppressions } })).found).toHaveLength(1);
    const { found } = await lint({ today: '2026-07-01', config: { ...config, suppressions } });
    expect(found).toHaveLength(3);
    expect(found.at(-1)?.message).toContain('expired on 2026-06-30');
  });
});

describe('a baseline', () => {
  it('accepts what was there when it was written, wherever it has moved to', async () => {
    const before = await lint({});
    const baseline = readBaseline(
      writeBaseline(before.record, { reason: 'as it was found' }),
      'baseline.json',
    );
    const moved = JSON.stringify(JSON.parse(text), undefined, 4);
    const { record, found } = await lint({ baseline, files: [{ path: 'app.json', text: `\n\n${moved}` }] });
    expect(found).toEqual([]);
    expect(record.summary.suppressed).toBe(2);
  });

  it('does not accept what is new, and names entries that are gone', async () => {
    const baseline = readBaseline(
      writeBaseline((await lint({})).record, { reason: 'as it was found' }),
      'baseline.json',
    );
    const { found } = await lint({
      baseline,
      files: [{ path: 'app.json', text: text.replace('vpc:vpc:list', 'vpc:vpcz:list') }],
    });
    expect(found).toEqual([
      expect.objectContaining({ path: 'app.json', rule: 'unknown-action' }),
      expect.objectContaining({
        path: 'baseline.json',
        rule: 'unused-suppression',
        message: 'The baseline entry for "unknown-action" in app.json suppresses nothing; remove it.',
      }),
    ]);
  });

  it('keeps reasons and dates of entries that stay when it is written again', async () => {
    const { record } = await lint({});
    const first = readBaseline(
      writeBaseline(record, { reason: 'beta', expires: '2026-12-31' }),
      'baseline.json',
    );
    const again = readBaseline(writeBaseline(record, { reason: 'other', previous: first }), 'baseline.json');
    expect(again.entries.map(({ reason, expires }) => [reason, expires])).toEqual([
      ['beta', '2026-12-31'],
      ['beta', '2026-12-31'],
    ]);
  });

  it.each([
    ['{', 1, 'line 1'],
    ['{ "findings": {} }', 1, 'no baseline'],
    ['{ "version": 2, "findings": [] }', 1, 'another version'],
    [
      '{ "version": 1,\n "findings": [{ "rule": "x", "path": "a", "fingerprint": "f" }] }',
      2,
      'without a reason',
    ],
    [
      '{ "version": 1,\n "findings": [{ "rule": "x", "path": "a", "fingerprint": "f", "reason": " " }] }',
      2,
      'without a reason',
    ],
    [
      '{ "version": 1,\n "findings": [{ "rule": "x", "path": "a", "fingerprint": "f", "reason": "r", "expires": "2026-02-30" }] }',
      2,
      'expected a date',
    ],
    ['{ "version": 1,\n "findings": [{ "rules": "x" }] }', 2, 'unknown key "rules"'],
  ])('that is %j is refused on line %i: %s', (content, line, message) => {
    const read = (): unknown => readBaseline(content, 'baseline.json');
    expect(read).toThrow(Problem);
    expect(read).toThrow(
      expect.objectContaining({
        where: expect.objectContaining({ file: 'baseline.json', line }) as unknown,
      }) as Error,
    );
    if (message !== 'line 1') expect(read).toThrow(message);
  });
});
