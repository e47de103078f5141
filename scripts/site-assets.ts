import { copyFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

const SITE = 'src/reference/site';
const WITHOUT_SYSTEM = './src/playground/without-system.ts';
const BROWSER = 'src/reference/browser';

/** Pages that the site shows besides the reference, by their folder on it. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  rules: 'docs-out/rules',
  guides: 'src/reference/guides',
};

/** Everything that `reference --html` puts into a site besides what it generates. */
export async function buildSiteAssets(outdir: string): Promise<void> {
  await bundleSiteAssets(outdir);
  for (const [name, folder] of Object.entries(DOCUMENTS))
    if (existsSync(folder)) cpSync(folder, join(outdir, 'documents', name), { recursive: true });
}

/**
 * Bundles the browser's side of the site, the analysis included, into a folder. Pages from the file system cannot load
 * modules: each script is a plain one.
 */
export async function bundleSiteAssets(outdir: string): Promise<void> {
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: {
      theme: join(BROWSER, 'theme.ts'),
      site: join(BROWSER, 'site.ts'),
      builder: 'src/playground/builder-page.ts',
    },
    outdir,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    charset: 'utf8',
    // Reads Terraform with a WebAssembly grammar from disk; the parser asks for it only where it is told to.
    external: ['../terraform/hcl-policies.js', '../../hcl/hcl-parser.js'],
    plugins: [withoutSdkFacts],
    alias: Object.fromEntries(['path', 'fs', 'url'].map((name) => [`node:${name}`, WITHOUT_SYSTEM])),
    define: { 'import.meta.url': '""' },
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const name of ['site.css', 'icon.svg']) copyFileSync(join(SITE, name), join(outdir, name));
}

/** The SDKs' operations are a megabyte on disk; the page of the builder takes endpoints and ids. */
const withoutSdkFacts: Plugin = {
  name: 'without-sdk-facts',
  setup: (bundler) => {
    bundler.onLoad({ filter: /[\\/]sdk[\\/]sdk-facts\.ts$/ }, () => ({
      contents: 'export const sdkFacts = () => ({ services: () => [], operations: () => [] });',
      loader: 'js',
    }));
    bundler.onLoad({ filter: /[\\/]calls[\\/]fact-blocks\.ts$/ }, () => ({
      contents:
        'export const factBlocks = () => ({ members: () => undefined, heads: () => [], all: () => [] });',
      loader: 'js',
    }));
  },
};
