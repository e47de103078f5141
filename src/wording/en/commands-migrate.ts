/** What `migrate` says of policies in the other version of the language. */
export const en = {
  noPaths: 'name the policies to migrate',
  nothingToMigrate: `there is no policy of Version {to, select, 1.1 {5.0} 5.0 {1.1}} here; name files that hold one`,
  overwritesInput: 'is the policy that is migrated, and would be overwritten; name another folder',
  sameName: 'two policies would be written to this file; migrate them one by one',
  wrote: 'wrote {count, plural, one {# policy} other {# policies}} to {folder}',

  // What could not be carried over. Of a Deny, nothing may be lost.
  'left name': `{place}: the catalog knows no name for "{text}" there that allows nothing besides;
    {deny, select, true {a Deny must not lose it, so write its name by hand} false {it is left out}}`,
  'left resource': `{place}: the other version cannot be narrowed to "{text}";
    {deny, select, true {rewrite the Deny by hand} false {the statement is left out}}`,
  'left not-action': `{place}: {text} leaves out other actions there; write the statement with Action first`,
  'left not-resource': `{place}: {text} leaves out other resources there; write the statement with Resource first`,
  'left unknown': `{place}: what stands here is not known before it is put to use; migrate what it becomes`,
  'left condition': `{place}: the {text} is kept as it stands; check that its keys exist in the other version`,

  added: `{name}: added what its calls need there, and no other call: {actions, list, plain}`,
  changed: '{operation} ({id}) was {before} and is {after}',
  moreCalls: 'and {count, plural, one {# more call} other {# more calls}} (--format json names all)',
  compared: `{name}: {same, plural, one {# call stands} other {# calls stand}} the same,
    {changed, plural, =0 {none differs} one {# differs} other {# differ}}`,
  notMigrated: '{name}: not migrated; mend what is named above',
} as const;
