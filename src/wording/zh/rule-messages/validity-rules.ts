import type { Sentences } from '../../speaker.js';
import { KINDS, FOUND, WHAT, PLACE, NEAR } from './phrases.js';

export const validity: Readonly<Record<string, Sentences>> = {
  'action-format': {
    empty: '授权项为空；请写成 service:resourceType:operation。',
    segments: '“{action}”有 {count, plural, other {#}} 段，应为三段；请写成 service:resourceType:operation。',
    'empty-segment':
      '“{action}”缺少{segment, select, service {服务名} resource type {资源类型} operation {操作}}；请填写名称或“*”。',
    character: '“{action}”含有“{character}”；只能使用字母、数字、“_”、“-”和“*”。',
    replace: '改为“{action}”。',
  },
  'agency-form': {
    action: '委托策略只能允许“iam:agencies:assume”；请将“{action}”移到其他策略中。',
    uri: '“{uri}”没有指明委托；请写“/iam/agencies/”加委托 ID。',
    member: '委托策略的资源只有“uri”；请删除“{name}”。',
  },
  'condition-in-role': { condition: '角色（Version 1.0）不支持条件；请改写为 Version 1.1 的策略。' },
  'condition-operator-type': {
    type: `“{key}”的类型是
      {type, select, string {字符串} number {数字} date {时间} boolean {布尔值} ip {IP 地址}}，
      “{operator}”不能比较；请使用
      {type, select,
        string {String… 运算符} number {Number… 运算符} date {Date… 运算符} boolean {“Bool”}
        ip {“IpAddress”或“NotIpAddress”}}。`,
    replace: '改为“{operator}”。',
  },
  'condition-value': {
    value: `“{value}”不是“{operator}”可用的值；请写
      {expected, select,
        number {数字} boolean {“true”或“false”} date {ISO 8601 时间，如“2024-01-31T00:00:00Z”}
        ip {IP 地址或网段，如“192.0.2.0/24”}}。`,
    several:
      '“{operator}”为“{key}”给出了 {count, number} 个值，其中“true”和“false”合在一起恒成立；请只保留一个。',
  },
  'condition-value-shape': {
    list: '“{key}”的值是{found, select, object {对象} null {null} string {单个字符串}}；请写成字符串列表。',
    string: `“{key}”的值之一是${FOUND}；请写成带引号的字符串。`,
  },
  'conflicting-elements': {
    conflict: '“{second}”和“{first}”不能出现在同一语句中；请只保留一个。',
    remove: '删除“{element}”。',
  },
  'confusable-character': {
    character: `${WHAT}“{text}”含有非 ASCII 字符（{character}）；请替换。`,
    replace: '改为“{text}”。',
  },
  'custom-policy-body': {
    type: '“{type}”不是自定义策略的类型；全局服务写“AX”，项目级服务写“XA”。',
    name: 'display_name“{name}”为空白或过长；请写 1 到 {max} 个字符，且不能全为空白。',
    member: '“{name}”由云服务自行设置，不接受写在自定义策略的请求体中；请删除。',
    missing: '自定义策略的请求体缺少“{name}”；请补上。',
  },
  'depends-not-allowed': {
    depends: '只有角色（Version 1.0）可以依赖其他角色；请从 Version {version} 的策略中删除“Depends”。',
    remove: '删除它，并在此策略之外授予它所指的权限。',
  },
  'duplicate-key': {
    duplicate: '“{name}”已在第 {line} 行出现，两者只有一个生效；请只保留一个。',
    case: '“{name}”与第 {line} 行的“{first}”是同一元素；请只保留一个。',
    'keep-this': '删除第 {line} 行的那个。',
    'keep-first': '删除这一个。',
    merge: '合并两个列表。',
  },
  'element-not-allowed': {
    kind: `${KINDS}没有“{element}”；
      {element, select, NotAction {请使用“Action”} NotPrincipal {请使用“Principal”} Condition {请删除}}。`,
    organization: '组织的策略不能允许“NotAction”所列之外的一切；请使用“Action”，或使用 Effect“Deny”。',
  },
  'element-type': {
    type: `“{element}”是${FOUND}；请写{expected, list, plain or}。`,
    item: `“{element}”中列有${FOUND}；只能列出{items, select, string {字符串} object {对象}}。`,
  },
  'foreign-grammar': {
    foreign:
      '{kind, select, bucket-policy {OBS 桶策略} topic-policy {SMN 主题策略}}有自己的语法，未作判断；请人工检查。',
  },
  'invalid-effect': {
    unknown: '“{effect}”不是有效的 Effect；请写“Allow”或“Deny”。',
    case: 'Effect 应写作“{near}”，而不是“{effect}”；请注意首字母大写。',
    replace: '改为“{effect}”。',
  },
  'invalid-version': {
    unknown: '“{version}”不是策略语言的版本；策略写“1.1”，角色写“1.0”，身份策略写“5.0”。',
    place:
      '{addressed, select, true {“{place}”} false {此处}}不接受 Version“{version}”的策略；请写{expected, list, or}。',
    replace: '改为“{version}”。',
  },
  'missing-element': {
    missing: `${PLACE}缺少“{element}”；请补上。`,
    choice: `${PLACE}既没有“{element}”也没有“{choice}”；请补上其中之一。`,
    add: '添加“{element}”: “{value}”。',
  },
  'null-if-exists': { null: '“Null”本身就用于判断条件键是否存在；请写“Null”，而不是“{operator}”。' },
  'partly-known': {
    hole: '没有检查策略的这一部分：{why}；请直接写出，给出默认值，或检查计划（“terraform show -json”）。',
  },
  'principal-not-allowed': {
    principal:
      '{addressed, select, true {“{place}”} false {该策略}}作用于它所附加到的用户、用户组或账号；请删除“Principal”。',
    remove: '删除。',
  },
  'resource-format': {
    segments:
      '“{resource}”有 {count, plural, other {#}} 段，应为五段；请写成 service:region:domainId:resourceType:resourcePath，或写“*”。',
    foreign: '“{resource}”是 {cloud} 的资源名称；请写成 service:region:domainId:resourceType:resourcePath。',
    'empty-segment': `“{resource}”缺少
      {segment, select, service {服务名} region {区域} domain ID {账号 ID} resource type {资源类型} path {路径}}；请填写名称或“*”。`,
    region: '“{resource}”中的“{region}”不是区域；请写区域名称或“*”。',
    path: `“{resource}”中的路径“{path}”与其类型不符；请写
      {expected, select,
        bucket {不含“/”的桶名，桶内的内容类型为“object”}
        object {桶名、“/”和对象名，或两者的通配}}。`,
    replace: '改为“{resource}”。',
  },
  'resource-service': {
    service: `文档中没有名为“{service}”的服务；${NEAR}`,
    other: '该资源属于“{service}”，而语句没有写它的授权项；请写{services, list, or}的资源。',
    type: '服务 {service} 没有资源类型“{type}”；请使用{types, list, or}。',
    replace: '改为“{resource}”。',
  },
  'service-case': { case: '服务“{service}”应写成小写；请写“{lower}”。' },
  'single-valued-quantifier': {
    single: '“{key}”只有一个值，不需要“{quantifier}”；请只写“{operator}”。',
    replace: '改为“{operator}”。',
  },
  'stray-whitespace': {
    around: `${WHAT}“{text}”前后有空白；请删除。`,
    inside: `${WHAT}“{text}”中有空白；请删除。`,
    remove: '改为“{text}”。',
  },
  syntax: {
    syntax: '{problem}。',
    'too-deep': '文件的嵌套比任何策略都深；请检查它是如何生成的。',
    comment: 'JSON 没有注释；请删除，或将文件命名为 .jsonc。',
    'trailing-comma': 'JSON 的最后一项后面没有逗号；请删除。',
  },
  'unknown-condition-key': {
    prefix: '“{key}”的冒号前没有服务名；请写例如{near, list, or}的条件键。',
    foreign: '“{key}”是其他云的条件键；请写例如{near, list, or}的条件键。',
    global: `文档中没有全局条件键“{key}”；${NEAR}`,
    service: '“{key}”是其他服务的条件键；请使用{services, list, or}的条件键，或全局条件键。',
    key: `{service} 的文档中没有条件键“{key}”；${NEAR}`,
    noService: `条件键“{key}”的“{prefix}”不是服务；{near, plural, =0 {请检查名称。} other {请写例如{near, list, or}的条件键。}}`,
    replace: '改为“{key}”。',
  },
  'unknown-condition-operator': {
    unknown:
      '“{operator}”不是运算符；请使用例如“StringEquals”、“StringMatch”、“NumberLessThan”、“DateLessThan”、“Bool”或“Null”。',
    near: '“{operator}”不是运算符；是否应为{near, list, or}？',
    service: '只有 {services, list, plain} 有运算符“{operator}”；请使用“{near}”。',
    replace: '改为“{operator}”。',
  },
  'unknown-element': {
    unknown: '“{name}”不是策略语言的元素；请使用{known, list, or}之一。',
    near: '“{name}”不是策略语言的元素；是否应为“{near}”？',
    case: '该元素写作“{near}”，而不是“{name}”；请注意大小写。',
    misplaced: '“{name}”写在了语句之外；请移到某条语句中。',
    rename: '改名为“{near}”。',
  },
  'unknown-resource-type': {
    unknown: '{service} 的文档中没有资源类型“{type}”（见“{action}”）；请检查名称。',
    near: '{service} 的文档中没有资源类型“{type}”（见“{action}”）；是否应为{near, list, or}？',
    replace: '改为“{action}”。',
  },
  'unknown-service': {
    unknown: '文档中没有名为“{service}”的服务；请检查名称。',
    near: '文档中没有名为“{service}”的服务；是否应为{near, list, or}？',
    replace: '改为“{action}”。',
  },
  'unquoted-string': {
    type: '“{element}”是{found, select, number {数字} Boolean {布尔值}} {text}，而不是字符串；请加上引号。',
    yaml: `许多 YAML 解析器会把没有引号的 {text} 当作
      {found, select, Boolean {布尔值} null {null} date {日期} number {数字} sexagesimal {六十进制数字}}；请写“{text}”。`,
  },
  'wildcard-without-match': {
    wildcard: '“{operator}”按原样比较“{value}”，不把“{wildcard}”当作通配符；需要通配时请使用“{match}”。',
    replace: '改为“{match}”。',
  },
};
