import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, expect, it } from 'vitest';
import { writeJoined } from '../../scripts/join-chunks.js';

const folder = mkdtempSync(join(tmpdir(), 'join-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Two ways in that share modules, a command that both load late, and a library that one of them alone loads. */
const SOURCES = {
  'cli.js': `
    import { state } from './state.js';
    export const run = async () => { state.runs += 1; return (await import('./lint.js')).lint(); };`,
  'plugin.js': `
    import { state } from './state.js';
    import { rule } from './rules.js';
    export const plugin = () => [rule(), state.runs];`,
  'lint.js': `
    import { state } from './state.js';
    import { rule } from './rules.js';
    import { rare } from './shared-with-rare.js';
    export const lint = async () => [rule(), rare, state.runs, (await import('./rare.js')).name];`,
  'rare.js': `
    import { rare } from './shared-with-rare.js';
    import { rule } from './rules.js';
    export const name = 'rare ' + rare + rule();`,
  'state.js': 'export const state = { runs: 0 };',
  'rules.js': `const name = 'rule'; export const rule = () => name;`,
  'shared-with-rare.js': `const name = 'shared'; export { name as rare };`,
};

it('joins what a start loads, and leaves one of each module', async () => {
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, name), text);
  const ways = ['cli.js', 'plugin.js'];
  const outdir = join(folder, 'dist');
  const split = await build({
    entryPoints: ways.map((name) => join(folder, name)),
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  const inputOf = (name: string) =>
    Object.keys(split.metafile.inputs).find((input) => input.endsWith(`/${name}`)) ?? name;
  await writeJoined(split, outdir, { lint: ['cli.js', 'lint.js'].map(inputOf) }, {});

  const chunks = readdirSync(join(outdir, 'chunks')).map((name) => name.replace(/-[A-Z0-9]{8}/, ''));
  expect(chunks.sort()).toEqual(['lint.js', 'lint.js', 'rare.js']);
  expect(readFileSync(join(outdir, 'chunks', 'lint.js'), 'utf8')).not.toContain('import');
  const load = async (name: string) =>
    (await import(pathToFileURL(join(outdir, name)).href)) as Record<string, () => unknown>;
  const [cli, plugin] = [await load('cli.js'), await load('plugin.js')];
  expect(await cli['run']?.()).toEqual(['rule', 'shared', 1, 'rare sharedrule']);
  // State would stand twice if a module did.
  expect(plugin['plugin']?.()).toEqual(['rule', 1]);
});

it('refuses a journey that takes a way which is none', async () => {
  writeFileSync(join(folder, 'alone.js'), 'export const one = 1;');
  const split = await build({
    entryPoints: [join(folder, 'alone.js')],
    outdir: join(folder, 'other'),
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  await expect(writeJoined(split, join(folder, 'other'), { lint: ['gone.js'] }, {})).rejects.toThrow('lint');
});
