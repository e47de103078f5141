import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Heading, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readText } from '../../files.js';
import { TOOL } from '../../project.js';
import type { SiteDocument } from './build-site.js';

/**
 * Markdown pages of a folder and the folders in it, in the order of their paths; none where there is no folder. They are
 * written for `docs-out/`: headings get the ids that GitHub gives them, links into the reference lead into the site, and
 * links to other files of the project lead to its repository.
 */
export function readDocuments(folder: string): SiteDocument[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.md'))
    .sort();
  return files.map((file) => readDocument(file.replace(/\.md$/, ''), readText(join(folder, file))));
}

export function readDocument(path: string, text: string): SiteDocument {
  const tree = parser.parse(text);
  const ids = new Map<string, number>();
  visit(tree, (node) => {
    if (node.type === 'heading') node.data = { hProperties: { id: slug(node, ids) } };
    if (node.type === 'link') node.url = siteUrl(path, node.url);
  });
  const title = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  return { path, title: title === undefined ? path : textOf(title), tree };
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** From a page of `docs-out/`, where the reference is a folder of its own, to the same page of the site. */
function siteUrl(path: string, url: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^#/i.test(url)) return url;
  const target = posix.normalize(posix.join('docs-out', posix.dirname(path), url));
  if (!target.startsWith('docs-out/')) return `${TOOL.url}/blob/main/${target}`;
  return posix.relative(posix.dirname(path), target.replace(/^docs-out\/(?:reference\/)?/, ''));
}

/** As GitHub makes them: lower case, spaces as hyphens, no punctuation, a number where one comes again. */
function slug(heading: Heading, ids: Map<string, number>): string {
  const base = textOf(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
  const count = ids.get(base) ?? 0;
  ids.set(base, count + 1);
  return count === 0 ? base : `${base}-${count}`;
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function visit(node: Root | Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
