import { setTimeout } from 'node:timers/promises';
import { Problem } from '../../problem.js';
import { TOOL } from '../../project.js';
import { MAX_PAGE } from '../extract-page.js';
import { conditionHeaders, keepGone, keepPage, readKept, touch } from './http-cache.js';
import type { Conditions, GonePage, HttpPage, Kept } from './http-cache.js';
import { en } from '../../wording/en/extract.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('extract', en);

export type { GonePage, HttpPage } from './http-cache.js';

export interface HttpOptions {
  /** Where pages are kept between runs; left out: nowhere. */
  readonly cache?: string;
  /** For so many milliseconds a kept page is used without asking again: a run that broke off goes on where it was. */
  readonly freshFor?: number;
  /** Milliseconds between the beginnings of two requests to one host. */
  readonly pause?: number;
  /** Milliseconds until a request is given up. */
  readonly timeout?: number;
  /** How often a request is tried in all. */
  readonly tries?: number;
  /** Milliseconds before the second try; doubled for each further one. */
  readonly backoff?: number;
  /** Lets so many milliseconds pass. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly onNote?: (note: string) => void;
}

/** Why an answer is not the page that was asked for, and whether to ask again. */
export type Refusal = { readonly reason: string; readonly again: boolean } | undefined;

export interface Http {
  /** @throws Problem code `network` where nothing can be had, not even a kept copy. */
  readonly page: (url: string, refuse?: (page: HttpPage) => Refusal) => Promise<HttpPage | GonePage>;
  /**
   * A page's bytes; where the page is gone, a kept copy is used, with a note.
   * @throws Problem code `network` where nothing can be had.
   */
  readonly bytes: (url: string) => Promise<Uint8Array>;
  /** Lets at least so many milliseconds pass between two requests to a host. */
  readonly slowDown: (host: string, pause: number) => void;
}

/** A reader of single pages. */
export function httpReader(options: HttpOptions = {}): Http['bytes'] {
  return openHttp(options).bytes;
}

/**
 * Pages over HTTP: one request at a time and not too many a second for each host, tried again where that may help,
 * asked only for what has changed since the last run. The bytes are the page's own; what encoding a header claims is
 * left aside, as the page tells it better.
 */
export function openHttp(options: HttpOptions = {}): Http {
  const {
    cache,
    pause = 250,
    tries = 4,
    backoff = 500,
    sleep = (milliseconds: number) => setTimeout(milliseconds),
  } = options;
  const nextByHost = new Map<string, number>();
  const pauses = new Map<string, number>();

  const politely = async (url: URL) => {
    const now = Date.now();
    const turn = Math.max(now, nextByHost.get(url.host) ?? 0);
    nextByHost.set(url.host, turn + Math.max(pause, pauses.get(url.host) ?? 0));
    if (turn > now) await sleep(turn - now);
  };

  const page: Http['page'] = async (text, refuse = () => undefined) => {
    const url = new URL(text);
    const kept = cache === undefined ? undefined : readKept(cache, text);
    if (kept !== undefined && Date.now() - kept.checked < (options.freshFor ?? 0)) return kept.page();
    let failure = say('notTried');
    for (let attempt = 0; attempt < tries; attempt += 1) {
      await politely(url);
      const answer = await request(url, kept, options.timeout ?? 30_000);
      if (answer.kind === 'unchanged' && kept !== undefined) {
        if (cache !== undefined) touch(cache, text);
        return kept.page();
      }
      const refusal = answer.kind === 'page' ? refuse(answer.page) : undefined;
      if (answer.kind === 'page' && refusal === undefined) {
        if (cache !== undefined) keepPage(cache, text, answer.page, answer.conditions);
        return answer.page;
      }
      if (answer.kind === 'failure' && answer.gone) {
        const copy = kept?.page();
        if (copy?.kind === 'page') return { kind: 'gone', reason: answer.reason, copy };
        if (cache !== undefined) keepGone(cache, text, answer.reason);
        return { kind: 'gone', reason: answer.reason };
      }
      failure = refusal?.reason ?? (answer.kind === 'failure' ? answer.reason : say('nothingToKeep'));
      if (refusal?.again === false || (answer.kind === 'failure' && !answer.again)) break;
      if (attempt + 1 < tries)
        await sleep(Math.max(answer.kind === 'failure' ? answer.wait : 0, backoff * 2 ** attempt));
    }
    if (kept === undefined) throw new Problem('network', failure, { file: text });
    options.onNote?.(say('copyUsed', { address: text, reason: failure }));
    return kept.page();
  };
  const bytes: Http['bytes'] = async (url) => {
    const found = await page(url);
    if (found.kind === 'page') return found.bytes;
    if (found.copy === undefined) throw new Problem('network', found.reason, { file: url });
    options.onNote?.(say('copyUsed', { address: url, reason: found.reason }));
    return found.copy.bytes;
  };
  return { page, bytes, slowDown: (host, least) => pauses.set(host, least) };
}

type Answer =
  | {
      readonly kind: 'page';
      readonly page: HttpPage;
      readonly conditions: Conditions;
    }
  | { readonly kind: 'unchanged' }
  /** `wait`: milliseconds that the server asks for. */
  | {
      readonly kind: 'failure';
      readonly reason: string;
      readonly again: boolean;
      readonly gone: boolean;
      readonly wait: number;
    };

/** There is no such page: not now (404), or for good (410). */
const GONE: ReadonlySet<number> = new Set([404, 410]);

const AGAIN: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const LONGEST_WAIT = 30_000;

async function request(url: URL, kept: Kept | undefined, timeout: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: {
        'User-Agent': `${TOOL.name}/${TOOL.version} (+${TOOL.url})`,
        Accept: 'text/html,text/markdown,text/plain,application/json;q=0.9,*/*;q=0.1',
        ...conditionHeaders(kept),
      },
      signal: AbortSignal.timeout(timeout),
    });
    if (response.status === 304) return { kind: 'unchanged' };
    if (!response.ok) {
      await response.body?.cancel();
      const seconds = Number(response.headers.get('retry-after') ?? 0);
      const wait = Number.isFinite(seconds) ? Math.min(seconds * 1000, LONGEST_WAIT) : 0;
      return {
        kind: 'failure',
        reason: say('answered', { status: `${response.status} ${response.statusText}`.trim() }),
        again: AGAIN.has(response.status),
        gone: GONE.has(response.status),
        wait,
      };
    }
    const bytes = await readLimited(response);
    if (!bytes)
      return {
        kind: 'failure',
        reason: say('answerTooLarge', { most: MAX_PAGE / 1024 / 1024 }),
        again: false,
        gone: false,
        wait: 0,
      };
    return {
      kind: 'page',
      page: { kind: 'page', bytes, url: response.url, type: mediaType(response) },
      conditions: {
        etag: response.headers.get('etag'),
        modified: response.headers.get('last-modified'),
      },
    };
  } catch (error) {
    return { kind: 'failure', reason: networkReason(error, timeout), again: true, gone: false, wait: 0 };
  }
}

async function readLimited(response: Response): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > MAX_PAGE) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function networkReason(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return say('noAnswer', { seconds: timeout / 1000 });
  const cause =
    error.cause instanceof Error
      ? error.cause.message || ('code' in error.cause ? String(error.cause.code) : '')
      : '';
  return say('unreachable', { fault: cause === '' ? error.message : cause });
}

function mediaType(response: Response): string {
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  return type.trim().toLowerCase();
}
