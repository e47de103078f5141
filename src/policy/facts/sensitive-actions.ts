/** A way to more permissions. */
export type EscalationMeans =
  | 'write-policies'
  | 'grant-to-group'
  | 'grant-to-user'
  | 'grant-to-agency'
  | 'fill-group'
  | 'let-others-act'
  | 'create-keys'
  | 'set-passwords'
  | 'admit-users';

/**
 * Actions through which an identity gets more than it was given, and those that cannot be undone. Sources: [1] huaweicloudDocs/iam
 * API参考/授权项.md (1.1); [2] support.huaweicloud.com api-iam5, “Authorization Information” of each API (5.0); [3] the services' own
 * 权限及授权项 pages.
 */
export interface Escalation {
  readonly action: string;
  /** What whoever may do it can do. */
  readonly means: EscalationMeans;
}

export const ESCALATIONS: readonly Escalation[] = [
  ...escalations('write-policies', ['iam:roles:createRole', 'iam:roles:updateRole']), // [1]
  ...escalations('write-policies', [
    'iam:policies:createV5',
    'iam:policies:createVersionV5',
    'iam:policies:setDefaultVersionV5',
  ]), // [2]
  ...escalations('grant-to-group', [
    'iam:permissions:grantRoleToGroup',
    'iam:permissions:grantRoleToGroupOnDomain',
    'iam:permissions:grantRoleToGroupOnProject',
    'iam:permissions:grantRoleToGroupOnEnterpriseProject',
    'iam:groups:attachPolicyV5',
  ]), // [1] [2]
  ...escalations('grant-to-user', [
    'iam:permissions:grantRoleToUserOnEnterpriseProject',
    'iam:users:attachPolicyV5',
  ]), // [1] [2]
  ...escalations('grant-to-agency', [
    'iam:permissions:grantRoleToAgency',
    'iam:permissions:grantRoleToAgencyOnDomain',
    'iam:permissions:grantRoleToAgencyOnProject',
    'iam:agencies:attachPolicyV5',
  ]), // [1] [2]
  ...escalations('fill-group', ['iam:permissions:addUserToGroup', 'iam:permissions:addUserToGroupV5']), // [1] [2]
  ...escalations('let-others-act', [
    'iam:agencies:createAgency',
    'iam:agencies:updateAgency',
    'iam:agencies:createV5',
    'iam:agencies:updateTrustPolicyV5',
  ]), // [1] [2]
  ...escalations('create-keys', ['iam:credentials:createCredential', 'iam:credentials:createCredentialV5']), // [1] [2]
  ...escalations('set-passwords', [
    'iam:users:updateUser',
    'iam:users:resetUserPassword',
    'iam:users:createLoginProfileV5',
    'iam:users:updateLoginProfileV5',
  ]), // [1] [2]
  ...escalations('admit-users', [
    'iam:identityProviders:createMapping',
    'iam:identityProviders:updateMapping',
    'iam:identityProviders:createIDPMetadata',
  ]), // [1]
];

/** Actions that become an agency, or hand one to a service, with all that it may do. [1] [2], API参考/创建委托自定义策略.md */
export const AGENCY_USES: readonly string[] = [
  'iam:agencies:assume',
  'iam:tokens:assume',
  'iam:agencies:pass',
  'iam:agencies:passRole',
  'sts:agencies:assume',
];

/** What a team most likely wants a second factor or a known place for: identities, keys, what is gone for good. [1] [2] [3] */
export const SENSITIVE_ACTIONS: readonly string[] = [
  'iam:users:createUser',
  'iam:users:updateUser',
  'iam:users:deleteUser',
  'iam:users:resetUserPassword',
  'iam:users:setUserLoginProtect',
  'iam:users:createV5',
  'iam:users:deleteV5',
  'iam:users:createLoginProfileV5',
  'iam:users:updateLoginProfileV5',
  'iam:credentials:createCredential',
  'iam:credentials:createCredentialV5',
  'iam:mfa:unbindMFADevice',
  'iam:mfa:deleteVirtualMFADevice',
  'iam:securitypolicies:updateLoginPolicy',
  'iam:securitypolicies:updatePasswordPolicy',
  'iam:securitypolicies:updateProtectPolicy',
  'kms:cmk:disable',
  'kms:cmk:deleteMaterial',
  'obs:bucket:DeleteBucket',
  'obs:bucket:PutBucketPolicy',
  'obs:bucket:PutBucketAcl',
  'rds:instance:delete',
  'ecs:cloudServers:deleteServers',
];

function escalations(means: EscalationMeans, actions: readonly string[]): Escalation[] {
  return actions.map((action) => ({ action, means }));
}
