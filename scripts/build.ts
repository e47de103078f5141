import { rmSync } from 'node:fs';
import { build } from 'esbuild';

/** Bundles the three entry points into `dist`. ESLint stays outside: a plugin must share it with its user. */
export async function bundle(): Promise<void> {
  rmSync('dist', { recursive: true, force: true });
  await build({
    entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts', 'eslint-plugin': 'src/lint/plugin.ts' },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: ['eslint', '@eslint/plugin-kit'],
    legalComments: 'linked',
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
}

await bundle();
