import type { en } from '../en/unused-suppression.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  unused: '{rules, plural, =0 {该注释} other {对{rules, list}的忽略}}没有忽略任何问题；请删除。',
  unknownRule: '“{rule}”不是规则；请写规则的名称（lint-policies rules 可列出）。',
  expired: `{where, select,
      config {对{rules, list}的忽略}
      baseline {{path} 中{rules, list}的基线条目}}已于 {expires} 到期；请更新日期，或修复问题。`,
  idle: `{where, select,
      config {对{rules, list}的忽略}
      baseline {{path} 中{rules, list}的基线条目}}没有忽略任何问题；请删除。`,
};
