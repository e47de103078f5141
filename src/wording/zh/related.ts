import type { en } from '../en/related.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  neededBy: '{call} 需要它',
  neededAs: `{call} {when, select, always {} sometimes {在场景“{scenario}”中}}{as, select,
    action {需要它} dependency {依赖它}}`,
  first: '第一个在此',
  covers: '已包含它',
  saysAlready: '已写明',
  allows: '允许它',
  denies: '拒绝它',
  allowsOther: '只允许其他内容',
  key: '条件键在此',
  element: '“{element}”在此',
  narrows: '限定了该语句',
  otherService: '另一个服务',
  serviceScope: '{service} 是{scope, select, global {全局服务} project-level {项目级服务}}',
  step: '第 {number} 步：“{action}”',
};
