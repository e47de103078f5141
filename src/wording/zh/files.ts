import type { en } from '../en/files.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  noFile: '没有该文件或文件夹；请检查路径',
  noPermission: '没有权限；请允许该用户读取它，或写入它及其文件夹',
  notPermitted: '不允许的操作；请检查该文件及其文件夹的权限',
  isFolder: '是文件夹；请指明文件',
  throughFile: '路径中有一部分是文件，不是文件夹；请检查路径',
  noSpace: '设备上没有空间；请腾出空间后再运行',
  noQuota: '磁盘配额已用完；请腾出空间后再运行',
  readOnly: '文件系统是只读的；请换一个位置',
  deviceFailed: '设备出错；请检查磁盘',
  linkLoop: '符号链接过多；该链接指向自身',
  brokenGzip: '其 gzip 数据已损坏；请重新获取该文件',
  cutGzip: '其 gzip 数据不完整；请重新获取该文件',
  tooManyOpen: '打开的文件过多；请提高限制（ulimit -n）',
  tooManyOpenInSystem: '系统中打开的文件过多；请关闭一些程序后再运行',
  nameTooLong: '文件名过长；请改短',
  isSocket: '是套接字，或没有读取者的管道；请指明文件',

  tooLarge: '超过 {most, number} MB；这里要读取的文件没有这么大',
  leadsOut: '是指向输出文件夹之外的链接；请删除，或换一个文件夹',
  madeMeanwhile: '其间已被创建；没有改动它，请再运行一次',
  notEncoded: '含有不是 {encoding} 的字节，写入会丢失它们；没有改动它，请将它保存为 UTF-8',
  changedMeanwhile: '读取之后已被更改；没有改动它，请再运行一次',

  parserTooSlow: '没有读取，因为解析耗时过长；请将它排除在运行之外',
  parserGaveUp: '没有读取，因为它或在它之前读取的文件嵌套过深，解析器无法处理；请将该文件排除在运行之外',
  nestedTooDeeply: '嵌套过深，无法读取',
  secondDocument: '第二个文档从此处开始',
};
