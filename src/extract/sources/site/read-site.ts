import type { Site } from '../../../catalog/model/sources-schema.js';
import { Problem } from '../../../problem.js';
import { TOOL } from '../../../project.js';
import { decodePage } from '../../tables/decode.js';
import type { GonePage, Http, HttpPage, Refusal } from '../http.js';
import { linksInBook, pageAddress, twinOf } from './page-links.js';
import { NO_ROBOTS, readRobots } from './robots.js';
import type { Robots } from './robots.js';
import { en } from '../../../wording/en/extract.js';
import { speaker } from '../../../wording/speaker.js';

const say = speaker('extract', en);

/** A page of a documentation site, or what could not be read of it. */
export type FromSite =
  | { readonly kind: 'page'; readonly page: HttpPage; readonly book: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** More pages than this are not read of one book unless its limit says otherwise; the largest has some 1,500. */
const MOST_PAGES = 4000;
/** So many times the limit of a book's pages are kept in mind at most. */
const MOST_WAITING = 4;

/**
 * Reads the books of a documentation site one after another: from a book's first page, and from those that are known,
 * along the links that stay inside the book. A page's Markdown twin is read where there is one, else the HTML. What the
 * site's robots.txt forbids is not asked for. What cannot be had is reported and left out; the rest goes on.
 * @param known addresses of pages that are known already
 */
export async function* readSite(site: Site, known: readonly string[], http: Http): AsyncGenerator<FromSite> {
  const root = site.url.endsWith('/') ? site.url : `${site.url}/`;
  const robots = await robotsOf(root, http);
  if (robots instanceof Problem) {
    yield { kind: 'problem', problem: robots };
    return;
  }
  http.slowDown(new URL(root).host, robots.pause);
  for (const book of site.books) yield* readBook({ site, book: `${root}${book}/`, known, http, robots });
}

async function robotsOf(root: string, http: Http): Promise<Robots | Problem> {
  const address = new URL('/robots.txt', root).href;
  try {
    const page = await http.page(address);
    if (page.kind === 'gone') return NO_ROBOTS;
    return readRobots(new TextDecoder().decode(page.bytes), TOOL.name.toLowerCase());
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return new Problem('network', say('noRobots', { fault: error.message }), {
      file: address,
    });
  }
}

interface Reading {
  readonly site: Site;
  /** Its address, with a slash at its end. */
  readonly book: string;
  readonly known: readonly string[];
  readonly http: Http;
  readonly robots: Robots;
}

async function* readBook(reading: Reading): AsyncGenerator<FromSite> {
  const { site, book, known, robots } = reading;
  const starts = [`${book}index.html`, book];
  const seeds = known
    .flatMap((address) => pageAddress(address) ?? [])
    .filter((address) => address.startsWith(book));
  const waiting = [...new Set([...starts, ...seeds.sort()])];
  const seen = new Set(waiting);
  const limit = site.limit ?? MOST_PAGES;
  const forbidden: string[] = [];
  let read = 0;
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (!robots.allows(new URL(address).pathname)) {
      forbidden.push(address);
      continue;
    }
    if (read >= limit) {
      yield problem(book, say('tooManyPages', { limit }));
      break;
    }
    const page = await pageAt(address, reading);
    if (page instanceof Problem) {
      if (!starts.includes(address)) yield { kind: 'problem', problem: page };
      continue;
    }
    read += 1;
    yield { kind: 'page', page, book };
    for (const link of linksInBook(decodePage(page.bytes), page.url, book)) {
      if (seen.has(link) || seen.size >= MOST_WAITING * limit) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  const [first] = forbidden;
  if (first !== undefined) yield problem(first, say('forbidden', { count: forbidden.length }));
  if (read === 0 && first === undefined) yield problem(book, say('noPageOfBook'));
}

function problem(file: string, message: string): FromSite {
  return { kind: 'problem', problem: new Problem('network', message, { file }) };
}

/** A page as its Markdown twin, where there is one, else as HTML; a Problem where it can be had in neither form. */
async function pageAt(address: string, { site, book, http }: Reading): Promise<HttpPage | Problem> {
  const twin = site.markdown ? twinOf(address) : undefined;
  try {
    const page = twin === undefined ? undefined : await twinAt(twin, book, http);
    if (page !== undefined) return page;
    const html = await http.page(address, (found) => refuseHtml(found, book));
    return html.kind === 'page' ? html : vanished(html, address);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** A page that is gone is not read from an earlier run's copy: what it said is no more. */
function vanished({ reason, copy }: GonePage, address: string): Problem {
  const message = copy === undefined ? reason : say('wasThere', { reason });
  return new Problem('network', message, { file: address });
}

/** Undefined where there is no twin: whatever is wrong with it, the HTML is there. */
async function twinAt(address: string, book: string, http: Http): Promise<HttpPage | undefined> {
  try {
    const page = await http.page(address, (found) => refuseMarkdown(found, book));
    return page.kind === 'page' ? page : undefined;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

const HTML_TYPES: ReadonlySet<string> = new Set(['', 'text/html', 'application/xhtml+xml']);
const MARKDOWN_TYPES: ReadonlySet<string> = new Set([
  '',
  'text/markdown',
  'text/x-markdown',
  'text/plain',
  'application/octet-stream',
]);

function refuseHtml(page: HttpPage, book: string): Refusal {
  const elsewhere = refuseElsewhere(page, book);
  if (elsewhere !== undefined) return elsewhere;
  if (!HTML_TYPES.has(page.type)) return { reason: say('noPage', { type: page.type }), again: false };
  const text = decodePage(page.bytes);
  const isWhole = !/<html\b/i.test(text.slice(0, 2000)) || /<\/html\s*>/i.test(text.slice(-2000));
  return isWhole ? undefined : { reason: say('cutOff'), again: true };
}

function refuseMarkdown(page: HttpPage, book: string): Refusal {
  const elsewhere = refuseElsewhere(page, book);
  if (elsewhere !== undefined) return elsewhere;
  const isMarkdown =
    MARKDOWN_TYPES.has(page.type) && !/^\s*<(?:!doctype|html)\b/i.test(decodePage(page.bytes).slice(0, 500));
  return isMarkdown ? undefined : { reason: say('noMarkdown'), again: false };
}

/** Sites lead to a page in the reader's language, or to their front page, where they have none at the address. */
function refuseElsewhere({ url }: HttpPage, book: string): Refusal {
  return url.startsWith(book) ? undefined : { reason: say('leadsElsewhere', { url }), again: false };
}
