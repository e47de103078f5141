import type { en } from '../en/explain-request.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  noResource:
    '“{action}”要对什么执行？请在它与 {values, list} 之间写出资源，例如“obs:*:*:object:bucket/name”',
  noValue: '“{word}”不是带值的条件键；可写“g:SourceIp=10.0.0.1”之类',
  noRequest: `这不是请求；请写 '{' "action": "…", "resource": "…", "context": '{' "g:SourceIp": "…" '}' '}'`,
  noPolicies: '此处没有身份的策略；请用 --policies 指明策略',

  request: '{resource} 上的 {action}{context, plural, =0 {} other {，条件键：{context, list, plain}}}',
  decided: `{outcome, select,
    allowed {由 {place} 处的语句允许。}
    denied {被 {place} 处的语句拒绝。}
    not-granted {被拒绝：没有语句允许它。}
    unknown {无法断定{known, select, yes {：{place} 处的语句只知道一部分} no {}}。}}`,
  alone: '{policy} 单独：{answer}',
  aloneOutcome: `{outcome, select,
    allowed {在 {place} 处允许}
    denied {在 {place} 处拒绝}
    not-granted {没有语句}
    unknown {无法断定{known, select, yes {（{place}）} no {}}}}`,
  silent: '另有 {count, plural, other {#}} 个策略没有提到它',
};
