import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium, MISSING } from '../site/browser.js';

const REPORT = readFileSync('test/fixtures/pull-request/report.md', 'utf8');

/** Roughly how GitHub shows a comment; written for this test. */
const STYLE = `
body { margin: 0; padding: 24px 28px; font: 15px/1.5 'Noto Sans', 'DejaVu Sans', sans-serif, 'Noto Color Emoji'; color: #1f2328; background: #fff; }
h3 { margin: 20px 0 12px; font-size: 1.2em; line-height: 1.3; } h3:first-child { margin-top: 0; }
code { padding: .15em .4em; font: 85% 'DejaVu Sans Mono', monospace; background: #eff1f3; border-radius: 6px; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: 0 0 12px; } th, td { padding: 6px 12px; border: 1px solid #d1d9e0; text-align: left; }
th { background: #f6f8fa; } a { color: #0969da; text-decoration: none; } p, ul { margin: 0 0 10px; } li > p { margin: 0; } li ul { margin: 0; } td:nth-child(n+2) { white-space: nowrap; }
`;

/** The marks of the report as drawings: the machine that takes the picture need not have a font with emoji. */
const MARKS: Readonly<Record<string, string>> = {
  '➕': '<path stroke="#57606a" stroke-width="3" d="M8 2v12M2 8h12"/>',
  '❌': '<path stroke="#cf222e" stroke-width="3" d="m3 3 10 10M13 3 3 13"/>',
  '✅': '<rect width="16" height="16" rx="3" fill="#1a7f37"/><path stroke="#fff" stroke-width="2.2" fill="none" d="m3.5 8.5 3 3 6-7"/>',
};

function drawMarks(html: string): string {
  return html.replace(
    /[➕❌✅]/gu,
    (mark) =>
      `<svg role="img" aria-label="${mark}" width="14" height="14" viewBox="0 0 16 16" style="vertical-align:-2px">${MARKS[mark] ?? ''}</svg>`,
  );
}

// Set LINT_POLICIES_PICTURE=docs-out/images/pull-request.png to take the picture of the README anew.
describe.skipIf(!hasChromium)(`the report on a page${hasChromium ? '' : ` (skipped: ${MISSING})`}`, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 960, height: 900 } });
    const html = await unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeStringify, { allowDangerousHtml: true })
      .process(REPORT);
    await page.setContent(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>report</title><style>${STYLE}</style><body>${drawMarks(String(html))}</body></html>`,
    );
  });

  afterAll(() => browser.close());

  it('begins with what changes, and shows a list, tables and links, not their source', async () => {
    expect(await page.locator('h3').allInnerTexts()).toEqual([
      'What changes',
      'infra/dashboard.apis.yaml · infra/main.tf#huaweicloud_identity_role.dashboard',
      'ops/night-shift.apis.yaml · ops/night-shift.json',
    ]);
    const lists = page.locator('body > ul');
    expect(await lists.nth(0).locator(':scope > li').allInnerTexts()).toEqual([
      'Errors: missing-action 1',
      'Warnings: excess-action 2',
    ]);
    expect(await lists.nth(1).locator(':scope > li').count()).toBe(4);
    expect(await page.locator('table').count()).toBe(3);
    const links = (REPORT.match(/\]\(https:/gu) ?? []).length;
    expect(await page.locator('a[href^="https://"]').count()).toBe(links);
    const text = await page.locator('body').innerText();
    for (const source of ['**', '](', '| -', '`', '<br>', '\\']) expect(text).not.toContain(source);
  });

  it('fits into the width of a comment', async () => {
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
  });

  it.runIf(process.env['LINT_POLICIES_PICTURE'])('has its picture taken', async () => {
    const path = process.env['LINT_POLICIES_PICTURE'] ?? '';
    mkdirSync(dirname(path), { recursive: true });
    await page.screenshot({ path, fullPage: true });
  });
});
