/** What the scripts of every page say: search, filter, copy buttons, theme. */
export const en = {
  search: 'Search',
  searchApis: 'Search APIs, actions, services, rules and more',
  example: `Action, endpoint, SDK name or words: ecs:cloudServers:stop, {path}, 关机`,
  showMore: 'Show more',
  close: 'Close',
  notLoaded: 'The search index could not be loaded: {reason}',
  inAll: '{apis, number} APIs and {actions, number} actions',
  nothingFound: 'Nothing found. Try a part of the name, or fewer filters.',
  found: '{count, number} found',

  // Filters
  kind: 'Kind',
  kinds: `{kind, select, api {APIs} action {Actions} service {Services} resource {Resource types}
    key {Condition keys} terraform {Terraform types} rule {Rules}}`,
  bothKinds: 'Everything',
  cloud: 'Cloud',
  allClouds: 'All clouds',
  service: 'Service',
  allServices: 'All services',
  accessLevel: 'Access level',
  anyLevel: 'Any',

  // Results
  foundKind: `{kind, select, api {API} action {Action} service {Service} resource {Resource type} key {Condition key}
    terraform {Terraform type} rule {Rule}}`,
  apisIn: '{count, plural, one {# API} other {# APIs}}',
  mayCall: 'may call {count, plural, one {# API} other {# APIs}}',
  globalKey: 'of every service: {type}',
  opens: '{count, plural, =0 {no documented API} one {# API} other {# APIs}}',
  noActionNamed: 'no action named',

  // The filter of a page
  filter: 'Filter this page',
  shownOf: '{shown, number} of {all, number}',
  shown: '{count, number} shown',

  // Tables
  filterRows: 'Filter rows',
  sortedBy: 'sorted by {column}',
  onlyDifferences: 'Only differences',

  // Copy buttons
  copyAction: 'Copy action',
  copyPolicy: 'Copy policy',
  copyManifestLine: 'Copy manifest line',
  buildPolicy: 'Build policy',
  copied: 'Copied',
  copiedIt: '{what}: copied',
  notCopied: 'Copying failed',

  dark: 'Dark',
} as const;
