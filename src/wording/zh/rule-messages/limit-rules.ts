import type { Sentences } from '../../speaker.js';

export const limits: Readonly<Record<string, Sentences>> = {
  'action-too-long': { limit: '授权项有 {count, number} 个字符，云服务最多接受 {max, number} 个；请缩短。' },
  'condition-values-too-long': {
    limit: '“{key}”的值共有 {count, number} 个字符，云服务最多接受 {max, number} 个；请使用通配或拆分语句。',
  },
  'policy-too-large': {
    limit: `策略去除空白后有 {count, number} 个{unit, select, bytes {字节} characters {字符}}，云服务最多接受
      {max, number} 个；请拆分策略或使用通配。`,
  },
  'resource-too-long': { limit: '资源有 {count, number} 个字符，云服务最多接受 {max, number} 个；请缩短。' },
  'too-many-actions': {
    limit: `{where, select, policy {策略} other {“{where}”}}列出了 {count, number} 个授权项，云服务最多接受
      {max, number} 个；请拆分或使用通配。`,
  },
  'too-many-condition-keys': {
    limit: '“{operator}”有 {count, number} 个条件键，云服务最多接受 {max, number} 个；请拆分语句。',
  },
  'too-many-conditions': {
    limit: '条件有 {count, number} 个运算符，云服务最多接受 {max, number} 个；请拆分语句。',
  },
  'too-many-depends': {
    limit: '“Depends”列出了 {count, number} 个角色，云服务最多接受 {max, number} 个；请删除一些。',
  },
  'too-many-resources': {
    limit:
      '“{element}”列出了 {count, number} 个资源，云服务最多接受 {max, number} 个；请拆分语句或使用通配。',
  },
  'too-many-statements': {
    limit: '策略有 {count, number} 条语句，云服务最多接受 {max, number} 条；请合并语句或拆分策略。',
  },
};
