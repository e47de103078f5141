import { seriousFindings } from './axe.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CATALOG } from '../reference/fixture.js';
import { hasChromium, MISSING, startSite } from './browser.js';
import type { OpenPage, TestSite } from './browser.js';

if (!hasChromium) it.skip(`the site in a browser is not driven: ${MISSING}`);

describe.skipIf(!hasChromium)('the site in a browser', () => {
  let site: TestSite;
  let opened: OpenPage[] = [];

  beforeAll(async () => {
    site = await startSite(CATALOG);
  });
  afterAll(async () => {
    await site.close();
  });
  afterEach(async () => {
    const complaints = opened.flatMap((open) => open.complaints);
    for (const { page } of opened) await page.context().close();
    opened = [];
    expect(complaints, 'console errors, script errors, requests to other hosts').toEqual([]);
  });

  async function open(...parameters: Parameters<TestSite['open']>): Promise<OpenPage['page']> {
    const made = await site.open(...parameters);
    opened.push(made);
    return made.page;
  }

  for (const from of ['file', 'http'] as const) {
    describe(from === 'file' ? 'from the file system' : 'from a server, below a folder', () => {
      it('finds an action by a part of its name and leads to its entry', async () => {
        const page = await open('index.html', { from });
        await page.getByLabel(/^Search APIs, actions/).fill('servers:delet');
        const hit = page.locator('.hit.action a').first();
        expect(await hit.textContent()).toBe('ecs:cloudServers:delete');
        await hit.click();
        await page.waitForURL(/huaweicloud\/ecs\/actions\.html#ecs:cloudservers:delete$/);
        expect(await page.locator('h3:target').textContent()).toBe('ecs:cloudServers:delete');
      });

      it('finds an API by its Chinese and by its English title', async () => {
        const page = await open('index.html', { from });
        const field = page.getByLabel(/^Search APIs, actions/);
        await field.fill('批量关闭');
        const both = ['批量关闭云服务器Stopping ECSs in a batch', 'Stopping ECSs in a Batch'];
        for (const words of ['批量关闭', 'stopping ecss batch', '关机']) {
          await field.fill(words);
          expect((await page.locator('.hit.api a').allTextContents()).slice(0, 2).sort(), words).toEqual(
            both.toSorted(),
          );
        }
      });
    });
  }

  it('filters by cloud, service, kind and access level, and keeps the search in the address', async () => {
    const page = await open('index.html');
    await page.getByLabel('Cloud', { exact: true }).selectOption('huaweicloud');
    await page.getByLabel('Service', { exact: true }).selectOption('ecs');
    await page.getByLabel('Access level').selectOption('read');
    await page.getByLabel('Kind').selectOption('action');
    expect(await page.locator('.hit a').allTextContents()).toEqual([
      'ecs:cloudServers:get',
      'ecs:cloudServers:showConsole',
    ]);
    expect(page.url()).toMatch(/\?kind=action&cloud=huaweicloud&service=ecs&level=read$/);
    await page.reload();
    await page.locator('.hit').first().waitFor();
    expect(await page.locator('.hit a').count()).toBe(2);
  });

  it('is searched from any page with the keyboard alone', async () => {
    const page = await open('huaweicloud/vpc/apis.html');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('searchbox').waitFor();
    await page.keyboard.type('reboot');
    await page.locator('.hit').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/huaweicloud\/ecs\/(apis|actions)\.html#/);
  });

  it('lands on the row that a finding links to, and shows which one it is', async () => {
    const page = await open('huaweicloud/ecs/apis.html#batch-reboot-servers');
    const target = page.locator('section:has(> h3:target)');
    expect(await target.locator('h3').textContent()).toContain('批量重启云服务器');
    // The browser scrolls there once it has laid the page out.
    await expect
      .poll(async () => (await target.locator('h3').boundingBox())?.y, { timeout: 10_000 })
      .toSatisfy((y: number) => y >= 0 && y < 720);
    const former = await open('huaweicloud/ecs/actions.html#ecs:servers:stop');
    expect(await former.locator('td:target').textContent()).toBe('ecs:servers:stop');
  });

  it('leads from a source to its very line', async () => {
    const page = await open('huaweicloud/ecs/apis.html');
    expect(await page.locator('section:has(> h3#delete-servers) a[data-l]').getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/huaweicloudDocs\/ecs\/blob\/abcdef.*\?plain=1#L14$/,
    );
  });

  it('narrows a long page', async () => {
    const page = await open('huaweicloud/ecs/apis.html');
    await page.getByLabel('Filter this page').fill('reboot 批量');
    expect(await page.locator('section:visible h3').allTextContents()).toEqual([
      '批量重启云服务器 · Restarting ECSs in a batch',
    ]);
    expect(await page.locator('.page-filter .count').textContent()).toBe('1 of 9');
  });

  it('remembers the theme that the reader chose', async () => {
    const page = await open('index.html', { colorScheme: 'light', from: 'http' });
    const background = () =>
      page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await background();
    await page.getByRole('button', { name: 'Dark' }).click();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.goto(`${site.http}huaweicloud/index.html`);
    expect(await background()).toBe(dark);
  });

  it('shows hostile titles as text, wherever scripts put them', async () => {
    const page = await open('index.html?q=alert');
    await page.locator('.hit').first().waitFor();
    expect(await page.locator('.results script, .results img').count()).toBe(0);
    expect(await page.locator('.hit .title').first().textContent()).toContain('<script>');
    const builder = await open('builder.html?cloud=huaweicloud&operation=hostile/script');
    await builder.locator('.chosen').getByText('<script>alert("title")</script>').waitFor();
  });

  it('scrolls nothing sideways, on a phone and on a screen: no page, no table, no code', async () => {
    for (const width of [360, 390, 1280]) {
      const page = await open('index.html?q=server', { viewport: { width, height: 740 } });
      for (const path of [
        'huaweicloud/index.html',
        'huaweicloud/ecs/apis.html',
        'huaweicloud/ecs/index.html',
        'huaweicloud/ecs/table.html',
        'compare/ecs.html',
        'rules/index.html',
        'builder.html',
      ]) {
        await page.goto(`${site.file}${path}`);
        expect(await page.evaluate(WIDER), `${path} at ${width}`).toEqual([]);
      }
    }
  }, 120_000);

  it('shows a service as a table that is sorted and filtered', async () => {
    const page = await open('huaweicloud/ecs/index.html');
    await page.getByRole('link', { name: 'table', exact: true }).click();
    await page.waitForURL(/huaweicloud\/ecs\/table\.html$/);
    await page.getByRole('button', { name: 'Action' }).click();
    expect(await page.locator('th').nth(2).getAttribute('aria-sort')).toBe('ascending');
    const actions = (await page.locator('tbody td:nth-child(3)').allTextContents()).filter((text) =>
      text.startsWith('ecs:'),
    );
    expect(actions.length).toBeGreaterThan(3);
    expect(actions).toEqual(actions.toSorted((a, b) => a.localeCompare(b, 'en')));
    await page.getByLabel('Filter rows').fill('cloudservers:stop');
    expect(new Set(await page.locator('tbody tr:visible td:nth-child(3)').allTextContents())).toEqual(
      new Set(['ecs:cloudServers:stop']),
    );
  });

  it('leaves what both clouds need alike out of a comparison', async () => {
    const page = await open('compare/ecs.html');
    const all = await page.locator('tbody tr').count();
    const same = await page.locator('tbody tr[data-same]').count();
    expect(same).toBeGreaterThan(0);
    await page.getByLabel('Only differences').check();
    expect(await page.locator('tbody tr:visible').count()).toBe(all - same);
    expect(await page.locator('tbody tr:visible').getByText('same', { exact: true }).count()).toBe(0);
  });

  it('has nothing serious for axe to find (WCAG 2.2 AA), nor in the colours of the night', async () => {
    for (const path of [
      'index.html?q=server',
      'huaweicloud/index.html',
      'huaweicloud/doubts.html',
      'huaweicloud/ecs/index.html',
      'huaweicloud/ecs/apis.html',
      'huaweicloud/ecs/table.html',
      'huaweicloud/hostile/apis.html',
      'compare/ecs.html',
      'builder.html?cloud=huaweicloud&operation=ecs/delete-servers',
    ]) {
      const page = await open(path, { colorScheme: 'light' });
      await page.waitForTimeout(150);
      expect(await seriousFindings(page), path).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await seriousFindings(page, 'colours'), `${path}, dark`).toEqual([]);
    }
  }, 180_000);
});

/** What is wider than its place: the page, and what would have to be scrolled in it. */
const WIDER = `[document.documentElement, ...document.querySelectorAll('.scroll, pre')]
  .filter((element) => element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.tagName + ' ' + element.className + ' ' + element.scrollWidth)`;
