/** The help of the command line, and what is wrong with what was typed. */
export const en = {
  tool: 'Lints IAM policies of Huawei Cloud and Open Telekom Cloud against the APIs that an application calls.',
  version: 'print the version',
  help: 'show help',
  color: 'write colours, also where it is no terminal',
  noColor: 'write no colours',
  lang: `what to say everything in (default: what the configuration, LINT_POLICIES_LANG or the locale says, else en)`,
  examples: 'Examples:',
  lintHelp: 'lint-policies lint --help has the options of linting: --format, --fix, --since, --baseline …',
  exitCodes: 'Exit codes: 0 clean, 1 findings, 2 wrong usage or nothing was checked, 3 internal error.',
  seeHelp: '{message} (see --help)',
  tryFolder: 'lint every policy below this folder',
  tryOnePolicy: 'lint one policy, with app.apis.yaml beside it',
  tryInit: 'write a configuration, manifests and a CI workflow',

  // What several commands take.
  catalogFolder: 'a catalog folder in place of the shipped one',
  oneCloud: 'one cloud only',
  cloudInPlace: 'the cloud, in place of the one that the manifest names',
  configuration: 'configuration (default: lint-policies.config.* in this folder)',
  includeTests: 'count tests, mocks and examples as the application',
  textOrJson: 'text or json',

  // lint
  lint: 'lint policies and judge them against manifests (the default command)',
  lintAbout: `Lints policies (JSON, JSONC, YAML, Terraform) and judges them
    against the calls that manifests declare.`,
  lintPaths: `files, folders, globs (! takes out again), or - for standard input;
    the default is this folder`,
  lintManifest: 'a manifest, also one that is not named *.apis.yaml; may be repeated',
  lintCloud: 'cloud of policies that no manifest gives one (default: huaweicloud)',
  lintFormat: 'NAME or NAME=FILE; may be repeated; NAME is one of {formats, list, plain or}',
  lintOutput: 'write the report to a file',
  lintFailOn:
    'exit 1 on findings of this severity, or where a change newly allows something (default: error)',
  lintFix: 'apply the safe fixes',
  lintBaseline: 'findings that may stay',
  lintWriteBaseline: 'write the findings into a baseline, which needs --reason',
  lintReason: 'why the findings of --write-baseline may stay',
  lintExpires: 'until when they may stay: 2026-12-31',
  lintSince: `tell first what is different from another git revision;
    REV... is where HEAD left it`,
  lintNewOnly: `leave out, and do not fail on, findings that were there in the revision of --since`,
  lintStdinFilename: 'what to call standard input; its ending says the syntax',
  lintWatch: 'lint again on every change',
  lintCache: `lint again only what is not as it was, be it the files, the catalog,
    the configuration or the linter`,
  lintCacheLocation: 'folder of the cache (default: one for this folder among your caches)',
  lintConcurrency: `a number of threads, auto or off;
    auto takes more than one for many files only (default: auto)`,
  lintQuiet: 'show errors only',
  lintVerbose: 'also show clean and skipped files',
  tryOneFile: 'lint one policy; app.apis.yaml beside it is found',
  tryGlob: 'lint what a glob matches, and fix what is safe to fix',
  tryManifest: 'lint the policies that a manifest names',
  tryTwoReports: 'two reports in one run',
  tryBranch: 'what this branch changes, failing only on that',
  tryStandardInput: 'lint standard input',
  tryBaseline: 'accept what is there, fail on what comes',
  noFormat: `There is no format "{format}"; did you mean "{near}"?
    Known are {formats, list, plain}.`,
  noThreads: 'Give a number of threads from 1 on, auto or off.',
  noCommand: 'no file, folder or command "{name}"; did you mean "lint-policies {near}"?',

  // expect
  expect: 'hold policies to what they must never, or must always, allow (*.expect.yaml)',
  expectAbout: `Judges files of expectations: what policies must never allow, must always allow, or must not allow beyond another
    policy. Every failure comes with a request that shows it and the statement that decides it. Exits with 1 where an
    expectation is broken, or nobody can say whether it is kept. lint-policies alone judges them, too.`,
  expectPaths: 'files that end in .expect.yaml, folders and globs; the default is this folder',
  tryExpect: 'judge all expectations of this folder',
  tryExpectFile: 'judge those of one file',
  tryExpectReports: 'in the terminal, and as SARIF for code scanning',

  // who-can
  whoCan: 'say which policies allow an action, and who has them by Terraform',
  whoCanAbout: `Says which policies allow an action, or some requests for it, with the statement, its conditions and a request that is
    allowed; which deny it; and which users, groups and agencies have them where Terraform tells. Exits with 2 where a file could not
    be read.`,
  whoCanAction: 'an action, or a pattern of actions',
  whoCanPaths: 'files, folders and globs; the default is this folder',
  whoCanResource: 'what it is done to: a resource, or a pattern of resources',
  tryWhoCan: 'who can create users',
  tryWhoCanResource: 'who can do anything to the objects of a bucket',
  tryWhoCanFolder: 'in one folder, as Markdown',

  // check
  check: 'judge policies against the code and Terraform beside them, without a manifest',
  checkAbout: `Finds policies and the sources of calls below the paths, decides which sources are whose workload,
    and judges and lints as if manifests said so. Nothing is written unless --save asks for it.
    What cannot be decided is not judged; what to write then is shown, and on a terminal it is asked.`,
  checkPaths: 'files, folders and globs; the default is this folder',
  checkSave: 'write what was decided as manifests',
  tryCheck: 'judge every policy of this repository',
  tryCheckFolder: 'judge those of one folder against its code',
  tryCheckPolicy: 'judge one policy against one folder of code',
  trySave: 'keep the decisions as manifests',

  // generate
  generate: `write the least-privilege policy for the calls of a manifest,
    or of code, Terraform, traces, logs and specifications`,
  generateAbout: `Writes the least-privilege policy for the calls of a manifest, or straight for those that sources show;
    several where the language demands it.`,
  generatePaths: 'sources of calls in place of a manifest: what "lint-policies calls" reads',
  generateManifest: 'the manifest whose calls the policy must cover',
  generateOut: 'a file or a folder; the default is standard output',
  generateFormat: 'the default is what the ending of --out says, else json',
  generateVersion: 'version of the policy language (default: 1.1)',
  generateExplain: 'say why each action is there',
  generateUnproven: 'write what is proven although some calls are unknown, ambiguous or not placed',
  generateTraceUser: 'of traces, count only those of this user (name or id); may be repeated',
  generateLogPattern: 'how a line of a log looks, as for "lint-policies calls"',
  tryPrint: 'print the policy',
  tryStraight: 'straight from code and Terraform, each action with the lines that need it',
  tryWrite: 'write it to a file',
  tryIdentity: 'an identity policy, with reasons',

  // migrate
  migrate: 'write policies of Version 1.1 as identity policies (5.0), or back',
  migrateAbout: `Writes policies in the other version of the language by the names that the catalog knows,
    says what cannot be carried over and where it stands,
    and judges every call of the catalog with both: which stand the same, and which do not.`,
  migratePaths: 'policies: files, folders, globs',
  migrateTo: 'the version to write',
  migrateOut: 'a folder for a file each; the default is standard output',
  migrateFormat: 'text (the policy, remarks on stderr) or json (both)',
  migrateCloud: 'whose names they are (default: huaweicloud)',
  tryMigrate: 'print the identity policy',
  tryMigrateBack: 'back, a file each',

  // diff
  diff: 'compare two policies by what they allow, or two catalogs and say what that breaks',
  diffAbout: `Of two policies says whether the new one is wider, narrower, the same or neither, with a request for each direction;
    exits with 1 where it allows, or may allow, what the old one does not. Of two catalogs says what changed and, with policies or
    manifests, what that means for them; exits with 1 where calls lack more than before.`,
  diffOld:
    'a policy (main.tf#address for one of several); or a catalog: its folder, the folder of a cloud, or the file of a service',
  diffNew: 'another one',
  diffPolicies: 'policies and manifests to judge with both catalogs',
  diffManifest: 'a manifest to judge with both; may be repeated',
  diffFormat: 'text, markdown or json',
  tryPolicyDiff: 'whether the new policy allows more, and which request',
  tryDiff: 'what changed',
  tryImpact: 'what that means for a policy, for a pull request',

  // calls
  calls: 'write a manifest of the calls that code, Terraform, traces, logs and specifications show',
  callsAbout: `Finds the calls of the Huawei Cloud SDKs, of the OBS SDKs, of gophertelekomcloud, golangsdk and
    openstacksdk, of S3 clients that are pointed at OBS, and of HTTP written by hand
    in TypeScript, JavaScript, Python, Go, Java and shell scripts
    (what may be one, and libraries whose calls are not read, are listed),
    what the provider of Terraform files and plans may call (an upper bound),
    the operations of OpenAPI client specifications,
    and what traces of CTS and access logs show, with how often and when last.
    Writes or updates a manifest with the places and how sure each is.
    What was written by hand stays; what cannot be placed is listed.`,
  callsPaths: `source code, Terraform files, plans (terraform show -json), OpenAPI specifications,
    traces, logs (also packed by gzip), folders, globs`,
  callsManifest: 'the manifest to write or update; the default is to print a new one',
  callsCheck: 'write nothing; exit 1 where the manifest has drifted from the sources',
  callsPolicies: 'a policy that a new manifest names; may be repeated',
  callsFormat: 'yaml (a manifest) or json (the found calls)',
  callsTraceUser: 'count only traces of this user (name or id); may be repeated',
  callsLogPattern: `how a line of a log looks: {example};
    the default is the common log format, or JSON`,
  tryPrintCalls: 'print a manifest',
  tryWriteCalls: 'write it, or update it',
  tryDrift: 'in CI: has it drifted?',
  tryTraces: 'what was called, how often, when last',

  // extract
  extract: 'read permission tables from documentation pages into a catalog',
  extractAbout: `Reads the permission tables of documentation pages (HTML, Markdown, authorization schemas).
    Every row is accounted for.`,
  extractPages: 'files, folders or addresses of pages',
  extractCloud: 'the cloud that the pages are of',
  extractOut: 'write the catalog below this folder: <dir>/<cloud>/<service>.yaml',
  extractFormat: 'text (a summary) or json (the extraction record)',
  extractOnly: 'write only this service; may be repeated',
  extractLoss: 'write a catalog that loses much of the one that is there',
  extractCache: 'keep pages that come over HTTP here',
  tryPage: 'what a page says',
  tryRecord: 'every row, as a record',
  tryCatalog: 'write a catalog',

  // explain
  explain: 'say who needs an action, or what an API needs, and where that was read',
  explainAbout: `Says which APIs need an action, or which actions an API needs,
    with the page, the table and the row; and finds what is asked in words.`,
  explainQueries: `actions, patterns, endpoints, operations, SDK operations, Terraform types, services,
     resource types, condition keys, rules, or words in Chinese or English;
    - for the text of a refusal (403) on standard input;
    or one request: an action, a resource, and key=value for each condition key, or the JSON of a finding's witness`,
  explainPolicies:
    'for a refusal or a request: policies of who asks; may be repeated (default: those of this folder)',
  tryEndpoint: 'what the API needs',
  tryAction: 'which APIs need the action',
  tryWildcard: 'what a wildcard opens',
  trySdk: 'what the SDK operation calls and needs',
  tryTerraform: 'what its provider may call',
  tryRequest: 'what the policies here make of one request, as a finding shows it',
  tryWords: 'what holds these words, or others that mean the same',
  tryKey: 'the actions that a condition key narrows',
  tryRefusal: 'why a call was refused, and the edit that mends it',

  // reference
  reference: 'write the permission reference, as Markdown or as a site',
  referenceAbout: `Writes the permission reference of a catalog: by API and by action,
    as Markdown or as a static site.`,
  referenceOut: 'the folder to write; what an earlier run wrote there is replaced',
  referenceHtml: 'a site in place of Markdown',
  tryMarkdown: 'Markdown',
  trySite: 'a site to open or publish',

  // rules
  rules: 'list the rules',
  rulesAbout: 'Lists the rules, their severity and where each is explained.',
  tryTable: 'a table',
  tryTools: 'for tools',
  rulesNames: 'rules to show with their pages; all are listed where none is named',
  tryRulePage: 'the page of one rule, offline',

  // init
  init: 'write configuration, manifests and a CI workflow for this repository',
  initAbout: `Looks for policies and for what calls, as check does, and writes a configuration, manifests and a CI workflow.
    Never overwrites a file.`,
  initFolder: 'where to look and write',
  initCloud: 'the cloud, where the files do not tell it',
  initBaseline: 'keep the findings of today in a baseline, so that the CI job fails on what is new',
  initDryRun: 'only say what would be written',
  tryRoot: 'in the root of a repository',
  tryDryRun: 'see what it would write',

  // publish
  publish: 'put a report into the summary of a GitHub job, and on its pull request',
  publishAbout: `Puts a Markdown report into the job summary of GitHub Actions and, with --comment, on the pull request
    as one comment that each run updates; with --review, fixes as suggestions on the lines that it changes.`,
  publishReport: 'what --format markdown=FILE wrote',
  publishComment: 'also comment; needs GITHUB_TOKEN with pull-requests: write',
  publishReview: `also suggest the fixes of the JSON report of the same run on the lines of the pull request,
    one thread a finding`,
  publishKey: 'tells the comments of several runs on one pull request apart',
  trySummary: 'the job summary',
  tryComment: 'and the pull request',
  tryReview: 'and suggestions on its lines',

  // completion
  completion: 'print a completion script for a shell',
  completionAbout: 'Prints a script that completes commands, options and files.',
  completionShell: 'the shell',
  tryRcFile: 'in {file}',
  tryRcFileAfter: 'in {file}, after {line}',
} as const;
