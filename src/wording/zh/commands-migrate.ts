import type { en } from '../en/commands-migrate.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  noPaths: '请指明要迁移的策略',
  nothingToMigrate: '这里没有 Version {to, select, 1.1 {5.0} 5.0 {1.1}} 的策略；请指明含有它的文件',
  overwritesInput: '是要迁移的策略，会被覆盖；请指明其他文件夹',
  sameName: '有两个策略要写入该文件；请逐个迁移',
  wrote: '已将 {count, plural, other {#}} 个策略写入 {folder}',

  'left name': `{place}：目录中没有与“{text}”对应、且不多允许任何内容的名称；{deny, select,
    true {Deny 不能丢失它，请手工写出其名称} false {已略去}}`,
  'left resource': `{place}：另一版本不能限定到“{text}”；{deny, select,
    true {请手工改写该 Deny} false {已略去该语句}}`,
  'left not-action': '{place}：{text} 在另一版本中排除的是其他授权项；请先用 Action 改写该语句',
  'left not-resource': '{place}：{text} 在另一版本中排除的是其他资源；请先用 Resource 改写该语句',
  'left unknown': '{place}：此处的内容在使用时才知道；请迁移它最终的样子',
  'left condition': '{place}：{text} 保持原样；请检查其条件键在另一版本中是否存在',

  added: '{name}：添加了其调用在另一版本中需要、而其他调用不需要的授权项：{actions, list, plain}',
  changed: '{operation}（{id}）原为{before}，现为{after}',
  moreCalls: '另有 {count, plural, other {#}} 个调用（--format json 列出全部）',
  compared:
    '{name}：{same, plural, other {#}} 个调用结果相同，{changed, plural, =0 {没有不同的} other {# 个不同}}',
  notMigrated: '{name}：没有迁移；请先处理上面指出的内容',
};
