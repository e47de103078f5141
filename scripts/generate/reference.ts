import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadReference } from '../../src/commands/reference/reference.js';
import { markdownReference } from '../../src/reference/markdown-reference.js';
import type { Generated } from '../generate.js';

const REFERENCE = 'docs-out/reference';
const GUIDES = 'docs-out/guides';

/** `docs-out/reference/`: the permission reference of the shipped catalogs; `docs-out/guides/`: its guides. */
export async function reference(): Promise<Generated> {
  const { reference: shipped } = await loadReference('catalog');
  const files = new Map(
    [...markdownReference(shipped)].map(([path, text]) => [`${REFERENCE}/${path}`, text]),
  );
  for (const name of readdirSync('src/reference/guides'))
    files.set(`${GUIDES}/${name}`, readFileSync(`src/reference/guides/${name}`, 'utf8'));
  const obsolete = [REFERENCE, GUIDES].flatMap(filesBelow).filter((file) => !files.has(file));
  return { files, obsolete };
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries.map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
}
