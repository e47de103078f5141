import type { Element, ElementContent, Root } from 'hast';
import { en } from '../../wording/en/reference-site.js';
import { speaker } from '../../wording/speaker.js';
import { fragment } from '../places.js';
import { printHtml } from './site-html.js';

const say = speaker('reference-site', en);

export interface ShellOptions {
  /** The page's path without extension, below the site's root. */
  readonly path: string;
  readonly title: string;
  /** What stands in `<main>`. */
  readonly content: Root;
  /** Scripts of this page beside those that every page has, by file name below `assets/`. */
  readonly scripts?: readonly string[];
  /** For scripts: what kind of page this is, and which cloud and service it shows. */
  readonly data?: Readonly<Record<string, string>>;
  /** Headings to jump to. */
  readonly contents?: readonly HeadingPlace[] | undefined;
  /** Places of the site that every page leads to. */
  readonly navigation: readonly SitePlace[];
}

/** A page of the site, its path without extension from the site's root. */
export interface SitePlace {
  readonly path: string;
  readonly label: string;
}

export interface HeadingPlace {
  readonly id: string;
  readonly label: string;
}

/**
 * Nothing but files of the site itself: no inline script or style, no other host, no form target, no plugin. Scripts may
 * turn strings into script addresses only through the one policy that loads the site's own data.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lint-policies',
].join('; ');

/** A whole HTML document around a page's content. */
export function documentOf(options: ShellOptions): string {
  const root = '../'.repeat(options.path.split('/').length - 1);
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: 'en' }, [headOf(options, root), bodyOf(options, root)]),
    ],
  };
  return `${printHtml(tree)}\n`;
}

function headOf({ title, scripts = [] }: ShellOptions, root: string): Element {
  const asset = (name: string) => `${root}assets/${name}`;
  const site = say('site');
  return element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: CONTENT_SECURITY_POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, [words(title === site ? site : say('titleOf', { page: title }))]),
    element('link', { rel: ['icon'], href: asset('icon.svg') }),
    element('link', { rel: ['stylesheet'], href: asset('site.css') }),
    element('script', { src: asset('theme.js') }),
    ...['site.js', ...scripts].map((name) => element('script', { src: asset(name), defer: true })),
  ]);
}

function bodyOf(
  { path, content, data = {}, contents = [], navigation }: ShellOptions,
  root: string,
): Element {
  const main = element('main', { id: 'main', tabIndex: -1 }, content.children as ElementContent[]);
  return element('body', { dataRoot: root, ...dataAttributes(data) }, [
    element('a', { href: '#main', className: ['skip'] }, [words(say('skip'))]),
    element('header', {}, [
      element('a', { href: `${root}index.html`, className: ['brand'] }, [words(say('site'))]),
      element('nav', { ariaLabel: say('navigation') }, [
        listOf(navigation.map((place) => placeLink(place, place.path === path, root))),
      ]),
    ]),
    element('div', { className: ['page'] }, contents.length < 2 ? [main] : [contentsList(contents), main]),
    element('footer', {}, [element('p', {}, [words(say('footer'))])]),
  ]);
}

/** `kind` → `data-kind` */
function dataAttributes(data: Readonly<Record<string, string>>): Element['properties'] {
  const names = Object.entries(data).map(([key, value]) => [
    `data${key.charAt(0).toUpperCase()}${key.slice(1)}`,
    value,
  ]);
  return Object.fromEntries(names) as Element['properties'];
}

function placeLink(place: SitePlace, isHere: boolean, root: string): Element {
  const address = { href: `${root}${place.path}.html` };
  const label = [words(place.label)];
  return isHere ? element('a', { ...address, ariaCurrent: 'page' }, label) : element('a', address, label);
}

function contentsList(headings: readonly HeadingPlace[]): Element {
  const links = headings.map(({ id, label }) => element('a', { href: fragment(id) }, [words(label)]));
  return element('nav', { className: ['contents'], ariaLabel: say('contents') }, [listOf(links)]);
}

function listOf(items: readonly Element[]): Element {
  return element(
    'ul',
    {},
    items.map((item) => element('li', {}, [item])),
  );
}

export function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

export function words(value: string): ElementContent {
  return { type: 'text', value };
}
