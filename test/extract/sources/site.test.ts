import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSources } from '../../../src/catalog/model/sources-schema.js';
import type { Site } from '../../../src/catalog/model/sources-schema.js';
import { storedServices } from '../../../src/catalog/yaml/store.js';
import { openHttp } from '../../../src/extract/sources/http.js';
import type { HttpOptions } from '../../../src/extract/sources/http.js';
import { refreshCatalogs } from '../../../src/extract/sources/refresh.js';
import { linksInBook } from '../../../src/extract/sources/site/page-links.js';
import { readSite } from '../../../src/extract/sources/site/read-site.js';
import { readRobots } from '../../../src/extract/sources/site/robots.js';

/** What the site answers at a path; left out: 404. */
type Answers = Record<string, string | ((response: ServerResponse, request: IncomingMessage) => void)>;

let server: Server;
let base: string;
let root: string;
let asked: string[];
let answers: Answers;

beforeEach(async () => {
  asked = [];
  root = mkdtempSync(join(tmpdir(), 'site-'));
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const answer = answers[path];
    if (typeof answer === 'function') answer(response, request);
    else if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': typeOf(path) }).end(answer.replaceAll('BASE', base));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true });
});

function typeOf(path: string): string {
  return path.endsWith('.md') ? 'text/markdown; charset=utf-8' : 'text/html; charset=utf-8';
}

const html = (body: string) => `<!DOCTYPE html><html><body>${body}</body></html>`;
const contents = (...pages: readonly string[]) =>
  html(`<ul>${pages.map((page) => `<li><a href="${page}">${page}</a></li>`).join('')}</ul>`);
const table = (title: string, endpoint: string, action: string) =>
  `<table><tr><th>Permission</th><th>API</th><th>Action</th></tr><tr><td>${title}</td><td>${endpoint}</td><td>${action}</td></tr></table>`;

async function read(site: Partial<Site> = {}, options: HttpOptions = {}, known: readonly string[] = []) {
  const http = openHttp({ pause: 0, backoff: 1, timeout: 2000, tries: 2, ...options });
  const pages: string[] = [];
  const problems: string[] = [];
  for await (const found of readSite(
    { url: base, markdown: false, books: ['api-box'], ...site },
    known.map((path) => `${base}${path}`),
    http,
  ))
    if (found.kind === 'page') pages.push(found.page.url.replace(base, ''));
    else
      problems.push(
        `${found.problem.where?.file.replace(base, '') ?? ''}: ${found.problem.message.replace(base, '')}`,
      );
  return { pages, problems };
}

