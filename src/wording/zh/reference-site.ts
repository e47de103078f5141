import type { en } from '../en/reference-site.js';
import type { Translated } from '../speaker.js';

export const zh: Translated<typeof en> = {
  site: '权限参考',
  titleOf: '{page} · 权限参考',
  skip: '跳到正文',
  navigation: '站点',
  contents: '本页内容',
  footer: '由 lint-policies 根据各云的文档生成。这些页面不会发送任何内容。',
  searchNeedsScript: '搜索需要 JavaScript；下面的页面不需要。',

  builder: '策略生成器',
  rules: '规则',
  configuration: '配置',
  ci: 'CI',
  calls: '调用',
  expectations: '期望',
  yourCatalog: '自己的目录',
  editors: '编辑器',

  aboutBuilder: `选择 API 操作，得到其最小权限策略和清单；或粘贴策略，看看是否覆盖它们。
    一切都在本页面中进行，不会发送任何内容。`,
  builderNeedsScript: '生成器需要 JavaScript。',
  asTable: '表格',
};
