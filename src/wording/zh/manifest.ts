import type { en } from '../en/manifest.js';
import type { Translated } from '../speaker.js';

const WHAT = `{what, select, manifest {清单} apis {“apis”的条目} from {“from”的条目}
    observed {“observed”的条目} unread {“unread”的条目} seen {“seen”} resource {“resource”的条目} context {“context”}}`;

export const zh: Translated<typeof en> = {
  otherKind: `此处应为含有{keys, list}的${WHAT}，却是{found}`,
  noMapping: `${WHAT}应为含有条件键及其值的映射，却是{found}；请写成 '{' "g:SourceIp": 10.0.0.0/8 '}'`,
  unknownKey: `${WHAT}中有未知的键“{key}”；{near, plural,
    =0 {可用的有{keys, list}} other {是否应为{near, list, or}？}}`,
  noList: '应为列表，却是{found}；请写成 {example}',
  emptyText: '应为文本，却为空；请写例如“{example}”',
  noText: '应为文本，却是{found}；请写例如“{example}”',
  noBoolean: '应为 true 或 false，却是{found}',
  aMapping: '映射',
  aList: '列表',
  nothing: '空',
  text: '文本',
  number: '数字 {value}',

  keyTwice: '该键出现了两次；请删除其中之一',
  empty: '清单为空；请在“apis”下列出应用所调用的 API',
  noAnchor: '“*{name}”没有所指；请在前面用“&{name}”定义，或直接写出值',
  tooDeep: '{fault}；清单是不分层的调用列表',
  severalDocuments: '第二个 YAML 文档从此处开始；一个文件只写一个清单',
  noYaml: '不是有效的 YAML：{fault}',
  noYamlInBraces: '不是有效的 YAML：{fault}；含有花括号、冒号或“#”的文本请加上引号',

  noCloud: '应为小写的云名，如“huaweicloud”',
  noPolicies: '没有写策略；请写明一个，或删除“policies”以表示同名的文件',
  noBoundaries: '没有写边界；请写明一个，若没有限制策略的边界请删除“boundaries”',
  noPolicyPath: '应为策略的路径，文件中有多个策略时加上地址：“main.tf#huaweicloud_identity_role.ops”',
  noCalls: '没有声明调用；请在“apis”下列出应用所调用的 API',
  policyTwice: '策略“{name}”写了两次，第一次在第 {line} 行；请删除其中之一',
  callTwice: '调用“{name}”声明了两次，第一次在第 {line} 行；请删除其中之一',

  noCall: '该条目没有写调用；请写“api”、“operation”或两者',
  noFile: '来源没有写文件；请写“file”',
  noLine: '应为行号，从 1 开始',
  noConfidence: '应为{known, list, or}之一',
  noSeenCount: '“seen”没有写记录的条数；请写“count”',
  noCount: '应为显示该调用的记录条数',
  observedWithout: `该条目没有 {keys, list}；请写成 '{' by: traces, from: 2026-08-01, to: 2026-10-31 '}'`,
  noKindOfRecord: '应为“traces”或“logs”',
  noUnplaced: '应为无法归类的记录条数',
  endsBefore: '结束早于开始；请交换“from”和“to”',
  noDay: '应为日期，如 2026-10-31',
  noClient: '该条目没有写客户端；请写“client”',
  noResources: '没有写资源；请写明一个，或删除“resource”以表示任意资源',
  noResource: `“{text}”不是资源；请写成 service:region:account:type:path，可以任意的部分写“*”：
    “obs:*:*:object:reports/*”`,
  noUrn: '该条目没有写资源；请写“urn”',
  noContextKey: '“{key}”不是条件键；请写前缀、冒号和名称：“g:SourceIp”',
  noContextValues: '“{key}”没有值；请写明一个，若一无所知请删除该键',
  contextKeyTwice: '“{key}”与前面的同一个键没有区别：不区分大小写；请删除其中之一',

  mendFirst: '{fault}；请修正后再扫描',
  noAnchorToMend: '“*{name}”没有所指；请修正后再扫描',
  noManifest: '应为含有“apis”的映射；这不是清单',
  noListOfCalls: '“apis”不是调用的列表；请修正后再扫描',
};
