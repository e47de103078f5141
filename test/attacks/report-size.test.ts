import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import type { LintResult } from '../../src/lint/run/runner.js';
import { createCatalog } from '../../src/catalog/index/memory.js';
import { REPORT_FORMATS, renderReport } from '../../src/report/report.js';
import { catalogOf } from '../calls/catalog.js';
import { exampleCatalog } from '../rules/example-catalog.js';
import { plain } from '../report/sample.js';

/** Statements that each deny what each of some calls needs: a finding for every pair. */
const STATEMENTS = 150;
const CALLS = 40;

describe('a policy of 10 KB with 6,000 findings', () => {
  const text = JSON.stringify({
    Version: '1.1',
    Statement: [
      { Effect: 'Allow', Action: ['a:*:*'] },
      ...Array.from({ length: STATEMENTS }, () => ({ Effect: 'Deny', Action: ['a:*:*'] })),
    ],
  });
  const operations = Array.from({ length: CALLS }, (_, index) => ({
    id: `a/op-${index}`,
    endpoints: [`GET /${index}`],
    actions: [`a:thing:do${index}`],
  }));
  let result: LintResult;

  beforeAll(async () => {
    result = await lintFiles({
      files: [{ path: 'app.json', text }],
      manifests: [
        {
          path: 'app.apis.yaml',
          text: `apis:\n${operations.map(({ id }) => `  - operation: ${id}\n`).join('')}`,
        },
      ],
      config: DEFAULT_CONFIG,
      loadCatalog: () => Promise.resolve(catalogOf(operations)),
    });
  });

  it('says how many of them are left out, and fails as it would with them', () => {
    const denied = result.record.files.flatMap(({ findings }) =>
      findings.filter(({ rule }) => rule === 'denied-action'),
    );
    expect(denied).toHaveLength(2001);
    expect(denied.at(-1)).toMatchObject({
      severity: 'error',
      messageId: 'left-out',
      data: { leftOut: STATEMENTS * CALLS - 2000 },
      message: expect.stringContaining('4,000 more findings of this rule are left out') as string,
    });
  });

  it.each(REPORT_FORMATS)('makes no report of hundreds of megabytes: %s', async (format) => {
    const report = await renderReport(
      format,
      { record: result.record, rules: [], textOf: (path) => result.texts.get(path) },
      plain,
    );
    expect(report.length).toBeLessThan(12_000_000);
    // The summary for a pull request lists calls, not findings.
    if (format !== 'markdown') expect(report).toContain('4,000 more findings of this rule are left out');
  });
});

describe('what a report quotes', () => {
  it.each(REPORT_FORMATS)('is cut where a line has no end: %s', async (format) => {
    const catalog = createCatalog('huaweicloud', exampleCatalog());
    const text = JSON.stringify({
      Version: '1.1',
      Statement: Array.from({ length: 100 }, (_, index) => ({
        Effect: 'Allow',
        Action: [`ecs:cloudServers:get${index}`, 'x'.repeat(5000)],
      })),
    });
    const { record, texts } = await lintFiles({
      files: [{ path: 'app.json', text }],
      config: DEFAULT_CONFIG,
      loadCatalog: () => Promise.resolve(catalog),
    });
    const report = await renderReport(
      format,
      { record, rules: [], textOf: (path) => texts.get(path) },
      plain,
    );
    // A hundred findings in a line of half a megabyte: the line is not told a hundred times.
    expect(report.length).toBeLessThan(10_000_000);
  });
});
