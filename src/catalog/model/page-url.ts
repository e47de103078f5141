import type { Source } from './model.js';

/** Where pages can be read: the beginning of a page's path in the catalog → how its URL is made. */
export type PageUrls = readonly PageUrl[];

export interface PageUrl {
  /** `huaweicloudDocs/ecs/`: what the page's path begins with. */
  readonly prefix: string;
  /** What the prefix becomes: `https://github.com/huaweicloudDocs/ecs/blob/<commit>/`. */
  readonly url: string;
  /** The text of the page has line numbers there: `#L63` may follow. */
  readonly lines?: true;
}

/** The URL of a source's page, with the line where the page shows lines; the longest prefix wins. */
export function pageUrl(urls: PageUrls, source: Pick<Source, 'page' | 'line'>): string | undefined {
  if (/^https?:\/\//.test(source.page)) return source.page;
  const known = urls
    .filter(({ prefix }) => source.page.startsWith(prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0];
  if (!known) return undefined;
  const rest = source.page.slice(known.prefix.length).split('/').map(encodeURIComponent).join('/');
  // GitHub renders Markdown; `plain=1` shows the lines that the catalog counts.
  return `${known.url}${rest}${known.lines ? `?plain=1#L${source.line}` : ''}`;
}
