/** What `explain -` says of a refusal. */
export const en = {
  nothingRefused: `this text tells of no refusal: expected a status 403, "not authorized", "Policy doesn't allow …" or the
    like; give the whole message or log`,
  notAllowed: 'line {line}: {action} was refused: no policy allows it',
  explicitDeny: 'line {line}: {action} was refused: a policy denies it explicitly',
  untold: 'line {line}: {action} was refused',
  callRefused: 'line {line}: {api} was refused; the message names no action',
  nothingNamed: `line {line}: something was refused; the message names neither an action nor a call. Give the lines around
    it, with the method and the path of the request`,
  needs: 'needed for the call',
  call: 'call',
  alsoCalled: 'the same permission as',
  resource: 'resource',
  principal: 'asked by',
  mayBeCalls: 'needed by',
  more: 'and {count, plural, one {# more} other {# more}}',
  blamed: 'blamed',
  policyOfType: 'a policy of the type "{type}"',
  notGranted: 'No policy here allows it.',
  denied: `Denied here, which no Allow outweighs; narrow or remove the Deny if the call is meant to succeed:`,
  conditional:
    'Allowed here only under a condition, or for some resources; look whether the request meets them:',
  allowed: `Allowed here already. Then the policy is not attached to who asked, or not in force yet; the request is for another
    project or resource; or something above it forbids it (a service control policy, a permission boundary, another
    policy's Deny):`,
  noPolicies: 'No policy was found here; name those of who asked with --policies.',
  add: 'Add "{action}" to {policy}:',
  addByHand: `Add "{action}" to {policy} by hand: its text cannot be edited safely here`,
  among: `{count, plural, one {} other {# policies are here; if another one is attached to who asked, add it there.}}`,
} as const;
