import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { guarded } from '../../file-problem.js';
import { attempt } from '../../problem.js';
import type { Problem } from '../../problem.js';

/** Files of these kinds are pages. */
const PAGE = /\.(?:md|markdown|html?|xhtml)$/i;

export function isPageFile(name: string): boolean {
  return PAGE.test(name);
}

/**
 * Pages at and below a path, sorted, one folder at a time. A file that is named itself is a page whatever it is called;
 * below a folder, pages are told by their ending. Links below a folder are not followed: they may lead anywhere.
 * @param onProblem told of folders below that cannot be read; the others are.
 * @throws Problem code `file` where the path itself cannot be read.
 */
export function* pageFiles(path: string, onProblem: (problem: Problem) => void): Generator<string> {
  if (guarded(path, () => statSync(path)).isDirectory()) yield* below(path, onProblem);
  else yield path;
}

function* below(folder: string, onProblem: (problem: Problem) => void): Generator<string> {
  const problems: Problem[] = [];
  const [names = []] = attempt(() => guarded(folder, () => readdirSync(folder).sort()), problems);
  problems.forEach(onProblem);
  for (const name of names) {
    const path = join(folder, name);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() && !name.startsWith('.') && name !== 'node_modules')
      yield* below(path, onProblem);
    else if (stats?.isFile() && isPageFile(name)) yield path;
  }
}
