import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface StoredComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' };
}

/** A comment on lines of the pull request. */
export interface StoredLineComment extends StoredComment {
  readonly in_reply_to_id?: number;
  readonly path?: string;
  readonly line?: number;
  readonly start_line?: number;
}

/** What the pull request changes. */
export interface StoredFile {
  readonly filename: string;
  readonly patch?: string;
}

export interface GithubServer {
  readonly url: string;
  readonly requests: SeenRequest[];
  readonly comments: StoredComment[];
  readonly lineComments: StoredLineComment[];
}

export const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;

/**
 * A local stand-in for the comments of pull request 7 of acme/infra.
 * @param fail answers a request with this status in place of doing it; undefined lets it through.
 */
export async function githubServer(
  comments: StoredComment[] = [],
  fail: (
    request: SeenRequest,
    index: number,
  ) => { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | undefined = () =>
    undefined,
  files: readonly StoredFile[] = [],
): Promise<GithubServer> {
  const requests: SeenRequest[] = [];
  const lineComments: StoredLineComment[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const request: SeenRequest = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
      requests.push(request);
      const failure = fail(request, requests.length - 1);
      const answer =
        failure === undefined ? respond(request) : { status: failure.status, value: { message: 'no' } };
      response
        .writeHead(answer.status, { 'content-type': 'application/json', ...failure?.headers })
        .end(JSON.stringify(answer.value));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => {
          closed();
        });
      }),
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    comments,
    lineComments,
  };

  function respond({ method, path, body }: SeenRequest): {
    readonly status: number;
    readonly value: unknown;
  } {
    const url = new URL(path, 'http://localhost');
    const text = (body as { readonly body?: string } | undefined)?.body ?? '';
    if (method === 'GET' && url.pathname === '/repos/acme/infra/issues/7/comments') {
      const [page, size] = [
        Number(url.searchParams.get('page') ?? 1),
        Number(url.searchParams.get('per_page') ?? 30),
      ];
      return { status: 200, value: comments.slice((page - 1) * size, page * size) };
    }
    if (method === 'POST' && url.pathname === '/repos/acme/infra/issues/7/comments') {
      const comment: StoredComment = { id: 1000 + comments.length, body: text, user: BOT };
      comments.push(comment);
      return { status: 201, value: comment };
    }
    if (url.pathname.startsWith('/repos/acme/infra/pulls/'))
      return respondOnLines(method, url.pathname, body);
    const comment = comments.find(({ id }) => url.pathname === `/repos/acme/infra/issues/comments/${id}`);
    if (method === 'PATCH' && comment !== undefined) {
      comment.body = text;
      return { status: 200, value: comment };
    }
    // The token of a workflow is that of an app and may not ask who it is.
    return { status: url.pathname === '/user' ? 403 : 404, value: { message: 'no' } };
  }

  function respondOnLines(method: string, path: string, body: unknown) {
    if (path.endsWith('/pulls/7')) return { status: 200, value: { head: { sha: 'head7' } } };
    if (path.endsWith('/pulls/7/files')) return { status: 200, value: files };
    if (path.endsWith('/pulls/7/comments') && method === 'GET') return { status: 200, value: lineComments };
    if (path.endsWith('/pulls/7/comments')) {
      const comment = { ...(body as StoredLineComment), id: 2000 + requests.length, user: BOT };
      lineComments.push(comment);
      return { status: 201, value: comment };
    }
    const at = lineComments.findIndex(({ id }) => path.endsWith(`/pulls/comments/${id}`));
    const found = lineComments[at];
    if (found === undefined) return { status: 404, value: { message: 'no' } };
    if (method === 'DELETE') {
      lineComments.splice(at, 1);
      return { status: 204, value: undefined };
    }
    found.body = (body as { readonly body: string }).body;
    return { status: 200, value: found };
  }
}
