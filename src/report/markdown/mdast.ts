import type {
  Html,
  InlineCode,
  Link,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { sentenceOfNodes } from '../../wording/sentence-of-nodes.js';
import { webLink } from '../web-link.js';
import { printable } from '../printable.js';
import type { ReportStyle } from '../report-input.js';

/** Rows and items that stand open; more are folded. */
export const OPEN = 12;

/** Writes the tree as GitHub-flavoured Markdown, its last line ended. */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...blocks] };
  return unified()
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, { bullet: '-', rule: '-', resourceLink: true })
    .stringify(root);
}

/**
 * Untrusted text as a code span: nothing in it is a mention, a link, an emoji or a tag.
 */
export function code(text: string): InlineCode {
  return { type: 'inlineCode', value: printable(text) };
}

/** Our own words, which never hold untrusted text. */
export function words(text: string): PhrasingContent {
  return { type: 'text', value: text };
}

/** A sentence of ours with nodes in its places. */
export function sentence(
  said: (place: (...nodes: readonly PhrasingContent[]) => string) => string,
): PhrasingContent[] {
  return sentenceOfNodes(said, words);
}

export function strong(...children: readonly PhrasingContent[]): PhrasingContent {
  return { type: 'strong', children: [...children] };
}

/**
 * A sentence that may quote untrusted text. What is quoted, or looks like an action, becomes code (`ecs:key:list` would be an
 * emoji) or an address; the rest is escaped by remark, and what GitHub would take for a mention, a reference or an emoji is broken by a word joiner.
 */
export function prose(sentence: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  const text = printable(sentence);
  for (const match of text.matchAll(QUOTED)) {
    const token = match[1] ?? match[2] ?? match[0];
    if (match.index > end) nodes.push(words(unlinked(text.slice(end, match.index))));
    nodes.push({ type: 'inlineCode', value: token });
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(words(unlinked(text.slice(end))));
  return nodes;
}

/** `"…"`, a code span, a web address, or a word with two colons and no closing punctuation. */
const QUOTED =
  /`([^`]+)`|"([^"]+)"|(?:\b(?:https?|ftp):\/\/|\bwww\.)[^\s`]+|[^\s"`(),;]+:[^\s"`(),;]+:[^\s"`(),;:.]+/g;

function unlinked(text: string): string {
  return text.replace(/@(?=\w)|#(?=\d)|GH-(?=\d)|:(?=[\w+-]+:)/gi, '$&\u2060');
}

/** A link where the address is one of the web, the bare label otherwise. */
export function link(address: string | undefined, ...label: readonly PhrasingContent[]): PhrasingContent[] {
  const url = address === undefined ? undefined : webLink(address);
  if (url === undefined) return [...label];
  const children = label.filter((node): node is Exclude<PhrasingContent, Link> => node.type !== 'link');
  return [{ type: 'link', url, children }];
}

export function paragraph(...children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: [...children] };
}

export function heading(depth: 2 | 3 | 4, ...children: readonly PhrasingContent[]): RootContent {
  return { type: 'heading', depth, children: [...children] };
}

export function table(head: readonly string[], rows: readonly (readonly PhrasingContent[])[][]): Table {
  const row = (cells: readonly (readonly PhrasingContent[])[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [...cell] })),
  });
  return { type: 'table', children: [row(head.map((name) => [words(name)])), ...rows.map(row)] };
}

export function list(items: readonly (readonly RootContent[])[]): RootContent {
  return { type: 'list', ordered: false, spread: false, children: items.map(item) };
}

function item(children: readonly RootContent[]): ListItem {
  return { type: 'listItem', spread: false, children: children as ListItem['children'] };
}

/** `app.json:12`, a link where the repository's web view is known. */
export function place(path: string, line: number, style: ReportStyle): PhrasingContent[] {
  return link(style.linkTo?.(path, line), code(`${path}:${line}`));
}

/** A list that folds its tail. @param summary our own words for that many more. */
export function foldedList(
  items: readonly (readonly RootContent[])[],
  summary: (more: number) => string,
): RootContent[] {
  if (items.length <= OPEN) return [list(items)];
  return [list(items.slice(0, OPEN)), ...folded(summary(items.length - OPEN), [list(items.slice(OPEN))])];
}

/** A place that links of the report lead to. @param name our own word. */
export function anchored(name: string): readonly Html[] {
  return [
    { type: 'html', value: `<a id="${name}">` },
    { type: 'html', value: '</a>' },
  ];
}

export const lineBreak: Html = { type: 'html', value: '<br>' };

/** Blocks behind a line to click on. `summary` is our own words. */
export function folded(summary: string, blocks: readonly RootContent[]): RootContent[] {
  return [
    { type: 'html', value: `<details><summary>${escapeHtml(summary)}</summary>` },
    ...blocks,
    { type: 'html', value: '</details>' },
  ];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
