import { readHtmlTables } from '../tables/html-table.js';
import { isDelimiterRow, isPipeRow, readPipeTable } from '../tables/pipe-table.js';
import { cleanText } from '../tables/table.js';
import type { RawTable } from '../tables/table.js';
import { en } from '../../wording/en/extract.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('extract', en);

/** A page's text and the tables found in it, in the order in which they start. */
export interface PageSource {
  readonly text: string;
  readonly markup: 'html' | 'markdown';
  readonly tables: readonly RawTable[];
  /** Offset of each line's first character. */
  readonly lines: readonly number[];
  /** 1-based line of an offset. */
  readonly lineAt: (offset: number) => number;
  /** Stretches that are HTML tables or samples of code, in order. */
  readonly covered: readonly Stretch[];
  /** Those that are samples of code. */
  readonly samples: readonly Stretch[];
}

/** From an offset up to another one. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What goes beyond this is recorded but not read, so that memory and time stay bounded whatever a page holds. Elements
 * (cells, of a pipe table) and tables are counted over the whole page; the largest real page has some 30,000 and 60.
 */
const MAX_ELEMENTS = 300_000;
const MAX_TABLES = 2000;
const MAX_DEPTH = 512;
const MAX_TABLE = 16 * 1024 * 1024;

/** Finds the HTML tables of a page and, unless the page is HTML, its Markdown pipe tables. */
export function findTables(text: string, file: string): PageSource {
  const lines = lineStarts(text);
  const lineAt = (offset: number): number => lineOf(lines, offset);
  const isHtml = /\.x?html?$/i.test(file) || /^\s*(?:<!doctype|<html|<\?xml)/i.test(text.slice(0, 500));
  const { tables: regions, samples } = findRegions(text, !isHtml);
  const budget: Budget = { elements: MAX_ELEMENTS, tables: MAX_TABLES };
  const found = regions.flatMap((region) => readRegion(text, region, lineAt, budget));
  const covered = [...regions, ...samples].sort((a, b) => a.start - b.start);
  const pipes = isHtml ? [] : findPipeTables(text, lines, covered, budget);
  const tables = pipes.length === 0 ? found : [...found, ...pipes].sort((a, b) => a.line - b.line);
  return { text, markup: isHtml ? 'html' : 'markdown', tables, lines, lineAt, covered, samples };
}

/** How far into a page its heading is looked for, in characters. */
const TITLE_WINDOW = 500_000;

/** The page's own heading; where it has none, what its `<title>` says. */
export function pageTitle(source: PageSource): string {
  const text = source.text.slice(0, TITLE_WINDOW);
  const heading =
    /<h1\b[^>]{0,500}>([\s\S]{0,2000}?)<\/h1/i.exec(text)?.[1] ??
    /^#[ \t]+(\S.{0,500})$/m.exec(text)?.[1] ??
    /<title\b[^>]{0,200}>([\s\S]{0,500}?)<\/title/i.exec(text)?.[1];
  return heading === undefined ? '' : plainText(heading);
}

/** How far above a table its caption is looked for, in characters. */
const CAPTION_WINDOW = 3000;

/** The heading or the bold caption nearest above a table. */
export function tableCaption(source: PageSource, line: number): string {
  const start = source.lines[line - 1] ?? 0;
  const above = source.text.slice(Math.max(0, start - CAPTION_WINDOW), start);
  let caption = '';
  for (const match of above.matchAll(
    /<h[1-6]\b[^>]{0,300}>([\s\S]{0,500}?)<\/h[1-6]>|^[ \t]*#{1,6}[ \t]+(\S.{0,300})$|^[ \t]*\*\*((?:表|Table)\s*\d[^\n]{0,300})$/gm,
  )) {
    caption = match[1] ?? match[2] ?? match[3] ?? '';
  }
  return plainText(caption).slice(0, 200);
}

/** What may still be read of a page. */
interface Budget {
  elements: number;
  tables: number;
}

function readRegion(
  text: string,
  region: Region,
  lineAt: (offset: number) => number,
  budget: Budget,
): RawTable[] {
  const refused = tooLarge(region) ?? overBudget(budget, region.tags);
  if (refused !== undefined)
    return [
      {
        line: lineAt(region.start),
        caption: '',
        rows: [],
        rowCount: region.rows,
        refused,
      },
    ];
  return readHtmlTables(text.slice(region.start, region.end), (offset) => lineAt(region.start + offset));
}

function tooLarge({ start, end, depth }: Region): string | undefined {
  if (end - start > MAX_TABLE) return say('tableTooLarge', { most: MAX_TABLE / 1024 / 1024 });
  if (depth > MAX_DEPTH) return say('tableTooDeep', { most: MAX_DEPTH });
  return undefined;
}

/** Takes a table from the budget, or says why it cannot. */
function overBudget(budget: Budget, elements: number): string | undefined {
  if (elements > budget.elements) return say('tooManyElements', { most: String(MAX_ELEMENTS) });
  if (budget.tables === 0) return say('tooManyTables', { most: String(MAX_TABLES) });
  budget.elements -= elements;
  budget.tables -= 1;
  return undefined;
}

