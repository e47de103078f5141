import type { en } from '../en/commands-check.js';
import type { Translated } from '../speaker.js';

const UNREAD = '{unread, plural, =0 {} other {；另有 # 个客户端的调用已识别但未读取}}';
const CALLS = '{calls, plural, =0 {{folder} 中没有能读取的调用} other {{folder} 的 # 个调用}}';

export const zh: Translated<typeof en> = {
  byName: `{policies, list, plain}：对照${CALLS}判断（名称相同）${UNREAD}`,
  byPlace: `{policies, list, plain}：对照${CALLS}判断（最近的源代码）${UNREAD}`,
  byChoice: `{policies, list, plain}：对照${CALLS}判断（您的选择）${UNREAD}`,
  byConfiguration: `{policies, list, plain}：对照{calls, plural,
    =0 {工作负载“{name}”判断，但其源代码中没有调用}
    other {{file} 中工作负载“{name}”的 # 个调用判断}}${UNREAD}`,
  ofOtherCloud: `{policies, list, plain}：其源代码中有 {calls, plural, other {#}} 个调用属于 {other}，没有判断，
    因为大多数调用属于 {judged}；请在 lint-policies.config.yaml 的“workloads”下将它们分开`,
  empty: '{file}：工作负载“{name}”没有指明任何存在且未被清单覆盖的策略；请更正其“policies”，或删除',
  undecided:
    '{policies, list, plain and} 离 {folder} 中的源代码同样近，因此都没有对照其调用判断；请在 lint-policies.config.yaml 中写明各自的源代码：',
  alone: '{name}：没有对照调用判断，因为附近没有调用的来源；请用“{command}”指明',
  left: '{folders, list, plain and} 中有 {count, plural, other {#}} 个含调用的文件不属于任何策略的工作负载；如有策略用于它们，请在 lint-policies.config.yaml 的“workloads”下写明',
  withoutPolicies: `没有找到策略{calls, plural,
    =0 {，也没有能读取的这些云的调用}
    other {；源代码中有 # 个调用：“lint-policies generate {sources}”可写出所需的策略}}${UNREAD}`,
  saved: '已写入 {file}',
  kept: '{file} 已存在，保持原样',
  whose: '{folder} 的调用属于哪个策略？',
  together: '{count} 个合在一起',
  none: '都不是；不对照它们判断',
};
