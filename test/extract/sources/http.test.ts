import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpReader } from '../../../src/extract/sources/http.js';
import type { HttpOptions } from '../../../src/extract/sources/http.js';
import { extractPage } from '../../../src/extract/extract-page.js';

let server: Server;
let base: string;
let cache: string;
let asked: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse, attempt: number) => void;

beforeEach(async () => {
  asked = [];
  cache = mkdtempSync(join(tmpdir(), 'http-'));
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(cache, { recursive: true });
});

const reader = (options: HttpOptions = {}) =>
  httpReader({ pause: 0, backoff: 1, timeout: 5_000, ...options });
const text = async (get: ReturnType<typeof reader>, path = '/page') =>
  Buffer.from(await get(`${base}${path}`)).toString();

describe('a page over HTTP', () => {
  it('is read, and the reader says who it is', async () => {
    answer = (_, response) => response.end('hello');
    expect(await text(reader())).toBe('hello');
    expect(asked[0]?.headers['user-agent']).toMatch(/^lint-policies\//);
  });

  it('is found behind a redirection', async () => {
    answer = (request, response) =>
      request.url === '/page' ? response.writeHead(302, { location: '/there' }).end() : response.end('there');
    expect(await text(reader())).toBe('there');
  });

  it('that only redirects to itself ends with a message', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/page' }).end();
    await expect(text(reader({ tries: 1 }))).rejects.toMatchObject({
      code: 'network',
      where: { file: `${base}/page` },
    });
  });

  it('is asked for again while the server fails', async () => {
    answer = (_, response, attempt) =>
      attempt < 3 ? response.writeHead(503).end() : response.end('at last');
    expect(await text(reader())).toBe('at last');
    expect(asked).toHaveLength(3);
  });

  it('is asked for again when the connection breaks', async () => {
    answer = (request, response, attempt) =>
      attempt === 1 ? request.socket.destroy() : response.end('at last');
    expect(await text(reader())).toBe('at last');
  });

  it('waits as long as a busy server asks for, within reason', async () => {
    const waits: number[] = [];
    answer = (_, response, attempt) =>
      attempt < 3
        ? response.writeHead(429, { 'retry-after': attempt === 1 ? '2' : '86400' }).end()
        : response.end('now');
    expect(
      await text(reader({ sleep: (milliseconds) => Promise.resolve(void waits.push(milliseconds)) })),
    ).toBe('now');
    expect(waits).toEqual([2_000, 30_000]);
  });

  it('that is not there is not asked for twice', async () => {
    answer = (_, response) => response.writeHead(404).end();
    await expect(text(reader())).rejects.toThrow('answered 404 Not Found; check the address');
    expect(asked).toHaveLength(1);
  });

  it('that comes too slowly is given up, with a message', async () => {
    answer = (_, response) => void response.write('a');
    await expect(text(reader({ timeout: 500, tries: 2 }))).rejects.toThrow(
      'did not answer within 0.5 s; try again later',
    );
    expect(asked).toHaveLength(2);
  });

  it('from a server that is not there ends with a message', async () => {
    await expect(reader({ tries: 1 })('http://127.0.0.1:1/page')).rejects.toThrow(
      /cannot be reached .*check the address and the network/,
    );
  });

  it('larger than any page is given up before it is read whole', async () => {
    answer = (_, response) => {
      const part = Buffer.alloc(1024 * 1024, 'x');
      const write = () => {
        while (!response.destroyed && response.write(part));
      };
      response.on('drain', write).on('error', () => undefined);
      write();
    };
    await expect(text(reader({ timeout: 60_000, tries: 1 }))).rejects.toThrow('is larger than 64 MB');
  });

  it('is read in the encoding that it is in, whatever the header claims', async () => {
    const row =
      '<table><tr><th>权限</th><th>对应API接口</th><th>授权项</th></tr><tr><td>查询</td><td>GET /v1/things</td><td>ecs:things:list</td></tr></table>';
    answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' }).end(row);
    const [table] = extractPage(await reader()(`${base}/page`), 'page.html').tables;
    expect(table?.entries).toMatchObject([
      { title: '查询', endpoints: ['GET /v1/things'], actions: ['ecs:things:list'] },
    ]);
  });
});

describe('a cache', () => {
  it('asks only for what has changed', async () => {
    answer = (request, response) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : response
            .writeHead(200, { etag: '"1"', 'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT' })
            .end('kept');
    expect([await text(reader({ cache })), await text(reader({ cache }))]).toEqual(['kept', 'kept']);
    expect(asked[1]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT',
    });
  });

  it('takes what is new', async () => {
    answer = (_, response, attempt) =>
      response.writeHead(200, { etag: `"${attempt}"` }).end(`version ${attempt}`);
    expect([await text(reader({ cache })), await text(reader({ cache }))]).toEqual([
      'version 1',
      'version 2',
    ]);
  });

  it('helps out when the server fails, and says so', async () => {
    answer = (_, response, attempt) => (attempt === 1 ? response.end('kept') : response.writeHead(500).end());
    const notes: string[] = [];
    await text(reader({ cache }));
    expect(await text(reader({ cache, tries: 2, onNote: (note) => notes.push(note) }))).toBe('kept');
    expect(notes).toEqual([
      expect.stringContaining(
        'answered 500 Internal Server Error; check the address; the copy of an earlier run is used',
      ),
    ]);
  });
});

it('one host is asked at a polite rate', async () => {
  const waits: number[] = [];
  answer = (_, response) => response.end('x');
  const get = reader({
    pause: 60_000,
    sleep: (milliseconds) => Promise.resolve(void waits.push(Math.ceil(milliseconds / 60_000))),
  });
  await Promise.all([text(get, '/1'), text(get, '/2'), text(get, '/3')]);
  expect(waits).toEqual([1, 2]);
});
