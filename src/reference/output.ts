import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readText, writeText } from '../files.js';

/** File contents by path below the output folder, `/` as separator. */
export type Output = ReadonlyMap<string, string>;

/**
 * Writes files below a folder and removes those that an earlier run wrote and this one does not. What was written is
 * listed in the folder itself, so that nothing else that lies there is ever touched.
 * @throws Problem code `file`.
 */
export function writeOutput(folder: string, files: Output): void {
  const list = join(folder, LIST);
  const before = existsSync(list) ? readText(list).split('\n').filter(isInside) : [];
  for (const [path, content] of files) writeText(join(folder, path), content);
  for (const path of before) if (!files.has(path)) rmSync(join(folder, path), { force: true });
  writeText(list, `${[...files.keys()].sort().join('\n')}\n`);
}

const LIST = '.generated';

/** The list is a file that anybody may have edited: it must not lead out of the folder. */
function isInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..');
}
