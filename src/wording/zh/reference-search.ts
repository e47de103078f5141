import type { en } from '../en/reference-search.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  search: '搜索',
  searchApis: '搜索 API、授权项、服务、规则等',
  example: '授权项、端点、SDK 名称或文字：ecs:cloudServers:stop、{path}、关机',
  showMore: '显示更多',
  close: '关闭',
  notLoaded: '无法加载搜索索引：{reason}',
  inAll: '共 {apis, number} 个 API、{actions, number} 个授权项',
  nothingFound: '没有找到。请只输入名称的一部分，或减少筛选。',
  found: '找到 {count, number} 个',

  kind: '类别',
  kinds: `{kind, select, api {API} action {授权项} service {服务} resource {资源类型}
    key {条件键} terraform {Terraform 类型} rule {规则}}`,
  bothKinds: '全部',
  cloud: '云',
  allClouds: '所有云',
  service: '服务',
  allServices: '所有服务',
  accessLevel: '访问级别',
  anyLevel: '不限',

  opens: '{count, plural, =0 {没有文档中的 API} other {# 个 API}}',
  foundKind: `{kind, select, api {API} action {授权项} service {服务} resource {资源类型} key {条件键}
    terraform {Terraform 类型} rule {规则}}`,
  apisIn: '{count, plural, other {#}} 个 API',
  mayCall: '可能调用 {count, plural, other {#}} 个 API',
  globalKey: '用于所有服务：{type}',
  noActionNamed: '没有写授权项',

  filter: '筛选本页',
  shownOf: '{all, number} 项中的 {shown, number} 项',
  shown: '显示 {count, number} 项',

  copyAction: '复制授权项',
  copyPolicy: '复制策略',
  copyManifestLine: '复制清单行',
  buildPolicy: '生成策略',
  copied: '已复制',
  copiedIt: '{what}：已复制',
  notCopied: '复制失败',

  dark: '深色',

  filterRows: '筛选行',
  sortedBy: '按{column}排序',
  onlyDifferences: '只看不同',
};
