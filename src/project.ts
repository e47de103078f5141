import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };

/** Name and version of the tool, as reports state them. */
export const TOOL = {
  name: 'lint-policies',
  version: manifest.version,
  url: 'https://github.com/lint-policies/lint-policies',
} as const;

/** Where generated pages are published; findings link below it. */
export const DOCS_URL = `${TOOL.url}/blob/main/docs-out`;

let root: string | undefined;

/** The package's own folder, whether this code runs from `src` or from a bundle in `dist`. */
export function packageRoot(): string {
  root ??= findRoot(dirname(fileURLToPath(import.meta.url)));
  return root;
}

function findRoot(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === TOOL.name)
    return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the package folder of lint-policies was not found');
  return findRoot(parent);
}
