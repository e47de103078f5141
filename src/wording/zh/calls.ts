import type { en } from '../en/calls.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  noMethod: '路径前没有方法；请写成“GET {path}”',
  noSuchMethod: '“{word}”不是 HTTP 方法；请写 {methods, list, or plain}',
  noSlash: '路径须以“/”开头；请写成“{method} /{path}”',
  spaceInPath: '路径中不能有空格；请删除路径后面的内容（区分操作请用“operation:”）',
  unbalanced: "路径的花括号不成对；每个参数请写成“'{name}'”",

  noEndpoint: '{cloud} 的目录中没有该端点',
  otherService: '{cloud} 的目录中，该端点只属于其他服务，不属于“{service}”',
  valueOfParameter: '将{words, list}当作参数的值',
  notAtEndpoint: '端点已知，但其上没有操作“{operation}”',
  noOperation: '{cloud} 的目录中没有该操作',
  otherName: '“{api}”已知，但它不叫“{operation}”',
  needTheSame: '有 {count, number} 个操作符合，所需相同：{operations, list, plain}',
  remarks: '{one}；{other}',
  noCases: '{operation} 在各种情形下所需相同；请删除“when”',
  noSuchCase: '“{name}”不是 {operation} 的情形；它有{cases, list}',

  noSdkOperation: '{service} 的 SDK 没有操作“{operation}”',
  sdkCalls: '{name} 调用 {endpoint}',
  sdkCallsAll: '{calls, list, plain}',
  sdkCallsUnknown: '{calls, list, plain}，而 {cloud} 的目录中没有它',
  sdkCallsElsewhere:
    '{calls, list, plain}，而在 {cloud} 的目录中它只属于其他服务；若所指的就是它，请写明操作',
  sdkDiffers: `{calls, list, plain}，而文档中{endpoints, plural,
    =0 {没有端点} other {是 {endpoints, list, or plain}}}`,
  notOnIt: '{remark}；其上没有操作“{operation}”',

  noObsRequest: 'OBS 没有请求 {request}',
  obsUntold: '文档没有说明 OBS 的“{name}”需要什么',
  obsNeeds: 'OBS 的 {name} 需要 {actions, list, plain}',
  obsNeedsUnknown: 'OBS 的 {name} 需要 {actions, list, plain}，而 {cloud} 的目录中没有操作需要它',

  mayBeOneOf: '可能是 {names, list, or plain}；请在清单中写明是哪一个',
  nameAtRunTime: '操作的名称在运行时才算出；请手工列出可能的调用',
  rawCall: '方法和路径是算出来的；请手工列出所调用的 API',
  packageCall: '不知道 {service} 的“{name}”调用什么；请手工列出',
  methodUnknown: '不知道 {clients, list, or plain} 的“{name}”调用什么；请手工列出',
  methodNotInSdk: `{services, list, or plain} 的 SDK 没有该操作{near, plural,
    =0 {} other {；是否应为{near, list, or}？}}`,
  requestsTo: '发往 {host} 的请求',
  pathAtRunTime: '请求的路径在运行时才算出；请手工列出所调用的 API',
  relativeToHost: '请求相对于该主机发出；请手工列出所调用的 API',
  serviceOfConnection: '不知道连接的“{name}”是哪个服务；请手工列出其调用',
  askedElsewhere: '向该主机请求什么在别处算出；请手工列出',
  codeTooLarge: '作为手写的源文件过大；没有在其中查找调用',
  notImported: '可能是 {api}，但文件没有导入它；若确实是，请手工列入清单',
  expectedHere: '此处应为“{what}”；附近的调用可能有遗漏',
  notItsLanguage: '从此处起无法按其语言读取；附近的调用可能有遗漏',

  typeUnknown: '不知道 provider 为该类型调用什么；请手工列出其 API',
  providerUnknown:
    '只知道“huaweicloud”和“opentelekomcloud”这两个 provider 的类型所作的调用；请手工列出其 API',

  specificationTooLarge: '作为一个客户端的规范过大；没有在其中查找调用',
  specificationUnreadable: '无法读取：{fault}',
  noPaths: '“paths”不是从路径到操作的映射',
  pathElsewhere: '其操作在另一个文件中，或不存在；请同时指明该文件',
  pathWithoutSlash: '路径须以“/”开头',

  notWholeJson: '这不是完整的 JSON{more, plural, =0 {} other {；另有 # 条类似的}}',
  recordTooLong: '这条记录过长，不会是一条记录{more, plural, =0 {} other {；另有 # 条类似的}}',
  noJson: '这不是 JSON{more, plural, =0 {} other {；另有 # 条类似的}}',
  noRecord: '这既不是审计事件，也不是请求{more, plural, =0 {} other {；另有 # 条类似的}}',
  notCommonLog:
    '该行不是通用日志格式；请用 --log-pattern 说明行的格式{more, plural, =0 {} other {；另有 # 条类似的}}',
  notAsPattern:
    '该行既不符合 --log-pattern，也不是通用日志格式{more, plural, =0 {} other {；另有 # 条类似的}}',
  refused: '被拒绝（401 或 403），因此不作为应允许的调用；若应用需要它，请声明',
  byItself: '云服务自行产生的记录',
  ofOthers: '其他用户的记录',
  otherKinds: '其他种类的记录',
  tooManyKinds: '种类过多，无法列出；请缩小读取的范围',
  recordIsOneOf: '可能是 {operations, list, or plain}；请声明所指的操作',
  recordIsOneOfMany:
    '可能是 {operations, list, or plain}，或另外 {more, plural, other {#}} 个之一；请声明所指的操作',
  traceServiceUnknown: '{cloud} 的目录和 SDK 中都没有服务“{service}”',
  traceCallsUnknown: '它调用 {endpoint}，而 {cloud} 的目录中没有它',
  traceUnknown:
    '该服务没有这样命名的操作{near, plural, =0 {} other {；相近的有：{near, list, plain}}}；请声明所调用的 API',
  noPlaceholder: '--log-pattern：没有占位符 {placeholder}；可用的有 {known, list, plain}',
  placeholderTwice: '--log-pattern：{placeholder} 出现了两次',
  nothingBetween: '--log-pattern：{one} 和 {other} 之间没有内容；请写明如何分隔',
  placeholdersMissing: "--log-pattern：需要 '{method}'，以及 '{path}' 和 '{url}' 之一",
};
