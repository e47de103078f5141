import type { en } from '../en/reference-search.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  search: '搜索',
  searchApis: '搜索 API 和授权项',
  example: '授权项、端点或标题：ecs:cloudServers:stop、{path}、关闭云服务器',
  showMore: '显示更多',
  close: '关闭',
  notLoaded: '无法加载搜索索引：{reason}',
  inAll: '共 {apis, number} 个 API、{actions, number} 个授权项',
  nothingFound: '没有找到。请只输入名称的一部分，或减少筛选。',
  found: '找到 {count, number} 个',

  kind: '类别',
  apis: 'API',
  actions: '授权项',
  bothKinds: 'API 和授权项',
  cloud: '云',
  allClouds: '所有云',
  service: '服务',
  allServices: '所有服务',
  accessLevel: '访问级别',
  anyLevel: '不限',

  api: 'API',
  action: '授权项',
  opens: '{count, plural, =0 {没有文档中的 API} other {# 个 API}}',
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
};
