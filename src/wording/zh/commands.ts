import type { en } from '../en/commands.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  internalError: '内部错误',
  reportIt: '这是 {tool} {version} 的缺陷；请报告：{address}',

  standardOutput: '标准输出',
  noPlainFile: `是管道或设备，可能没有尽头；请指明文件，或将其文本交给标准输入（lint-policies - < file）`,
  folderAsInput: '标准输入是文件夹；请直接指明该文件夹',
  noWorkingFolder: '工作目录已不存在；请进入一个存在的目录',
  sourceGiven: '是源代码，不是策略；“{command}”对照其调用判断这里的策略',
  noExpectations: '按其名称不含期望；请指明以“.expect.yaml”结尾的文件，或含有它们的文件夹',
  noMatch: '没有文件匹配“{pattern}”；请检查通配及其引号',
};
