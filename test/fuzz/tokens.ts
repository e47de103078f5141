/** The words of each language that inputs are made of. */
export const POLICY_WORDS: readonly string[] = [
  'Version', 'Statement', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition', 'Principal', 'Depends', 'Sid', 'catalog', 'display_name', 'Allow', 'Deny', '1.0', '1.1', '5.0',
  'StringEquals', 'ForAnyValue:StringMatch', 'Bool', 'NumericLessThan', 'IpAddress', 'DateLessThan', 'NullIfExists', 'g:UserName', 'g:MFAPresent', 'g:SourceIp', '10.0.0.0/8', '0.0.0.0/0',
  'ecs:cloudServers:list', 'ECS:cloudServers:LIST', 'ecs:*:*', 'ecs:*:get*', 'ecs:*', '*:list', 'obs:object:PutObject', 'obs:*:*:bucket:a*', 'iam:agencies:pass', 'vpc:ports:create', 'ecs：cloudServers：list', ' ecs:servers:get ', 'ecs:cloudServers:liѕt',
];

export const JSON_WORDS: readonly string[] = [...POLICY_WORDS, '{', '}', '[', ']', ',', ':', '"', '\\"', '\\u0041', '// c\n', '/* c */', '// lint-policies-disable-line -- why', '/* eslint-disable */', '{"Version":"1.1","Statement":[]}', 'true', 'null', '1.5e3'];

export const YAML_WORDS: readonly string[] = [...POLICY_WORDS, '- ', ': ', '? ', '&a ', '*a', '<<: *a', '!!str ', '!tag ', '|\n  ', '>-\n  ', '---\n', '...\n', '%YAML 1.2\n', '# c', '# lint-policies-disable-next-line full-wildcard -- why\n', "'", '"', '[', ']', '{', '}', ', ', '\t', 'Version: 1.1', '2024-01-01'];

export const HCL_WORDS: readonly string[] = [...POLICY_WORDS, 'resource "huaweicloud_identity_policy" "a" {\n', 'data "huaweicloud_x" "y" {}\n', 'policy = jsonencode({', '})', '<<EOF\n', '<<-EOT\n', 'EOF\n', '${', '%{ if x }', '$${', 'locals {\n', 'local.a', 'var.b', 'for x in y : x', 'file("x.json")', 'merge(', '"', '\\"', '{', '}', '[', ']', '=', '#', '//', '/*', '*/', '...'];

export const MANIFEST_WORDS: readonly string[] = [...YAML_WORDS, 'policies:', 'cloud:', 'apis:', 'possible: true', 'from:', 'api:', 'operation:', 'file:', 'line:', 'confidence:', 'GET /v1/{project_id}/cloudservers/detail', 'POST /v1/{id}/cloudservers/action', 'ecs/list-servers', 'EcsClient.listServersDetails', 'huaweicloud', 'opentelekomcloud', 'app.json', 'main.tf#huaweicloud_identity_role.ops', '/{', '}/', '?a=b', 'https://ecs.example.com'];

export const CONFIG_WORDS: readonly string[] = ['preset', 'cloud', 'catalogs', 'files', 'manifests', 'rules', 'overrides', 'ignores', 'suppressions', 'baseline', 'failOn', 'plugins', 'rule', 'reason', 'expires', 'where', '2026-12-31', 'off', 'warning', 'error', 'strict', 'recommended', 'full-wildcard', 'missing-action', 'too-many-actions', 'max', '**/*.json', '!a', '*a*b*c*', '{a,b}', '[a-z]', '+(a)', 'huaweicloud', '{', '}', '[', ']', ',', ':', '"'];

export const BASELINE_WORDS: readonly string[] = ['version', 'findings', 'rule', 'path', 'fingerprint', 'message', 'reason', 'expires', 'full-wildcard', 'app.json', '2026-12-31', '2026-02-30', '{', '}', '[', ']', ',', ':', '"', '1', '2'];

