import type { en } from '../en/commands-calls.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  checkOfNothing: '--check 需要与清单比较；请用 --manifest 指明',
  noManifest: '没有该文件；请先不带 --check 写出它',
  leftAsItWas: '保持原样，否则会丢失无法读取的源文件中的调用；请修复这些源文件，或将其排除',
  noCallLeft: '其中将不剩任何调用；请写明其调用的来源，或删除该清单',
  drifted: '清单与源代码已不一致；请不带 --check 再运行一次',
  wroteCalls: '已写入 {file}：{calls, plural, other {#}} 个调用',
  updatedCalls: '已更新 {file}：新增 {added, plural, other {#}} 个调用，移除 {removed, number} 个',
  upToDate: '{file} 已是如此',
  judgeThem: '下一步：“{command}”对照它们判断 {policies, list, plain}',
  nameThePolicies: `下一步：在其“cloud”下面写明哪些策略须覆盖它们，如 policies: [app.json]；
    然后“{command}”会判断这些策略`,
  nothingScanned: `没有扫描任何内容；请指明源代码、Terraform 文件（.tf）、计划（terraform show -json）、
    审计事件、日志、OpenAPI 规范，或包含它们的文件夹`,
  specification: '含 {count, plural, other {#}} 个操作的规范',
  specificationOfAnother: '其中没有 {cloud} 的操作',
  unplaced: '{place}：{text}{times, plural, =1 {} other {（# 次）}}：{reason}',
  unreadClient: '{place}：导入了 {client}，其调用未被读取；请在清单中手工列出',
  ofAnotherCloud: '它调用 {cloud}，而其他来源按 {judged} 的调用判断；请用 --cloud {cloud} 单独扫描它',
  leftOut: `已略去：{tests, plural, =0 {} other {# 个测试、模拟和示例的文件（--include-tests 会计入）}}{library, plural,
    =0 {} other { # 个复制来的库文件}}`,
  noClientSeen: '没有发现这些云的客户端；请指明调用它们的源代码，或在清单中手工列出调用',
  counts: `{files, plural, other {#}} 个文件中有 {calls, plural, other {#}} 个调用{unproven,
    plural, =0 {} other {；目录中没有或有歧义：#}}{unplaced,
    plural, =0 {} other {；无法确定：#}}{clients,
    plural, =0 {} other {；调用未被读取的客户端：#}}{broken,
    plural, =0 {} other {；未能完整读取的文件：#}}`,

  sourcesAndManifest: '请指明调用的来源或清单，不要同时指明；“lint-policies calls”会把源代码中的调用写入清单',
  noCalls: '请用 --manifest 指明清单，或指明调用的来源',
  overwritesInput: '是调用的来源，会被覆盖；请指明其他文件',
  nothingWritten: '没有写出任何内容；请修正这些调用，或用 --allow-unproven 写出已确定的部分',
  noPermissionNeeded: '所声明的调用不需要权限',
  nothingProven: '没有一个调用可以确定：没有写出任何内容；见上面的调用',
  noCallGiven:
    '没有读到任何调用，因此不知道需要什么：没有写出任何内容；请指明调用云服务的源代码，或在清单中列出调用',
  unreadInManifest: '{place}：{client} 的调用未被读取；请在清单中手工列出，然后写“listed: true”',
  otherFormat: '文件名表示的格式不是 {format}；请使用相应的扩展名，或指明文件夹',
  wrote: '已写入 {files, list, plain}',
  nameThemAll: '请在清单中写出全部：policies: [{files}]',

  unproven: '{place}：未确定的调用“{call}”：{reason}',
  ambiguous:
    '{place}：未确定的调用“{call}”：{reason}；请用“operation”写明是哪一个：{operations, list, plain or}',
  unknown: '{place}：未确定的调用“{call}”：{reason}；相近的有：{names, list, plain or}',
  scenarioChosen: '{place}：“{call}”有多个场景；授予的是“{chosen}”所需的权限，而不是{others, list, or}的',
  casesLeftOut: `{place}：有些情形下“{call}”还需要更多，没有授予：{cases, list, plain}；
    请在清单中写明会出现的情形，如“when: {first}”`,
  caseNeeds: '“{scenario}”需要 {actions, list, plain}',
  wildcard: `{place}：文档将 {action} 列为 {operation} 的依赖，其范围超出任何人确实需要的：没有授予；
    请加上其中确知需要的部分`,
  malformed: '{place}：{operation} 的文档写有“{action}”，它不是授权项；已略去',
  untold: '目录没有说明这些依赖的授权项在身份策略中的名称，保持原样：{actions, list, plain}',
  upperBound: '这是上限：{all, plural, other {#}} 个授权项中有 {bound, number} 个只有可能发生的调用才需要',
  createTwice: 'OBS 的策略须创建两次，一次为全局级策略，一次为项目级策略，并且两者都要授予',

  morePlaces: '以及另外 {count, plural, other {#}} 处',
  seen: '出现过 {count, plural, other {#}} 次',
  seenLast: '出现过 {count, plural, other {#}} 次，最后一次在 {last}',
  mayHappen: '可能发生',
  dependency: '依赖',
  scenario: '场景“{scenario}”',
  source: '{page}，表 {table}，第 {row} 行',
  bundlesLeftOut:
    '已略去：{bundles, plural, other {#}} 个打包或压缩的脚本；其调用从生成它的源代码中读取：要读取它请直接指明',
};
