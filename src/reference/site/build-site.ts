import type { Root as MdastRoot } from 'mdast';
import type { ServiceCatalog } from '../../catalog/model/model.js';
import type { Output } from '../output.js';
import type { Page } from '../page.js';
import { PICTURE_STYLE } from '../pictures/style.js';
import { cloudPage } from '../places.js';
import { referencePages } from '../build-reference.js';
import type { Reference } from '../build-reference.js';
import { searchIndex } from '../search/search-index.js';
import { toHtml } from './site-html.js';
import { documentOf, element, words } from './shell.js';

/** What the site is made from besides the reference. */
export interface SiteInput {
  readonly reference: Reference;
  /** Scripts and styles of the browser side, by file name (`dist/site`). */
  readonly assets: ReadonlyMap<string, string>;
  /** Catalogs by cloud, for the builder. */
  readonly catalogs: ReadonlyMap<string, readonly ServiceCatalog[]>;
  /** Further pages, from Markdown: rules and guides. Their paths are below the site's root. */
  readonly documents: readonly SiteDocument[];
  /** Further files, as they are: JSON Schemas. */
  readonly files: Output;
}

export interface SiteDocument {
  readonly path: string;
  readonly title: string;
  readonly tree: MdastRoot;
}

/** The whole site as files. Deterministic: the same input gives the same bytes. */
export function siteFiles(input: SiteInput): Output {
  const files = new Map<string, string>();
  const navigation = navigationOf(input);
  for (const page of referencePages(input.reference)) {
    const content = toHtml(page.tree, page.pictures);
    if (page.path === 'README')
      content.children.splice(
        3,
        0,
        element('div', { id: 'search' }, [
          element('noscript', {}, [
            element('p', {}, [words('Searching needs JavaScript; the pages below do not.')]),
          ]),
        ]),
      );
    files.set(
      htmlPath(page.path),
      documentOf({
        path: htmlName(page.path),
        title: page.title,
        content,
        navigation,
        contents: contentsOf(page),
        data: dataOf(page),
      }),
    );
  }
  for (const { path, title, tree } of input.documents)
    files.set(htmlPath(path), documentOf({ path: htmlName(path), title, content: toHtml(tree), navigation }));
  files.set('builder.html', builderPage(navigation));
  for (const [name, content] of input.assets)
    files.set(`assets/${name}`, name === 'site.css' ? `${content}\n${PICTURE_STYLE}\n` : content);
  files.set('assets/search-index.js', dataScript('index', searchIndex(input.reference.clouds)));
  for (const [cloud, services] of input.catalogs)
    files.set(`assets/catalog-${cloud}.js`, dataScript(`catalogs`, { services }, cloud));
  for (const [path, content] of input.files) files.set(path, content);
  return files;
}

type Navigation = readonly { readonly path: string; readonly label: string }[];

function navigationOf(input: SiteInput): Navigation {
  const has = (path: string) => input.documents.some((document) => document.path === path);
  return [
    ...input.reference.clouds.map((facts) => ({ path: htmlName(cloudPage(facts.cloud)), label: facts.name })),
    { path: 'builder', label: 'Policy builder' },
    ...(has('rules/README') ? [{ path: 'rules/index', label: 'Rules' }] : []),
    ...(has('guides/ci') ? [{ path: 'guides/ci', label: 'CI' }] : []),
    ...(has('guides/calls') ? [{ path: 'guides/calls', label: 'Calls' }] : []),
    ...(has('guides/catalog') ? [{ path: 'guides/catalog', label: 'Your catalog' }] : []),
    ...(has('guides/editors') ? [{ path: 'guides/editors', label: 'Editors' }] : []),
  ];
}

function builderPage(navigation: Navigation): string {
  const content = {
    type: 'root' as const,
    children: [
      element('h1', {}, [words('Policy builder')]),
      element('p', {}, [
        words(
          'Pick API operations and get the smallest policy and the manifest for them, or paste a policy and see whether it covers them. Everything happens in this page; nothing is sent anywhere.',
        ),
      ]),
      element('div', { id: 'builder' }, [
        element('noscript', {}, [element('p', {}, [words('The builder needs JavaScript.')])]),
      ]),
    ],
  };
  return documentOf({
    path: 'builder',
    title: 'Policy builder',
    content,
    navigation,
    scripts: ['builder.js'],
  });
}

function contentsOf(page: Page): { readonly id: string; readonly label: string }[] {
  return page.tree.children.flatMap((node) => {
    if (node.type !== 'heading' || node.depth !== 2) return [];
    const [mark] = node.children;
    if (mark?.type !== 'mark') return [];
    return [
      {
        id: mark.value,
        label: node.children
          .map((child) => ('value' in child && child.type !== 'mark' ? child.value : ''))
          .join(''),
      },
    ];
  });
}

/** `huaweicloud/ecs/apis` tells scripts and styles the kind, the cloud and the service. */
function dataOf(page: Page): Readonly<Record<string, string>> {
  const [cloud = '', service = '', name] = page.path.split('/');
  return name === undefined ? {} : { kind: name === 'README' ? 'service' : name, cloud, service };
}

function htmlName(path: string): string {
  return path.replace(/(^|\/)README$/, '$1index');
}

function htmlPath(path: string): string {
  return `${htmlName(path)}.html`;
}

/** Data as a script, because pages from the file system may load scripts but not fetch files. U+2028 and `<` are escaped by habit. */
function dataScript(name: string, data: unknown, key?: string): string {
  const json = JSON.stringify(JSON.stringify(data))
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  const holder = 'window.lintPoliciesData ??= {}';
  if (key === undefined) return `(${holder}).${name} = JSON.parse(${json});\n`;
  return `((${holder}).${name} ??= {})[${JSON.stringify(key)}] = JSON.parse(${json});\n`;
}
