import { findEndpoints } from '../cells/endpoints.js';
import type { PageContext } from '../rows/read-rows.js';
import {
  AUTHORIZATION_HEADINGS,
  PART_HEADINGS,
  URI_HEADINGS,
  headingWord,
  withoutNumber,
} from './authorization-words.js';
import type { PageLine } from './page-lines.js';
import { defined } from '../../defined.js';

/** The part of a page that is about one API. */
export interface ApiSection extends PageContext {
  /** First line, 1-based, and the first line behind the section. */
  readonly from: number;
  readonly to: number;
  /** What its authorization part says in words; absent where it has no such part. */
  readonly authorization?: Authorization;
}

export interface Authorization {
  readonly line: number;
  readonly heading: string;
  readonly lines: readonly PageLine[];
}

/**
 * The APIs that a page is about: one for each authorization part, or the page as a whole where it has none. An API is
 * named by the heading that its parts stand below; on a page with one authorization part by the page's own.
 */
export function apiSections(lines: readonly PageLine[], title: string): ApiSection[] {
  const headings = headingsOf(lines);
  const parts = headings.filter(({ text }) => AUTHORIZATION_HEADINGS.has(headingWord(text)));
  const page: Heading = { at: 0, index: -1, level: 0, text: title };
  const owners = parts.length < 2 ? [page] : ownersOf(parts, headings, page);
  return owners.map((owner, index) => {
    const next = owners[index + 1]?.at ?? lines.length;
    return section(owner, lines, endOf(owner, next, headings));
  });
}

interface Heading {
  /** Its place among the page's lines, and among its headings. */
  readonly at: number;
  readonly index: number;
  readonly level: number;
  readonly text: string;
}

function headingsOf(lines: readonly PageLine[]): Heading[] {
  const headings: Heading[] = [];
  for (const [at, { level, text }] of lines.entries())
    if (level > 0) headings.push({ at, index: headings.length, level, text });
  return headings;
}

/** So many headings above an authorization part are looked at for the one that names the API. */
const NEAR = 30;

function ownersOf(parts: readonly Heading[], headings: readonly Heading[], page: Heading): Heading[] {
  const nearest = parts.map(
    (part) => ownerOf(part, headings.slice(Math.max(0, part.index - NEAR), part.index)) ?? page,
  );
  return [...new Set(nearest)];
}

/** The nearest heading above that is of a higher rank; of the same rank one that is no part of an API's page. */
function ownerOf(part: Heading, above: readonly Heading[]): Heading | undefined {
  return (
    above.findLast(({ level, text }) => level < part.level && level > 1 && !isPart(text)) ??
    above.findLast(({ level, text }) => level === part.level && !isPart(text)) ??
    above.findLast(({ level }) => level < part.level)
  );
}

function isPart(text: string): boolean {
  const word = headingWord(text);
  return PART_HEADINGS.has(word) || URI_HEADINGS.has(word) || AUTHORIZATION_HEADINGS.has(word);
}

/** An API's section ends where a heading of its own rank, or of a higher one, begins something else. */
function endOf(owner: Heading, next: number, headings: readonly Heading[]): number {
  if (owner.level === 0) return next;
  for (let index = owner.index + 1; index < headings.length; index += 1) {
    const heading = headings[index];
    if (heading === undefined || heading.at >= next) break;
    if (heading.level <= owner.level && !isPart(heading.text)) return heading.at;
  }
  return next;
}

function section(owner: Heading, lines: readonly PageLine[], end: number): ApiSection {
  const own = lines.slice(owner.at, end);
  const text = withoutNumber(owner.text);
  const named = /^(.*\S)\s*[-–—]\s*([A-Z][A-Za-z0-9]{2,80})$/.exec(text);
  const parts = own.filter(({ level, text }) => level > 0 && AUTHORIZATION_HEADINGS.has(headingWord(text)));
  const [first] = parts;
  const authorization = first && {
    line: first.line,
    heading: first.text,
    lines: below(own, AUTHORIZATION_HEADINGS).filter(({ sample }) => !sample),
  };
  return defined({
    title: named?.[1] ?? text,
    apiName: named?.[2],
    endpoints: endpointsOf(own),
    from: owner.level === 0 ? 1 : (lines[owner.at]?.line ?? 1),
    to: lines[end]?.line ?? Number.POSITIVE_INFINITY,
    authorization,
  });
}

/** What stands between headings of those words and the next heading each. */
function below(lines: readonly PageLine[], words: ReadonlySet<string>): PageLine[] {
  let isBelow = false;
  return lines.filter(({ level, text }) => {
    if (level > 0) isBelow = words.has(headingWord(text));
    return isBelow && level === 0;
  });
}

/** The endpoints of the URI part; on a page without one, its only line that is nothing but an endpoint. */
function endpointsOf(lines: readonly PageLine[]): string[] {
  const stated = new Set(below(lines, URI_HEADINGS).flatMap(uriOf));
  if (stated.size > 0) return [...stated];
  // A URI line is nothing but the endpoint; a sample request names a host.
  const alone = new Set(
    lines
      .filter(({ sample }) => !sample)
      .filter(({ text }) => /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+\/\S+$/.test(text))
      .flatMap(({ text }) => findEndpoints(text)),
  );
  return alone.size === 1 ? [...alone] : [];
}

/** `GET /v3/{project_id}/vpc/vpcs`, with a label in front or a placeholder for the host; a sample names a real one. */
function uriOf({ text }: PageLine): readonly string[] {
  const uri = text.replace(/^(?:URI|URL)?\s*(?:格式|format)?\s*[:：]?\s*/i, '');
  const isUri =
    /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s*(?:https?:\/\/\{[^{}]{1,60}\})?\/\S+(?:\s+HTTP\/[\d.]+)?$/;
  return isUri.test(uri) ? findEndpoints(uri.replace(/\s+HTTP\/[\d.]+$/, '')) : [];
}
