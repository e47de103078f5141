import { describe, expect, it } from 'vitest';
import type { LintRecord } from '../../src/lint/results/lint-record.js';
import { REPORT_FORMATS, renderReport } from '../../src/report/report.js';
import { inputOf, plain, record, workload } from './sample.js';

const ORIGINS = [1, 2, 3, 4, 5, 6].map((line) => ({ file: 'src/shop.ts', line }));

/** The sample, its one missing action needed by a call that stands in six lines of code. */
function found(origins: readonly { readonly file: string; readonly line?: number }[]): LintRecord {
  const missing = workload.missing.map((need) => ({
    ...need,
    because: need.because.map((because) => ({ ...because, origins })),
  }));
  return { ...record, workloads: [{ ...workload, missing }] };
}

describe('the chain of reasons', () => {
  it.each(REPORT_FORMATS)('ends in the lines that the call was found in: %s', async (format) => {
    const text = await renderReport(format, inputOf(found(ORIGINS.slice(0, 1))), plain);
    expect(text).toMatch(/src\/shop\.ts(?::1\b|[^]{0,80}?"(?:startLine|line)": ?1\b)/);
    expect(await renderReport(format, inputOf(record), plain)).not.toContain('shop.ts');
  });

  it.each(['text', 'markdown', 'html', 'github', 'junit', 'codeclimate'] as const)(
    'counts the lines that are too many to list: %s',
    async (format) => {
      const text = await renderReport(format, inputOf(found(ORIGINS)), plain);
      expect(text).toContain('and 2 more');
      expect(text).not.toContain('shop.ts:5');
    },
  );

  it('names a file alone where no line is known', async () => {
    for (const format of REPORT_FORMATS)
      expect(await renderReport(format, inputOf(found([{ file: 'plan.json' }])), plain)).toMatch(
        /plan\.json(?!:)/,
      );
  });
});
