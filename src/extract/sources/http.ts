import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readBytes, readText, writeAll } from '../../files.js';
import { Problem } from '../../problem.js';
import { TOOL } from '../../project.js';
import { MAX_PAGE } from '../extract-page.js';
import { defined } from '../../defined.js';

export interface HttpOptions {
  /** Where pages are kept between runs; left out: nowhere. */
  readonly cache?: string;
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

export type GetPage = (url: string) => Promise<Uint8Array>;

/**
 * A reader of pages over HTTP: one request at a time and not too many a second for each host, tried again where that
 * may help, asked only for what has changed since the last run. The bytes are the page's own; what encoding a header
 * claims is left aside, as the page tells it better.
 *
 * The reader throws a Problem, code `network`, where a page cannot be had; with a kept copy it uses that and notes so.
 */
export function httpReader(options: HttpOptions = {}): GetPage {
  const {
    pause = 250,
    tries = 4,
    backoff = 500,
    sleep = (milliseconds: number) => setTimeout(milliseconds),
  } = options;
  const nextByHost = new Map<string, number>();

  const politely = async (url: URL) => {
    const now = Date.now();
    const turn = Math.max(now, nextByHost.get(url.host) ?? 0);
    nextByHost.set(url.host, turn + pause);
    if (turn > now) await sleep(turn - now);
  };

  return async (text) => {
    const url = new URL(text);
    const kept = options.cache === undefined ? undefined : readKept(options.cache, text);
    let failure = new Problem('network', 'was not tried', { file: text });
    for (let attempt = 0; attempt < tries; attempt += 1) {
      await politely(url);
      const answer = await request(url, kept, options.timeout ?? 30_000);
      if (answer.kind === 'unchanged' && kept) return kept.bytes();
      if (answer.kind === 'page') {
        if (options.cache !== undefined) keep(options.cache, text, answer);
        return answer.bytes;
      }
      failure = new Problem(
        'network',
        answer.kind === 'failure' ? answer.reason : 'answered 304 to a request that had no copy',
        { file: text },
      );
      if (answer.kind === 'failure' && !answer.again) break;
      if (attempt + 1 < tries)
        await sleep(Math.max(answer.kind === 'failure' ? answer.wait : 0, backoff * 2 ** attempt));
    }
    if (!kept) throw failure;
    options.onNote?.(`${text}: ${failure.message}; the copy of an earlier run is used`);
    return kept.bytes();
  };
}

type Answer =
  | {
      readonly kind: 'page';
      readonly bytes: Uint8Array;
      readonly etag: string | null;
      readonly modified: string | null;
    }
  | { readonly kind: 'unchanged' }
  /** `wait`: milliseconds that the server asks for. */
  | { readonly kind: 'failure'; readonly reason: string; readonly again: boolean; readonly wait: number };

const AGAIN: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const LONGEST_WAIT = 30_000;

async function request(url: URL, kept: Kept | undefined, timeout: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: {
        'User-Agent': `${TOOL.name}/${TOOL.version} (+${TOOL.url})`,
        Accept: 'text/html,text/markdown,text/plain,application/json;q=0.9,*/*;q=0.1',
        ...kept?.conditions,
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
        reason: `answered ${response.status}${response.statusText === '' ? '' : ` ${response.statusText}`}; check the address`,
        again: AGAIN.has(response.status),
        wait,
      };
    }
    const bytes = await readLimited(response);
    if (!bytes)
      return {
        kind: 'failure',
        reason: `is larger than ${MAX_PAGE / 1024 / 1024} MB; no page of documentation is`,
        again: false,
        wait: 0,
      };
    return {
      kind: 'page',
      bytes,
      etag: response.headers.get('etag'),
      modified: response.headers.get('last-modified'),
    };
  } catch (error) {
    return { kind: 'failure', reason: networkReason(error, timeout), again: true, wait: 0 };
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
  if (error.name === 'TimeoutError') return `did not answer within ${timeout / 1000} s; try again later`;
  const cause =
    error.cause instanceof Error
      ? error.cause.message || ('code' in error.cause ? String(error.cause.code) : '')
      : '';
  return `cannot be reached (${cause === '' ? error.message : cause}); check the address and the network`;
}

interface Kept {
  readonly conditions: Readonly<Record<string, string>>;
  readonly bytes: () => Uint8Array;
}

function readKept(cache: string, url: string): Kept | undefined {
  const { body, head } = places(cache, url);
  if (!existsSync(body) || !existsSync(head)) return undefined;
  const { etag, modified } = JSON.parse(readText(head)) as { etag: string | null; modified: string | null };
  return {
    conditions: defined({
      'If-None-Match': etag ?? undefined,
      'If-Modified-Since': modified ?? undefined,
    }),
    bytes: () => readBytes(body),
  };
}

function keep(cache: string, url: string, { bytes, etag, modified }: Answer & { kind: 'page' }): void {
  const { body, head } = places(cache, url);
  writeAll([
    [body, bytes],
    [head, JSON.stringify({ url, etag, modified })],
  ]);
}

function places(cache: string, url: string): { body: string; head: string } {
  const name = createHash('sha256').update(url).digest('hex');
  return { body: join(cache, `${name}.page`), head: join(cache, `${name}.json`) };
}
