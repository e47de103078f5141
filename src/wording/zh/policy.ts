import type { en } from '../en/policy.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  list: '是列表，不是策略',
  value: '是单个值，不是策略',
  noStatement: '没有 Statement',
  otherStatement: '有 Statement，但既没有策略版本，也没有 Effect 或 Action',
  loneStatement: '是单独的语句，外面没有策略；请放入策略的 Statement 中',
  foreign: '是 {cloud} 的策略',

  unreadString: '该文本中含有语句，但无法单独读取',
  unreadBlock: '无法读取 {block}：{fault}',
  absentFile: '它在 {file} 中，而该文件不在，无法读取',
  otherFile: '它是 {file} 的内容',
  onlyAtRun: '“{text}”在 Terraform 运行时才知道',
};
