import type { en } from '../en/explain-refusal.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  nothingRefused:
    "这段文字没有提到拒绝：应含有状态码 403、“not authorized”、“Policy doesn't allow …”或类似内容；请给出完整的消息或日志",
  notAllowed: '第 {line} 行：{action} 被拒绝：没有策略允许它',
  explicitDeny: '第 {line} 行：{action} 被拒绝：有策略显式拒绝它',
  untold: '第 {line} 行：{action} 被拒绝',
  callRefused: '第 {line} 行：{api} 被拒绝；消息没有写出授权项',
  nothingNamed:
    '第 {line} 行：有请求被拒绝；消息既没有写出授权项，也没有写出调用。请给出前后几行，包括请求的方法和路径',
  needs: '该调用需要',
  call: '调用',
  alsoCalled: '同一权限又名',
  resource: '资源',
  principal: '请求者',
  mayBeCalls: '需要它的 API',
  more: '等另外 {count, plural, other {#}} 个',
  blamed: '起因',
  policyOfType: '“{type}”类型的策略',
  notGranted: '这里没有策略允许它。',
  denied: '在此被拒绝，任何 Allow 都不能优先；如果该调用应当成功，请缩小或删除该 Deny：',
  conditional: '在此只对部分资源或在满足条件时允许；请查看请求是否满足：',
  allowed: `在此已被允许。那么可能是：该策略没有附加到请求者，或尚未生效；请求针对其他项目或资源；
    或者被更上层的策略禁止（服务控制策略、权限边界、其他策略的 Deny）：`,
  noPolicies: '这里没有找到策略；请用 --policies 指明请求者的策略。',
  add: '将“{action}”加入 {policy}：',
  addByHand: '请手工将“{action}”加入 {policy}：其文本在此无法安全修改',
  among: '{count, plural, one {} other {这里有 # 个策略；如果附加到请求者的是另一个，请加到那一个中。}}',
};
