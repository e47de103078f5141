import type { en } from '../en/explain-request.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  noResource: '“{action}”要对什么执行？请在它与{values, list}之间写明资源，如“obs:*:*:object:bucket/name”',
  noValue: '“{word}”不是带值的条件键；请写例如“g:SourceIp=10.0.0.1”',
  noRequest: `这不是请求；请写成 '{' "action": "…", "resource": "…", "context": '{' "g:SourceIp": "…" '}' '}'`,
  noPolicies: '这里没有身份的策略；请用 --policies 指明策略',

  request: '对 {resource} 的 {action}{context, plural, =0 {} other {，{context, list, plain}}}',
  decided: `{outcome, select,
    allowed {被 {place} 的语句允许。}
    denied {被 {place} 的语句拒绝。}
    not-granted {被拒绝：没有语句允许它。}
    unknown {无法判定{known, select, yes {：{place} 的语句只知道一部分} no {}}。}}`,
  alone: '单独看 {policy}：{answer}',
  aloneOutcome: `{outcome, select,
    allowed {在 {place} 被允许}
    denied {在 {place} 被拒绝}
    not-granted {没有语句}
    unknown {未知{known, select, yes {，见 {place}} no {}}}}`,
  silent: '另外 {count, plural, other {#}} 个策略没有提到它',
};
