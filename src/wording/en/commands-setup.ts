/** What the commands around linting say: `init`, `publish`, `rules`. */
export const en = {
  // init: what it found, wrote and left alone.
  policiesFound: `found {files, plural, one {# file} other {# files}} with policies of {cloud}`,
  noPolicyFound: 'found no policy here; the files below are a start',
  wrote: 'wrote  {file}: {note}',
  wouldWrite: 'would write {file}: {note}',
  kept: 'kept   {file} (it is there already)',
  configuration: 'the configuration',
  workflow: 'a workflow for pull requests',
  job: 'a job; include it: "{include}"',
  draft: `{calls, plural, one {# call} other {# calls}} that {policy} allows; keep those that are made`,
  noCallAllowed: `no manifest for {policy}: it allows no documented call whole;
    list those that are made in {manifest}`,
  tooManyCalls: `no manifest for {policy}: it allows {calls, number} documented calls, more than anybody would
    go through; list those that are made in {manifest}`,
  noJob: `no CI job: it belongs in the root of the repository, {root}; run init there for one`,
  next: `next: keep in each manifest the calls that the application makes, take out "possible: true",
    and run lint-policies`,
  nextWithCode: `next: keep in each manifest the calls that the application makes, take out "possible: true",
    and run lint-policies; "lint-policies calls . --manifest FILE" finds the calls of your code`,

  // Comments in the manifests that init writes, a line each.
  draftOrigin:
    'The calls of the application that these permissions are for, written from what the policy allows today.',
  draftToDo: 'Take out every call that is not made, and add those that are missing.',
  draftDone:
    'When the list is right take out "possible" too; lint-policies then tells what is missing and in excess.',

  // publish
  keyOfOtherSigns: '--key may hold letters, digits, ".", "_" and "-" only; choose another',
  noRepository: 'GITHUB_REPOSITORY is not set; run this in GitHub Actions, which sets it',
  eventUnreadable: 'is not the JSON that GitHub Actions puts there; check GITHUB_EVENT_PATH',
  nothingToReport: '✅ **Nothing to report.**',
  cutOff: `*The report is longer than GitHub shows; the rest is cut off.
    The log of the run and its other reports have all of it.*`,
  commented: `comment on pull request {number}: {what, select,
    created {created} updated {updated} unchanged {unchanged} unneeded {not needed}}`,
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
  offersFix: '(fix)',
  offersSuggestions: '(suggestions)',
  offersBoth: '(fix, suggestions)',
  ruleCount: `{rules, plural, one {# rule} other {# rules}};
    severities are those of the preset "recommended"`,
} as const;
