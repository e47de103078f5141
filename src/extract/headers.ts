/**
 * What the columns of the documentation's tables are called, in both languages. Data, not code: a new header word is
 * a new line here. Source: the header rows of some 1,400 pages of both clouds, and the words that the identity-policy
 * pages use since 2025; words not seen yet but near those are listed too, as content has the last word anyway.
 *
 * Words are written as `normalizeHeader` leaves them: half-width, lower case, without spaces.
 */
export type ColumnRole =
  | 'title'
  | 'endpoint'
  | 'method'
  | 'action'
  /** Heads a title or the actions: content decides. */
  | 'permission'
  | 'dependency'
  | 'project'
  | 'enterprise_project'
  | 'resource'
  | 'tag'
  /** All scopes in one cell. */
  | 'scope'
  | 'description'
  | 'note'
  | 'group'
  | 'access_level'
  | 'resource_type'
  | 'condition_key'
  | 'alias'
  | 'urn'
  | 'api_name'
  /** The value type of a condition key. */
  | 'value_type'
  | 'multi_valued';

/** Header words that mean exactly one thing. */
export const HEADER_WORDS: Readonly<Record<ColumnRole, readonly string[]>> = {
  title: [
    '名称', 'name', 'item', '业务场景', '场景名称', '权限说明', '权限描述', '权限名称', '权限项', 'api功能', 'api描述', 'api说明', 'api功能描述', '接口功能', '接口说明', '接口描述', '功能', '功能描述', '功能说明', '功能名称', '功能项', '用途', '操作', '操作名称', '操作项', '操作描述', '操作说明', '操作类型', '业务操作', '控制台操作', '控制台功能', '使用场景', '场景',
    'apifunction', 'apifunctions', 'apidescription', 'function', 'functions', 'functiondescription', 'feature', 'features', 'operation', 'operations', 'operationname', 'consoleoperation', 'consolefunction', 'permissiondescription', 'purpose', 'usage', 'task', 'procedure', 'scenario', 'usecase', 'trigger/function', 'usedfor', 'capability',
  ],
  api_name: ['api名称', '接口名称', 'api接口名称', 'apiname', 'nameofapi', 'apititle', 'operationid'],
  endpoint: [
    'api', 'apis', '对应api接口', '对应的api接口', '对应的api', '对应api', '接口', '对应接口', '对应的接口', 'api接口', '关联api', '相关api', '关联的api接口', '支持的api', '涉及api', '接口地址', 'uri', 'url', 'api地址', '接口url', '接口uri', '请求uri', '请求url', '请求路径', '路径', 'api路径', 'apiurl', 'apiuri', 'rest接口', 'restapi', 'restapis', 'restfulapi',
    'correspondingapi', 'correspondingapis', 'relatedapi', 'relatedapis', 'associatedapi', 'associatedapis', 'supportedapi', 'supportedapis', 'applicableapi', 'applicableapis', 'endpoint', 'endpoints', 'apiendpoint', 'apipath', 'path', 'requesturi', 'requesturl', 'httprequest', 'interface', 'interfaces', 'apiinterface', 'openapi', 'apicalled',
  ],
  method: ['方法', '请求方法', 'http方法', '请求方式', 'http请求方法', '方式', 'method', 'methods', 'httpmethod', 'requestmethod', 'requesttype', 'verb', 'httpverb'],
  action: [
    '授权项', '授權項', '对应的授权项', '对应授权项', '授权项名称', '授权项action', '授权action', '所需授权项', '需要的授权项', '所需的授权项', '关联授权项', 'action', 'actions', 'action项', 'iamaction', 'iamactions', 'actionname', 'actionnames', 'action名称', '授权操作', '授权动作', '细粒度授权项', '细粒度权限', '细粒度权限项', '细粒度策略', '权限标识', '权限点', '权限编码', '鉴权项', '鉴权action', '身份策略授权项', '操作action', '所需权限', '需要的权限', '最小权限',
    'requiredaction', 'requiredactions', 'actionrequired', 'actionsrequired', 'correspondingaction', 'correspondingactions', 'supportedaction', 'supportedactions', 'fine-grainedaction', 'fine-grainedactions', 'fine-grainedpermission', 'fine-grainedpermissions', 'fine-grainedminimumpermission', 'requiredpermission', 'requiredpermissions', 'minimumpermission', 'minimumpermissions', 'permissionset', 'permissioncode', 'permissionstring', 'permissionpoint', 'permissionidentifier', 'authorizationitem', 'authorizationitems', 'authorizationaction', 'authorizedaction', 'authorizedactions', 'policyaction', 'policyactions', 'apiaction', 'apiactions', 'iampermission', 'iampermissions', 'neededaction', 'neededactions',
  ],
  permission: ['权限', '權限', 'permission', 'permissions', 'permissionname', 'permissionnames', 'system-definedpermission', '授权', '权限内容', 'privilege', 'privileges', 'authority'],
  dependency: [
    '依赖的授权项', '依賴的授權項', '依赖授权项', '依赖其他服务的最小化授权项', '依赖的action', '依赖action', '依赖', '依赖项', '依赖权限', '依赖的权限', '依赖关系', '依赖的其他授权项', '依赖其他授权项', '依赖服务授权项', '依赖的服务授权项', '关联的授权项', '依赖的最小授权项', '前置授权项', '前置权限', '依赖操作',
    'dependency', 'dependencies', 'dependentpermission', 'dependentpermissions', 'dependentaction', 'dependentactions', 'relatedaction', 'relatedactions', 'relatedpermission', 'relatedpermissions', 'dependencyitem', 'dependencyitems', 'dependedaction', 'dependedactions', 'dependedpermission', 'dependedpermissions', 'dependencypermission', 'dependencyaction', 'dependencyactions', 'prerequisiteaction', 'prerequisiteactions', 'prerequisitepermission', 'additionalaction', 'additionalactions', 'additionalpermissions', 'dependson', 'actiondependency', 'actiondependencies', 'permissiondependency', 'permissiondependencies', 'requireddependency', 'associatedaction', 'associatedactions',
  ],
  project: ['iam项目', '项目', 'iamproject', 'iamprojects', 'project', 'projects', '支持iam项目', '是否支持iam项目'],
  enterprise_project: ['企业项目', '企業專案', 'enterpriseproject', 'enterpriseprojects', 'ep', 'eps', '支持企业项目', '是否支持企业项目', 'enterpriseprojectauthorization'],
  resource: ['实例授权', '资源授权', '资源级授权', '资源粒度授权', '实例级授权', 'instanceauthorization', 'instance-levelauthorization', 'resourceauthorization', 'resource-levelauthorization', 'instance'],
  tag: ['标签授权', '标签鉴权', '按标签授权', 'tagauthorization', 'tag-basedauthorization', 'tags'],
  scope: ['授权范围', '授權範圍', '授权作用域', '授权项作用域', '作用域', '作用范围', '授权项范围', '适用范围', '支持的作用域', 'scope', 'authorizationscope', 'actionscope', 'authorizationscopes', 'scopeofauthorization', 'permissionscope', 'effectivescope', 'applicationscope', 'applicablescope'],
  description: ['描述', '说明', '授权项描述', '授权项说明', 'action描述', 'action说明', '含义', 'description', 'descriptions', 'actiondescription', 'meaning', 'details'],
  note: ['备注', '注意', '注意事项', '补充说明', '约束', '限制', 'remark', 'remarks', 'note', 'notes', 'comment', 'comments', 'constraint', 'constraints', 'restrictions'],
  group: ['模块', '分类', '类别', '资源', '对象', '子服务', '服务', '产品', '功能模块', '类型', '所属模块', 'api分类', '序号', '编号', 'module', 'modules', 'category', 'group', 'service', 'product', 'object', 'resource', 'type', 'section', 'no.', 'no', 'sn', '#', 'apitype', 'apicategory', 'version', '版本', 'api版本', 'apiversion'],
  access_level: ['访问级别', '访问等级', '授权级别', '权限级别', 'accesslevel', 'accesslevels', 'level'],
  resource_type: ['资源类型', '资源类型*为必须', '资源类型*为必选', '资源类型*表示必选', 'resourcetype', 'resourcetypes', 'resourcetype*:required', 'resourcetype*required'],
  condition_key: ['条件键', '条件key', '服务级条件键', '条件键conditionkey', 'conditionkey', 'conditionkeys', 'service-specificconditionkey', 'service-specificconditionkeys', 'service-levelconditionkey', 'servicespecificconditionkey'],
  alias: ['别名', 'action别名', '授权项别名', '对应的旧授权项', 'alias', 'aliases', 'actionalias', 'actionaliases'],
  urn: ['urn', '资源urn', 'urn格式', '资源路径', '统一资源名称', 'resourceurn', 'urnformat', 'uniformresourcename'],
  value_type: ['值类型', '条件值类型', '条件键类型', '数据类型', '键类型', 'valuetype', 'conditionkeytype', 'typeofvalue', 'keytype'],
  multi_valued: ['单值/多值', '多值', '是否多值', '单值多值', '单值/多值键', 'single-valued/multivalued', 'single-valued/multi-valued', 'single-value/multi-value', 'single-/multi-valued', 'multivalued', 'multi-valued', 'singleormultivalued'],
};

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

