import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import type { Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import type { Options } from 'remark-rehype';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { METHODS } from '../../catalog/model/endpoint.js';
import type { Mark } from '../markdown/nodes.js';

/**
 * A page's tree as HTML: the same content that Markdown gets, with links to `.html`, pictures inline and wide tables in
 * frames that scroll.
 */
export function toHtml(tree: Root, pictures: ReadonlyMap<string, Element> = new Map()): HastRoot {
  const root = converter.runSync(tree);
  rewrite(root, pictures);
  return root;
}

export function printHtml(root: HastRoot): string {
  return writer.stringify(root);
}

/** `../ecs/README.md#x` → `../ecs/index.html#x`; links out of the site stay as they are. */
export function siteHref(url: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('#')) return url;
  return url.replace(/(^|\/)README\.md(?=#|$)/, '$1index.html').replace(/\.md(?=#|$)/, '.html');
}

const handlers: NonNullable<Options['handlers']> = {
  mark: (_state, node: Mark): Element => ({
    type: 'element',
    tagName: 'a',
    properties: { id: node.value },
    children: [],
  }),
};
// Raw HTML in a tree is dropped: what is shown is made of nodes only.
const converter = unified()
  .use(remarkRehype, { handlers, allowDangerousHtml: false, clobberPrefix: '' })
  .freeze();
const writer = unified()
  .use(rehypeStringify, {
    omitOptionalTags: true,
    closeSelfClosing: false,
    quoteSmart: true,
    preferUnquoted: true,
    characterReferences: { omitOptionalSemicolons: false },
  })
  .freeze();

function rewrite(parent: HastRoot | Element, pictures: ReadonlyMap<string, Element>): void {
  parent.children = (parent.children as RootContent[]).flatMap((child) =>
    rewriteChild(parent, child, pictures),
  );
}

function rewriteChild(
  parent: HastRoot | Element,
  child: RootContent,
  pictures: ReadonlyMap<string, Element>,
): RootContent[] {
  if (child.type === 'text') return child.value === '\n' && parent.type === 'element' ? [] : [child];
  if (child.type !== 'element') return [child];
  if (child.tagName === 'a') return isMark(child) ? takeId(parent, child) : [link(child, pictures)];
  const drawn = onlyPicture(child, pictures);
  if (drawn !== undefined) return [{ type: 'element', tagName: 'figure', properties: {}, children: [drawn] }];
  rewrite(child, pictures);
  // Labels are not important, only bold; and there are thousands of them.
  if (child.tagName === 'strong') child.tagName = 'b';
  if (child.tagName === 'code') child.children = endpointParts(child);
  if (child.tagName === 'table')
    return [{ type: 'element', tagName: 'div', properties: { className: ['scroll'] }, children: [child] }];
  return [child];
}

function link(element: Element, pictures: ReadonlyMap<string, Element>): Element {
  rewrite(element, pictures);
  const { href } = element.properties;
  if (typeof href === 'string') element.properties.href = siteHref(href);
  return element;
}

/** A heading, list item or cell that begins with a mark takes over its id. */
function takeId(parent: HastRoot | Element, child: Element): RootContent[] {
  if (parent.type !== 'element' || parent.properties.id !== undefined || parent.children[0] !== child)
    return [child];
  parent.properties.id = child.properties.id;
  return [];
}

function isMark(element: Element): boolean {
  return element.properties.href === undefined && element.children.length === 0;
}

function onlyPicture(element: Element, pictures: ReadonlyMap<string, Element>): Element | undefined {
  const [only] = element.children;
  if (
    element.tagName !== 'p' ||
    element.children.length !== 1 ||
    only?.type !== 'element' ||
    only.tagName !== 'img'
  )
    return undefined;
  return pictures.get(String(only.properties.src));
}

const ENDPOINT = new RegExp(`^(${METHODS.join('|')}) (/.*)$`);

/** An endpoint's method and parameters can be told apart at a glance; the text stays the same. */
function endpointParts(element: Element): ElementContent[] {
  const [only] = element.children;
  const match = element.children.length === 1 && only?.type === 'text' ? ENDPOINT.exec(only.value) : null;
  if (match === null) return element.children;
  const [, method = '', path = ''] = match;
  return [
    {
      type: 'element',
      tagName: 'b',
      properties: { className: [method.toLowerCase()] },
      children: [{ type: 'text', value: method }],
    },
    ...` ${path}`
      .split(/(\{[^}]*\})/)
      .filter((part) => part !== '')
      .map((part): ElementContent =>
        part.startsWith('{')
          ? { type: 'element', tagName: 'i', properties: {}, children: [{ type: 'text', value: part }] }
          : { type: 'text', value: part },
      ),
  ];
}
