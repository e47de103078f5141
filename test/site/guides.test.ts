import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDocument } from '../../src/reference/site/documents.js';
import { toHtml } from '../../src/reference/site/site-html.js';
import type { Nodes } from 'hast';

describe('guides', () => {
  it.each(readdirSync('src/reference/guides'))(
    '%s holds examples that can be read as what they say they are',
    (name) => {
      const { tree } = readDocument(`guides/${name}`, readFileSync(`src/reference/guides/${name}`, 'utf8'));
      const readers: Readonly<Record<string, (text: string) => unknown>> = {
        json: JSON.parse,
        yaml: (text) => parse(text) as unknown,
      };
      const blocks = [
        ...tree.children,
        ...tree.children.flatMap((node) =>
          node.type === 'list' ? node.children.flatMap((item) => item.children) : [],
        ),
      ];
      const examples = blocks.flatMap((block) =>
        block.type === 'code' && block.lang !== null && block.lang !== undefined && block.lang in readers
          ? [block]
          : [],
      );
      expect(examples.length).toBeGreaterThan(0);
      for (const { lang, value } of examples) expect(() => readers[lang ?? '']?.(value), value).not.toThrow();
    },
  );
});

describe('pages written for the repository', () => {
  it('get the anchors that GitHub gives them', () => {
    const ids = idsIn(
      toHtml(readDocument('rules/x', '# A *b* `c`\n\n## What? Why!\n\n## What? Why!\n\n## 中文 标题\n').tree),
    );
    expect(ids).toEqual(['a-b-c', 'what-why', 'what-why-1', '中文-标题']);
  });

  it('link into the site where the target is on it, and to the repository where it is not', () => {
    const { tree } = readDocument(
      'rules/x',
      '[a](README.md#calls) [b](../reference/huaweicloud/ecs/apis.md#x) [c](../../README.md) [d](https://example.com/) [e](#here) [f](../guides/editors.md)',
    );
    const urls = tree.children.flatMap((node) =>
      node.type === 'paragraph'
        ? node.children.flatMap((child) => (child.type === 'link' ? child.url : []))
        : [],
    );
    expect(urls).toEqual([
      'README.md#calls',
      '../huaweicloud/ecs/apis.md#x',
      'https://github.com/lint-policies/lint-policies/blob/main/README.md',
      'https://example.com/',
      '#here',
      '../guides/editors.md',
    ]);
  });

  it('never bring markup of their own', () => {
    expect(
      JSON.stringify(
        toHtml(readDocument('rules/x', '<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> b').tree),
      ),
    ).not.toMatch(/script|img/);
  });
});

function idsIn(node: Nodes): string[] {
  if (node.type !== 'element' && node.type !== 'root') return [];
  const own = node.type === 'element' && typeof node.properties.id === 'string' ? [node.properties.id] : [];
  return [...own, ...node.children.flatMap(idsIn)];
}
