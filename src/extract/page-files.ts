import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblem } from '../files.js';

/** Files of these kinds are pages. */
const PAGE = /\.(?:md|markdown|html?|xhtml)$/i;

export function isPageFile(name: string): boolean {
  return PAGE.test(name);
}

/**
 * Pages at and below a path, sorted, one folder at a time. A file that is named itself is a page whatever it is called;
 * below a folder, pages are told by their ending. Links below a folder are not followed: they may lead anywhere.
 * @throws Problem code `file` where the path itself cannot be read.
 */
export function* pageFiles(path: string): Generator<string> {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw fileProblem(path, error);
  }
  if (isFolder) yield* below(path);
  else yield path;
}

function* below(folder: string): Generator<string> {
  for (const name of list(folder)) {
    const path = join(folder, name);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() && !name.startsWith('.') && name !== 'node_modules') yield* below(path);
    else if (stats?.isFile() && isPageFile(name)) yield path;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw fileProblem(folder, error);
  }
}
