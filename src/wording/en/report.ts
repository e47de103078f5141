/** What the reports of a run say around the findings. */
export const en = {
  // What came of the run.
  nothingChecked: 'Nothing was checked.',
  noFindings: `No {kind, select, all {findings} new {new findings}} in
    {files, plural, one {# file} other {# files}}{short, plural, =0 {} other {: {short, list, plain}}}.`,
  errorsOnly: `{kind, select,
      all {{errors, plural, one {# error} other {# errors}}}
      new {{errors, plural, one {# new error} other {# new errors}}}}
    in {files, plural, one {# file} other {# files}}{short, plural, =0 {} other {: {short, list, plain}}}.`,
  warningsOnly: `{kind, select,
      all {{warnings, plural, one {# warning} other {# warnings}}}
      new {{warnings, plural, one {# new warning} other {# new warnings}}}}
    in {files, plural, one {# file} other {# files}}{short, plural, =0 {} other {: {short, list, plain}}}.`,
  errorsAndWarnings: `{kind, select,
      all {{errors, plural, one {# error} other {# errors}}}
      new {{errors, plural, one {# new error} other {# new errors}}}}
    and {kind, select,
      all {{warnings, plural, one {# warning} other {# warnings}}}
      new {{warnings, plural, one {# new warning} other {# new warnings}}}}
    in {files, plural, one {# file} other {# files}}{short, plural, =0 {} other {: {short, list, plain}}}.`,

  // What a workload falls short of.
  actionsMissing: '{count, plural, one {# action} other {# actions}} missing',
  actionsMissingUntold: `{count, plural, one {# action} other {# actions}} missing
    ({untold, number} not among the findings)`,
  actionsDeniedUntold: '{count, number} denied ({untold, number} not among the findings)',
  actionsDenied: '{count, number} denied',
  actionsConditional: '{count, number} conditional',
  grantsInExcess: '{count, plural, one {# grant} other {# grants}} in excess',
  factsUnproven: '{count, number} unproven',

  // What was not looked at.
  moreInCases: `{count, plural, one {# call needs} other {# calls need}} more than is granted in some cases;
    name those that arise in the manifest ("when").`,
  expectations: `{kept, number} of {count, plural, one {# expectation} other {# expectations}} kept by
    {policies, plural, one {# policy} other {# policies}}{rest, plural, =0 {} other {: {rest, list, plain}}}.`,
  expectationsBroken: '{count, number} broken',
  expectationsUndecided: '{count, number} undecided',
  expectationsUnjudged: '{count, number} not judged',
  uncovered: `{count, plural,
    one {# policy without a manifest: its calls were}
    other {# policies without a manifest: their calls were}} not judged.`,
  partlyKnown: '{count, plural, one {# file} other {# files}} known only in part.',
  partlyKnownAt: `{count, plural, one {# file} other {# files}} known only in part:
    {place} {why}{more, plural, =0 {} one { (and # more hole)} other { (and # more holes)}}.`,
  checkThem: '"{command}" judges them against the sources beside them.',
  foreign: `{count, plural,
    one {# policy in another language was}
    other {# policies in other languages were}} left alone: {languages, list, plain}.`,
  languageCount: '{language} ({count, number})',
  skippedMore: `{count, plural,
    one {# more file with something like a policy was}
    other {# more files with something like a policy were}} skipped; --verbose names them all.`,
  skipped: '{count, plural, one {# file} other {# files}} skipped.',
  skippedSilently: '{count, plural, one {# file} other {# files}} skipped (--verbose tells why).',
  known: `{count, plural,
    one {# finding that stood before is}
    other {# findings that stood before are}} not shown.`,
  suppressed: '{count, plural, one {# finding} other {# findings}} suppressed.',
  noPolicy: 'no policy',

  // Why.
  because: 'Because {reason}',
  foundAt: '{reason}, found at {places, list, plain 4}',
  confidence: 'Confidence: {confidence, select, certain {certain} likely {likely} doubtful {doubtful}}.',
  doubt: '{confidence, select, certain {} likely { (likely)} doubtful { (doubtful)}}',
  severity: '{severity, select, error {error} warning {warning}}',
  grades: `severity: {severity, select, error {error} warning {warning}}, confidence:
    {confidence, select, certain {certain} likely {likely} doubtful {doubtful}}`,

  // What changes, of one workload or policy.
  changed: '{grants, list, plain}{rest, plural, =0 {} other {; {rest, list, plain}}}',
  added: 'is new and {grants, list, plain}{rest, plural, =0 {} other {; {rest, list, plain}}}',
  removed: 'is gone{rest, plural, =0 {} other {; {rest, list, plain}}}',
  grantsNew: 'grants {count, plural, one {# new action} other {# new actions}}',
  grantsOtherwise: 'grants {count, plural, one {# action} other {# actions}} on other terms',
  grantsUnmeasured: '{count, plural, one {# new grant} other {# new grants}} cannot be measured',
  grantsNothing: 'grants nothing new',
  grantsNothingToIdentities:
    'grants nothing new to identities; what a policy of a resource opens is not measured',
  // The requests that are allowed, compared as written.
  allowsMore: 'allows more requests',
  allowsLess: 'allows fewer requests',
  allowsMoreAndLess: 'allows requests that it did not, and no longer others',
  allowsUndecided: 'whether it allows more requests is not decided ({stop})',
  allowsSame: 'allows the same requests',
  allowsNow: 'allowed now, and not before',
  allowedBefore: 'allowed before, and not now',
  notDecided: 'not decided',
  witness: '{action} on {resource}{context, plural, =0 {} other { with {context, list, plain}}} ({place})',
  witnessKey: '{key} = {values, list, plain}',
  grantsLost: '{count, plural, one {# action} other {# actions}} no longer granted',
  newlyMissingCount: '{count, number} newly missing',
  newlyDeniedCount: '{count, number} newly denied',

  // The kinds of change, before a list.
  newGrants: 'new grants',
  newGrantsOnConditions: 'new grants, on conditions',
  grantedOtherwise: 'granted on other terms',
  newUnmeasured: 'new, and nobody can say what it grants',
  newlyMissing: 'newly missing',
  newlyDenied: 'newly denied',
  lostGrants: 'lost grants',
  lostGrantsOnConditions: 'lost grants, on conditions',
  goneUnmeasured: 'gone, and nobody can say what it granted',
  newlyInExcess: 'newly in excess',
  newlyConditional: 'newly conditional',
  newlyUnproven: 'newly unproven',
  noLongerMissing: 'no longer missing',
  noLongerDenied: 'no longer denied',
  noLongerInExcess: 'no longer in excess',
  noLongerConditional: 'no longer conditional',
  noLongerUnproven: 'no longer unproven',
  newlyCalled: 'newly called',
  noLongerCalled: 'no longer called',

  // What changes, as a whole.
  nothingDifferent: 'No policy and no declared call is different.',
  introduced: '{count, plural, one {# finding} other {# findings}} introduced.',
  resolved: '{count, plural, one {# finding} other {# findings}} resolved.',
  unchanged: `{count, plural,
    one {# workload or uncovered policy is}
    other {# workloads and uncovered policies are}} unchanged.`,
  othersUnchanged: `{count, plural,
    one {# other workload or uncovered policy is}
    other {# other workloads and uncovered policies are}} unchanged.`,

  // Markdown and HTML: what changes.
  changesTitle: 'What changes',
  comparedWith: 'Compared with {revision}.',
  comparedWithCommit: 'Compared with {revision} ({commit}).',
  entry: `{name}{formerly, plural, =0 {} other { (formerly {formerly, list, plain})}} {headline}`,
  entryWithPolicies: `{name} · {policies, list, plain}{formerly, plural,
    =0 {}
    other { (formerly {formerly, list, plain})}} {headline}`,
  moreEntries: 'and {count, plural, one {# more workload or policy} other {# more workloads and policies}}',
  items: '{label}: {items, list, plain}',
  firstItems: '{label}: {items, list, plain 12}',
  allItems: 'all {count, number}',
  allItemsByService: 'all {count, number}, by service',

  // Markdown and HTML: the calls of a workload, and what they need.
  workload: '{manifest} · {policies, list, plain}',
  workloadInNoFile: '{policies, list, plain}',
  columnCall: 'Call',
  columnNeeds: 'Needs',
  columnStatus: 'Status',
  statusGranted: 'granted',
  statusMissing: 'missing',
  statusDenied: 'denied',
  statusConditional: 'conditional',
  statusUnproven: 'unproven',
  statusNoPermission: 'needs none',
  callsGranted: '{count, plural, one {# call that is granted} other {# calls that are granted}}',
  asDependency: '(dependency)',
  more: 'and {count, number} more',
  scenario: 'scenario: {scenario}',
  inCase: 'if {scenario}: {needs, list, plain}',

  // Markdown: what a workload falls short of, each part with its reasons.
  missing: 'Missing ({count, number})',
  denied: 'Denied ({count, number})',
  conditional: 'Conditional ({count, number})',
  excess: 'Excess ({count, number})',
  unproven: 'Unproven ({count, number})',
  moreMissing: 'and {count, number} more missing',
  moreDenied: 'and {count, number} more denied',
  moreReasons: 'and {count, plural, one {# more reason} other {# more reasons}}',
  moreCandidates: 'and {count, plural, one {# more candidate} other {# more candidates}}',
  need: `{action}{as, select, action {} dependency { (dependency)}}{possible, select,
    true { (may be needed)}
    false {}}{confidence, select, certain {} likely { (likely)}
    doubtful { (doubtful)}}{limits, plural,
    =0 {}
    other {: depends on {limits, list, plain}}}{places, plural, =0 {} other { in {places, list, plain}}}`,
  openKeys: 'The manifest says nothing of {keys, list, plain}.',
  refusedRequest: `For example{resources, plural, =0 {} other { on {resources, list, plain}}}
    {context, plural, =0 {} other {with {context, list, plain}}}.`,
  limitCondition: 'a Condition',
  limitResource: 'the Resource',
  limitDeny: 'a Deny with limits',
  limitUnknown: 'what is only known at run time',
  neededBy: `needed by {call}{operations, plural,
    =0 {}
    other { ({operations, list, plain})}}{scenarios, plural,
    =0 {}
    other {, scenario {scenarios, list, plain}}}{declared, plural,
    =0 {}
    other {, {declared, list, plain}}}{places, plural,
    =0 {}
    other {, found at {places, list, plain 4}}}{sources, plural, =0 {} other {; source: {sources, list, plain}}}`,
  excessAction: `{pattern} in {place}: no declared call needs it{confidence, select,
    certain {}
    likely { (likely)}
    doubtful { (doubtful)}}{fix, select, true {; --fix removes it} false {}}{observed, plural,
    =0 {}
    other {. {observed, list, plain}}}`,
  excessPattern: `{pattern} in {place}: grants {grants, plural, one {# action} other {# actions}} today,
    {needed, plural, =0 {none} other {#}} of them needed{confidence, select,
    certain {}
    likely { (likely)}
    doubtful { (doubtful)}}{fix, select, true {; --fix narrows it} false {}}{observed, plural,
    =0 {}
    other {. {observed, list, plain}}}`,
  needed: 'needed: {actions, list, plain}',
  allNeeded: 'the {count, number} that are needed',
  unprovenFact: `{subject}: {reason}{places, plural, =0 {} other { ({places, list, plain})}}`,

  // Markdown and HTML: findings.
  moreFindings: '{count, plural, one {# more finding} other {# more findings}}',
  columnWhere: 'Where',
  columnFinding: 'Finding',
  columnRule: 'Rule',

  // The terminal.
  labelBecause: 'because',
  labelRelated: 'related',
  labelFix: 'fix',
  labelSuggest: 'suggest',
  labelInside: 'in',
  inside: '{path}#{address}',
  insideLine: 'in {place}',
  labelCloud: 'cloud',
  labelKnown: 'known',
  labelSee: 'see',
  runWithFix: 'run with --fix',
  moreInJson: 'and {count, number} more (--format json lists all)',
  reason: `{reason}{declared, plural, =0 {} other {, declared in {declared, list, plain}}}{places, plural,
    =0 {}
    other {, found at {places, list, plain 4}}}`,
  fileClean: '{path}: no findings',
  fileSkipped: '{path}: skipped, {reason}',
  workloadLine: `{workload}: {calls, plural, one {# call} other {# calls}},
    {whole, select, true {all} false {{granted, number}}} granted{short, plural,
    =0 {}
    other {; {short, list, plain}}}`,
  changesSince: '{title} since {revision}',
  changesSinceCommit: '{title} since {revision} ({commit})',
  changes: 'changes',
  changesAndTold: '{head}: {told}',
  entryLine: `{name}{policies, plural, =0 {} other { ({policies, list, plain})}}{formerly, plural,
    =0 {}
    other {, formerly {formerly, list, plain},}} {headline}`,
  firstFewItems: '{label} {items, list, plain 8}',
  everyItem: '{label} {items, list, plain}',

  // HTML.
  reportTitle: 'IAM policy report',
  judgedAgainst: `{calls, plural, one {# call} other {# calls}} judged against {policies, list, plain}{short, plural,
    =0 {: all granted, nothing in excess}
    other {: {short, list, plain}}}.`,
  unprovenReason: '{subject}: {reason}',
  relatedPlace: '{place}: {message}',
  becauseReason: `because {reason}{declared, plural, =0 {} other {, declared in {declared, list, plain}}}{places, plural,
    =0 {}
    other {, found at {places, list, plain 4}}}`,
  hasFix: '{place} · has a fix',
  filesSkipped: '{count, plural, one {# file} other {# files}} skipped',
  skippedFor: '{path}: {reason}',

  // SARIF.
  rootDescription: 'The folder that the linter ran in.',
  notChecked: 'Not checked: {reason}',
  declaredHere: 'Declared here: {call}',
  foundHere: 'Found here: {call}',
  applyFix: 'Apply the fix of this rule',
} as const;
