import type { en } from '../en/explain.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  nothingAsked: `没有要说明的内容；请写出授权项（“ecs:cloudServers:stop”）或端点
    （“GET /v1/'{project_id}'/cloudservers/detail”）`,
  noCatalog: '这里没有目录；其下应有 <cloud>/<service>.yaml',

  foundKind: `{kind, select, api {API} action {授权项} service {服务} resource {资源类型} key {条件键}
    terraform {Terraform 类型} rule {规则}}`,
  needsActions: '需要 {actions, list, plain}',
  andMore: '另有 {more, plural, other {#}} 个：请写得更具体',
  askByName: '要看其中之一的全部内容：lint-policies explain "{name}"',
  globalKey:
    '全局条件键，用于所有服务：{type}{several, select, one {} several {（多值）}}，用于 Version {versions, list, plain} 的策略',
  serviceSize: '{operations, plural, other {#}} 个操作 · {actions, plural, other {#}} 个授权项',
  narrowedByKey: '{actions, plural, =0 {没有已知的授权项可用它限定} other {可限定 # 个授权项}}',
  narrowedToType: '{actions, plural, =0 {没有已知的授权项可限定到它} other {# 个授权项可限定到它}}',
  actions: '授权项',

  unknown: `目录中没有{kind, select,
    endpoint {该端点}
    action {该授权项}
    pattern {符合它的授权项}
    operation {此 ID 或标题的操作}
    sdk {该 SDK 操作所调用的 API}
    terraform {该 Terraform 类型所调用的 API；只知道“huaweicloud”和“opentelekomcloud”这两个 provider 的类型所作的调用}}。`,
  noEndpoint: '这不是端点：{complaint}。',
  didYouMean: '是否应为',

  sdkCalls: '{by} 调用 {endpoint}',
  mayCall: 'provider 可能为它调用的 API（{kinds, list, plain}）：这是上限，一个计划很少需要全部。',
  resource: '资源',
  dataSource: '数据源',
  standsFor: '代表 {count, plural, other {#}} 个授权项',
  several: '{count, plural, other {#}} 个操作；调用须写明是哪一个',
  upperBound:
    '可能调用 {operations, plural, other {#}} 个有文档的操作，共需要 {actions, plural, other {#}} 个授权项',

  formerName: '曾用名',
  former: `{former}：最后一次出现在 {date} 的文档中；{replaced, plural,
    =0 {文档没有说明由什么代替} other {现为 {replaced, list, plain}}}`,
  neededBy: '{count, plural, =0 {没有已知的 API 需要它} other {有 # 个操作需要它}}',
  withoutApi: '没有 API',
  version: 'Version {version}',
  required: '{type}（必填）',
  need: `{as, select, action {作为自身的授权项} dependency {作为依赖的授权项}}{by, select,
    name {} pattern {，通过 {pattern}}}{in, select, always {} scenario {，场景：{scenario}}}`,
  needByAlias: '{need}，在身份策略中为 {alias}',

  policies: '策略',
  aliases: '别名',
  aliasOf: '对应',
  resources: '资源类型',
  conditions: '条件键',
  scope: '授权范围',
  endpoints: '端点',
  toldBy: '区分依据',
  needs: '需要',
  allNeeds: '共需要',
  notKnown: '未知',
  identity: '身份策略',
  either: '其一',
  or: '或',
  when: '场景',
  from: '出处',

  dependency: '{name}（依赖）',
  noPermission: '不需要权限',
  notSaid: '没有写明',
  scopeName: `{scope, select,
    project {IAM 项目} enterprise_project {企业项目} resource {单个资源} tag {标签}}`,
  scopes: '{yes, list, plain}',
  notScopes: '不支持{no, list, plain}',
  scopesButNot: '{yes, list, plain}；不支持{no, list, plain}',
  place: '{page}，表 {table}，第 {row} 行（文件第 {line} 行）',
  doubt: `{note}{kind, select, plain {} says {（其中为 {was}）} was {（原为：{was}）}}{at, select,
    nowhere {} page {：{page}，第 {row} 行}}`,
};
