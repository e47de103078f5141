import type { en } from '../en/commands-lint.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  outputShared: '多种格式不能共用 --output 的文件；请分别指明：--format sarif=report.sarif',
  outputIdle: '--output 没有内容可写，因为每个 --format 都有自己的文件；请去掉其中之一',
  fixOfStandardInput: '--fix 不能写入标准输入；请指明文件',
  watchOfStandardInput: '--watch 不能监视标准输入；请指明文件',
  nameOfNothing: '--stdin-filename 是标准输入的名称，但没有读取标准输入；请在路径中加上“-”',
  locationWithoutCache: '--cache-location 指明缓存的位置，但没有使用缓存；请加上 --cache',
  newWithoutRevision: '--new-only 需要用于比较的版本；请加上 --since REV',
  baselineOfChanges: '--write-baseline 收录所有问题，--since 比较问题；请只用其中之一',
  baselineWithoutReason: '--write-baseline 需要写明这些问题可以保留的理由；请加上 --reason "…"',
  reasonWithoutBaseline: '--reason 和 --expires 用于 --write-baseline；请加上它，或去掉这两个选项',

  idleKeys: '{file}：其中的{keys, list}只在从其文件夹开始运行时才有效{more, plural, other {}}',
  configApplies: '{file}：用于 {count, plural, other {#}} 个文件：{files, list, plain 8}',
  noConfigApplies: '没有配置：{count, plural, other {#}} 个文件：{files, list, plain 8}',

  reading: '读取 {count}  {file}',
  fixesNotWritten: '{problem}（修复未写入）',
  newAccessNeedsSince: '“--fail-on new-access”与另一个版本比较；请用“--since”指明，如“--since origin/main”。',
  baselineWritten:
    '已将 {count, plural, other {#}} 个问题写入 {file}；请用 --baseline {file} 或配置中的“baseline”使用它',
  noFile: '没有检查任何内容：没有找到可能含有策略的文件；请指明策略文件，或包含策略的文件夹',
  noExpectations:
    '没有检查任何内容：没有找到期望文件；请写一个以“.expect.yaml”结尾的文件，或写出其所在的文件夹',
  noPolicy: '没有检查任何内容：{file} 中没有能判断的策略；请指明含有策略的文件，或包含策略的文件夹',
  noPolicies: `没有检查任何内容：{count, number} 个文件中都没有能判断的策略；请指明策略文件，
    或包含策略的文件夹`,
  bugIn: '检查 {file} 时发生内部错误',

  syntaxRule: '无法解析的文件',
  unusedSuppressionRule: '没有忽略任何问题的忽略设置',
  internalErrorRule: '检查工具自身的故障',

  watching: '正在监视更改；中断即可停止',
  changed: '已更改：{file}',
  unwatched: '无法监视，因此看不到其中的更改；请增大 fs.inotify.max_user_watches 和 max_user_instances',

  targetIsInput: '是本次运行的输入，会被报告覆盖；请指明其他文件',
  targetTwice: '被指定给两份报告，其中一份会覆盖另一份；请分别指明文件',

  noFork: '--since {revision}：它与 HEAD 没有共同的祖先；请指明 HEAD 所源自的版本',
  noForkInShallow: `--since {revision}：在此浅克隆中没有共同的祖先；请获取历史
    （在 CI 中：fetch-depth: 0、GIT_DEPTH: 0）`,
  sparse: `--since {revision}：此检出是稀疏的，没有比较其中略去的 {count, plural, other {#}} 个文件（{files, list, 3}）；
    要比较请检出它们（git sparse-checkout disable）`,

  noRevision:
    '--since：该仓库中没有版本“{revision}”；请检查名称，或先获取它（在 CI 中检出完整历史：fetch-depth: 0）',
  noGit: '--since 需要 git，但没有安装；请安装，或去掉 --since',
  noRepository: '--since {revision}：该文件夹不在 git 仓库中；请在仓库中运行',
  gitFailed: '--since {revision}：git {command} 失败：{said}',

  cacheIdleForFixes: '没有使用 --cache：修复针对刚读取的文件',
  cacheIdleForChanges: '没有使用 --cache：比较需要策略本身',
  cacheIdleForStandardInput: '没有使用 --cache：标准输入不保存在任何地方',
  cacheIdleForOwnRules: '没有使用 --cache：配置中有自定义规则，无法得知它们依赖什么',
  cacheIsFile: '--cache-location {folder}：是文件；请指明文件夹',
  cacheIsTaken: '--cache-location {folder}：该文件夹中有其他内容；请指明 {tool} 专用的文件夹',
  cacheIsTracked:
    '--cache-location {folder}：该文件夹属于仓库，对仓库的更改可能带入自己的结果；请从 git 中移除，或指明其他文件夹',
  cacheMayBeTracked:
    '--cache-location {folder}：无法得知该文件夹是否属于仓库（{said}）；请指明仓库之外的文件夹',
  cacheNeedsGit:
    '--cache-location {folder}：没有安装 git，无法得知该文件夹是否属于仓库；请指明仓库之外的文件夹',
  cacheDamaged: '已损坏；其中的内容已重新检查',
};
