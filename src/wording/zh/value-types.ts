import type { en } from '../en/value-types.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  string: '字符串',
  object: '对象',
  strings: '字符串列表',
  objects: '对象列表',
};
