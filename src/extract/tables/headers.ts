import type { ColumnRole } from './header-words.js';

/**
 * What the columns of one generation of policies are called where a table sets the two side by side: `授权项（IAM5.0）`,
 * `权限(service:resource:action)(身份策略授权)`.
 */
export const GENERATION_PATTERNS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/(?:授权项|权限|action|permission).*(?:iamv?5|身份策略|identitypolic)/, 'identity_action'],
  [/(?:身份策略|identitypolicy).*(?:授权项|action|permission)/, 'identity_action'],
  [/(?:授权项|权限|action|permission).*(?:iamv?3|角色与策略|角色和策略|roles?\/?polic)/, 'policy_action'],
  [/(?:角色与策略|roles?\/?policy).*(?:授权项|action|permission)/, 'policy_action'],
];

/** What a header says that holds one of these words but is not one of them; tried in this order. */
export const HEADER_PATTERNS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/依赖|depend|prerequisite/, 'dependency'],
  [/企业项目|enterpriseproject/, 'enterprise_project'],
  [/作用域|授权范围|authorizationscope/, 'scope'],
  [/iam项目|iamproject/, 'project'],
  [/实例授权|资源粒度|instance-level|resource-level/, 'resource'],
  [/标签授权|tag-based/, 'tag'],
  [/条件键|conditionkey/, 'condition_key'],
  [/访问级别|accesslevel/, 'access_level'],
  [/别名|alias/, 'alias'],
  [/service:resource(?:type)?:(?:action|operation)/, 'action'],
  [/授权项|鉴权项|细粒度|fine-grained|\biamaction|policyaction/, 'action'],
  [/api(?:功能|说明|描述|名称|function|description|name)/, 'title'],
  [/(?:api|接口|uri|url)$/, 'endpoint'],
  [/^(?:http|请求|request).*(?:方法|method)/, 'method'],
  [/操作|功能|用途|operation|function/, 'title'],
  [/^权限|权限$|permissions?$/, 'permission'],
  [/^actions?|actions?$/, 'action'],
  [/备注|remark|^note/, 'note'],
];

/** Full-width forms folded, case and every space gone: `授权项（Action）` and `授权项 (Action)` are one header. */
export function normalizeHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+|\[\d{1,2}\]/g, '')
    .replace(/^[*_"“]+|[*_"”:。.]+$/g, '');
}