interface Region {
  readonly start: number;
  end: number;
  tags: number;
  depth: number;
  rows: number;
}

/** Elements without content, and those that the next of their kind ends: neither nests. */
const FLAT: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
  'p',
  'li',
  'td',
  'th',
  'tr',
  'thead',
  'tbody',
  'tfoot',
  'dt',
  'dd',
  'option',
  'colgroup',
]);

/**
 * Outermost `<table>…</table>`; one that is never closed goes to the end of the page. Comments, scripts and code fences
 * are passed over.
 */
function findRegions(text: string, markdown: boolean): { tables: Region[]; samples: Stretch[] } {
  const pattern = /<!--|<(\/?)([a-z][a-z0-9]*)(?=[\s>/])|^[ \t>]{0,40}(```|~~~)/gim;
  const skipTo = skipper(text);
  const tables: Region[] = [];
  const samples: Stretch[] = [];
  let open: Region | undefined;
  let nested = 0;
  let depth = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [, slash, tag, fence] = match;
    const name = tag?.toLowerCase();
    if (name === undefined) {
      if (fence !== undefined && (!markdown || open !== undefined)) continue;
      const end = skipTo(fence === undefined ? '-->' : `\n${fence}`, pattern.lastIndex);
      if (fence !== undefined && end !== undefined) samples.push({ start: match.index, end });
      pattern.lastIndex = end ?? pattern.lastIndex;
    } else if (name === 'script' || name === 'style') {
      if (slash === '') pattern.lastIndex = skipTo(`</${name}`, pattern.lastIndex) ?? pattern.lastIndex;
    } else if (open === undefined) {
      if (name !== 'table' || slash === '/') continue;
      open = { start: match.index, end: text.length, tags: 1, depth: 1, rows: 0 };
      nested = 1;
      depth = 1;
    } else if (slash === '/') {
      if (!FLAT.has(name)) depth = Math.max(0, depth - 1);
      if (name !== 'table' || --nested > 0) continue;
      const close = text.indexOf('>', pattern.lastIndex);
      open.end = close < 0 ? text.length : close + 1;
      tables.push(open);
      open = undefined;
    } else {
      if (name === 'table') nested += 1;
      if (name === 'tr') open.rows += 1;
      if (!FLAT.has(name)) depth += 1;
      open.tags += 1;
      open.depth = Math.max(open.depth, depth);
    }
  }
  if (open !== undefined) tables.push(open);
  return { tables, samples };
}

/** Finds where something ends; what was not found once is not looked for again, so that the search stays linear. */
function skipper(text: string): (end: string, from: number) => number | undefined {
  const missing = new Set<string>();
  return (end, from) => {
    if (missing.has(end)) return undefined;
    let at = text.indexOf(end, from);
    if (at < 0 && end.startsWith('</')) at = text.indexOf(end.toUpperCase(), from);
    if (at < 0) missing.add(end);
    return at < 0 ? undefined : at + end.length;
  };
}

function findPipeTables(
  text: string,
  lines: readonly number[],
  covered: readonly Stretch[],
  budget: Budget,
): RawTable[] {
  const tables: RawTable[] = [];
  const lineText = (at: number): string =>
    text.slice(lines[at], lines[at + 1] ?? text.length).replace(/[\r\n]+$/, '');
  let stretch = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const start = lines[at] ?? 0;
    while ((covered[stretch]?.end ?? Number.POSITIVE_INFINITY) <= start) stretch += 1;
    if ((covered[stretch]?.start ?? Number.POSITIVE_INFINITY) <= start || !mayDelimit(text, start)) continue;
    if (!isDelimiterRow(lineText(at)) || !isPipeRow(lineText(at - 1))) continue;
    let end = at + 1;
    while (
      end < lines.length &&
      isPipeRow(lineText(end)) &&
      (lines[end] ?? 0) < (covered[stretch]?.start ?? Number.POSITIVE_INFINITY)
    )
      end += 1;
    const refused = overBudget(budget, (end - at) * countPipes(lineText(at)));
    if (refused !== undefined) tables.push({ line: at, caption: '', rows: [], rowCount: end - at, refused });
    else
      tables.push(
        readPipeTable(
          Array.from({ length: end - at + 1 }, (_, row) => lineText(at - 1 + row)),
          at,
        ),
      );
    at = end;
  }
  return tables;
}

function countPipes(row: string): number {
  return row.split('|').length;
}

/** A cheap look at a line's first character that is no blank. */
function mayDelimit(text: string, start: number): boolean {
  for (let at = start; at < start + 40; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x09 || code === 0x3e) continue;
    return code === 0x7c || code === 0x2d || code === 0x3a;
  }
  return false;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** 1-based line of an offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** A short stretch of HTML or Markdown as words. */
export function plainText(source: string): string {
  const text = source
    .replace(/<a\b[^>]{0,300}class="headerlink"[^>]{0,300}>[^<]{0,20}<\/a>/gi, '')
    .replace(/<[^<>]{0,1000}>/g, '')
    .replace(/\[([^\]]{1,500})\]\([^)]{0,500}\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  return cleanText(text).replace(/¶$/, '').trim();
}
