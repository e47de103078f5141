import { copyFileSync, cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';
import { compileCatalogs } from '../src/catalog/index/compile.js';
import { writeText } from '../src/files.js';
import { bundleLinter } from './bundle-linter.js';
import { SCHEMAS } from './generate/schemas.js';
import { writeJoined } from './join-chunks.js';
import { buildSiteAssets } from './site-assets.js';
import { thirdPartyLicenses } from './third-party-licenses.js';

const TARGET = 'node20.19';

/** Starts that people wait for, with the ways in that each of them takes: their chunks are joined (join-chunks.ts). */
const JOURNEYS = {
  version: ['src/cli.ts', 'src/cli/version.ts'],
  start: ['src/cli.ts', 'src/cli/main.ts'],
  lint: ['src/cli.ts', 'src/cli/main.ts', 'src/commands/lint/lint.ts', 'src/report/text/text.ts'],
  explain: ['src/cli.ts', 'src/cli/main.ts', 'src/commands/explain/explain.ts'],
};

/** WebAssembly that is read from `dist` at run time (src/tree-sitter.ts): paths from here. */
const WASM = [
  import.meta.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  import.meta.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm'),
  import.meta.resolve('tree-sitter-go/tree-sitter-go.wasm'),
  import.meta.resolve('tree-sitter-java/tree-sitter-java.wasm'),
  import.meta.resolve('tree-sitter-python/tree-sitter-python.wasm'),
  import.meta.resolve('tree-sitter-typescript/tree-sitter-tsx.wasm'),
  import.meta.resolve('tree-sitter-typescript/tree-sitter-typescript.wasm'),
].map((address) => relative('.', fileURLToPath(address)).replaceAll('\\', '/'));

// Everything is built beside `dist` and then put in its place, so that a run of the command never meets half a build.
const staging = `dist.${process.pid}.tmp`;
try {
  const metafiles = [await bundle(staging), await bundleLinter(join(staging, 'linter.cjs'))];
  for (const file of WASM) copyFileSync(file, join(staging, basename(file)));
  writeText(join(staging, 'third-party-licenses.txt'), thirdPartyLicenses(metafiles, WASM));
  compileShippedCatalogs(staging);
  await buildSiteAssets(join(staging, 'site'));
  writeSchemas(staging);
  copyRulePages(staging);
  copyCallFacts(staging);
  rmSync('dist', { recursive: true, force: true });
  renameSync(staging, 'dist');
} finally {
  rmSync(staging, { recursive: true, force: true });
}

/** The JSON Schemas that the package exports as `lint-policies/schemas/<name>.json`. */
function writeSchemas(outdir: string): void {
  for (const [name, schema] of Object.entries(SCHEMAS))
    writeText(join(outdir, 'schemas', `${name}.json`), `${JSON.stringify(schema(), undefined, 2)}\n`);
}

/** The pages of the rules, which the SARIF report carries as help. */
function copyRulePages(outdir: string): void {
  mkdirSync(join(outdir, 'rules'));
  for (const name of readdirSync('rules').filter((file) => file.endsWith('.md')))
    copyFileSync(join('rules', name), join(outdir, 'rules', name));
}

/** What SDK operations and Terraform types call: read a service, or a type, at a time. */
function copyCallFacts(outdir: string): void {
  cpSync('src/calls/sdk/operations', join(outdir, 'sdk'), { recursive: true });
  const facts = join(outdir, 'facts');
  mkdirSync(facts);
  copyFileSync('src/calls/terraform/types.txt', join(facts, 'terraform-types.txt'));
  copyFileSync('src/calls/obs/methods.txt', join(facts, 'obs-methods.txt'));
  copyFileSync('src/calls/obs/actions.txt', join(facts, 'obs-actions.txt'));
  for (const name of readdirSync('src/calls/openstack').filter((file) => file.endsWith('.txt')))
    copyFileSync(join('src/calls/openstack', name), join(facts, name));
}

/** Bundles the entry points; everything that they import goes in. */
async function bundle(outdir: string): Promise<Metafile> {
  const split = await build({
    entryPoints: {
      cli: 'src/cli.ts',
      index: 'src/index.ts',
      'eslint-plugin': 'src/lint/language/plugin.ts',
      'lint-thread': 'src/commands/lint/lint-thread.ts',
    },
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: TARGET,
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  await writeJoined(split, outdir, JOURNEYS, {
    target: TARGET,
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    // Half the text to read at each start; names stay, so that a stack still tells where it was.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    // The first pass has warned already, of what is not a library's.
    logLevel: 'error',
  });
  return split.metafile;
}

/** The YAML of `catalog/` as the JSON that the command reads; an override that is no longer needed fails nobody's build, but is named. */
function compileShippedCatalogs(outdir: string): void {
  const idle = compileCatalogs('catalog', join(outdir, 'catalog')).flatMap((compiled) => compiled.idle);
  for (const sentence of idle) process.stderr.write(`catalog/overrides.yaml: ${sentence}\n`);
}
