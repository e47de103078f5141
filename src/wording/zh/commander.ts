import type { en } from '../en/commander.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  usage: '用法:',
  arguments: '参数：',
  options: '选项：',
  globalOptions: '全局选项：',
  commands: '命令：',
  usageOptions: '[选项]',
  usageCommand: '[命令]',
  helpCommand: '显示命令的帮助',
  withFacts: '{description}（{facts}）',
  choices: '可选：{choices}',
  default: '默认：{value}',
  choicesAndDefault: '可选：{choices}，默认：{value}',

  unknownOption: '未知的选项“{flag}”{near, plural, =0 {} other {；是否应为 {near, list, or plain}？}}',
  missingArgument: '缺少必需的参数“{name}”',
  optionWithoutValue: '选项“{flags}”缺少值',
  missingOption: '缺少必需的选项“{flags}”',
  wrongOptionValue: '选项“{flags}”的值“{value}”无效。{fault}',
  wrongArgument: '参数“{name}”的值“{value}”无效。{fault}',
  allowed: '可选的值：{choices}。',
  tooManyArguments: '参数过多：应有 {expected, plural, other {#}} 个，给出了 {given} 个。',
  tooManyForCommand: '“{command}”的参数过多：应有 {expected, plural, other {#}} 个，给出了 {given} 个。',
};
