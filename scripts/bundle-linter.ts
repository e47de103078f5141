import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';

/**
 * What ESLint's `Linter` loads for JavaScript only, and what stands in for it: nothing here is JavaScript, and the two
 * are two thirds of what there is to load.
 */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'lib/rules/index.js': 'module.exports = new Map();',
  'lib/languages/js/index.js': 'module.exports = {};',
};

/**
 * Bundles ESLint's `Linter` into a file of its own, which `src/lint/run/linter.ts` loads when it is first wanted. CommonJS, as
 * it is loaded in the midst of what cannot wait.
 * @throws Error where this version of ESLint has not the files that are left out.
 */
export async function bundleLinter(outfile: string): Promise<Metafile> {
  const leftOut = new Set<string>();
  const { metafile } = await build({
    entryPoints: [fileURLToPath(import.meta.resolve('eslint/universal'))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [
      {
        name: 'leave out what is for JavaScript',
        setup: (bundler) => {
          bundler.onLoad(
            { filter: /[/\\]eslint[/\\]lib[/\\](?:rules|languages[/\\]js)[/\\]index\.js$/ },
            ({ path }) => {
              const file = path.replaceAll('\\', '/').replace(/^.*\/eslint\//, '');
              leftOut.add(file);
              return { contents: LEFT_OUT[file] ?? '' };
            },
          );
        },
      },
    ],
  });
  const missed = Object.keys(LEFT_OUT).filter((file) => !leftOut.has(file));
  if (missed.length > 0)
    throw new Error(
      `eslint loads no ${missed.join(' and no ')} any more; see what scripts/bundle-linter.ts may leave out of this version`,
    );
  return metafile;
}
