import type { en } from '../en/commands-explain.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  identityUnknown: '未知：读过的页面都没有说明身份策略须授予什么',
  noPermission: '不需要权限（可能：该 API 也许尚未对接身份策略）',
  derived: '（可能：没有页面写明；按其中授权项的名称推得）',
  inCase: '{scenario}：',
  need: '{action}{as, select, action {} dependency {（依赖）}}',
  facts: '{name}：{facts}',
  types: '资源类型 {types, list, plain}',
  resourceType: `{type}{required, select, yes {（必填）} no {}}{keys, plural, =0 {}
    other {，条件键 {keys, list, plain}}}`,
  keys: '条件键 {keys, list, plain}',
  aliases: '又名 {aliases, list, plain}',
};
