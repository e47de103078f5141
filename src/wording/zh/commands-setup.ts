import type { en } from '../en/commands-setup.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  policiesFound: '找到 {files, plural, other {#}} 个含有 {cloud} 策略的文件',
  noPolicyFound: '这里没有找到策略',
  wrote: '已写入  {file}：{note}',
  wouldWrite: '将写入 {file}：{note}',
  kept: '保留   {file}（已存在）',
  configuration: '配置',
  workflow: '用于拉取请求的工作流',
  job: '任务；请引入它：“{include}”',
  manifest: `{policies, list, plain} 的源代码中{calls, plural,
    =0 {没有能读取的调用} other {有 # 个调用}}{unread, plural,
    =0 {} other {；有 # 个客户端的调用未被读取}}`,
  findingsOfToday: '现有的 {count, plural, other {#}} 个问题，可以保留',
  stoodBefore: '引入检查工具之前已存在',
  jobWithoutPolicies: '没有写 CI 任务：没有可检查的内容，它会失败',
  failsNothing: `CI 任务暂时不会失败，因为现有 {errors, plural, other {#}} 个错误；请修复，或放入基线
    （lint-policies init --baseline），然后去掉“--fail-on never”`,
  noJob: '没有写 CI 任务：它应放在仓库的根目录 {root}；请在那里运行 init',
  next: '下一步：“lint-policies”会显示找到的问题；请先看过，再提交这些文件',
  nextWithoutPolicies: '下一步：“lint-policies generate .”写出源代码中的调用所需的策略；然后再运行一次 init',

  keyOfOtherSigns: '--key 只能含有字母、数字、“.”、“_”和“-”；请换一个',
  noRepository: '没有设置 GITHUB_REPOSITORY；请在 GitHub Actions 中运行，它会设置',
  noSummary: `没有发布任何内容：这不是 GitHub Actions 的任务（没有设置 GITHUB_STEP_SUMMARY）；
    在其他地方，报告就是 --format markdown=FILE 写出的文件，可由服务显示`,
  eventUnreadable: '不是 GitHub Actions 放在那里的 JSON；请检查 GITHUB_EVENT_PATH',
  nothingToReport: '✅ **没有问题。**',
  cutOff: '*报告超出 GitHub 能显示的长度，其余部分已截断。运行日志和其他报告中有全部内容。*',
  commented: `拉取请求 {number} 的评论：{what, select,
    created {已创建} updated {已更新} unchanged {未变} unneeded {不需要}}`,
  noPullRequest: '没有写评论：这次运行不属于任何拉取请求。',
  noToken: '没有写评论：没有 GITHUB_TOKEN；请为该步骤提供。报告在此任务的摘要中。',
  readOnlyToken: '没有写评论：令牌无权写评论（403），来自 fork 的拉取请求通常如此。报告在此任务的摘要中。',
  requestRefused: '没有写评论：GitHub 对 {request} 返回 {status}。报告在此任务的摘要中。',
  requestUnsent: '没有写评论：无法连接 GitHub（{cause}）。报告在此任务的摘要中。',
  notARecord: '不是本工具的报告；--review 需要同一次运行中 --format json=FILE 写出的内容',
  reviewed: `拉取请求 {number} 的建议：新建 {created} 条，更新 {updated} 条，未变 {unchanged} 条，移除 {removed} 条，
    解决 {resolved} 条`,
  reviewBy: '只在您提交时才会应用',
  reviewResolved: '✅ 这里已不再是问题。',
  otherCommit:
    '没有在 {files, list, and} 中提出建议：检出的内容与拉取请求显示的行不同。请检出其最后一个提交。',
  linesRefused: `GitHub 拒绝了 {count, plural, other {#}} 条建议（422），因为这些行不在拉取请求的更改之中。
    报告中有这些建议。`,
  suggestionsLeft:
    '另有 {count, plural, other {#}} 条建议留给下一次运行：一次运行最多开始 30 个讨论。报告中有全部建议。',

  noRule:
    '没有规则“{rule}”；{near, plural, =0 {“lint-policies rules”可列出规则} other {是否应为{near, list, or}？}}',
  noPage: '此安装中没有该规则的页面；见 {url}',
  offersFix: '（修复）',
  offersSuggestions: '（建议）',
  offersBoth: '（修复、建议）',
  ruleCount: '{rules, plural, other {#}} 条规则；级别为预设“recommended”中的级别',
};
