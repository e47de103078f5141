/** What the reports of a run say of it as a whole: tables of rules and policies, and what fixes do. */
export const en = {
  // Columns of the table of rules.
  errors: 'errors',
  warnings: 'warnings',
  files: 'files',
  fixable: 'fixable',
  rule: 'rule',

  // Columns of the table of policies.
  calls: 'calls',
  granted: 'granted',
  missing: 'missing',
  denied: 'denied',
  excess: 'excess',
  dangerous: 'dangerous',
  unproven: 'unproven',
  unread: 'unread',
  findings: 'findings',
  policy: 'policy',
  judged: '{policies, list, plain} ({manifest})',
  moreRules: 'and {count, plural, one {one more rule} other {# more rules}} (--verbose shows all)',
  morePolicies: 'and {count, plural, one {one more policy} other {# more policies}} (--verbose shows all)',
  moreWorkloads: `and {count, plural, one {one more workload} other {# more workloads}}
    (--verbose shows all)`,

  // Markdown and HTML.
  dangersAre: 'Dangers: {rules, list, plain}',
  errorsAre: 'Errors: {rules, list, plain}',
  warningsAre: 'Warnings: {rules, list, plain}',
  dangersTitle: 'Dangers',
  errorsTitle: 'Errors',
  warningsTitle: 'Warnings',
  changesTitle: 'What changes',
  policiesTitle: 'Policies',
  workloadsTitle: 'Workloads',
  skippedTitle: 'Skipped files',
  contents: 'Contents',
  bySeverity: 'Show',
  byRule: 'of the rule',
  byPolicy: 'in',
  any: 'all',
  ofRuleTitle: '{rule}: {count, number}',
  alsoAtCount: 'the same in {count, plural, one {one more place} other {# more places}}',
  moreWarnings: '{count, plural, one {one warning} other {# warnings}}',
  andPolicies: 'and {count, plural, one {one more policy} other {# more policies}}',
  untoldMissing: `{count, plural, one {one missing action that is} other {# missing actions that are}}
    not among the findings`,
  untoldDenied: `{count, plural, one {one denied action that is} other {# denied actions that are}}
    not among the findings`,

  // What fixes do.
  wouldFix: `--fix mends {count, number} of them in {files, plural, one {one file} other {# files}}.`,
  wouldFixSaved: `"lint-policies --fix" mends {count, number} of them in
    {files, plural, one {one file} other {# files}}, once --save has written the manifests.`,
  saveAndFix: 'run check with --save, then lint-policies --fix',
  fixedNone: 'There was nothing to fix.',
  fixedAll: `Fixed {count, plural, one {one problem} other {# problems}} in
    {files, plural, one {one file} other {# files}}; none is left.`,
  fixed: `Fixed {count, plural, one {one problem} other {# problems}} in
    {files, plural, one {one file} other {# files}}; {left, number} left: {rules, list, plain 6}.`,
  ofRule: '{count, number} {rule}',

  // One finding in many places.
  times: '{count, number} times in {files, plural, one {one file} other {# files}}',
  labelAlso: 'also',
  alsoAt: 'at {places, list, plain 4} (--verbose shows all)',
  alsoAtAll: 'at {places, list, plain}',
} as const;
