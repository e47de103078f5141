import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/commands/extract/extract.js';
import type { ExtractOptions } from '../../../src/commands/extract/extract.js';
import type { ExtractionRecord } from '../../../src/extract/extraction-record.js';
import { memoryIo } from '../memory-io.js';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'extract-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

function put(name: string, rows: readonly string[]): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(
    join(cwd, name),
    `# Page\n\n| Permission | API | Action |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`,
  );
}

const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `List ${index} | GET /v1/things${index} | ecs:things${index}:list`,
  );

async function extract(pages: readonly string[], options: Partial<ExtractOptions> = {}, terminal = false) {
  const io = memoryIo(cwd, { terminal });
  const code = await run(io, { pages, cloud: 'testcloud', format: 'text', ...options });
  return { code, out: io.out(), err: io.err() };
}

const yaml = (service = 'ecs') => readFileSync(join(cwd, 'catalog', 'testcloud', `${service}.yaml`), 'utf8');

describe('the record', () => {
  it('accounts for every row, names pages as they were given, and is JSON that was written page by page', async () => {
    put('docs/a.md', [...rows(2), 'Nothing | GET /v1/x | ']);
    put('docs/deep/b.md', rows(1));
    const { code, out } = await extract(['docs'], { format: 'json' });
    const record = JSON.parse(out) as ExtractionRecord;
    expect(code).toBe(0);
    expect(record.version).toBe(1);
    expect(record.pages.map(({ file }) => file)).toEqual(['docs/a.md', 'docs/deep/b.md']);
    expect(record.summary).toEqual({
      pages: 2,
      tables: 2,
      rows: 4,
      entries: record.summary.entries,
      skipped: 4 - record.summary.entries,
    });
  });

  it('stands alone on standard output, also when a catalog is written', async () => {
    put('a.md', rows(1));
    const { out, err } = await extract(['a.md'], { format: 'json', out: 'catalog' });
    expect(() => JSON.parse(out) as unknown).not.toThrow();
    expect(err).toContain('1 written');
  });
});

describe('the summary', () => {
  it('tells pages, tables, rows and what each service got', async () => {
    put('a.md', rows(2));
    writeFileSync(
      join(cwd, 'b.md'),
      '| Parameter | Type | Description |\n|---|---|---|\n| time | a:b:c | x |\n',
    );
    const { out } = await extract(['.']);
    expect(out).toContain('Pages    2');
    expect(out).toMatch(/Tables {3}2: 1 with APIs, 0 of actions alone, 1 no permission tables/);
    expect(out).toContain('Rows     2: 2 entries, 0 skipped');
    expect(out).toMatch(/^ecs +2 +2 +2 +0 +0 +0$/m);
  });

  it('shows its progress on a terminal only, and takes it away', async () => {
    put('a.md', rows(1));
    expect((await extract(['a.md'])).err).toBe('');
    expect((await extract(['a.md'], {}, true)).err.replaceAll('\r\u001b[K', '')).not.toContain('\u001b');
  });
});

describe('a catalog', () => {
  it('is written as YAML, the same bytes when nothing has changed', async () => {
    put('a.md', rows(2));
    await extract(['a.md'], { out: 'catalog' });
    const before = yaml();
    expect(before).toContain('  - id: ecs/list-things0\n');
    expect((await extract(['a.md'], { out: 'catalog' })).out).toContain('0 written, 1 unchanged');
    expect(yaml()).toBe(before);
  });

  it('is not touched when it would lose too much, and what would go is said', async () => {
    put('a.md', rows(20));
    await extract(['a.md'], { out: 'catalog' });
    const before = yaml();
    put('a.md', rows(12));
    const { code, err } = await extract(['a.md'], { out: 'catalog' });
    expect(code).toBe(1);
    expect(err).toContain('ecs: 8 of 20 operations would go');
    expect(err).toContain('ecs/list-things12  GET /v1/things12');
    expect(yaml()).toBe(before);
    expect((await extract(['a.md'], { out: 'catalog', acceptLoss: true })).code).toBe(0);
    expect(yaml()).not.toContain('things12');
  });

  it('of one service can be refreshed alone', async () => {
    put('a.md', rows(3));
    put('b.md', ['List | GET /v1/vpcs | vpc:vpcs:list']);
    await extract(['a.md', 'b.md'], { out: 'catalog' });
    expect((await extract(['b.md'], { out: 'catalog' })).err).toContain('ecs: the whole service would go');
    put('b.md', ['List | GET /v1/vpcs | vpc:vpcs:list', 'Show | GET /v1/vpcs/{id} | vpc:vpcs:get']);
    expect((await extract(['b.md'], { out: 'catalog', only: ['vpc'] })).code).toBe(0);
    expect(yaml('vpc')).toContain('vpc/show-vpc');
    expect(yaml('ecs')).toContain('ecs/list-things2');
  });
});

describe('a page that cannot be read', () => {
  it('is told, and the others go on', async () => {
    put('a.md', rows(1));
    const { code, out, err } = await extract(['gone.md', 'a.md']);
    expect(code).toBe(1);
    expect(err).toContain('gone.md: no such file or folder');
    expect(out).toContain('Rows     1: 1 entries');
  });

  it('alone means that nothing was read', async () => {
    expect((await extract(['gone.md'])).code).toBe(2);
  });

  it('is told where a folder holds no page at all', async () => {
    await expect(extract(['.'])).rejects.toMatchObject({ code: 'page' });
  });

  it('over HTTP is told like any other', async () => {
    const server = createServer((request, response) =>
      request.url === '/a.html'
        ? response.end(
            '<table><tr><th>Permission</th><th>API</th><th>Action</th></tr><tr><td>List</td><td>GET /v1/x</td><td>ecs:x:list</td></tr></table>',
          )
        : response.writeHead(404).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { code, out, err } = await extract([`${base}/a.html`, `${base}/b.html`]);
    server.close();
    expect([code, err]).toEqual([1, `${base}/b.html: answered 404 Not Found; check the address\n`]);
    expect(out).toContain('Rows     1: 1 entries');
  });
});

it.each(['../up', 'Upper', 'a/b', ''])('a cloud called %j is refused: it names a folder', async (cloud) => {
  put('a.md', rows(1));
  await expect(extract(['a.md'], { cloud, out: 'catalog' })).rejects.toMatchObject({ code: 'usage' });
});
