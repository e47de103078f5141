import type { Element, ElementContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { PICTURE_COLOURS, PICTURE_STYLE } from './style.js';

/** Average width of a character of the pictures' font; errs on the wide side so that texts never touch. */
export const CHARACTER = 7.4;

/** An SVG element; text is escaped by the writer. Numbers are rounded, so that pictures do not differ by a hair. */
export function svg(
  tagName: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: (ElementContent | string)[]
): Element {
  const properties = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      typeof value === 'number' ? String(Math.round(value * 10) / 10) : value,
    ]),
  );
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

/** A whole picture with a name and a description for those who do not see it; `id` is unique on its page. */
export function picture(
  id: string,
  size: { readonly width: number; readonly height: number },
  title: string,
  description: string,
  ...children: Element[]
): Element {
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.round(size.width)} ${Math.round(size.height)}`,
      width: Math.round(size.width),
      height: Math.round(size.height),
      role: 'img',
      className: 'picture',
      ariaLabelledBy: `${id}-title ${id}-desc`,
    },
    svg('title', { id: `${id}-title` }, title),
    svg('desc', { id: `${id}-desc` }, description),
    ...children,
  );
}

/** A picture as a file of its own, with its colours for light and dark. */
export function printSvg(root: Element): string {
  const styled: Element = {
    ...root,
    children: [svg('style', {}, `${PICTURE_COLOURS}\n${PICTURE_STYLE}`), ...root.children],
  };
  return `${writer.stringify({ type: 'root', children: [styled] })}\n`;
}

const writer = unified().use(rehypeStringify, { space: 'svg', closeEmptyElements: true }).freeze();
