/** What the commands around linting say: `init`, `publish`, `rules`. */
export const en = {
  // init: what it found, wrote and left alone.
  policiesFound: `found {files, plural, one {# file} other {# files}} with policies of {cloud}`,
  noPolicyFound: 'found no policy here',
  wrote: 'wrote  {file}: {note}',
  wouldWrite: 'would write {file}: {note}',
  kept: 'kept   {file} (it is there already)',
  configuration: 'the configuration',
  workflow: 'a workflow for pull requests',
  job: 'a job; include it: "{include}"',
  manifest: `{calls, plural, =0 {no call that could be read} one {# call} other {# calls}} of the sources of
    {policies, list, plain}{unread, plural, =0 {} one {; the calls of one client were not read} other
    {; the calls of # clients were not read}}`,
  findingsOfToday: '{count, plural, one {# finding} other {# findings}} of today, which may stay',
  stoodBefore: 'stood before the linter came',
  jobWithoutPolicies: 'no CI job: it would fail, as there is nothing to check',
  failsNothing: `the CI job fails nothing yet, as {errors, plural, one {# error stands} other {# errors stand}} today;
    mend them, or keep them in a baseline (lint-policies init --baseline), and take out "--fail-on never"`,
  noJob: `no CI job: it belongs in the root of the repository, {root}; run init there for one`,
  next: 'next: "lint-policies" shows what was found; see it before you commit these files',
  nextWithoutPolicies: `next: "lint-policies generate ." writes the policy that the calls of your sources need;
    then run init again`,

  // publish
  keyOfOtherSigns: '--key may hold letters, digits, ".", "_" and "-" only; choose another',
  noRepository: 'GITHUB_REPOSITORY is not set; run this in GitHub Actions, which sets it',
  noSummary: `nothing was published: this is no job of GitHub Actions (GITHUB_STEP_SUMMARY is not set);
    elsewhere the report is a file that the service can show, as --format markdown=FILE wrote it`,
  eventUnreadable: 'is not the JSON that GitHub Actions puts there; check GITHUB_EVENT_PATH',
  nothingToReport: '✅ **Nothing to report.**',
  cutOff: `*The report is longer than GitHub shows; the rest is cut off.
    The log of the run and its other reports have all of it.*`,
  commented: `comment on pull request {number}: {what, select,
    created {created} updated {updated} unchanged {unchanged} unneeded {not needed}}`,
  notARecord: 'is no report of this tool; --review takes what --format json=FILE wrote in the same run',
  reviewed: `suggestions on pull request {number}: {created} created, {updated} updated, {unchanged} unchanged,
    {removed} removed, {resolved} resolved`,
  reviewBy: 'applied only when you commit it',
  reviewResolved: '✅ This does not stand any more.',
  otherCommit: `No suggestion was made in {files, list, and}: the checkout has other lines there than the pull request
    shows. Check out its last commit.`,
  linesRefused: `{count, plural, one {# suggestion was} other {# suggestions were}} refused by GitHub (422),
    as the lines are not in what the pull request changes. The report has them.`,
  suggestionsLeft: `{count, plural, one {# more suggestion is} other {# more suggestions are}} for the next run:
    one run begins 30 threads at most. The report has all of them.`,
  noPullRequest: 'No comment was written: this run is for no pull request.',
  noToken: `No comment was written: there is no GITHUB_TOKEN; give the step one.
    The report is in the summary of this job.`,
  readOnlyToken: `No comment was written: the token may not write comments (403),
    as is usual for pull requests from forks. The report is in the summary of this job.`,
  requestRefused: `No comment was written: GitHub answered {status} to {request}.
    The report is in the summary of this job.`,
  requestUnsent: `No comment was written: GitHub could not be reached ({cause}).
    The report is in the summary of this job.`,

  // rules
  noRule:
    'there is no rule "{rule}"; {near, plural, =0 {"lint-policies rules" lists them} other {did you mean {near, list, or}?}}',
  noPage: 'the page of the rule is not in this installation; it stands at {url}',
  offersFix: ' (fix)',
  offersSuggestions: ' (suggestions)',
  offersBoth: ' (fix, suggestions)',
  ruleCount: `{rules, plural, one {# rule} other {# rules}};
    severities are those of the preset "recommended"`,
} as const;
