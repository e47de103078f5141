import type { LintRecord } from '../../src/lint/results/lint-record.js';
import type { Outcome } from '../e2e/run.js';

/** The rules that found something, from a JSON report. */
export function readFindings({ stdout }: Outcome): readonly string[] {
  return (JSON.parse(stdout) as LintRecord).files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
}
