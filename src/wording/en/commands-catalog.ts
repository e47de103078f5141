/** What the commands say that make catalogs and look into them: `extract`, `reference`, `diff`; `explain` has its own. */
export const en = {
  noCatalog: 'there is no catalog here; name a folder with <cloud>/<service>.yaml below it',

  // extract
  nothingToExtract: 'no page to extract; name files, folders or URLs',
  noPage: 'no page was found; a page ends in .md or .html, or is named itself',
  unusableCloud: '--cloud "{cloud}": {problem}',
  readingPage: 'reading page {count}  {page}',
  unreadByBug: 'could not be read, because of a bug in this tool',
  bugIn: 'internal error while reading {page}',

  pages: 'Pages    {pages, number}{unread, plural, =0 {} other {, of them unreadable #}}',
  tables: `Tables   {all, number}: {withApis, number} with APIs, {ofActions, number} of actions alone,
    {others, number} no permission tables`,
  rows: 'Rows     {rows, number}: {entries, number} entries, {skipped, number} skipped',
  skippedRows: 'Skipped rows',
  unplacedEntries: 'Entries that no catalog took',
  otherTables: 'Tables that are no permission tables',
  otherReasons: 'for other reasons (--format json names them all)',

  serviceColumn: 'Service',
  operationsColumn: 'Operations',
  endpointsColumn: 'Endpoints',
  actionsColumn: 'Actions',
  formerColumn: 'Former',
  conflictsColumn: 'Conflicts',
  doubtsColumn: 'Doubts',
  inAll: '{count, number} in all',
  amount: '{value, number}',

  untouched: 'The catalog of {cloud} was not touched, as it would lose suspiciously much:',
  serviceLost: `{service}: the whole service would go
    ({before, plural, one {# operation} other {# operations}})`,
  operationsLost: '{service}: {lost, number} of {before, number} operations would go',
  moreLost: 'and {count, number} more',
  loseAllTheSame: 'Check that all pages were given; --accept-loss writes it all the same.',
  stored: `Files in {folder}: {written, number} written, {unchanged, number}
    unchanged{removed, plural, =0 {} other {, # removed}}`,

  // reference
  referenceWritten: `wrote {files, plural, one {# file} other {# files}} to {folder}; open {start}`,
  siteNotBuilt: 'the browser side of the site is not built; run npm run build',

  // diff of policies
  noPolicyToCompare: 'holds no policy to compare; name two policies, or two catalogs',
  policiesAndMore:
    'two policies are compared with each other alone; leave the other paths out, or name two catalogs',
  policyDirection: '{names}: {direction}',
  policyDirectionName: `{direction, select,
    same {same}
    wider {wider}
    narrower {narrower}
    incomparable {incomparable}
    unknown {not decided}
    other {not compared, as these policies hang on a resource}}`,
  policyRequest: '{label}: {request}',
  onlyNew: 'allowed by the new one only',
  onlyNewUndecided: 'whether the new one allows more is not decided',
  onlyOld: 'allowed by the old one only',
  onlyOldUndecided: 'whether the old one allows more is not decided',

  // diff
  noCatalogOfCloud: 'no catalog of the cloud "{cloud}" here; it holds {clouds, list, plain}',
  sameCatalogs: 'The catalogs say the same.',
  diffSummary: 'Operations: {operations}; endpoints: {endpoints}; actions: {actions}',
  counts: '{counts, list, plain}',
  added: '{count, number} added',
  removed: '{count, number} removed',
  renamed: '{count, number} renamed',
  changed: '{count, number} changed{needs, plural, =0 {} other { (# of them in what they need)}}',
  unchanged: 'unchanged',

  catalogOf: 'Catalog of {cloud}',
  services: 'Services',
  operations: 'Operations',
  endpoints: 'Endpoints',
  actions: 'Actions',
  serviceAdded: 'added {service}',
  serviceRemoved: 'removed {service}',
  needs: 'What APIs need',
  operation: 'Operation',
  endpoint: 'Endpoint',
  title: 'Title',
  noLonger: 'No longer',
  now: 'Now',
  newOperations: 'New operations',
  goneOperations: 'Operations that are gone',
  describedOperations: 'Operations with another name or description',
  renamedActions: 'Actions renamed',
  newActions: 'New actions',
  goneActions: 'Actions that are gone',
  describedActions: 'Actions described otherwise',
  newEndpoints: 'New endpoints',
  goneEndpoints: 'Endpoints that are gone',
  countOfOperations: '{count, plural, one {# operation} other {# operations}}',
  nowCalled: '{before} is now {after}',
  changedFromTo: '{subject}: {before} → {after}',
  nothing: 'nothing',

  changedEndpoint: 'endpoint',
  changedAction: 'action',
  changedDependency: 'dependent action',
  changedScenario: 'scenario',
  changedNoPermission: 'no permission',
  changedTitle: 'title',
  changedDiscriminator: 'discriminator',
  changedScope: 'scope',
  changedLevel: 'access level',
  changedAlias: 'alias',
  changedResource: 'resource',
  changedConditionKey: 'condition key',
  changedPermissionOnly: 'permission only',
  changedSpelling: 'spelling',
  changedIdentityAction: 'action of identity policies',
  changedIdentityDependency: 'dependent action of identity policies',
  changedIdentityScenario: 'scenario of identity policies',
  changedNoIdentityPermission: 'no permission of identity policies',
  changedVersion: 'policy version',

  verdicts: 'Verdicts',
  sameVerdicts: `{judged, plural, one {# policy or manifest was} other {# policies and manifests were}}
    judged with both catalogs; no verdict changes.`,
  sameAsFarAsRead: `{judged, plural, one {# policy or manifest was} other {# policies and manifests were}}
    judged with both catalogs; nothing changes in what could be read.`,
  otherVerdicts: `{changed, number} of {judged, plural,
    one {# policy or manifest} other {# policies and manifests}} judged with both catalogs
    {changed, plural, one {changes} other {change}}{worse, plural, =0 {} other {, # of them for the worse}}.`,
  nowLacking: '{path} — {warning}',
  lacksPermissions: 'now lacks permissions',
  verdictChange: `{change, select, new {now} gone {no longer}} {kind, select,
    missing {missing}
    denied {denied}
    conditional {conditional}
    excess {in excess}
    unproven {unproven}
    finding {reported}}: {subject}`,
  grantsMore: 'grants {grants, number}, needed {needed, number}',
  foundAt: '{rule}, line {line}, column {column}',
} as const;
