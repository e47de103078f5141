import type { en } from '../en/limits.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  condition: '只在满足条件时被允许',
  resource: '只对部分资源被允许',
  'conditional-deny': '对部分请求被拒绝',
  'unknown-part': '策略的一部分在运行时才知道',
};
