/**
 * What the columns of tables are called that look like permission tables and are none. Data, not code, from the pages that
 * `headers.ts` names; words as `normalizeHeader` leaves them.
 */

/** The reason of a table whose rows are roles; a roles column beside an operation and its action is no such table. */
export const ROLE_LIST = 'listsRoles' as const;

/** Why a table is something else, by the sentence that the record gives. */
export type ForeignReason =
  | 'describesParameters'
  | 'listsCodes'
  | 'describesOperators'
  | 'describesLogs'
  | 'listsCiphers'
  | 'listsRoles'
  | 'describesUsers';

/** Header words of tables that are something else. */
export const FOREIGN_HEADERS: readonly {
  readonly reason: ForeignReason;
  readonly words: readonly string[];
}[] = [
  {
    reason: 'describesParameters',
    words: [
      '参数',
      '参数名',
      '参数名称',
      '请求参数',
      '响应参数',
      '字段',
      '字段名',
      '字段名称',
      '属性',
      '属性名',
      '元素',
      '元素名称',
      'parameter',
      'parameters',
      'parametername',
      'field',
      'fieldname',
      'attribute',
      'header',
      'headername',
      'element',
      'responseitem',
      'requestheader',
      'key',
      '配置项',
      '参数项',
      '是否必选',
      '是否必须',
      '是否必填',
      '必选',
      '参数类型',
      'mandatory',
      'mandatoryornot',
      'mandatory(yes/no)',
      'requiredornot',
      'required',
      'parametertype',
      'datatype',
      'optional',
      'in',
    ],
  },
  {
    reason: 'listsCodes',
    words: [
      '状态码',
      '返回码',
      '返回值',
      '错误码',
      '错误信息',
      '错误代码',
      '错误描述',
      'statuscode',
      'returncode',
      'returnvalue',
      'returnedvalue',
      'returnedvalues',
      'errorcode',
      'errorcodes',
      'errormessage',
      'errordescription',
    ],
  },
  {
    reason: 'describesOperators',
    words: ['运算符', '操作符', '条件运算符', 'operator', 'operators', 'conditionoperator'],
  },
  {
    reason: 'describesLogs',
    words: ['日志类型', '日志名称', 'logtype', 'logfilename', 'logname', 'loglevel'],
  },
  {
    reason: 'listsCiphers',
    words: ['tls版本', 'tlsversion', '加密套件', 'ciphersuite', 'ciphersuites', 'cipher'],
  },
  {
    reason: ROLE_LIST,
    words: [
      '策略名称',
      '策略名',
      '系统策略',
      '系统策略名称',
      '系统角色',
      '角色名称',
      '角色',
      '系统角色/策略名称',
      '策略名称/系统角色',
      '系统角色/策略',
      '策略/角色名称',
      '系统权限',
      '权限策略',
      '原始系统策略名称',
      'policyname',
      'rolename',
      'role/policyname',
      'policyname/systemrole',
      'systemrole/policyname',
      'systemrole',
      'systempolicy',
      'role',
      'roles',
      'policy',
      'policies',
      'role/policy',
      'role/policyrequired',
      'system-definedpolicy',
      'system-definedrole',
      'systempermission',
      'dependsystempermissions',
      'dependedsystempermissions',
    ],
  },
  {
    reason: 'describesUsers',
    words: ['用户类型', '用户', 'usertype', 'user', 'username'],
  },
];

/** How names of roles and system-defined policies end. */
const SYSTEM_POLICY_ENDINGS = [
  'fullaccess',
  'readonlyaccess',
  'readonly',
  'commonoperations',
  'administrator',
  'administer',
  'admin',
  'viewer',
  'operator',
  'developer',
  'development',
  'manager',
  'tenantguest',
  'tenantadministrator',
  'access',
  'accesspolicy',
  'management',
  'managements',
  'viewaccess',
  'fullwithoutdeletepermission',
  'serviceuser',
  'serviceadmin',
];

/** Names of roles and system-defined policies, as they head the columns of a matrix: `ECS FullAccess`. */
export const SYSTEM_POLICY_NAME = new RegExp(
  `(?:${SYSTEM_POLICY_ENDINGS.join('|')})(?:\\((?:not)?recommended\\))?$`,
);
