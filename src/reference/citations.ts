import { createHash } from 'node:crypto';
import type { RootContent } from 'mdast';
import { byCodeUnit } from '../catalog/model/code-unit.js';
import type { Source } from '../catalog/model/model.js';
import { en } from '../wording/en/reference-pages.js';
import { speaker } from '../wording/speaker.js';
import { heading, linkOut, list, mark } from './markdown/build-page.js';
import type { Inline } from './markdown/build-page.js';

const say = speaker('reference-pages', en);

/** Where a source can be read, with its line where the page shows lines; undefined where that is not known. */
export type UrlOf = (source: Source) => string | undefined;

/** The documentation pages that one page of the reference rests on: cited row by row, and listed once at its end. */
export class Citations {
  /** By page, a source on it. */
  readonly #pages = new Map<string, Source>();
  readonly #urlOf: UrlOf;

  constructor(urlOf: UrlOf) {
    this.#urlOf = urlOf;
  }

  /**
   * `table 1, row 7` as links. Markdown leads to the very line; the site, where a link of 200 bytes in every row would
   * weigh more than the facts, leads to the list at the end and keeps the line for the script that knows it.
   */
  cite(sources: readonly Source[]): Inline[] {
    return sources.flatMap((source, index): Inline[] => {
      this.#pages.set(source.page, source);
      const link = linkOut(this.#urlOf(source), citationOf(source));
      const local = { href: `#${anchorOf(source.page)}`, dataL: source.line };
      const cited: Inline =
        link.type === 'link'
          ? { ...link, data: { hProperties: local } }
          : { type: 'link', url: local.href, children: [link], data: { hProperties: local } };
      return index === 0 ? [cited] : [', ', cited];
    });
  }

  /** The list with its heading; empty where nothing was cited. */
  list(): RootContent[] {
    if (this.#pages.size === 0) return [];
    const pages = [...this.#pages].sort(([a], [b]) => byCodeUnit(a, b));
    const items = pages.map(([page, source]): Inline[] => [
      mark(anchorOf(page)),
      linkOut(this.#urlOf(source)?.replace(/\?plain=1#L\d+$/, ''), page),
      ...(source.updated === undefined ? [] : [` · ${source.updated}`]),
    ]);
    return [heading(2, 'sources:', say('sources')), list(items)];
  }
}

/** With the date that the page bore when it was read. */
function citationOf({ table, row, updated }: Source): string {
  const place = say('citation', { table, row });
  return updated === undefined ? place : say('datedCitation', { place, date: updated });
}

/** Stays the same when other pages come and go, unlike a number. */
function anchorOf(page: string): string {
  return `p-${createHash('sha256').update(page).digest('hex').slice(0, 8)}`;
}
