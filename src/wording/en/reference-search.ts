/** What the scripts of every page say: search, filter, copy buttons, theme. */
export const en = {
  search: 'Search',
  searchApis: 'Search APIs and actions',
  example: `Action, endpoint or title: ecs:cloudServers:stop, {path}, 关闭云服务器`,
  showMore: 'Show more',
  close: 'Close',
  notLoaded: 'The search index could not be loaded: {reason}',
  inAll: '{apis, number} APIs and {actions, number} actions',
  nothingFound: 'Nothing found. Try a part of the name, or fewer filters.',
  found: '{count, number} found',

  // Filters
  kind: 'Kind',
  apis: 'APIs',
  actions: 'Actions',
  bothKinds: 'APIs and actions',
  cloud: 'Cloud',
  allClouds: 'All clouds',
  service: 'Service',
  allServices: 'All services',
  accessLevel: 'Access level',
  anyLevel: 'Any',

  // Results
  api: 'API',
  action: 'Action',
  opens: '{count, plural, =0 {no documented API} one {# API} other {# APIs}}',
  noActionNamed: 'no action named',

  // The filter of a page
  filter: 'Filter this page',
  shownOf: '{shown, number} of {all, number}',
  shown: '{count, number} shown',

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