describe('a documentation site', () => {
  it('is read book by book, along the links that stay inside the book', async () => {
    answers = {
      '/api-box/index.html': contents(
        'box_01.html',
        '/api-box/box_02.html#top',
        '../api-lid/lid_01.html',
        'map.png',
      ),
      '/api-box/box_01.html': html(
        '<a href="box_03.html?locale=en">next</a> <a href="https://elsewhere.example/api-box/x.html">x</a>',
      ),
      '/api-box/box_02.html': html('<a href="index.html">up</a>'),
      '/api-box/box_03.html': html('the last'),
    };
    expect(await read()).toEqual({
      pages: ['/api-box/index.html', '/api-box/box_01.html', '/api-box/box_02.html', '/api-box/box_03.html'],
      problems: [],
    });
    expect(asked.filter((path) => path.includes('lid') || path.includes('png'))).toEqual([]);
  });

  it('is read in Markdown where a page has a twin, else in HTML', async () => {
    answers = {
      '/api-box/index.md': '# Boxes\n\n[one](BASE/api-box/box_01.html) [two](BASE/api-box/box_02.html)',
      '/api-box/box_01.md': '# One',
      '/api-box/box_02.md': (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end(html('not found')),
      '/api-box/box_02.html': html('Two'),
    };
    expect(await read({ markdown: true })).toEqual({
      pages: ['/api-box/index.md', '/api-box/box_01.md', '/api-box/box_02.html'],
      problems: [],
    });
  });

  it('is read from pages that are known where a book has no first page', async () => {
    answers = { '/api-box/box_07.html': html('known') };
    expect(await read({}, {}, ['/api-box/box_07.md', '/api-lid/lid_01.html'])).toEqual({
      pages: ['/api-box/box_07.html'],
      problems: [],
    });
  });

  it('says what cannot be had, and goes on', async () => {
    answers = {
      '/api-box/index.html': contents(
        'gone.html',
        'moved.html',
        'paper.html',
        'cut.html',
        'slow.html',
        'good.html',
      ),
      '/api-box/moved.html': (response) =>
        response.writeHead(302, { location: '/intl/en-us/api-box/moved.html' }).end(),
      '/intl/en-us/api-box/moved.html': html('in another language'),
      '/api-box/paper.html': (response) =>
        response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
      '/api-box/cut.html': '<!DOCTYPE html><html><body><table><tr><td>half of',
      '/api-box/slow.html': (response) => void response.writeHead(200).write('<html>'),
      '/api-box/good.html': html('good'),
    };
    expect(await read({}, { timeout: 500 })).toEqual({
      pages: ['/api-box/index.html', '/api-box/good.html'],
      problems: [
        '/api-box/gone.html: answered 404 Not Found; check the address',
        '/api-box/moved.html: leads to /intl/en-us/api-box/moved.html, outside its book',
        '/api-box/paper.html: is no page, but application/pdf',
        '/api-box/cut.html: was cut off on its way',
        '/api-box/slow.html: did not answer within 0.5 s; try again later',
      ],
    });
  });

  it('asks again for a page that was cut off', async () => {
    let times = 0;
    answers = {
      '/api-box/index.html': (response) => {
        times += 1;
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(times === 1 ? '<html><body>half' : html('whole'));
      },
    };
    expect(await read()).toEqual({ pages: ['/api-box/index.html'], problems: [] });
  });

  it('says where a book is not there', async () => {
    answers = {};
    expect((await read()).problems).toEqual([
      '/api-box/: no page of this book can be had; check its address',
    ]);
  });

  it('stops at the limit of a book, and says so', async () => {
    answers = {
      '/api-box/index.html': contents('box_01.html', 'box_02.html'),
      '/api-box/box_01.html': html('one'),
      '/api-box/box_02.html': html('two'),
    };
    expect(await read({ limit: 2 })).toEqual({
      pages: ['/api-box/index.html', '/api-box/box_01.html'],
      problems: [
        '/api-box/: has more than 2 pages; the others were not read: raise "limit" if it is that large',
      ],
    });
  });
});

describe('a polite reader', () => {
  it('asks for nothing that robots.txt forbids, and says what it left out', async () => {
    answers = {
      '/robots.txt': 'User-agent: *\nDisallow: /api-box/private\n',
      '/api-box/index.html': contents('private_01.html', 'box_01.html'),
      '/api-box/box_01.html': html('one'),
    };
    expect(await read()).toEqual({
      pages: ['/api-box/index.html', '/api-box/box_01.html'],
      problems: ['/api-box/private_01.html: may not be read, says robots.txt (1 such page of the book)'],
    });
    expect(asked).not.toContain('/api-box/private_01.html');
  });

  it('reads nothing of a site that cannot say what may be read', async () => {
    answers = { '/robots.txt': (response) => response.writeHead(503).end(), '/api-box/index.html': html('') };
    const { pages, problems } = await read();
    expect(pages).toEqual([]);
    expect(problems).toEqual([expect.stringContaining('nothing of the site is read')]);
    expect(asked.every((path) => path === '/robots.txt')).toBe(true);
  });

  it('waits as long between two requests as the site asks for', async () => {
    const waits: number[] = [];
    answers = {
      '/robots.txt': 'User-agent: *\nCrawl-delay: 3\n',
      '/api-box/index.html': contents('box_01.html'),
      '/api-box/box_01.html': html('one'),
    };
    await read({}, { sleep: (milliseconds) => Promise.resolve(void waits.push(milliseconds)) });
    expect(Math.max(...waits)).toBeGreaterThan(2000);
  });

  it('goes on where a run broke off, and later asks only for what has changed', async () => {
    const cache = join(root, 'cache');
    const page = (body: string) => (response: ServerResponse, request: IncomingMessage) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"1"', 'content-type': 'text/html' }).end(html(body));
    answers = {
      '/api-box/index.html': page('<a href="box_01.html">one</a><a href="gone.html">gone</a>'),
      '/api-box/box_01.html': page('one'),
    };
    const first = await read({}, { cache });
    asked = [];
    expect(await read({}, { cache, freshFor: 60_000 })).toEqual(first);
    expect(asked).toEqual([]);
    expect(await read({}, { cache })).toEqual(first);
    expect(asked).toContain('/api-box/box_01.html');
  });

  it('does not read from an earlier copy what the site has no more', async () => {
    const cache = join(root, 'cache');
    answers = { '/api-box/index.html': contents('box_01.html'), '/api-box/box_01.html': html('one') };
    await read({}, { cache });
    delete answers['/api-box/box_01.html'];
    expect((await read({}, { cache })).problems).toEqual([
      '/api-box/box_01.html: answered 404 Not Found; check the address; it was there in an earlier run',
    ]);
  });
});

describe('robots.txt', () => {
  const allows = (text: string, path: string) => readRobots(text, 'lint-policies').allows(path);

  it.each([
    ['forbids what begins with a rule', 'User-agent: *\nDisallow: /a', '/a/b.html', false],
    ['forbids nothing without a rule', 'User-agent: *\nDisallow:', '/a/b.html', true],
    ['lets the longer rule decide', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b.html', true],
    ['lets the allowing one of equal rules decide', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['knows a star and an end', 'User-agent: *\nDisallow: /*.md$', '/a/b.md', false],
    ['knows where an end is not reached', 'User-agent: *\nDisallow: /*.md$', '/a/b.md.html', true],
    [
      'has rules for one reader',
      'User-agent: lint-policies\nDisallow: /\n\nUser-agent: *\nAllow: /',
      '/a',
      false,
    ],
    ['leaves other readers their rules', 'User-agent: other\nDisallow: /', '/a', true],
    ['shares rules between readers', 'User-agent: other\nUser-agent: *\nDisallow: /a', '/a', false],
    ['has remarks', 'User-agent: * # all\nDisallow: /a # not this', '/a', false],
  ])('%s', (_, text, path, allowed) => {
    expect(allows(text, path)).toBe(allowed);
  });

  it('takes no time over stars without end', () => {
    allows(`User-agent: *\nDisallow: /${'*a'.repeat(5000)}$`, `/${'a'.repeat(20_000)}b`);
  }, 10_000);
});

it('links are found in HTML and in Markdown, without query and fragment, each once', () => {
  expect(
    linksInBook(
      `<a href='a.html?x=1#y'>a</a> [b](https://docs.example/api-box/b.md) [a](a.html) [c](../api-lid/c.html)
       <a href="mailto:a@example.org">m</a> <a href="//docs.example/api-box/d.html">d</a> [e](javascript:void(0))`,
      'https://docs.example/api-box/index.html',
      'https://docs.example/api-box/',
    ),
  ).toEqual(['a', 'b', 'd'].map((name) => `https://docs.example/api-box/${name}.html`));
});

describe('a refresh from a site', () => {
  const refresh = async (acceptLoss = false) => {
    const sources = `schema: 1
clouds:
  testcloud:
    generations:
      - name: site
        role: current
        sites: [{ url: '${base}/', books: [api-box] }]
      - name: transcribed
        role: current
        transcribed: transcribed
`;
    const [refreshed] = await refreshCatalogs({
      sources: readSources(sources, 'sources.yaml'),
      supply: { kind: 'network', cache: root, http: openHttp({ pause: 0, backoff: 1, tries: 2 }) },
      transcripts: root,
      out: join(root, 'catalog'),
      acceptLoss,
    });
    return refreshed;
  };
  const transcribe = (...rows: readonly (readonly string[])[]) => {
    mkdirSync(join(root, 'transcribed'), { recursive: true });
    const head =
      'url updated kind service title endpoint actions dependencies access_level resource_types condition_keys aliases scope note';
    const lines = rows.map((row) => Array.from({ length: 14 }, (_, at) => row[at] ?? '').join('\t'));
    writeFileSync(
      join(root, 'transcribed', 'box.tsv'),
      [head.replaceAll(' ', '\t'), ...lines, ''].join('\n'),
    );
  };
  /** Transcripts name the addresses that people read. */
  const secure = () => base.replace('http:', 'https:');
  const operations = () =>
    storedServices(join(root, 'catalog'), 'testcloud').flatMap((service) =>
      service.operations.map((operation) => ({
        actions: operation.actions,
        identity: operation.identity?.actions,
        pages: [...operation.sources, ...(operation.identity?.sources ?? [])].map(
          ({ page }) => new URL(page).pathname,
        ),
      })),
    );

  it('reads pages that rows were transcribed from in place of the rows, and says so', async () => {
    transcribe(
      [
        `${secure()}/api-box/box_01.html`,
        '2025-01-01',
        'policy-table',
        'box',
        'Opening a Box',
        'POST /v1/boxes/{id}/open',
        'box:box:opne',
      ],
      [
        `${secure()}/api-lid/lid_01.html`,
        '2025-01-01',
        'policy-table',
        'box',
        'Lifting a Lid',
        'POST /v1/lids/{id}/lift',
        'box:lid:lift',
      ],
    );
    answers = {
      '/api-box/index.html': contents('box_01.html'),
      '/api-box/box_01.html': html(table('Opening a Box', 'POST /v1/boxes/{id}/open', 'box:box:open')),
    };
    const refreshed = await refresh();
    expect(refreshed?.transcribed).toMatchObject({
      all: 2,
      used: 1,
      superseded: [{ page: `${base}/api-box/box_01.html`, rows: 1 }],
    });
    expect(operations()).toEqual([
      { actions: ['box:box:open'], identity: undefined, pages: ['/api-box/box_01.html'] },
      { actions: ['box:lid:lift'], identity: undefined, pages: ['/api-lid/lid_01.html'] },
    ]);
  });

  it('makes what identity policies must allow of the pages of today', async () => {
    transcribe();
    const fixture = (name: string) =>
      readFileSync(new URL(`../../fixtures/extract/today/${name}`, import.meta.url), 'utf8');
    answers = {
      '/api-box/index.html': contents('one.html', 'zones.html'),
      '/api-box/one.html': fixture('one-api.en.html'),
      '/api-box/zones.html': fixture('none-needed.en.html'),
    };
    await refresh();
    expect(operations()).toEqual([
      { actions: [], identity: ['queue:queues:batchTag'], pages: ['/api-box/one.html'] },
      { actions: [], identity: [], pages: ['/api-box/zones.html'] },
    ]);
  });

  it('keeps the catalog as it was where much of it is not on the site any more', async () => {
    transcribe();
    const pages = Array.from({ length: 12 }, (_, at) => `box_${at}.html`);
    answers = { '/api-box/index.html': contents(...pages) };
    for (const [at, page] of pages.entries())
      answers[`/api-box/${page}`] = html(
        table(`Opening box ${at}`, `POST /v1/box${at}/open`, `box:box${at}:open`),
      );
    await refresh();
    expect(operations()).toHaveLength(12);

    answers = Object.fromEntries(
      Object.entries(answers).filter(([path]) => !pages.slice(3).some((page) => path.endsWith(`/${page}`))),
    );
    const refreshed = await refresh();
    expect(refreshed?.stored.losses).not.toEqual([]);
    expect(refreshed?.problems).toHaveLength(9);
    expect(operations()).toHaveLength(12);

    await refresh(true);
    expect(operations()).toHaveLength(3);
  });
});
