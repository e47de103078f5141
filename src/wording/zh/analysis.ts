import type { en } from '../en/analysis.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  ambiguousCall: '有 {count, number} 个操作符合，它们所需的授权项不同',
  needsUntold: '文档没有说明该操作需要什么',
  needsOfPoliciesOnly: '目录只知道 Version 1.1 的策略须允许什么，不知道身份策略（Version 5.0）须允许什么',
  needsOfIdentityPoliciesOnly:
    '目录只知道身份策略（Version 5.0）须允许什么，不知道 Version 1.1 的策略须允许什么',
  boundaryUnread: '没有读取边界{boundaries, list}，可能被它阻止',
  roleDepends: '角色“{role}”依赖{roles, list}，后者可能授予它，须一同授予',
  grantAtRunTime: '它授予什么，运行时才知道',
  unknownService: '{cloud} 的目录中没有服务“{service}”',
  actionsUnknown: '{cloud} 的目录不知道“{service}”在 Version {version} 的策略中有哪些授权项',

  unreadClient: '{client} 的调用没有读取，可能需要它',
  maybeSeveral: '“{call}”可能是多个操作，其中一个需要它',
  unknownCall: '“{call}”未知，可能需要它',
  unknownNeeds: '不知道“{call}”需要 Version {version} 的策略授予什么，可能就是它',
};
