/** Who is allowed an action: `who-can`. */
export const en = {
  noAction: '"{action}" is no action; write "service:type:operation" with "*" for any text',
  noPolicies: 'no policy of an identity is here; name files or folders that hold some',

  title: `{action}{on, select, any {} one { on {resource}}}: {count, plural,
    =0 {no policy allows it} one {allowed by # policy} other {allowed by # policies}}`,
  outcome: `{outcome, select,
    allowed {allowed ({place})}
    sometimes {allowed for some requests ({place})}
    denied {denied ({place})}
    unknown {nobody can say: {stop} is not decided}
    none {refused: no statement allows it}}`,
  resources: 'resources: {resources, list, plain}',
  condition: 'condition: {condition}',
  witness: 'for example: {action} on {resource}{context, plural, =0 {} other { with {context, list, plain}}}',
  principals: 'Principals, by Terraform:',
  has: 'has {policies, list, plain}',
  through: 'as a member of {through}',
  scopes: 'granted in {scopes, list, plain}',
  assumedBy: 'taken on by {assumedBy, list, plain}',
  silent: '{count, plural, one {# other policy says} other {# other policies say}} nothing of it',
  unread: '{path} cannot be read: nobody knows what its policies say',
} as const;