export const CATALOG_WORDS: readonly string[] = [...YAML_WORDS, 'schema: 1', 'cloud:', 'service:', 'operations:', 'actions:', 'former_actions:', 'resources:', 'condition_keys:', 'id: ecs/a', 'endpoints:', 'dependent_actions:', 'scenarios:', 'when:', 'scope:', 'sources:', 'doubts:', 'no_permission: true', 'access_level: write', 'title: { en: A }', 'overrides:', 'GET /v1/a', 'ecs:a:b'];

export const PAGE_WORDS: readonly string[] = [
  '<table>', '</table>', '<tr>', '</tr>', '<td>', '</td>', '<th>', '<thead>', '<tbody>', '<td rowspan="2">', '<td colspan=3>', ' rowspan="4000000000"', ' colspan="1000"', ' rowspan=0', '<br>', '<p>', '<ul><li>', '</li></ul>', '<a href="x">', '<code>', '<pre>', '<!-- ', ' -->', '<script>', '<style>', '<h1>', '&nbsp;', '&#0;', '&lt;', '|', '|--|--|\n', '```\n', '\\|', '# ', '**', '`',
  'GET /v1/{project_id}/a', 'POST /v2/b', 'PUT', 'ecs:servers:list', 'ecs:servers:list<br>vpc:ports:get', 'API', 'Action', 'Permission', '权限', '对应API接口', '授权项', '依赖的授权项', 'IAM项目', '企业项目', '√', '×', '-', '无', 'None', '或', ' or ', '说明：', '注意', 'Resource Type', 'Alias', 'Condition Key', 'Access Level', 'Dependencies',
];

export const CODE_WORDS: readonly string[] = [
  'import', 'from', 'require(', 'new ', 'class ', 'function ', 'def ', 'func ', 'return ', 'await ', 'async ', '=>', ':=', '=', '(', ')', '{', '}', '[', ']', ';', ',', '.', '"', "'", '`', '${', '//', '/*', '*/', '#', '"""', '<', '>', '@', '...', 'as ', 'for ', 'if ',
  'EcsClient', 'listServersDetails', 'ListServersDetailsRequest', 'huaweicloudsdkecs', '@huaweicloud/huaweicloud-sdk-ecs', 'github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ecs/v2', 'com.huaweicloud.sdk.ecs.v2', 'client', 'ecs', 'obs', 'self', 'this', 'null', 'undefined', 'toString', 'constructor', '__proto__',
];

export const SPECIFICATION_WORDS: readonly string[] = [...YAML_WORDS, 'openapi: 3.1.0', 'swagger: "2.0"', 'paths:', 'servers:', 'url:', 'basePath:', 'host:', 'get:', 'post:', 'operationId:', 'parameters:', '$ref:', '"#/paths/~1v1"', '"other.yaml#/a"', '/v1/{project_id}/a:', '{', '}', 'variables:', 'default:'];

export const TRACE_WORDS: readonly string[] = [
  '{', '}', '[', ']', ',', ':', '"', '\n', 'traces', 'trace_name', 'service_type', 'resource_type', 'trace_type', 'ApiCall', 'ConsoleAction', 'SystemAction', 'time', 'record_time', 'user', 'name', 'code', 'request', 'response', 'api_version', 'url', 'method',
  'deleteVpc', 'createServer', 'ECS', 'VPC', 'OBS', 'IAM', '403', '1761000000000', '2026-10-20 09:14:02 GMT+08:00', '2026-13-45', '{\\"method\\":\\"GET\\",\\"url\\":\\"/v1/a\\"}', '__proto__', 'constructor', 'null',
];

export const LOG_WORDS: readonly string[] = [
  '{', '}', '[', ']', ',', ':', '"', '\n', '\r\n', ' ', '\t', '-', '/', '?a=b', '%2e%2e', '#', 'GET', 'POST', 'DELETE', 'get', 'HTTP/1.1', '200', '403', 'https://ecs.eu-de.otc.t-systems.com', 'http://', 'method', 'url', 'request', 'host', 'time', 'status', '@timestamp',
  '/v1/0a9b3c2d1e4f5a6b7c8d9e0f1a2b3c4d/cloudservers/detail', '/v2/{id}/volumes', '/v1/0/vpcs', '[02/Oct/2026:13:55:36 +0000]', '2026-10-05T08:00:00Z', '{"method":"GET","url":"/v1/0/vpcs"}',
];
