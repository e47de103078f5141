import type {
  BlockContent,
  Heading,
  Image,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Strong,
  Table,
  TableCell,
  Text,
} from 'mdast';
import type { Language, Title } from '../../catalog/model/model.js';
import { sentenceOfNodes } from '../../wording/sentence-of-nodes.js';
import { href } from '../places.js';
import type { Place } from '../places.js';
import type { Mark, Section } from './nodes.js';
import { LANGUAGES } from './title.js';

/** Short ways to make mdast nodes. Whatever text goes in is data: it is cleaned here and escaped by the writers. */

export function text(value: string): Text {
  return { type: 'text', value: clean(value) };
}

export function code(value: string): InlineCode {
  return { type: 'inlineCode', value: clean(value) };
}

export function strong(value: string): Strong {
  return { type: 'strong', children: [text(value)] };
}

export function paragraph(...children: Inline[]): Paragraph {
  return { type: 'paragraph', children: inline(children) };
}

/** A link to another place of the reference. */
export function linkTo(from: string, to: Place, ...children: Inline[]): Link {
  return { type: 'link', url: href(from, to), children: inline(children) };
}

/** A link out of the reference; anything but http and https stays plain text. */
export function linkOut(url: string | undefined, label: string): PhrasingContent {
  if (url === undefined || !/^https?:\/\//i.test(url)) return text(label);
  return { type: 'link', url, children: [text(label)] };
}

export function image(url: string, alt: string): Image {
  return { type: 'image', url, alt: clean(alt) };
}

/** A heading that links can lead to: see `mark`. */
export function heading(depth: Heading['depth'], id: string | undefined, ...children: Inline[]): Heading {
  const content = inline(children);
  if (id === undefined) return { type: 'heading', depth, children: content };
  return { type: 'heading', depth, children: [mark(id), ...content] };
}

/** A heading and what belongs to it, kept together so that the site can lay it out as one; scripts know it by its classes. */
export function section(className: readonly string[], children: readonly BlockContent[]): Section {
  return {
    type: 'section',
    children: [...children],
    data: { hName: 'section', hProperties: className.length === 0 ? {} : { className: [...className] } },
  };
}

export function list(items: readonly (readonly Inline[])[]): List {
  return listOf(items.map((item) => listItem(paragraph(...item))));
}

export function listOf(children: readonly ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children: [...children] };
}

export function listItem(...children: ListItem['children']): ListItem {
  return { type: 'listItem', spread: false, children };
}

/** A table; the first column names the row. `numeric` columns (0-based) are set flush right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (Inline | readonly Inline[])[])[],
  numeric: readonly number[] = [],
): Table {
  const cell = (content: Inline | readonly Inline[]): TableCell => ({
    type: 'tableCell',
    children: inline(Array.isArray(content) ? (content as readonly Inline[]) : [content as Inline]),
  });
  return {
    type: 'table',
    align: head.map((_, index) => (numeric.includes(index) ? 'right' : null)),
    children: [
      { type: 'tableRow', children: head.map(cell) },
      ...rows.map((row) => ({ type: 'tableRow' as const, children: row.map(cell) })),
    ],
  };
}

/** A title in the languages it comes in, each marked with its own. */
export function titleText(title: Title | undefined, fallback: string, between = ' · '): PhrasingContent[] {
  const parts = LANGUAGES.flatMap((language) =>
    title?.[language] === undefined ? [] : [spoken(language, title[language])],
  );
  if (parts.length === 0) return [text(fallback)];
  return parts.flatMap((part, index) =>
    index === 0 ? [part] : [{ type: 'text' as const, value: between }, part],
  );
}

/**
 * A sentence of ours with nodes in its places. What stands in a place is data, and goes through `text`, `code` and the like.
 */
export function sentence(
  said: (place: (...nodes: readonly Inline[]) => string) => string,
): PhrasingContent[] {
  return inline(sentenceOfNodes<Inline>(said, (words) => words));
}

/** Nodes with a separator between them. */
export function joined(nodes: readonly PhrasingContent[], separator = ', '): PhrasingContent[] {
  return nodes.flatMap((node, index) =>
    index === 0 ? [node] : [{ type: 'text' as const, value: separator }, node],
  );
}

/** What the builders take for inline content: nodes, and strings that become text. */
export type Inline = PhrasingContent | string;

const TAGS: Readonly<Record<Language, string>> = { 'zh-cn': 'zh', en: 'en' };

function spoken(language: Language, value: string): Text {
  return { ...text(value), data: { hName: 'span', hProperties: { lang: TAGS[language] } } };
}

function inline(children: readonly Inline[]): PhrasingContent[] {
  return children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child));
}

/** A place that links can lead to, inside other content. */
export function mark(id: string): Mark {
  return { type: 'mark', value: id };
}

/**
 * One line, and nothing invisible that could turn the text around it: control characters go, marks that change the
 * direction of writing are shown as their code points.
 */
function clean(value: string): string {
  return value
    .replace(
      /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g,
      (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\ufeff\u200b]/gu, '')
    .trim();
}
