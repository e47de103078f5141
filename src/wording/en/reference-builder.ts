/** What the builder of policies says. */
export const en = {
  // What is picked
  cloud: 'Cloud',
  pickApis: 'Pick APIs',
  findApi: 'Find an API',
  found: 'APIs found',
  nothingFound: 'Nothing found',
  picked: 'Picked',
  pickedApis: 'Picked APIs',
  nothingPicked: 'Nothing yet',
  pick: 'Pick',
  pickIt: 'Pick {operation}',
  remove: 'Remove',
  removeIt: 'Remove {operation}',
  notStarted: 'The builder could not start: {reason}',

  // Policy and manifest
  policyAndManifest: 'Policy and manifest',
  version: 'Version',
  policy: '{version} (policy)',
  identityPolicy: '{version} (identity policy)',
  pickFirst: 'Pick an API to see its policy.',
  copy: 'Copy',
  download: 'Download',

  // Notes on what was built
  needsNothing: 'What is picked needs no permission.',
  several: `The policy language demands {count, number} policies: global and project-level services apart, OBS alone,
    and no more than its limits allow.`,
  createTwice: `Create the policy for OBS twice, as a global and as a project-level policy,
    and grant both.`,
  leftOut: 'Left out: {call}, {reason}.',
  scenarioChosen: `{operation} has several scenarios; granted is what “{chosen}” needs,
    not {others, list, plain or}.`,
  casesLeftOut: `In some cases {operation} needs more, which is not granted: {cases, list, plain}.`,
  caseNeeds: '“{scenario}” needs {actions, list, plain}',
  quoted: '“{name}”',
  wildcardLeftOut: `The documentation gives “{action}” as a dependency of {operation},
    which is more than anybody can be said to need: it is not granted.`,
  malformed: `The documentation of {operation} names “{action}”, which is no action; it is left out.`,
  untold: `The documentation does not tell what {actions, list, plain} {count, plural, one {is} other {are}} called
    in 5.0; {count, plural, one {it stands as it is} other {they stand as they are}}.`,

  // The verdict on a pasted policy
  check: 'Check a policy',
  paste: 'Paste a policy, JSON or YAML',
  judgedHere: 'It is judged against the picked APIs, in this page.',
  unreadable: 'This cannot be read.',
  problem: 'Line {line}, column {column}: {message}',
  noPolicy: 'This is no policy: {reason}.',
  emptyText: 'nothing in it',
  noApiPicked: 'No API is picked, so nothing is needed.',
  covered: 'The policy covers exactly what is needed.',
  findings: '{count, plural, one {# finding} other {# findings}}.',
  policyNumber: 'policy {number}',

  // States of what the verdict lists
  granted: 'Granted',
  'no-permission': 'No permission needed',
  missing: 'Missing',
  denied: 'Denied',
  conditional: 'Conditional',
  excess: 'Excess',
  unproven: 'Unproven',

  // Why, line by line
  allGranted: 'everything it needs is granted',
  noneNeeded: 'needs no permission',
  deniedAndNeeded: 'denied, and needed by {operations, list, plain}',
  neededBy: 'needed by {operations, list, plain}',
  conditionallyGranted: 'granted with {why, list, plain}; needed by {operations, list, plain}',
  'by condition': 'a condition',
  'by resource': 'a limit to resources',
  'by conditional-deny': 'a deny under a condition',
  'by unknown-part': 'a part that only shows when it is used',
  asDependency: '{operation} (as a dependency)',
  someNeeded: `grants {grants, plural, one {# action} other {# actions}} today, {needed, number} needed:
    {actions, list, plain}`,
  noneOfThem: 'grants {grants, plural, one {# action} other {# actions}} today, none of them needed',
  notNeeded: 'no picked operation needs it',

  // What the rules find in the text itself
  error: 'error',
  warning: 'warning',
  atPlace: 'line {line, number}, column {column, number}',
  refusedAsItStands:
    'The cloud does not take this policy as it stands, so it grants nothing. Mend the errors first.',
} as const;
