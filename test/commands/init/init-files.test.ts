import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { gitlabJob } from '../../../src/commands/init/init-files.js';

it('the GitLab job runs one command, whose reports GitLab collects', () => {
  const { 'lint-policies': job } = parse(gitlabJob({ isStrict: true })) as {
    readonly 'lint-policies': {
      readonly script: readonly string[];
      readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
    };
  };
  const { codequality, junit } = job.artifacts.reports;
  expect(job.script).toEqual([
    expect.stringMatching(
      /^npx --yes lint-policies@\S+ --since "\$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format text( --format \w+=\S+){2}$/,
    ),
  ]);
  expect(job.script[0]).toContain(`--format codeclimate=${codequality ?? ''}`);
  expect(job.script[0]).toContain(`--format junit=${junit ?? ''}`);
});
