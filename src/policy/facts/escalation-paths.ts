/**
 * Ways to more permissions that take several actions, none of which need be one by itself. Sources: the page that each names, of
 * support.huaweicloud.com: where an API that makes something takes the agency that it then runs as, or where IAM says what is
 * needed for what. Names of both generations.
 */
export interface EscalationPath {
  readonly id: string;
  /** What its holder can do in the end. */
  readonly gains: EscalationGain;
  /** One after the other; of each any one action is enough. */
  readonly steps: readonly (readonly string[])[];
  readonly source: string;
}

/** `act-as-agency`: whatever an agency may do that the service it is passed to accepts. */
export type EscalationGain = 'act-as-agency' | 'grant-itself' | 'be-another-user' | 'add-a-user';

const PASS = ['iam:agencies:pass'];
const WRITE_POLICY = [
  'iam:policies:createV5',
  'iam:policies:createVersionV5',
  'iam:roles:createRole',
  'iam:roles:updateRole',
];
const ATTACH = [
  'iam:users:attachPolicyV5',
  'iam:groups:attachPolicyV5',
  'iam:agencies:attachPolicyV5',
  'iam:permissions:grantRoleToGroup',
  'iam:permissions:grantRoleToGroupOnDomain',
  'iam:permissions:grantRoleToGroupOnProject',
  'iam:permissions:grantRoleToAgency',
];
const SET_PASSWORD = [
  'iam:users:createLoginProfileV5',
  'iam:users:updateLoginProfileV5',
  'iam:users:resetUserPassword',
  'iam:users:updateUser',
];

export const ESCALATION_PATHS: readonly EscalationPath[] = [
  {
    id: 'server-with-agency',
    gains: 'act-as-agency',
    steps: [
      PASS,
      ['ecs:cloudServers:createServers', 'ecs:cloudServers:create', 'ecs:cloudServers:updateMetadata'],
    ],
    source: 'https://support.huaweicloud.com/intl/en-us/api-ecs/ecs_02_0701.html',
  },
  {
    id: 'function-with-agency',
    gains: 'act-as-agency',
    steps: [PASS, ['functiongraph:function:createFunction', 'functiongraph:function:create']],
    source: 'https://support.huaweicloud.com/api-functiongraph/CreateFunction.html',
  },
  {
    id: 'cluster-with-agency',
    gains: 'act-as-agency',
    steps: [PASS, ['mrs:cluster:createCluster', 'mrs:cluster:create']],
    source: 'https://support.huaweicloud.com/api-mrs/mrs_02_0101.html',
  },
  {
    id: 'stack-with-agency',
    gains: 'act-as-agency',
    steps: [PASS, ['rf:stack:create']],
    source: 'https://support.huaweicloud.com/api-aos/CreateStack.html',
  },
  {
    id: 'trust-and-assume',
    gains: 'act-as-agency',
    steps: [
      ['iam:agencies:updateTrustPolicyV5', 'iam:agencies:updateAgency'],
      ['sts:agencies:assume', 'iam:tokens:assume'],
    ],
    source: 'https://support.huaweicloud.com/api-iam5/UpdateTrustPolicyV5.html',
  },
  {
    id: 'policy-and-attach',
    gains: 'grant-itself',
    steps: [WRITE_POLICY, ATTACH],
    source: 'https://support.huaweicloud.com/intl/en-us/api-iam5/AttachUserPolicyV5.html',
  },
  {
    id: 'version-and-default',
    gains: 'grant-itself',
    steps: [['iam:policies:createVersionV5'], ['iam:policies:setDefaultVersionV5']],
    source: 'https://support.huaweicloud.com/api-iam5/SetDefaultPolicyVersionV5.html',
  },
  {
    id: 'password-without-second-factor',
    gains: 'be-another-user',
    steps: [
      SET_PASSWORD,
      ['iam:mfa:deleteVirtualMFADevice', 'iam:mfa:unbindMFADevice', 'iam:users:setUserLoginProtect'],
    ],
    source: 'https://support.huaweicloud.com/api-iam5/UpdateLoginProfileV5.html',
  },
  {
    id: 'user-of-its-own',
    gains: 'add-a-user',
    steps: [
      ['iam:users:createUserV5', 'iam:users:createUser'],
      [
        'iam:users:createLoginProfileV5',
        'iam:credentials:createCredentialV5',
        'iam:credentials:createCredential',
      ],
      ['iam:permissions:addUserToGroupV5', 'iam:permissions:addUserToGroup', 'iam:users:attachPolicyV5'],
    ],
    source: 'https://support.huaweicloud.com/api-iam5/CreateUserV5.html',
  },
];
