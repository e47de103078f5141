import type { Sentences } from '../../speaker.js';
import { CALL, SEEN } from './phrases.js';

const DEPENDENCY = `文档将“{action}”列为 ${CALL} 的依赖，没有说明需要其中哪些；没有策略全部允许它：
  请允许其中确知需要的部分，并以此为理由忽略该问题。`;

const REQUEST =
  '{resources, plural, =0 {} other {，对{resources, list}}}{context, plural, =0 {} other {，带有 {context, list, plain}}}';
const ELSEWHERE = `${CALL}需要“{action}”${REQUEST}，但只对其他请求允许；请同样允许这些请求，或更正清单中对该调用的说明。`;

export const calls: Readonly<Record<string, Sentences>> = {
  'absent-policy': {
    absent:
      '“{policy}”中{addressed, select, true {地址“{address}”处} false {}}没有策略；请写出含有策略的文件。',
    none: '该清单没有对应任何策略；请将其放在同名策略旁边，或在“policies”下列出策略。',
    boundary: `“{boundary}”不是能读取的边界：{why, select, absent {其中没有策略} version {它不是 Version 5.0 的策略}}；
      只要它可能阻止，策略所授予的就无法确定。`,
  },
  'ambiguous-api': {
    ambiguous:
      '“{call}”对应 {count, number} 个所需权限不同的操作；请用“operation”写明是哪一个：{candidates, list, plain or 5}。',
  },
  'conditional-action': {
    conditional: `${CALL}需要“{action}”，但只对部分请求授权：{why, list, plain}；请让调用保持在此范围内，或不加限制地允许该授权项。`,
    undecided: `${CALL}需要“{action}”，是否授予取决于{keys, list}，而清单没有写明；请在该调用的“context”下写明，或不加限制地允许该授权项。`,
  },
  'denied-action': {
    denied: `${CALL}需要“{action}”，但在此被拒绝，Deny 优先于任何 Allow；请将其从 Deny 中去掉。`,
    request: `${CALL}需要“{action}”${REQUEST}，但在此被拒绝，Deny 优先于任何 Allow；请将其从 Deny 中去掉。`,
  },
  'broad-resource-for-calls': {
    every:
      '{actions, list, 3}对所有资源允许；所声明的调用只涉及{resources, list, 3}：请在 Resource 中列出这些资源。',
    more: 'Resource 对{actions, list, 3}的允许多于所声明的调用所涉及的；请改为列出{resources, list, 3}。',
  },
  'excess-action': {
    literal: `所声明的调用都不需要“{action}”；请删除。${SEEN}`,
    idleWildcard: `“{action}”授予 {grants, plural, other {#}} 个授权项；所声明的调用一个也不需要。${SEEN}`,
    wildcard: `“{action}”授予 {grants, plural, other {#}} 个授权项；所声明的调用只需要其中 {needed, plural, other {#}} 个：{needed, list, 4}。${SEEN}`,
    notAction: `带 NotAction 的 Allow 授予 {grants, plural, other {#}} 个授权项；所声明的调用
      {needed, plural, =0 {一个也不需要} other {只需要其中 # 个}}，请在 Action 中列出所需的授权项。${SEEN}`,
    replace: '替换为所需的授权项。',
    remove: '删除。',
  },
  'missing-action': {
    missing: `${CALL}需要“{action}”，但没有策略允许它；请将其加入 Allow。`,
    elsewhere: ELSEWHERE,
    wildcard: DEPENDENCY,
    add: '添加“{action}”。',
  },
  'missing-dependency': {
    missing: `${CALL}依赖“{action}”，但没有策略允许它；请将其加入 Allow。`,
    elsewhere: ELSEWHERE,
    wildcard: DEPENDENCY,
    add: '添加“{action}”。',
  },
  'partial-scenario': {
    partial: `{call} 的场景“{scenario}”需要 {count, plural, other {#}} 个授权项，策略只允许其中 {granted, number} 个；
      请把其余的也允许，或一个也不允许：{lacking, list, 5}{lacking, plural, other {}}未被允许。`,
  },
  'possibly-missing': {
    missing: `如果会发生 ${CALL}，就需要“{action}”，但没有策略允许它；若会发生，请将其加入 Allow。`,
    elsewhere: ELSEWHERE,
    wildcard: DEPENDENCY,
    add: '添加“{action}”。',
  },
  'stopped-by-boundary': {
    stopped: `${CALL}需要“{action}”，策略已授予，但 {boundaries, list, plain} 不允许它{resources, plural,
      =0 {} other {用于{resources, list}}}{context, plural, =0 {} other {（{context, list, plain}）}}；
      请在那里也允许它，或去掉该调用。`,
  },
  'uncovered-policy': {
    uncovered: '没有清单声明该策略的调用；请在旁边写“{manifest}”，或在其他清单的“policies”下列出“{path}”。',
  },
  'unknown-action': {
    unknown: '{service} 的文档中没有授权项“{action}”；请检查名称，它也可能存在而未写入文档。',
    near: '{service} 的文档中没有授权项“{action}”；是否应为{near, list, or}？',
    unread: '读过的 {service} 页面都没有写授权项“{action}”，而其页面没有全部读取；请检查名称。',
    replace: '替换为“{action}”。',
  },
  'unknown-api': {
    unknown: '无法确定“{call}”是哪个 API：{reason}；请检查写法。',
    near: '无法确定“{call}”是哪个 API：{reason}；是否应为{near, list, or}？',
    untold: '不知道“{call}”需要策略授予什么：{reason}；请在该 API 的页面上查明，并写入自己的目录。',
    depends: '不知道“{call}”是否被授权：{reason}；请在策略中列出授予这些角色所授内容的策略。',
  },
  'unproven-grant': { unproven: '无法判断是否需要“{action}”：{reason}；请人工检查。' },
  'unused-action': {
    never: `只有 ${CALL}需要“{action}”，而{observed}中没有出现过；请删除不用的内容。`,
    stale: `只有 ${CALL}需要“{action}”，而{observed}中最后一次出现在 {last}；请删除不用的内容。`,
    remove: '删除它以及对它的调用。',
  },
};
