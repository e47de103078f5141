import type { PolicyKind } from '../model/policy.js';

/** What a policy may have at most. Lengths count characters, without the white space that JSON does not need; a limit that the documentation does not give for a kind is absent. */
export interface Limits {
  readonly policyLength?: number;
  readonly statements?: number;
  readonly actions?: number;
  readonly actionLength?: number;
  readonly resources?: number;
  readonly resourceLength?: number;
  readonly operators?: number;
  readonly keysPerOperator?: number;
  readonly valueLength?: number;
  readonly depends?: number;
}

/**
 * Sources: API reference 创建云服务自定义策略 (parameters) and 错误码 (IAM.1021 size, IAM.1028 statements, IAM.1033 actions, IAM.1034 action
 * length, IAM.1040 resources, IAM.1050 operators, IAM.1054 keys, IAM.1056 values, IAM.1058 Depends). On the length of a resource
 * the two disagree, 128 characters against 1,500 (IAM.1042): the wider one stands here, as only what is longer is sure to be refused.
 */
const POLICY_LIMITS: Limits = {
  policyLength: 6144,
  statements: 8,
  actions: 100,
  actionLength: 128,
  resources: 10,
  resourceLength: 1500,
  operators: 10,
  keysPerOperator: 10,
  valueLength: 1024,
  depends: 20,
};

/** 5.0: productdesc-iam5 iam_01_1135 “Notes and Constraints”: 6,144 bytes for the whole policy, no limit for its statements. */
const IDENTITY_LIMITS: Limits = { policyLength: 6144 };

const LIMITS: Readonly<Partial<Record<PolicyKind, Limits>>> = {
  role: POLICY_LIMITS,
  policy: POLICY_LIMITS,
  // IAM.1037: 20 URIs; API reference 创建委托自定义策略: each has at most 128 characters.
  'agency-policy': { ...POLICY_LIMITS, resources: 20, resourceLength: 128 },
  'identity-policy': IDENTITY_LIMITS,
};

export function limitsOf(kind: PolicyKind): Limits {
  return LIMITS[kind] ?? {};
}