/** The reason of a table whose rows are roles; a roles column beside an operation and its action is no such table. */
export const ROLE_LIST = 'lists roles or policies';

/** Tables that are recognised by a header word as something else, with the reason that the record gives. */
export const FOREIGN_HEADERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:参数|参数名|参数名称|请求参数|响应参数|字段|字段名|字段名称|属性|属性名|元素|元素名称|parameter|parameters|parametername|field|fieldname|attribute|header|headername|element|responseitem|requestheader|key|配置项|参数项)$/, 'describes parameters, fields or headers'],
  [/^(?:是否必选|是否必须|是否必填|必选|参数类型|mandatory|mandatoryornot|mandatory\(yes\/no\)|requiredornot|required|parametertype|datatype|optional|in)$/, 'describes parameters, fields or headers'],
  [/^(?:状态码|返回码|返回值|错误码|错误信息|错误代码|错误描述|statuscode|returncode|returnvalue|returnedvalue|returnedvalues|errorcode|errorcodes|errormessage|errordescription)$/, 'lists status or error codes'],
  [/^(?:运算符|操作符|条件运算符|operator|operators|conditionoperator)$/, 'describes condition operators'],
  [/^(?:日志类型|日志名称|logtype|logfilename|logname|loglevel)$/, 'describes logs'],
  [/^(?:tls版本|tlsversion|加密套件|ciphersuite|ciphersuites|cipher)$/, 'lists cipher suites'],
  [/^(?:策略名称|策略名|系统策略|系统策略名称|系统角色|角色名称|角色|系统角色\/策略名称|策略名称\/系统角色|系统角色\/策略|策略\/角色名称|系统权限|权限策略|原始系统策略名称|policyname|rolename|role\/policyname|policyname\/systemrole|systemrole\/policyname|systemrole|systempolicy|role|roles|policy|policies|role\/policy|role\/policyrequired|system-definedpolicy|system-definedrole|systempermission|depended?systempermissions)$/, ROLE_LIST],
  [/^(?:用户类型|用户|usertype|user|username)$/, 'describes users'],
];

/** Names of roles and system-defined policies, as they head the columns of a matrix: `ECS FullAccess`. */
export const SYSTEM_POLICY_NAME = /(?:fullaccess|readonlyaccess|readonly|commonoperations|administrator|administer|admin|viewer|operator|developer|development|manager|tenantguest|tenantadministrator|access(?:policy)?|managements?|viewaccess|fullwithoutdeletepermission|serviceuser|serviceadmin)(?:\((?:not)?recommended\))?$/;

/** Full-width forms folded, case and every space gone: `授权项（Action）` and `授权项 (Action)` are one header. */
export function normalizeHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+|\[\d{1,2}\]/g, '')
    .replace(/^[*_"“]+|[*_"”:。.]+$/g, '');
}
