import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { guarded } from '../file-problem.js';
import { readText, refuseEscapes, writeAll, writeText } from '../files.js';

/** File contents by path below the output folder, `/` as separator. */
export type Output = ReadonlyMap<string, string>;

/**
 * Writes files below a folder and removes those that an earlier run wrote and this one does not. What was written is
 * listed in the folder itself, so that nothing else that lies there is ever touched. The list names a file before it is
 * there and until it is gone, so that a run that is cut short leaves nothing that the next one does not know of.
 * @throws Problem code `file`, also where a link in the folder leads out of it.
 */
export function writeOutput(folder: string, files: Output): void {
  refuseEscapes(folder, [LIST]);
  const before = listed(folder);
  refuseEscapes(folder, [...files.keys(), ...before]);
  const stale = before.filter((path) => !files.has(path));
  writeList(folder, new Set([...before, ...files.keys()]));
  writeAll(Array.from(files, ([path, content]) => [join(folder, path), content]));
  for (const path of stale)
    guarded(join(folder, path), () => {
      rmSync(join(folder, path), { force: true });
    });
  // What another run has listed meanwhile is its own, and stays on the list.
  writeList(folder, new Set([...listed(folder).filter((path) => !stale.includes(path)), ...files.keys()]));
}

function listed(folder: string): readonly string[] {
  const list = join(folder, LIST);
  return existsSync(list) ? readText(list).split('\n').filter(isInside) : [];
}

function writeList(folder: string, paths: ReadonlySet<string>): void {
  writeText(join(folder, LIST), `${[...paths].sort().join('\n')}\n`);
}

const LIST = '.generated';

/** The list is a file that anybody may have edited: it must not lead out of the folder. */
function isInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..');
}
