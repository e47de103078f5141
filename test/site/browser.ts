import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { bundleSiteAssets } from '../../scripts/site-assets.js';
import { loadReference } from '../../src/commands/reference/reference.js';
import { writeOutput } from '../../src/reference/output.js';
import { readDocument } from '../../src/reference/site/documents.js';
import { siteFiles } from '../../src/reference/site/build-site.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);
export const MISSING = `no Chromium at ${CHROMIUM}: install it (Debian: apt-get install chromium) or name it in CHROMIUM`;

export interface TestSite {
  /** The site's folder. */
  readonly folder: string;
  /** `http://127.0.0.1:port/lint-policies/`, as GitHub Pages serves a project. */
  readonly http: string;
  readonly file: string;
  open(
    path: string,
    options?: BrowserContextOptions & { readonly from?: 'http' | 'file' },
  ): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** Errors of the console and of scripts, and requests to anywhere but the site. */
  readonly complaints: string[];
}

/** Starts the browser that asks nobody for anything. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Builds the site of a catalog folder, serves it and starts a browser. */
export async function startSite(catalogFolder: string): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  await buildSite(catalogFolder, folder);
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''))).replace(
      /^\/lint-policies\//,
      '',
    );
    const file = join(folder, path === '' ? 'index.html' : path);
    if (!file.startsWith(folder) || !existsSync(file)) return void response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const http = `http://127.0.0.1:${(server.address() as AddressInfo).port}/lint-policies/`;
  const file = `file://${folder}/`;
  const browser = await launchChromium();
  return {
    folder,
    http,
    file,
    async open(path, { from = 'file', ...options } = {}) {
      const context = await browser.newContext(options);
      if (from === 'http')
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
          origin: new URL(http).origin,
        });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (
          !request.url().startsWith(file) &&
          !request.url().startsWith(http) &&
          !request.url().startsWith('blob:')
        )
          complaints.push(`request to ${request.url()}`);
      });
      await page.goto(`${from === 'http' ? http : file}${path}`);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** A page as those of rules are: addresses and code without a place to break at. */
const LONG_WORDS = readDocument(
  'rules/README',
  `# Long words\n\n<https://example.com/${'segment-'.repeat(40)}>\n\n\`\`\`json\n{ "Action": "${'ecs:cloudServers:'.repeat(20)}" }\n\`\`\`\n\n` +
    `| a | b | c |\n| - | - | - |\n| ${'x'.repeat(90)} | \`${'y'.repeat(90)}\` | ${'z'.repeat(90)} |\n`,
);

async function buildSite(catalogFolder: string, folder: string): Promise<void> {
  const built = mkdtempSync(join(tmpdir(), 'assets-'));
  await bundleSiteAssets(built);
  const assets = new Map(readdirSync(built).map((name) => [name, readFileSync(join(built, name), 'utf8')]));
  rmSync(built, { recursive: true });
  writeOutput(
    folder,
    siteFiles({ ...(await loadReference(catalogFolder)), assets, documents: [LONG_WORDS], files: new Map() }),
  );
}
