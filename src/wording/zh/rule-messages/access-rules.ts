import type { Sentences } from '../../speaker.js';

const REQUEST = '“{resource}”上的“{action}”{context, plural, =0 {} other {（条件键：{context, list}）}}';
const MEND = '{denied, select, true {请收窄 {place} 处的 Deny} false {请允许它}}，或修改期望。';

export const access: Readonly<Record<string, Sentences>> = {
  'broken-expectation': {
    never: `{policies, list} 允许${REQUEST}，而它绝不应被允许（“{expected}”）；请收窄 {place} 处的语句，或修改期望。`,
    always: `{policies, list} 不允许${REQUEST}，而它始终应被允许（“{expected}”）；${MEND}`,
    beyond: `{policies, list} 允许${REQUEST}，而“{expected}”不允许；请收窄 {place} 处的语句，或修改期望。`,
    short: `{policies, list} 不允许${REQUEST}，而“{expected}”允许；${MEND}`,
  },
  'undecided-expectation': {
    stopped:
      '无法断定 {policies, list} 是否符合“{expected}”：{stops, list} 无法判定；请把这部分写成可以判定的，或减少期望。',
    unread: '无法断定“{path}”是否符合期望，因为无法读取；请修复它，或不再列入“policies”。',
  },
  'invalid-expectation': { invalid: '此处没有判断；{fault}' },
  'idle-expectation': {
    absent: `“{policy}”没有指向此处的任何策略{near, plural,
      =0 {；请写出存在的策略，路径相对于此文件。} other {；是否应为 {near, list, or}？}}`,
    slow: '“{policy}”没有指向任何策略：{why}。',
    none: '此文件所在的文件夹及其下没有策略；请在“policies”中写明所指的策略。',
  },
  'unknown-expected-action': {
    action: `文档中没有授权项“{action}”{near, plural,
      =0 {；请检查名称，写错的名称既不禁止也不要求任何内容。} other {；是否应为 {near, list, or}？}}`,
    service: `没有名为“{service}”的服务{near, plural,
      =0 {；请检查名称，写错的名称既不禁止也不要求任何内容。} other {；是否应为 {near, list, or}？}}`,
  },
  'new-access': {
    allowed: `“{name}”现在允许${REQUEST}，以前不允许；请收窄该语句，或在配置的“newAccess.allow”中接受该授权项。`,
    undecided: `无法断定“{name}”是否比以前允许更多：{stop} 无法判定；请把这部分写成可以判定的，
      或在配置的“newAccess.allow”中接受其授权项。`,
  },
};
