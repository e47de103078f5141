import type { en } from '../en/expectations.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  noMapping: '应为含有{keys, list}的映射，却是{found}。',
  unknownKey:
    '未知的键“{key}”；{near, plural, =0 {应为{keys, list, or}。} other {是否应为{near, list, or}？}}',
  keyTwice: '键“{key}”出现了两次；请删除其中之一。',
  noText: '应为文本，却是{found}；请写例如“{example}”。',
  noTexts: '应为文本或文本的列表，却是{found}；请写例如 {example}。',
  noBoolean: '应为 true 或 false，却是{found}。',
  emptyList: '列表为空；请列出所指的内容，或删除该键。',
  nothingExpected: '没有写期望；请写“never”、“always”、“at-most”或“same-as”。',
  severalDocuments: '第二个 YAML 文档从此处开始；一个文件只写一个。',

  noCloud: '应为小写的云名，如“huaweicloud”。',
  noPath: '应为策略的路径，文件中有多个策略时加上地址：“main.tf#huaweicloud_identity_role.ops”。',
  onlyWithout: '只写了要排除的；请同时写明所指的策略。',

  noEntry: '应为授权项，或含有“action”和“resource”的映射，却是{found}；请写例如“iam:*:*”。',
  noAction: '该条目没有写授权项；请写“action”。',
  noActionForm: '“{action}”不是授权项；请写成“service:type:operation”，“*”表示任意文本。',
  noResourceForm: '“{resource}”不是资源；请写成“service:region:account:type:path”，“*”表示任意文本。',
  noCondition: '应为运算符及其条件键和值，与策略的 Condition 一样，却是{found}。',
  unknownOperator: '没有名为“{operator}”的条件运算符{named, select, none {。} some {；是否应为“{near}”？}}',
  noContext: '应为条件键和值，如“g:SourceIp: 10.0.0.0/8”，却是{found}。',
  noContextValue: '应为文本、数字、true、false、null，或它们的列表，却是{found}。',
  noContextForm: `“{value}”不是条件键“{key}”所需的{type, select,
    ip {地址或网段} date {时间（2026-10-31T00:00:00Z）} number {数字} boolean { true 或 false} string {文本}}。`,
  severalDates: '条件键“{key}”在此只能有一个时间；若要更多，请写“condition”及“DateLessThan”等运算符。',

  aMapping: '映射',
  aList: '列表',
  nothing: '空',
  text: '文本',
  aNumber: '数字 {value}',
  aBoolean: '{value}',
  aTag: '标签',

  everyRequest: '{actions, list, plain}',
  onResources: '对 {resources, list, plain} 的 {actions, list, plain}',
  underConditions: '{requests}，条件为 {conditions, list, plain}',
};
