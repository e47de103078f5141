import type { en } from '../en/coverage.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  title: '已知的范围',
  sdk: 'SDK 的 {operations, plural, other {#}} 个操作中有 {actions} 个的授权项，其中 {identity} 个有身份策略的授权项',
  pages: '{pages, plural, other {#}} 个页面{transcribed, plural, =0 {} other {，其中 # 个逐行抄录}}',
  dated: '{pages}，日期为 {from} 至 {to}',
  datedOnce: '{pages}，日期为 {to}',
  unread: '以及未能读取的内容',
  partial: 'Version {versions, list, plain} 策略中的名称没有完整读取：此处没有的名称，文档中仍可能有',
};
