import { load } from 'cheerio';
import { posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../src/reference/output.js';
import { createReference } from '../../src/reference/reference-facts.js';
import type { Reference } from '../../src/reference/reference-facts.js';
import { siteHref } from '../../src/reference/site/site-html.js';
import { CONTENT_SECURITY_POLICY } from '../../src/reference/site/shell.js';
import { siteFiles } from '../../src/reference/site/build-site.js';
import { fixtureReference } from './fixture.js';
import { operation, service } from '../catalog/models.js';
import { largeService } from './large-service.js';

const SOURCE = { page: 'a.md', table: 1, row: 1, line: 1, sha256: 'ab'.repeat(32) };

let files: Output;

beforeAll(async () => {
  files = site(await fixtureReference());
});

describe('the site', () => {
  it('has a strict policy on every page, and nothing inline that it would have to allow', () => {
    for (const [path, text] of pages()) {
      const $ = load(text);
      expect($('meta[http-equiv="Content-Security-Policy"]').attr('content'), path).toBe(
        CONTENT_SECURITY_POLICY,
      );
      expect($('style, [style], script:not([src]), iframe, object, embed, form, base').length, path).toBe(0);
      expect(text.replace(/"[^"]*"/g, '""'), path).not.toMatch(/<[^>]*\son\w+=/i);
    }
  });

  it('loads nothing from elsewhere and links elsewhere only to documentation', () => {
    for (const [path, text] of pages()) {
      const $ = load(text);
      $('[src], link[href]').each((_, element) => {
        expect(element.attribs['src'] ?? element.attribs['href'], path).toMatch(
          /^(\.\.\/)*assets\/[a-z-]+\.(js|css|svg)$/,
        );
      });
      $('a[href]').each((_, element) => {
        expect(element.attribs['href'], path).toMatch(
          /^(https:\/\/github\.com\/huaweicloudDocs\/|#|[\w./~-]+\.html(#|$))/,
        );
      });
    }
  });

  it('links only to pages and places that exist', () => {
    const ids = new Map(
      [...pages()].map(([path, text]) => {
        return [
          path,
          new Set(
            [...text.matchAll(/ id=(?:"([^"]*)"|([^\s>]*))/g)].map((match) =>
              load(`<i>${match[1] ?? match[2] ?? ''}</i>`).text(),
            ),
          ),
        ];
      }),
    );
    const broken: string[] = [];
    for (const [path, text] of pages()) {
      const $ = load(text);
      $('a[href]').each((_, element) => {
        const href = element.attribs['href'] ?? '';
        if (href.startsWith('https:')) return;
        const [page = '', fragment] = href.split('#');
        const target = page === '' ? path : posix.join(posix.dirname(path), page);
        if (
          !files.has(target) ||
          (fragment !== undefined && ids.get(target)?.has(decodeURIComponent(fragment)) !== true)
        )
          broken.push(`${path}: ${href}`);
      });
    }
    expect(broken).toEqual([]);
  });

  it('shows hostile titles as text, also in the data that its scripts read', () => {
    const $ = load(file('huaweicloud/hostile/apis.html'));
    expect($('h3#script').text()).toBe('<script>alert("title")</script> · a](javascript:alert(1)) [b');
    expect($('h3#script script, main img').length).toBe(0);
    for (const name of ['assets/search-index.js']) expect(file(name)).not.toContain('<');
  });

  it('marks each title with its language', () => {
    const $ = load(file('huaweicloud/ecs/apis.html'));
    expect($('h3#delete-servers [lang="zh"]').text()).toBe('删除云服务器');
    expect($('h3#delete-servers [lang="en"]').text()).toBe('Deleting ECSs');
  });

  it('shows pictures inline, with their tables', () => {
    const $ = load(file('huaweicloud/ecs/index.html'));
    expect($('figure > svg[role="img"]').length).toBe(2);
    expect($('svg style').length).toBe(0);
    expect($('main table').length).toBeGreaterThan(3);
  });

  it('begins with the search, then with what changed last', () => {
    const $ = load(files.get('index.html') ?? '');
    expect($('h1').next().attr('id')).toBe('search');
    const dated = site(
      createReference([
        service('ecs', [
          operation({ id: 'ecs/old', sources: [{ ...SOURCE, updated: '2025-02-01' }] }),
          operation({ id: 'ecs/new', sources: [{ ...SOURCE, page: 'b.md', updated: '2026-07-24' }] }),
        ]),
        service('obs', [operation({ id: 'obs/old', sources: [{ ...SOURCE, updated: '2026-01-01' }] })]),
      ]),
    );
    const home = load(dated.get('index.html') ?? '');
    expect(home('h2').first().text()).toBe('What changed last');
    const rows = home('table').first().find('tbody tr').toArray();
    expect(rows.map((row) => home(row).text())).toEqual([
      '2026-07-24testcloudecs · 弹性云服务器 · Elastic Cloud Server1',
      '2026-01-01testcloudobs · 对象存储服务 · Object Storage Service1',
    ]);
    // Each fact bears its date, and each page that it was read from.
    expect(dated.get('testcloud/ecs/apis.html')).toContain('(2026-07-24)');
    expect(dated.get('testcloud/ecs/apis.html')).toContain(' · 2026-07-24');
  });

  it('has a table of each service: a row for each action of each API, with what narrows it', () => {
    const $ = load(files.get('huaweicloud/ecs/table.html') ?? '');
    const heads = ['API', 'Endpoint', 'Action', 'Level', 'Resource types', 'Condition keys', 'Source'];
    expect($('th').text()).toBe(heads.join(''));
    const stop = $('tbody tr').filter((_, row) => $(row).find('td').eq(2).text() === 'ecs:cloudServers:stop');
    expect(stop.find('a').first().attr('href')).toMatch(/^apis\.html#/);
    expect($('tbody tr').length).toBeGreaterThan(8);
    expect(files.get('huaweicloud/ecs/apis.html')).toContain('href=table.html');
  });

  it('keeps a service of 500 operations below 300 KB', () => {
    const service = largeService('huaweicloud', 'ecs', 500);
    const other = largeService('opentelekomcloud', 'ecs', 250);
    const large = site(
      createReference(
        [service, other],
        () =>
          ({ page, line }) =>
            `https://github.com/${page}?plain=1#L${line}`,
      ),
    );
    expect(Buffer.byteLength(large.get('huaweicloud/ecs/apis.html') ?? '')).toBeLessThan(300_000);
    expect(Buffer.byteLength(large.get('huaweicloud/ecs/actions.html') ?? '')).toBeLessThan(300_000);
  });

  it('is what a second run writes, byte for byte', async () => {
    expect(site(await fixtureReference())).toEqual(files);
  });

  it('turns links to Markdown into links to pages, and leaves others alone', () => {
    expect(siteHref('../ecs/README.md#x')).toBe('../ecs/index.html#x');
    expect(siteHref('apis.md')).toBe('apis.html');
    expect(siteHref('#x.md')).toBe('#x.md');
    expect(siteHref('https://example.com/README.md')).toBe('https://example.com/README.md');
  });
});

function site(reference: Reference): Output {
  return siteFiles({ reference, assets: new Map(), catalogs: new Map(), documents: [], files: new Map() });
}

function* pages(): Generator<[string, string]> {
  for (const [path, text] of files) if (path.endsWith('.html')) yield [path, text];
}

function file(path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`no file ${path}`);
  return text;
}
