import type { en } from '../en/reference-labels.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  list: '列表',
  read: '读取',
  write: '写入',
  tagging: '标签管理',
  permission_management: '权限管理',
  unknownLevel: '未知',
  inferred: '{level}（推断）',

  needs: '需要',
  dependsOn: '依赖',
  casesNeed: '有些情形下还需要',
  identityNeeds: '身份策略需要',
  identityCasesNeed: '身份策略在有些情形下还需要',
  alsoCalled: '又名',
};
