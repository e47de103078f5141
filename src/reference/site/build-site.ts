import type { Element, Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { ServiceCatalog } from '../../catalog/model/model.js';
import { en } from '../../wording/en/reference-site.js';
import { speaker } from '../../wording/speaker.js';
import type { Output } from '../output.js';
import type { Page } from '../page.js';
import { PICTURE_STYLE } from '../pictures/style.js';
import { cloudPage } from '../places.js';
import { referencePages, tablePages } from '../build-reference.js';
import type { Reference } from '../reference-facts.js';
import { searchIndex } from '../search/build-index.js';
import type { SearchSources } from '../search/build-index.js';
import { toHtml } from './site-html.js';
import { documentOf, element, words } from './shell.js';
import type { HeadingPlace, SitePlace } from './shell.js';

const say = speaker('reference-site', en);

/** What the site is made from besides the reference. */
export interface SiteInput {
  readonly reference: Reference;
  /** Scripts and styles of the browser side, by file name (`dist/site`). */
  readonly assets: ReadonlyMap<string, string>;
  /** Catalogs by cloud, for the builder. */
  readonly catalogs: ReadonlyMap<string, readonly ServiceCatalog[]>;
  /** Further pages, from Markdown: rules and guides. Their paths are below the site's root. */
  readonly documents: readonly SiteDocument[];
  /** What the search finds besides the reference. */
  readonly search?: SearchSources | undefined;
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
  const tables = tablePages(input.reference);
  const frame = { navigation, tables: new Set(tables.map(({ path }) => path)) };
  for (const page of [...referencePages(input.reference), ...tables])
    files.set(htmlPath(page.path), pageDocument(page, frame));
  for (const { path, title, tree } of input.documents)
    files.set(htmlPath(path), documentOf({ path: htmlName(path), title, content: toHtml(tree), navigation }));
  files.set('builder.html', builderPage(navigation));
  for (const [name, content] of input.assets)
    files.set(`assets/${name}`, name === 'site.css' ? `${content}\n${PICTURE_STYLE}\n` : content);
  files.set('assets/search-index.js', dataScript('index', searchIndex(input.reference.clouds, input.search)));
  for (const [cloud, services] of input.catalogs)
    files.set(`assets/catalog-${cloud}.js`, dataScript(`catalogs`, { services }, cloud));
  for (const [path, content] of input.files) files.set(path, content);
  return files;
}

interface Frame {
  readonly navigation: readonly SitePlace[];
  /** Paths of the pages that are a service's table. */
  readonly tables: ReadonlySet<string>;
}

function pageDocument(page: Page, { navigation, tables }: Frame): string {
  const content = toHtml(page.tree, page.pictures);
  // Whoever comes here looks for something: the search stands first.
  if (page.path === 'README') content.children.splice(1, 0, mount('search', say('searchNeedsScript')));
  if (!tables.has(page.path) && tables.has(page.path.replace(/[^/]+$/, 'table'))) addTableTab(content);
  return documentOf({
    path: htmlName(page.path),
    title: page.title,
    content,
    navigation,
    contents: contentsOf(page),
    data: dataOf(page),
  });
}

/** The site has a table of each service besides what Markdown has: a tab more, after the way up and the others. */
function addTableTab({ children }: HastRoot): void {
  const tabs = children.find((child): child is Element => child.type === 'element' && child.tagName === 'p');
  tabs?.children.push(words(' · '), element('a', { href: 'table.html' }, [words(say('asTable'))]));
}

/** Where a script puts what it makes; without scripts there stands why nothing is there. */
function mount(id: string, withoutScript: string): Element {
  return element('div', { id }, [element('noscript', {}, [element('p', {}, [words(withoutScript)])])]);
}

function navigationOf({ reference, documents }: SiteInput): readonly SitePlace[] {
  const clouds = reference.clouds.map((facts) => ({
    path: htmlName(cloudPage(facts.cloud)),
    label: facts.name,
  }));
  const paths = new Set(documents.map(({ path }) => path));
  const there = DOCUMENTS.filter(({ path }) => paths.has(path));
  return [
    ...clouds,
    { path: 'builder', label: say('builder') },
    ...there.map(({ path, label }) => ({ path: htmlName(path), label: say(label) })),
  ];
}

/** Documents that the navigation leads to, where they are there. */
const DOCUMENTS = [
  { path: 'rules/README', label: 'rules' },
  { path: 'guides/configuration', label: 'configuration' },
  { path: 'guides/ci', label: 'ci' },
  { path: 'guides/calls', label: 'calls' },
  { path: 'guides/expectations', label: 'expectations' },
  { path: 'guides/catalog', label: 'yourCatalog' },
  { path: 'guides/editors', label: 'editors' },
] as const;

function builderPage(navigation: readonly SitePlace[]): string {
  const children = [
    element('h1', {}, [words(say('builder'))]),
    element('p', {}, [words(say('aboutBuilder'))]),
    mount('builder', say('builderNeedsScript')),
  ];
  return documentOf({
    path: 'builder',
    title: say('builder'),
    content: { type: 'root', children },
    navigation,
    scripts: ['builder.js'],
  });
}

function contentsOf(page: Page): HeadingPlace[] {
  return page.tree.children.flatMap((node) => {
    if (node.type !== 'heading' || node.depth !== 2) return [];
    const [mark, ...content] = node.children;
    if (mark?.type !== 'mark') return [];
    const label = content.map((child) => ('value' in child && child.type !== 'mark' ? child.value : ''));
    return [{ id: mark.value, label: label.join('') }];
  });
}

/** `huaweicloud/ecs/apis` tells scripts and styles the kind, the cloud and the service. */
function dataOf(page: Page): Readonly<Record<string, string>> {
  const [cloud = '', service = '', name] = page.path.split('/');
  if (cloud === 'compare') return { kind: 'compare', service };
  return name === undefined ? {} : { kind: name === 'README' ? 'service' : name, cloud, service };
}

function htmlName(path: string): string {
  return path.replace(/(^|\/)README$/, '$1index');
}

function htmlPath(path: string): string {
  return `${htmlName(path)}.html`;
}

/**
 * Data as a script, because pages from the file system may load scripts but not fetch files. U+2028 and `<` are escaped by
 * habit.
 */
function dataScript(name: string, data: unknown, key?: string): string {
  const json = JSON.stringify(JSON.stringify(data))
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  const holder = 'window.lintPoliciesData ??= {}';
  if (key === undefined) return `(${holder}).${name} = JSON.parse(${json});\n`;
  return `((${holder}).${name} ??= {})[${JSON.stringify(key)}] = JSON.parse(${json});\n`;
}
