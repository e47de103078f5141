import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What a path leads to, also where nothing is there yet. */
export function placeOf(cwd: string, path: string): string {
  const file = resolve(cwd, path);
  try {
    return realpathSync.native(file);
  } catch {
    return placeOfNew(file);
  }
}

function placeOfNew(file: string): string {
  try {
    return join(realpathSync.native(dirname(file)), basename(file));
  } catch {
    return file;
  }
}
