/** What `lint` says besides its reports. */
export const en = {
  // Options that contradict each other.
  outputShared:
    'several formats cannot share the file of --output; give each its own: --format sarif=report.sarif',
  outputIdle: `--output has nothing to write, as each --format has a file of its own;
    leave out the one or the other`,
  fixOfStandardInput: '--fix cannot write to standard input; name a file',
  watchOfStandardInput: '--watch cannot watch standard input; name a file',
  nameOfNothing: '--stdin-filename names standard input, which is not read; add "-" to the paths',
  locationWithoutCache: '--cache-location says where a cache is, and none is used; add --cache',
  newWithoutRevision: '--new-only needs a revision to compare with; add --since REV',
  baselineOfChanges: '--write-baseline takes all findings and --since compares them; use one of the two',
  baselineWithoutReason: '--write-baseline needs a reason why these findings may stay; add --reason "…"',
  reasonWithoutBaseline: '--reason and --expires belong to --write-baseline; add it, or leave them out',

  // Configurations.
  idleKeys:
    '{file}: {keys, list} in it {more, plural, one {counts} other {count}} only where the run begins in its folder',
  configApplies: '{file}: holds for {count, plural, one {one file} other {# files}}: {files, list, plain 8}',
  noConfigApplies:
    'no configuration: {count, plural, one {one file} other {# files}}: {files, list, plain 8}',

  // A run, and what came of it.
  reading: 'reading {count}  {file}',
  fixesNotWritten: '{problem} (its fixes are not written)',
  newAccessNeedsSince:
    '"--fail-on new-access" compares with another revision; name it with "--since", such as "--since origin/main".',
  baselineWritten: `{count, plural, one {# finding} other {# findings}} written to {file};
    use it with --baseline {file}, or "baseline" in the configuration`,
  noFile: `nothing was checked: no file that may hold a policy was found;
    name policy files, or folders that hold some`,
  noExpectations: `nothing was checked: no file of expectations was found; write one that ends in ".expect.yaml",
    or name the folder that holds it`,
  noPolicy: `nothing was checked: {file} holds no policy that can be judged;
    name a file with a policy, or a folder that holds some`,
  noPolicies: `nothing was checked: none of the {count, number} files holds a policy that can be judged;
    name policy files, or folders that hold some`,
  bugIn: 'internal error while linting {file}',

  // The rules that the engine itself keeps.
  syntaxRule: 'Files that cannot be parsed',
  unusedSuppressionRule: 'Suppressions that suppress nothing',
  internalErrorRule: 'Failures of the linter itself',

  // --watch
  watching: 'watching for changes; interrupt to stop',
  changed: 'changed: {file}',
  unwatched: `cannot be watched, so that changes in it are not seen;
    raise fs.inotify.max_user_watches and max_user_instances`,

  // -o, --format NAME=FILE
  targetIsInput: 'is an input of this run and would be overwritten by a report; name another file',
  targetTwice: 'is named for two reports, of which one would overwrite the other; name a file for each',

  // --since
  noRevision: `--since: there is no revision "{revision}" in this repository;
    check its name, or fetch it first (in CI, check out with the history: fetch-depth: 0)`,
  noFork: '--since {revision}: it and HEAD have no common ancestor; name a revision that HEAD comes from',
  noForkInShallow: `--since {revision}: there is no common ancestor in this shallow clone;
    fetch the history (in CI: fetch-depth: 0, GIT_DEPTH: 0)`,
  sparse: `--since {revision}: this checkout is sparse, and
    {count, plural, one {# file that it leaves out was} other {# files that it leaves out were}} not compared
    ({files, list, 3}); check them out to compare them (git sparse-checkout disable)`,
  noGit: '--since needs git, which is not installed; install it, or leave --since out',
  noRepository: '--since {revision}: this folder is in no git repository; run it inside one',
  gitFailed: '--since {revision}: git {command} failed: {said}',

  // --cache
  cacheIdleForFixes: '--cache is not used: fixes are made to files as they are read',
  cacheIdleForChanges: '--cache is not used: a comparison needs the policies themselves',
  cacheIdleForStandardInput: '--cache is not used: standard input is kept nowhere',
  cacheIdleForOwnRules: `--cache is not used:
    the configuration has rules of its own, and nobody can tell what they depend on`,
  cacheIsFile: '--cache-location {folder}: is a file; name a folder',
  cacheIsTaken: `--cache-location {folder}: the folder holds something else;
    name one that {tool} has to itself`,
  cacheIsTracked: `--cache-location {folder}: the folder is part of the repository,
    so that a change to it could bring its own results; remove it from git, or name another`,
  cacheMayBeTracked: `--cache-location {folder}: nobody can tell whether the folder is part of the repository ({said});
    name one outside it`,
  cacheNeedsGit: `--cache-location {folder}: nobody can tell whether the folder is part of the repository,
    as git is not installed; name one outside it`,
  cacheDamaged: 'is damaged; what it held was linted anew',
} as const;
