/** How many links of a page are followed; the longest table of contents of a book has some 1,500. */
const MAX_LINKS = 20_000;

/** `href="…"` of HTML, and `](…)` of Markdown. */
const LINK = /\bhref\s*=\s*["']([^"'<>\s]{1,2000})["']|\]\(\s*<?([^()<>\s]{1,2000})>?\s*\)/gi;

/**
 * The pages of a book that a page links to, as addresses of HTML pages without query and fragment, each once.
 * @param base address of the page
 * @param book address of the book, with a slash at its end
 */
export function linksInBook(text: string, base: string, book: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(LINK)) {
    if (found.size >= MAX_LINKS) break;
    const address = pageAddress((match[1] ?? match[2] ?? '').replaceAll('&amp;', '&'), base);
    if (address?.startsWith(book)) found.add(address);
  }
  return [...found];
}

/** The address of a page; undefined where a link leads to something else: a picture, an archive, a letter. */
export function pageAddress(link: string, base?: string): string | undefined {
  if (!URL.canParse(link, base)) return undefined;
  const url = new URL(link, base);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const path = url.pathname.replace(/\.md$/i, '.html');
  return /\.html?$/i.test(path) || path.endsWith('/') ? `${url.origin}${path}` : undefined;
}

/** Where the Markdown twin of an HTML page stands; undefined for a folder. */
export function twinOf(address: string): string | undefined {
  return /\.html?$/i.test(address) ? address.replace(/\.html?$/i, '.md') : undefined;
}
