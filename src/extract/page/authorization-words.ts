/**
 * How pages about one API name their parts, and what their authorization section says in words. Data from the pages of
 * 2025 and 2026 of support.huaweicloud.com, in both languages, as `headingWord` leaves the words.
 */

/** Headings of the part that says which permissions an API needs. */
export const AUTHORIZATION_HEADINGS: ReadonlySet<string> = new Set([
  '授权信息',
  '授權資訊',
  '授权',
  '授权要求',
  '权限要求',
  'authorization',
  'authorizationinformation',
  'authorizationinfo',
  'requiredpermissions',
]);

/** Headings of the part that holds method and path. */
export const URI_HEADINGS: ReadonlySet<string> = new Set([
  'uri',
  'url',
  'api',
  'http请求',
  'httprequest',
  'httpuri',
  '请求uri',
  '请求url',
  '请求方法',
  '请求方法和uri',
  '请求地址',
  '请求路径',
  '接口uri',
  '接口地址',
  '接口路径',
  'requesturi',
  'requesturl',
  'requestpath',
  'endpoint',
]);

/** Headings of the other parts: none of them names an API. */
export const PART_HEADINGS: ReadonlySet<string> = new Set([
  '功能介绍',
  '功能描述',
  '接口约束',
  '约束与限制',
  '约束限制',
  '使用限制',
  '前提条件',
  '注意事项',
  '调用方法',
  '调试',
  '请求消息',
  '请求消息样式',
  '请求参数',
  '请求示例',
  '示例',
  '响应消息',
  '响应消息样式',
  '响应参数',
  '响应示例',
  '路径参数',
  '返回值',
  '状态码',
  '错误码',
  'sdk代码示例',
  '更多示例',
  '相关文档',
  'function',
  'functions',
  'description',
  'constraints',
  'restrictions',
  'prerequisites',
  'precautions',
  'callingmethod',
  'debugging',
  'request',
  'requestsyntax',
  'requestparameters',
  'requestheaders',
  'requestbody',
  'requestmessage',
  'examplerequest',
  'examplerequests',
  'samplerequest',
  'response',
  'responseparameters',
  'responsemessage',
  'exampleresponse',
  'exampleresponses',
  'sampleresponse',
  'returnvalue',
  'returnvalues',
  'statuscode',
  'statuscodes',
  'errorcode',
  'errorcodes',
  'sdksamplecode',
  'example',
  'examples',
]);

/** A heading without its number, its marks and its spaces, in lower case: `1.1 授权信息：` is `授权信息`. */
export function headingWord(text: string): string {
  return withoutNumber(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s:¶]+/g, '');
}

/** `1.1 运行作业` is the second API's title of a page. */
export function withoutNumber(text: string): string {
  return text.replace(/^\s*\d{1,3}(?:\.\d{1,3}){0,5}[.、]?\s+/, '').trim();
}

/** Words for identity policies (Version 5.0), and for the roles and policies before them. */
const IDENTITY_WORDS = /身份策略|identity[- ]?polic|iam\s?(?:v5|5\.0)/i;
const POLICY_WORDS =
  /角色与策略|角色和策略|(?<!桶)策略授权|roles?(?:\/|\s+and\s+)polic|policy-based|iam\s?(?:v3|3\.0)/i;

/** Which generation of policies a sentence, a heading or a caption is about: the one that it names first. */
export function generationNamed(text: string): 'identity' | 'policy' | undefined {
  const identity = text.search(IDENTITY_WORDS);
  // "identity policy-based" names one generation, not both.
  const policy = text
    .replace(/(?:身份策略|identity[- ]?policy)(?:授权|-based)?/gi, (words) => ' '.repeat(words.length))
    .search(POLICY_WORDS);
  if (identity < 0 && policy < 0) return undefined;
  return policy < 0 || (identity >= 0 && identity < policy) ? 'identity' : 'policy';
}

/** Sentences that say that no permission is needed. */
const NONE_NEEDED: readonly RegExp[] = [
  /(?:无需|无须|不需要|不需)(?:任何|授予|配置|具备|额外)*(?:身份策略|策略)?(?:的)?(?:权限|授权|鉴权)/,
  /\bno\b(?:[\w\s-]{0,40})\b(?:permissions?|actions?|authorization)\s*(?:(?:is|are)\s+)?(?:required|needed)/i,
  /\b(?:does not|do not|doesn't)\s+(?:require|need)\b[\w\s-]{0,40}\b(?:permissions?|authorization)/i,
  /\bpermissions?\s+(?:is|are)\s+not\s+(?:required|needed)/i,
];

export function saysNoneNeeded(text: string): boolean {
  return NONE_NEEDED.some((pattern) => pattern.test(text));
}
