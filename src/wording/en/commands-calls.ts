/** What `calls` and `generate` say. */
export const en = {
  // calls
  checkOfNothing: '--check compares with a manifest; name it with --manifest',
  noManifest: 'no such file; write it without --check first',
  leftAsItWas: `was left as it is, as it would lose the calls of the sources that cannot be read;
    mend these, or leave them out`,
  noCallLeft: 'no call would be left in it; name the sources of its calls, or remove it',
  drifted: 'the manifest has drifted from the sources; run again without --check',
  wroteCalls: 'wrote {file}: {calls, plural, one {# call} other {# calls}}',
  updatedCalls: `updated {file}: {added, plural, one {# call} other {# calls}} added,
    {removed, number} removed`,
  upToDate: '{file} says so already',
  judgeThem: 'next: "{command}" judges {policies, list, plain} against them',
  nameThePolicies: `next: write below its "cloud" which policies must cover them, as in
    policies: [app.json]; then "{command}" judges these`,
  nothingScanned: `nothing was scanned; name source code, Terraform files (.tf), plans (terraform show -json),
    traces, logs, OpenAPI specifications, or a folder of them`,
  specification: 'a specification of {count, plural, one {# operation} other {# operations}}',
  specificationOfAnother: 'none of them is one of {cloud}',
  unplaced: '{place}: {text}{times, plural, =1 {} other { (# times)}}: {reason}',
  unreadClient: `{place}: imports {client}, whose calls are not read;
    list them in the manifest by hand`,
  ofAnotherCloud: `it calls {cloud}, and the others are judged as calls of {judged};
    scan it by itself with --cloud {cloud}`,
  leftOut: `left out: {tests, plural, =0 {} one {# file of tests, mocks and examples
    (--include-tests counts it)} other {# files of tests, mocks and examples
    (--include-tests counts them)}}{library, plural, =0 {} one { # file of a copied library}
    other { # files of copied libraries}}`,
  bundlesLeftOut: `left out: {bundles, plural,
    one {# bundle or minified script; its calls are read from the sources it was made from: name it to read it}
    other {# bundles or minified scripts; their calls are read from the sources they were made from:
    name one to read it}}`,
  noClientSeen: `no client of these clouds was seen; name the sources that call them,
    or list their calls in a manifest by hand`,
  counts: `{calls, plural, one {# call} other {# calls}} in {files, plural, one {# file} other {# files}}{unproven,
    plural, =0 {} other {; not in the catalog or ambiguous: #}}{unplaced,
    plural, =0 {} other {; not placed: #}}{clients,
    plural, =0 {} other {; clients whose calls are not read: #}}{broken,
    plural, =0 {} other {; files not read whole: #}}`,

  // generate
  sourcesAndManifest: `name sources of calls or a manifest, not both;
    "lint-policies calls" writes what sources show into a manifest`,
  noCalls: 'name the manifest with --manifest, or sources of calls',
  overwritesInput: 'is what the calls were read from, and would be overwritten; name another file',
  nothingWritten: 'nothing was written; mend these calls, or write what is proven with --allow-unproven',
  noPermissionNeeded: 'the declared calls need no permission',
  nothingProven: 'no call is proven: nothing was written; see the calls above',
  noCallGiven: `no call was read, so it is not known what is needed: nothing was written;
    name the sources that call the clouds, or list their calls in a manifest`,
  unreadInManifest: `{place}: the calls of {client} are not read; list them in the manifest by hand,
    then say "listed: true"`,
  otherFormat: `the name of the file says another format than {format};
    name it with a fitting ending, or name a folder`,
  wrote: 'wrote {files, list, plain}',
  nameThemAll: 'name them all in the manifest: policies: [{files}]',

  // What the written policies cannot say.
  unproven: '{place}: unproven call "{call}": {reason}',
  ambiguous: `{place}: unproven call "{call}": {reason};
    say which with "operation": {operations, list, plain or}`,
  unknown: '{place}: unproven call "{call}": {reason}; near: {names, list, plain or}',
  scenarioChosen: `{place}: "{call}" has several scenarios;
    granted is what "{chosen}" needs, not {others, list, or}`,
  casesLeftOut: `{place}: in some cases "{call}" needs more, which is not granted: {cases, list, plain};
    name those that arise in the manifest, such as "when: {first}"`,
  caseNeeds: '"{scenario}" needs {actions, list, plain}',
  malformed: `{place}: the documentation of {operation} names "{action}", which is no action;
    it is left out`,
  wildcard: `{place}: the documentation gives {action} as a dependency of {operation},
    which is more than anybody can be said to need: it is not granted; add what you know to be needed of it`,
  untold: `the catalog does not tell what these dependencies are called in identity policies, they stand as they are:
    {actions, list, plain}`,
  upperBound: `an upper bound: {bound, number} of {all, plural, one {# action is} other {# actions are}}
    needed only by calls that may happen`,
  createTwice: `the policy for OBS must be created twice, as a global and as a project-level policy,
    and both granted`,

  // --explain: why an action is there, note by note.
  morePlaces: 'and {count, plural, one {# more place} other {# more places}}',
  seen: 'seen {count, plural, =1 {once} other {# times}}',
  seenLast: 'seen {count, plural, =1 {once} other {# times}}, last on {last}',
  mayHappen: 'may happen',
  dependency: 'dependency',
  scenario: 'scenario "{scenario}"',
  source: '{page}, table {table}, row {row}',
} as const;
