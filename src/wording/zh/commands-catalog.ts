import type { en } from '../en/commands-catalog.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  noCatalog: '这里没有目录；请指明其下有 <cloud>/<service>.yaml 的文件夹',

  nothingToExtract: '没有可提取的页面；请指明文件、文件夹或 URL',
  noPage: '没有找到页面；页面以 .md 或 .html 结尾，或直接指明',
  unusableCloud: '--cloud“{cloud}”：{problem}',
  readingPage: '读取页面 {count}  {page}',
  unreadByBug: '由于本工具的缺陷，无法读取',
  bugIn: '读取 {page} 时发生内部错误',

  pages: '页面  {pages, number}{unread, plural, =0 {} other {，其中 # 个无法读取}}',
  tables:
    '表    {all, number}：{withApis, number} 个含 API，{ofActions, number} 个只有授权项，{others, number} 个不是权限表',
  rows: '行    {rows, number}：{entries, number} 个条目，{skipped, number} 行跳过',
  skippedRows: '跳过的行',
  unplacedEntries: '没有进入任何目录的条目',
  otherTables: '不是权限表的表',
  otherReasons: '其他原因（--format json 列出全部）',

  serviceColumn: '服务',
  operationsColumn: '操作',
  endpointsColumn: '端点',
  actionsColumn: '授权项',
  formerColumn: '曾用名',
  conflictsColumn: '冲突',
  doubtsColumn: '疑点',
  inAll: '共 {count, number} 个',
  amount: '{value, number}',

  untouched: '没有改动 {cloud} 的目录，因为会丢失可疑地多的内容：',
  serviceLost: '{service}：整个服务将消失（{before, plural, other {#}} 个操作）',
  operationsLost: '{service}：{before, number} 个操作中有 {lost, number} 个将消失',
  moreLost: '另有 {count, number} 个',
  loseAllTheSame: '请检查是否给出了所有页面；--accept-loss 仍会写入。',
  stored:
    '{folder} 中的文件：写入 {written, number} 个，未变 {unchanged, number} 个{removed, plural, =0 {} other {，删除 # 个}}',

  referenceWritten: '已将 {files, plural, other {#}} 个文件写入 {folder}；请打开 {start}',
  siteNotBuilt: '站点的浏览器部分尚未构建；请运行 npm run build',

  noPolicyToCompare: '不含可以比较的策略；请写出两个策略，或两个目录',
  policiesAndMore: '两个策略只相互比较；请去掉其他路径，或写出两个目录',
  policyDirection: '{names}：{direction}',
  policyDirectionName: `{direction, select,
    same {相同}
    wider {更宽}
    narrower {更窄}
    incomparable {不可比较}
    unknown {无法断定}
    other {未比较，因为这些策略挂在资源上}}`,
  policyRequest: '{label}：{request}',
  onlyNew: '只有新策略允许',
  onlyNewUndecided: '新策略是否允许更多，无法断定',
  onlyOld: '只有旧策略允许',
  onlyOldUndecided: '旧策略是否允许更多，无法断定',
  noCatalogOfCloud: '这里没有云“{cloud}”的目录；有 {clouds, list, plain}',
  sameCatalogs: '两个目录内容相同。',
  diffSummary: '操作：{operations}；端点：{endpoints}；授权项：{actions}',
  counts: '{counts, list, plain}',
  added: '新增 {count, number} 个',
  removed: '移除 {count, number} 个',
  renamed: '改名 {count, number} 个',
  changed: '更改 {count, number} 个{needs, plural, =0 {} other {（其中 # 个的所需权限有变）}}',
  unchanged: '未变',

  catalogOf: '{cloud} 的目录',
  services: '服务',
  operations: '操作',
  endpoints: '端点',
  actions: '授权项',
  serviceAdded: '新增 {service}',
  serviceRemoved: '移除 {service}',
  needs: 'API 所需的权限',
  operation: '操作',
  endpoint: '端点',
  title: '标题',
  noLonger: '不再需要',
  now: '现在需要',
  newOperations: '新增的操作',
  goneOperations: '消失的操作',
  describedOperations: '名称或说明有变的操作',
  renamedActions: '改名的授权项',
  newActions: '新增的授权项',
  goneActions: '消失的授权项',
  describedActions: '说明有变的授权项',
  newEndpoints: '新增的端点',
  goneEndpoints: '消失的端点',
  countOfOperations: '{count, plural, other {#}} 个操作',
  nowCalled: '{before} 现在名为 {after}',
  changedFromTo: '{subject}：{before} → {after}',
  nothing: '无',

  changedEndpoint: '端点',
  changedAction: '授权项',
  changedDependency: '依赖的授权项',
  changedScenario: '场景',
  changedNoPermission: '不需要权限',
  changedTitle: '标题',
  changedDiscriminator: '区分条件',
  changedScope: '授权范围',
  changedLevel: '访问级别',
  changedAlias: '别名',
  changedResource: '资源类型',
  changedConditionKey: '条件键',
  changedPermissionOnly: '仅为权限',
  changedSpelling: '写法',
  changedIdentityAction: '身份策略的授权项',
  changedIdentityDependency: '身份策略依赖的授权项',
  changedIdentityScenario: '身份策略的场景',
  changedNoIdentityPermission: '不需要身份策略的权限',
  changedVersion: '策略版本',

  verdicts: '判断结果',
  sameVerdicts: '用两个目录判断了 {judged, plural, other {#}} 个策略或清单；结果都没有变化。',
  sameAsFarAsRead: '用两个目录判断了 {judged, plural, other {#}} 个策略或清单；能读取的部分没有变化。',
  otherVerdicts: `用两个目录判断了 {judged, plural, other {#}} 个策略或清单，其中 {changed, number} 个有变化{changed, plural,
    other {}}{worse, plural, =0 {} other {，# 个变差}}。`,
  nowLacking: '{path} — {warning}',
  lacksPermissions: '现在缺少权限',
  verdictChange: `{change, select, new {现在} gone {不再}}{kind, select,
    missing {缺少}
    denied {被拒绝}
    conditional {有条件}
    excess {多余}
    unproven {未确定}
    finding {被报告}}：{subject}`,
  grantsMore: '授予 {grants, number} 个，需要 {needed, number} 个',
  foundAt: '{rule}，第 {line} 行，第 {column} 列',
};
