/** The documentation of IAM in the revision in which it was read. */
const IAM = 'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn';

/** Its pages that rules rest on. */
export const IAM_PAGES = {
  actions: `${IAM}/API参考/授权项.md`,
  authorization: `${IAM}/用户指南/策略鉴权规则.md`,
  createAgencyPolicy: `${IAM}/API参考/创建委托自定义策略.md`,
  createPolicy: `${IAM}/API参考/创建云服务自定义策略.md`,
  customPolicies: `${IAM}/用户指南/创建自定义策略.md`,
  dependentRoles: `${IAM}/用户指南/依赖角色的授权方法.md`,
  errorCodes: `${IAM}/API参考/错误码.md`,
  permissionsAndActions: `${IAM}/API参考/权限及授权项说明.md`,
  policyExamples: `${IAM}/用户指南/自定义策略使用样例.md`,
  policySyntax: `${IAM}/用户指南/策略语法.md`,
  resourceLevelServices: `${IAM}/用户指南/支持IAM资源粒度授权的云服务.md`,
  roles: `${IAM}/用户指南/角色.md`,
} as const;

const ACCESS_ANALYZER =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html';

/**
 * The checks of policies that IAM Access Analyzer of AWS makes, and which of them a rule follows.
 * @param check `Empty Sid`
 */
export function accessAnalyzer(check: string): string {
  return `${ACCESS_ANALYZER} (${check})`;
}

/**
 * The documentation of a service, and what in it a rule rests on.
 * @param service the name of its repository
 */
export function serviceDocs(service: string, where: string): string {
  return `https://github.com/huaweicloudDocs/${service} (${where})`;
}

/**
 * The page of the error codes of IAM, and which of them a rule is about.
 * @param codes `IAM.1001, IAM.1006 to IAM.1009`
 */
export function errorCodes(codes: string): string {
  return `${IAM_PAGES.errorCodes} (${codes})`;
}
