import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes, readText, writeAll } from '../../files.js';
import { defined } from '../../defined.js';

export interface HttpPage {
  readonly kind: 'page';
  readonly bytes: Uint8Array;
  /** Where it was found, redirections followed. */
  readonly url: string;
  /** What the server calls it: `text/html`; empty where it does not say. */
  readonly type: string;
}

/** The server says that there is no such page; `copy` is the one of an earlier run. */
export interface GonePage {
  readonly kind: 'gone';
  readonly reason: string;
  readonly copy?: HttpPage;
}

/** What the server said of a page, to ask whether it has changed. */
export interface Conditions {
  readonly etag: string | null;
  readonly modified: string | null;
}

/** What an earlier run had of an address. */
export interface Kept {
  readonly conditions: Conditions;
  /** When the server was last asked, in milliseconds since 1970; 0 where that is not known. */
  readonly checked: number;
  readonly page: () => HttpPage | GonePage;
}

/** What is kept beside a page's bytes; earlier versions kept less. */
interface Head extends Partial<Conditions> {
  readonly url: string;
  readonly found?: string;
  readonly type?: string;
  readonly checked?: number;
  /** There is no such page: why. */
  readonly gone?: string;
}

export function readKept(cache: string, url: string): Kept | undefined {
  const { body, head } = places(cache, url);
  if (!existsSync(head)) return undefined;
  const about = JSON.parse(readText(head)) as Head;
  const { etag = null, modified = null, found = url, type = '', checked = 0, gone } = about;
  const conditions = { etag, modified };
  if (gone !== undefined) return { conditions, checked, page: () => ({ kind: 'gone', reason: gone }) };
  if (!existsSync(body)) return undefined;
  return { conditions, checked, page: () => ({ kind: 'page', bytes: readBytes(body), url: found, type }) };
}

export function conditionHeaders(kept: Kept | undefined): Readonly<Record<string, string>> {
  return defined({
    'If-None-Match': kept?.conditions.etag ?? undefined,
    'If-Modified-Since': kept?.conditions.modified ?? undefined,
  });
}

export function keepPage(cache: string, url: string, page: HttpPage, conditions: Conditions): void {
  const { body, head } = places(cache, url);
  const about: Head = { url, ...conditions, found: page.url, type: page.type, checked: Date.now() };
  writeAll([
    [body, page.bytes],
    [head, JSON.stringify(about)],
  ]);
}

export function keepGone(cache: string, url: string, reason: string): void {
  const about: Head = { url, checked: Date.now(), gone: reason };
  writeAll([[places(cache, url).head, JSON.stringify(about)]]);
}

/** Notes that the server was asked for a kept page just now. */
export function touch(cache: string, url: string): void {
  const { head } = places(cache, url);
  const about = JSON.parse(readText(head)) as Head;
  writeAll([[head, JSON.stringify({ ...about, checked: Date.now() })]]);
}

function places(cache: string, url: string): { body: string; head: string } {
  const name = createHash('sha256').update(url).digest('hex');
  return { body: join(cache, `${name}.page`), head: join(cache, `${name}.json`) };
}
