import type { LintRecord } from '../lint/results/lint-record.js';
import { en } from '../wording/en/report-overview.js';
import { speaker } from '../wording/speaker.js';
import type { Overview } from './run-overview.js';

const say = speaker('report-overview', en);

/** What `--fix` did, where it was asked for, or would do; none where it has nothing to do. */
export function remedySentences(
  { summary: { fixed, errors, warnings }, check }: LintRecord,
  { fixable, rules }: Overview,
): readonly string[] {
  if (fixed === undefined)
    return fixable.findings === 0
      ? []
      : [
          say(check === undefined ? 'wouldFix' : 'wouldFixSaved', {
            count: fixable.findings,
            files: fixable.files,
          }),
        ];
  const left = errors + warnings;
  const { findings: count, files } = fixed;
  if (count === 0) return [say('fixedNone')];
  if (left === 0) return [say('fixedAll', { count, files })];
  return [
    say('fixed', {
      count,
      files,
      left,
      rules: rules.map((row) => say('ofRule', { count: row.errors + row.warnings, rule: row.rule })),
    }),
  ];
}
