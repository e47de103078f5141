import type { en } from '../en/expectations.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  noMapping: '应为含有 {keys, list} 的映射，实为{found}。',
  unknownKey:
    '未知的键“{key}”；{near, plural, =0 {应为 {keys, list, or}。} other {是否应为 {near, list, or}？}}',
  keyTwice: '键“{key}”写了两次；请删除其中一个。',
  noText: '应为文字，实为{found}；可写“{example}”之类。',
  noTexts: '应为文字或文字列表，实为{found}；可写 {example} 之类。',
  noBoolean: '应为 true 或 false，实为{found}。',
  emptyList: '列表为空；请列出所指的内容，或删除该键。',
  nothingExpected: '没有写任何期望；请写“never”、“always”、“at-most”或“same-as”。',
  severalDocuments: '此处开始第二个 YAML 文档；每个文件只写一个。',

  noCloud: '应为云的小写名称，例如“huaweicloud”。',
  noPath: '应为策略的路径；文件含有多个策略时加上地址：“main.tf#huaweicloud_identity_role.ops”。',
  onlyWithout: '只写了要排除的；也请写明所指的策略。',

  noEntry: '应为授权项，或含有“action”和“resource”的映射，实为{found}；可写“iam:*:*”之类。',
  noAction: '该条目没有写授权项；请写“action”。',
  noActionForm: '“{action}”不是授权项；请写“service:type:operation”，用“*”表示任意文字。',
  noResourceForm: '“{resource}”不是资源；请写“service:region:account:type:path”，用“*”表示任意文字。',
  noCondition: '应与策略的 Condition 一样，为含有键和值的运算符，实为{found}。',
  unknownOperator: '没有名为“{operator}”的条件运算符{named, select, none {。} some {；是否应为“{near}”？}}',
  noContext: '应为条件键及其值，例如“g:SourceIp: 10.0.0.0/8”，实为{found}。',
  noContextValue: '应为文字、数字、true、false、null，或它们的列表，实为{found}。',
  noContextForm: `“{value}”不是{type, select,
    ip {地址或地址段} date {日期（2026-10-31T00:00:00Z）} number {数字} boolean { true 或 false } string {文字}}，而键“{key}”需要它。`,
  severalDates: '键“{key}”此处只接受一个日期；多个日期请在“condition”中用“DateLessThan”等运算符书写。',

  aMapping: '映射',
  aList: '列表',
  nothing: '空',
  text: '文字',
  aNumber: '数字 {value}',
  aBoolean: ' {value}',
  aTag: '标签',

  everyRequest: '{actions, list, plain}',
  onResources: '{resources, list, plain} 上的 {actions, list, plain}',
  underConditions: '{requests}（条件：{conditions, list, plain}）',
};
