import type { en } from '../en/lint.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  source: '{page}，表 {table}，第 {row} 行（文件第 {line} 行）',

  notParsed: '不是策略：无法解析，其中也没有写 Statement',
  unknownPolicy: '第 {line} 行 {policy} 的策略在此未知：{why}',
  foreignOnly: '以不作判断的策略语言写成：{languages, list, plain}',
  nearMiss: '第 {line, number} 行：{why}',
  noCatalog: '没有判断该清单的调用：{fault}。',
  noStatement: '不是策略：没有找到含 Effect 或 Action 的 Statement',
  leftOut:
    '从此处起略去该规则的另外 {count, plural, other {#}} 个问题，因为已显示 {most, number} 个；请先处理其他的。',
  linterFailed: '检查工具处理该文件时出错：{reason}；请报告。',
  ruleFailed: '规则“{rule}”处理该文件时出错：{reason}；请报告。',
  unreadable: '{fault}。',

  languageOption: '没有语言选项“{name}”；请删除，语法由文件名决定',
  terraformUnderEslint: 'Terraform 文件由命令 lint-policies 读取，不在 ESLint 下读取；请从“files”中去掉',
  settingNoText: 'settings["lint-policies"].{name} 不是文本；请加上引号',

  noConfig: '没有该配置文件；请检查路径，或运行“lint-policies init”写出一个',
  nestedCode: '是代码，而只有运行所在文件夹的配置会被执行；请写成 JSON 或 YAML，或用 --config 指明',
  codeNotRun: '是代码，而且不是运行者自己的代码；没有执行',
  namesCodeNotRun: '引用了代码，而且不是运行者自己的代码；没有执行',
  noDefaultExport: "没有默认导出；请写“export default '{' … '}'”",
  severalDocuments: '一个文件中有多个文档；请只保留一个',
  noConfiguration: '不是配置；请写成含有配置各键的对象',
  unknownKey: '未知的键“{key}”；{near, plural, =0 {请删除，或更正拼写} other {是否应为{near, list, or}？}}',
  reasonMissing: '{where}：需要理由；请用一句话写明',
  noSetting: `{where}：应为“off”、“warning”或“error”，或其中之一加选项：["error", '{' … '}']`,
  wrongValue: '{where}：{fault}',
  unknownRule: `没有规则“{rule}”；{near, plural,
    =0 {“lint-policies rules”可列出规则}
    other {是否应为{near, list, or}？}}`,
  unknownOption: `规则“{rule}”没有选项“{name}”；{near, plural,
    =0 {{options, plural, =0 {它没有选项} other {它有 {options, list, plain}}}}
    other {是否应为{near, list, or}？}}`,
  wrongOptions: '规则“{rule}”的选项：{fault}',

  slowByBrackets: "模式“{pattern}”含有圆括号；请将所指的内容写成“'{'a,b'}'”，若指括号字符本身请写 \\(",
  slowByLength: '模式“{pattern}”有 {count} 个字符；最多 {most} 个',
  slowByStars: '模式“{pattern}”的一段中有 {count} 个星号；最多 {most} 个',
  slowByBraces: "模式“{pattern}”有 {count} 个“'{'”；最多 {most} 个",
  slowByGlobstars: '模式“{pattern}”有 {count} 个“**”；最多 {most} 个',

  noTypeScript: '不是有效的 TypeScript：{fault}',
  notLoaded: '无法加载：{fault}',
  noPlugin: '没有插件“{plugin}”；请写从该文件所在文件夹起的路径',
  noRules: '插件“{plugin}”没有导出规则；请导出“rules”，即 createRule() 返回值的列表',
  notARule: '插件“{plugin}”导出的内容中有的不是规则；请导出 createRule() 的返回值',
  ruleTaken: '插件中规则“{rule}”的名称已被占用；请换一个名称',

  noBaseline: `不是基线：应为 '{' "version": 1, "findings": [ … ] '}'，即 --write-baseline 写出的内容`,
  otherBaseline: '是其他版本的基线；应为 "version": 1，即 --write-baseline 写出的内容',
  noEntry: `应为条目 '{' "rule", "path", "fingerprint", "reason" '}'`,
  entryWithoutReason: '条目没有理由；请写明问题为何可以保留："reason": "…"',
  entryWithout: '应有文本“{key}”',
  noDate: '应为日期，如“2026-12-31”',
};
