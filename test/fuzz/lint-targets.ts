import { createCatalog } from '../../src/catalog/index/memory.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import type { LintInput } from '../../src/lint/run/runner.js';
import { loadSyntax } from '../../src/policy/syntax/parse-policy.js';
import { REPORT_FORMATS, renderReport } from '../../src/report/report.js';
import { exampleCatalog } from '../rules/example-catalog.js';
import { plain } from '../report/sample.js';

const catalog = createCatalog('huaweicloud', exampleCatalog());

/** Control characters and marks that turn the direction of text: in no report. */
const RAW =
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u;

/**
 * Lints, fixes, and writes one of the reports; which one, the bytes decide.
 * @returns the rules and messages that there were.
 * @throws Error where the linter reports a bug of its own, writes what it should not, or a report does not hold what it must.
 */
export async function lintFeatures(
  input: Pick<LintInput, 'files' | 'manifests' | 'baseline'> & { readonly config?: LintInput['config'] },
  bytes: Uint8Array,
): Promise<readonly string[]> {
  await Promise.all([loadSyntax('yaml'), loadSyntax('hcl')]);
  const fix = bytes.length % 3 === 0;
  const { record, texts, fixed, errors, problems } = await lintFiles({
    config: { ...DEFAULT_CONFIG, preset: 'strict' },
    ...input,
    today: '2026-07-31',
    fix,
    loadCatalog: () => Promise.resolve(catalog),
  });
  const [bug] = errors;
  if (bug !== undefined) throw bug.error instanceof Error ? bug.error : new Error(String(bug.error));
  for (const path of fixed.keys())
    if (!input.files.some((file) => file.path === path)) throw new Error(`the fixes write ${path}`);
  for (const { path, findings } of record.files) {
    const length = texts.get(path)?.length;
    for (const { edits = [], rule } of findings)
      if (edits.some(({ range: [start, end] }) => start > end || end > (length ?? 0)))
        throw new Error(`${rule}: an edit outside of the text`);
  }
  const format = REPORT_FORMATS[bytes.length % REPORT_FORMATS.length] ?? 'text';
  const report = await renderReport(format, { record, rules: [], textOf: (path) => texts.get(path) }, plain);
  if (RAW.test(report)) throw new Error(`a control character in the report ${format}`);
  if (['json', 'sarif', 'codeclimate'].includes(format)) JSON.parse(report);
  return [
    ...record.files.flatMap((file) => [
      file.reason ?? '',
      ...file.findings.map(
        ({ rule, messageId = '', fix: fixable }) => `${rule} ${messageId} ${String(fixable)}`,
      ),
    ]),
    ...record.workloads.flatMap(({ unproven }) => unproven.map(({ kind }) => kind)),
    ...problems.map(({ message }) => message),
  ];
}
