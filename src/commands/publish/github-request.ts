import { setTimeout as wait } from 'node:timers/promises';
import { defined } from '../../defined.js';
import { TOOL } from '../../project.js';
import { en } from '../../wording/en/commands-setup.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('commands-setup', en);

export interface CommentTarget {
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  readonly token: string;
}

/** Why nothing more was done. */
export interface GivenUp {
  readonly done: false;
  /** That no comment was written, and why. */
  readonly message: string;
  /** The token may not write, as that of a fork's pull request. */
  readonly readOnly: boolean;
}

/** A comment as GitHub lists it. */
export interface ListedComment {
  readonly id: number;
  readonly body: string;
  readonly login: string | undefined;
  readonly bot: boolean;
  /** The comment that it answers, of a review. */
  readonly answers: number | undefined;
}

/** Tries, and how long to wait before the next. */
const TRIES = 3;
const PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const TIMEOUT_MS = 30_000;
/** Pages of 100 comments that are looked through. */
const MOST_PAGES = 50;

/**
 * Does what needs several requests. Failures of the server are tried again, each time from the start: what was done before
 * must be found again, so that nothing whose creation was not confirmed is done twice.
 */
export async function withTries<T>(work: () => Promise<T>): Promise<T | GivenUp> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      if (!error.again || attempt === TRIES)
        return { done: false, message: error.message, readOnly: error.status === 403 };
      await wait(Math.min(error.retryAfterMs ?? PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS));
    }
  }
}

/** What is listed page by page, of a path without a query. */
export async function* listed(target: CommentTarget, path: string): AsyncGenerator {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const items = await request(target, 'GET', `${path}?per_page=100&page=${page}`);
    if (!Array.isArray(items)) return;
    yield* items as readonly unknown[];
    if (items.length < 100) return;
  }
}

/**
 * Whether comments are our own: anybody can write a marker, and with it a comment that we would keep for them. Asked only
 * where a comment has one.
 */
export function ownership(target: CommentTarget): (comment: ListedComment) => Promise<boolean> {
  let login: string | undefined;
  return async (comment) => {
    login ??= (await ownLogin(target)) ?? '';
    return login === '' ? comment.bot : comment.login === login;
  };
}

/** Who the token is; undefined for the token of an app (that of a workflow is one), which is nobody. */
async function ownLogin(target: CommentTarget): Promise<string | undefined> {
  try {
    const user = await request(target, 'GET', '/user');
    return typeof user === 'object' && user !== null && 'login' in user && typeof user.login === 'string'
      ? user.login
      : undefined;
  } catch (error) {
    if (error instanceof RequestFailure && !error.again) return undefined;
    throw error;
  }
}

export function readComment(comment: unknown): ListedComment | undefined {
  const {
    id,
    body,
    user,
    in_reply_to_id: answers,
  } = comment as {
    readonly id?: unknown;
    readonly body?: unknown;
    readonly in_reply_to_id?: unknown;
    readonly user?: { readonly login?: unknown; readonly type?: unknown } | null;
  };
  if (typeof id !== 'number' || typeof body !== 'string') return undefined;
  return {
    id,
    body,
    login: typeof user?.login === 'string' ? user.login : undefined,
    bot: user?.type === 'Bot',
    answers: typeof answers === 'number' ? answers : undefined,
  };
}

export async function request(
  { api, repository, token }: CommentTarget,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  content?: unknown,
): Promise<unknown> {
  const address = `${api.replace(/\/$/, '')}${path.startsWith('/') ? path : `/repos/${repository}/${path}`}`;
  const body = content === undefined ? undefined : JSON.stringify(content);
  const headers = defined({
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': `${TOOL.name}/${TOOL.version}`,
    'x-github-api-version': '2022-11-28',
    'content-type': body === undefined ? undefined : 'application/json',
  });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await send(address, { method, headers, ...defined({ body }), redirect: 'error', signal });
  if (response.status === 204) return undefined;
  if (response.ok) return response.json();
  throw failureOf(response, `${method} ${new URL(address).pathname}`);
}

function failureOf({ status, headers }: Response, request: string): RequestFailure {
  const pause = headers.get('retry-after');
  const limited = status === 429 || (status === 403 && pause !== null);
  const seconds = Number(pause ?? Number.NaN);
  return new RequestFailure(
    status === 403 && !limited ? say('readOnlyToken') : say('requestRefused', { status, request }),
    status,
    status >= 500 || limited,
    Number.isFinite(seconds) ? seconds * 1000 : undefined,
  );
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new RequestFailure(say('requestUnsent', { cause }), undefined, true, undefined);
  }
}

export class RequestFailure extends Error {
  constructor(
    message: string,
    readonly status: number | undefined,
    readonly again: boolean,
    readonly retryAfterMs: number | undefined,
  ) {
    super(message);
  }
}
