/** What is wrong with a manifest (`*.apis.yaml`), and what to write. */
export const en = {
  // Mappings and their members.
  otherKind: `expected {what, select, manifest {a manifest} apis {an entry of "apis"} from {an entry of "from"}
    observed {an entry of "observed"} unread {an entry of "unread"} seen {"seen"} resource {an entry of "resource"}
    context {"context"}} with {keys, list}, found {found}`,
  noMapping: `expected {what, select, manifest {a manifest} apis {an entry of "apis"} from {an entry of "from"}
    observed {an entry of "observed"} unread {an entry of "unread"} seen {"seen"} resource {an entry of "resource"}
    context {"context"}} with condition keys and their values, found {found};
    write '{' "g:SourceIp": 10.0.0.0/8 '}'`,
  unknownKey: `unknown key "{key}" in {what, select, manifest {a manifest} apis {an entry of "apis"}
    from {an entry of "from"} observed {an entry of "observed"} unread {an entry of "unread"} seen {"seen"}
    resource {an entry of "resource"} context {"context"}};
    {near, plural, =0 {it takes {keys, list}} other {did you mean {near, list, or}?}}`,
  noList: 'expected a list, found {found}; write {example}',
  emptyText: 'expected text, found none; write something like "{example}"',
  noText: 'expected text, found {found}; write something like "{example}"',
  noBoolean: 'expected true or false, found {found}',
  aMapping: 'a mapping',
  aList: 'a list',
  nothing: 'nothing',
  text: 'text',
  number: 'the number {value}',

  // YAML.
  keyTwice: 'this key stands twice; remove one of them',
  empty: 'the manifest is empty; list the APIs that the application calls under "apis"',
  noAnchor: '"*{name}" stands for nothing; define it before with "&{name}" or write the value',
  tooDeep: '{fault}; a manifest is a flat list of calls',
  severalDocuments: 'a second YAML document begins here; keep one manifest to a file',
  noYaml: 'not valid YAML: {fault}',
  noYamlInBraces: 'not valid YAML: {fault}; quote text that holds braces, colons or "#"',

  // The manifest.
  noCloud: 'expected the name of a cloud in lower case, such as "huaweicloud"',
  noPolicies: 'no policy is named; name one, or leave "policies" out to mean the file of the same name',
  noBoundaries: 'no boundary is named; name one, or leave "boundaries" out where nothing limits the policies',
  noPolicyPath: `expected the path of a policy, with an address where the file holds several:
    "main.tf#huaweicloud_identity_role.ops"`,
  noCalls: 'no calls are declared; list the APIs that the application calls under "apis"',
  policyTwice: 'the policy "{name}" is named twice, first in line {line}; remove one of them',
  callTwice: 'the call "{name}" is declared twice, first in line {line}; remove one of them',

  // Its entries.
  noCall: 'the entry names no call; give it "api", "operation" or both',
  noResources: 'no resource is named; name one, or leave "resource" out to mean any',
  noResource: `"{text}" is no resource; write service:region:account:type:path with "*" for what may be anything:
    "obs:*:*:object:reports/*"`,
  noUrn: 'the entry names no resource; give it "urn"',
  noContextKey: `"{key}" is no condition key; write its prefix, a colon and its name: "g:SourceIp"`,
  noContextValues: '"{key}" has no value; name one, or leave the key out where nothing is known of it',
  contextKeyTwice:
    'nothing tells "{key}" from the same key before it: case does not count; remove one of them',
  noFile: 'the origin names no file; give it "file"',
  noLine: 'expected the number of a line, counted from 1',
  noConfidence: 'expected one of {known, list, or}',
  noSeenCount: '"seen" names no number of records; give it "count"',
  noCount: 'expected how many records show the call',
  observedWithout: `the entry has no {keys, list}; write '{' by: traces, from: 2026-08-01, to: 2026-10-31 '}'`,
  noKindOfRecord: 'expected "traces" or "logs"',
  noUnplaced: 'expected how many records could not be placed',
  endsBefore: 'it ends before it begins; exchange "from" and "to"',
  noDay: 'expected a day such as 2026-10-31',
  noClient: 'the entry names no client; give it "client"',

  // Written anew by a scan.
  mendFirst: '{fault}; mend it, then scan again',
  noAnchorToMend: '"*{name}" stands for nothing; mend it, then scan again',
  noManifest: 'expected a mapping with "apis"; this is no manifest',
  noListOfCalls: '"apis" is no list of calls; mend it, then scan again',
} as const;
