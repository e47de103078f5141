import type { Sentences } from '../../speaker.js';

const WITH = '{context, plural, =0 {} other {，带有{context, list}}}';
const REQUEST = `对“{resource}”执行“{action}”${WITH}`;
const NARROW = '请缩小 {place} 的语句，或更改期望。';
const ALLOW = '{denied, select, true {请缩小 {place} 的 Deny} false {请允许它}}，或更改期望。';
const MISSPELT =
  '{near, plural, =0 {；请检查名称，误拼的内容既不会被禁止，也不会被要求。} other {；是否应为{near, list, or}？}}';

export const access: Readonly<Record<string, Sentences>> = {
  'broken-expectation': {
    never: `{policies, list}{policies, plural, one {} other {合在一起}}允许${REQUEST}，而这绝不能被允许（“{expected}”）；${NARROW}`,
    always: `{policies, list}{policies, plural, one {} other {合在一起}}不允许${REQUEST}，而这必须始终被允许（“{expected}”）；${ALLOW}`,
    beyond: `{policies, list}{policies, plural, one {} other {合在一起}}允许${REQUEST}，而“{expected}”不允许；${NARROW}`,
    short: `{policies, list}{policies, plural, one {} other {合在一起}}不允许${REQUEST}，而“{expected}”允许；${ALLOW}`,
  },
  'idle-expectation': {
    absent:
      '“{policy}”没有对应这里的任何策略{near, plural, =0 {；请写出存在的策略，相对于此文件。} other {；是否应为{near, list, or}？}}',
    slow: '“{policy}”没有对应任何策略：{why}。',
    none: '此文件所在的文件夹及其下没有策略；请在“policies”下写明所指的策略。',
  },
  'invalid-expectation': { invalid: '没有判断此处；{fault}' },
  'new-access': {
    allowed: `“{name}”现在允许${REQUEST}，而之前不允许；请缩小该语句，或在配置的“newAccess.allow”下接受该授权项。`,
    undecided: `无法判定“{name}”是否比之前允许得更多：没有判定{stop}；请将这部分写得可以判定，
      或在配置的“newAccess.allow”下接受其授权项。`,
  },
  'undecided-expectation': {
    stopped: `无法判定{policies, list}{policies, plural, one {} other {合在一起}}是否符合“{expected}”：没有判定{stops, list}；
      请将这部分写得可以判定，或减少期望。`,
    unread: '无法判定“{path}”是否符合期望，因为无法读取它；请修正它，或将其从“policies”中去掉。',
  },
  'unknown-expected-action': {
    action: `文档中没有授权项“{action}”${MISSPELT}`,
    service: `没有名为“{service}”的服务${MISSPELT}`,
  },
};
