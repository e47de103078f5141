/** What is wrong with a file of expectations (`*.expect.yaml`), and what to write. */
export const en = {
  noMapping: 'expected a mapping with {keys, list}, found {found}.',
  unknownKey: `unknown key "{key}"; {near, plural, =0 {expected {keys, list, or}.} other {did you mean {near, list, or}?}}`,
  keyTwice: 'the key "{key}" stands twice; remove one of them.',
  noText: 'expected text, found {found}; write something like "{example}".',
  noTexts: 'expected text or a list of texts, found {found}; write something like {example}.',
  noBoolean: 'expected true or false, found {found}.',
  emptyList: 'the list is empty; list what is meant, or remove the key.',
  nothingExpected: 'nothing is expected; write "never", "always", "at-most" or "same-as".',
  severalDocuments: 'a second YAML document begins here; keep one to a file.',

  noCloud: 'expected the name of a cloud in lower case, such as "huaweicloud".',
  noPath:
    'expected the path of a policy, with an address where the file holds several: "main.tf#huaweicloud_identity_role.ops".',
  onlyWithout: 'only what is left out is named; name the policies that are meant, too.',

  noEntry: `expected an action, or a mapping with "action" and "resource", found {found}; write something like "iam:*:*".`,
  noAction: 'the entry names no action; give it "action".',
  noActionForm: `"{action}" is no action; write "service:type:operation" with "*" for any text.`,
  noResourceForm: `"{resource}" is no resource; write "service:region:account:type:path" with "*" for any text.`,
  noCondition: 'expected operators with keys and values, as in the Condition of a policy, found {found}.',
  unknownOperator: `no condition operator is called "{operator}"{named, select, none {.} some {; did you mean "{near}"?}}`,
  noContext: 'expected condition keys with values, such as "g:SourceIp: 10.0.0.0/8", found {found}.',
  noContextValue: 'expected a text, a number, true, false, null, or a list of them, found {found}.',
  noContextForm:
    '"{value}" is no {type, select, ip {address or range} date {date (2026-10-31T00:00:00Z)} number {number} boolean {true or false} string {text}}, which the key "{key}" takes.',
  severalDates:
    'the key "{key}" takes one date here; write "condition" with operators such as "DateLessThan" for more.',

  aMapping: 'a mapping',
  aList: 'a list',
  nothing: 'nothing',
  text: 'text',
  aNumber: 'the number {value}',
  aBoolean: '{value}',
  aTag: 'a tag',

  everyRequest: '{actions, list, plain}',
  onResources: '{actions, list, plain} on {resources, list, plain}',
  underConditions: '{requests} where {conditions, list, plain}',
} as const;
