import type { en } from '../en/who-can.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  noAction: '“{action}”不是授权项；请写“service:type:operation”，用“*”表示任意文字',
  noPolicies: '此处没有身份的策略；请写出含有它们的文件或文件夹',

  title: `{action}{on, select, any {} one {（资源 {resource}）}}：{count, plural,
    =0 {没有策略允许它} other {# 个策略允许它}}`,
  outcome: `{outcome, select,
    allowed {允许（{place}）}
    sometimes {只对部分请求允许（{place}）}
    denied {拒绝（{place}）}
    unknown {无法断定：{stop} 无法判定}
    none {被拒绝：没有语句允许它}}`,
  resources: '资源：{resources, list, plain}',
  condition: '条件：{condition}',
  witness: '例如：{resource} 上的 {action}{context, plural, =0 {} other {，条件键：{context, list, plain}}}',
  principals: '主体（依据 Terraform）：',
  has: '拥有 {policies, list, plain}',
  through: '作为 {through} 的成员',
  scopes: '授予范围：{scopes, list, plain}',
  assumedBy: '可由其担任：{assumedBy, list, plain}',
  silent: '另有 {count, plural, other {#}} 个策略没有提到它',
  unread: '{path} 无法读取：不知道其中的策略说了什么',
};
