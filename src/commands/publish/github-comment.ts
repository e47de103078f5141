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

export interface Comment {
  /** How the comment begins, and is found again by. */
  readonly marker: string;
  readonly body: string;
  /** Whether it is written where there is none yet. */
  readonly create: boolean;
}

export type CommentOutcome =
  | { readonly done: true; readonly what: 'created' | 'updated' | 'unchanged' | 'unneeded' }
  | {
      readonly done: false;
      /** That no comment was written, and why. */
      readonly message: string;
      /** The token may not write, as that of a fork's pull request. */
      readonly readOnly: boolean;
    };

/** Tries, and how long to wait before the next. */
const TRIES = 3;
const PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const TIMEOUT_MS = 30_000;
/** Pages of 100 comments that are looked through. */
const MOST_PAGES = 50;

/**
 * Writes one comment on a pull request: the one of an earlier run is updated. Failures of the server are tried again, each
 * time from the search on, so that a comment whose creation was not confirmed is not written twice.
 */
export async function putComment(target: CommentTarget, comment: Comment): Promise<CommentOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { done: true, what: await put(target, comment) };
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      if (!error.again || attempt === TRIES)
        return { done: false, message: error.message, readOnly: error.status === 403 };
      await wait(Math.min(error.retryAfterMs ?? PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS));
    }
  }
}

type Done = Extract<CommentOutcome, { readonly done: true }>['what'];

async function put(target: CommentTarget, { marker, body, create }: Comment): Promise<Done> {
  const found = await findComment(target, marker);
  if (found === undefined && !create) return 'unneeded';
  if (found === undefined) {
    await request(target, 'POST', `issues/${target.number}/comments`, { body });
    return 'created';
  }
  // GitHub keeps text as CRLF in some answers.
  if (found.body.replaceAll('\r\n', '\n') === body) return 'unchanged';
  await request(target, 'PATCH', `issues/comments/${found.id}`, { body });
  return 'updated';
}

interface Found {
  readonly id: number;
  readonly body: string;
}

/**
 * The first comment that begins with the marker and is our own: anybody can write the marker, and with it a comment that
 * we would keep for them.
 */
async function findComment(target: CommentTarget, marker: string): Promise<Found | undefined> {
  let login: string | undefined;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const comments = await request(
      target,
      'GET',
      `issues/${target.number}/comments?per_page=100&page=${page}`,
    );
    if (!Array.isArray(comments)) return undefined;
    for (const comment of comments as readonly unknown[]) {
      const read = readComment(comment);
      if (read?.body.startsWith(marker.trimEnd()) !== true) continue;
      login ??= (await ownLogin(target)) ?? '';
      if (login === '' ? read.bot : read.login === login) return read;
    }
    if (comments.length < 100) return undefined;
  }
  return undefined;
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

function readComment(
  comment: unknown,
): (Found & { readonly login: string | undefined; readonly bot: boolean }) | undefined {
  const { id, body, user } = comment as {
    readonly id?: unknown;
    readonly body?: unknown;
    readonly user?: { readonly login?: unknown; readonly type?: unknown } | null;
  };
  if (typeof id !== 'number' || typeof body !== 'string') return undefined;
  return {
    id,
    body,
    login: typeof user?.login === 'string' ? user.login : undefined,
    bot: user?.type === 'Bot',
  };
}

async function request(
  { api, repository, token }: CommentTarget,
  method: 'GET' | 'POST' | 'PATCH',
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

class RequestFailure extends Error {
  constructor(
    message: string,
    readonly status: number | undefined,
    readonly again: boolean,
    readonly retryAfterMs: number | undefined,
  ) {
    super(message);
  }
}
