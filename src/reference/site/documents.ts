import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readText } from '../../files.js';
import type { SiteDocument } from './site.js';

/** Markdown pages of a folder and the folders in it, in the order of their paths; none where there is no folder. */
export function readDocuments(folder: string): SiteDocument[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.md')).sort();
  return files.map((file) => {
    const tree = parser.parse(readText(join(folder, file)));
    const path = file.replace(/\.md$/, '');
    return { path, title: titleOf(tree) ?? path, tree };
  });
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

function titleOf(tree: Root): string | undefined {
  const heading = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  return heading?.type === 'heading' ? heading.children.map((child) => ('value' in child ? child.value : '')).join('') : undefined;
}
