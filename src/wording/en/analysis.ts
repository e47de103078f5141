/** Why something of a workload cannot be judged for certain; each completes a finding, without a full stop. */
export const en = {
  ambiguousCall: '{count, number} operations fit and need different actions',
  needsUntold: 'the documentation does not say what this operation needs',
  needsOfPoliciesOnly: `the catalog knows what policies of Version 1.1 must allow for it, and not what identity policies
    (Version 5.0) must`,
  needsOfIdentityPoliciesOnly: `the catalog knows what identity policies (Version 5.0) must allow for it, and not what
    policies of Version 1.1 must`,
  boundaryUnread: `the {boundaries, plural, one {boundary {boundaries, list} was} other {boundaries {boundaries, list} were}}
    not read, and may stop it`,
  roleDepends: `the role "{role}" depends on {roles, list}, which may grant it and must be granted beside it`,
  grantAtRunTime: 'what it grants is only known at run time',
  unknownService: 'the catalog of {cloud} does not know the service "{service}"',
  actionsUnknown:
    'the catalog of {cloud} does not know the actions of "{service}" in policies of Version {version}',

  // Why what is granted may be needed after all.
  unreadClient: 'the calls of {client} were not read, and may need it',
  maybeSeveral: '"{call}" may be several operations, and one of them needs it',
  unknownCall: '"{call}" is not known, and may need it',
  unknownNeeds: 'what "{call}" needs of policies of Version {version} is not known, and may be this',
} as const;
