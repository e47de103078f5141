import type { en } from '../en/observation.js';
import type { Translated } from '../speaker.js';

const PERIOD = `{from} 至 {to} 的{by, select, traces {审计事件} logs {日志}}（{days, plural, other {#}} 天{unplaced, plural,
  =0 {} other {；# 条记录无法归类}}）`;

export const zh: Translated<typeof en> = {
  period: PERIOD,
  noUse: `${PERIOD}没有显示使用过它。`,
  noOtherUse: `${PERIOD}没有显示对它的其他使用。`,
  noOtherChange: `${PERIOD}没有显示对它的其他会作出更改的使用。`,
};
