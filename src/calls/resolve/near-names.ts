import { createNameIndex } from './name-index.js';
import type { NameIndex } from './name-index.js';

/**
 * The candidates that a misspelt name most likely means, nearest first; case, punctuation and word order of separators
 * carry no meaning. At most a third of the letters may differ. Where the same large list is asked again and again, keep an
 * index of it (`name-index.ts`).
 */
export function nearNames(name: string, candidates: Iterable<string>, limit = 3): string[] {
  return createNameIndex(candidates)
    .near(name, limit)
    .map(({ candidate }) => candidate);
}

/** The same of several lists, each before those behind it: the nearest first, of equally near ones the earlier list's. */
export function nearNamesIn(name: string, indexes: readonly NameIndex[], limit = 3): string[] {
  const found = indexes.flatMap((index) => index.near(name, limit)).sort((a, b) => a.edits - b.edits);
  return [...new Set(found.map(({ candidate }) => candidate))].slice(0, limit);
}
