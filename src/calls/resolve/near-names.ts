import { distance } from 'fastest-levenshtein';

/**
 * The candidates that a misspelt name most likely means, nearest first; case, punctuation and word order of separators
 * carry no meaning. At most a third of the letters may differ.
 */
export function nearNames(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = normalizeName(name);
  const bound = Math.max(1, Math.floor(wanted.length / 3));
  const found: { candidate: string; edits: number }[] = [];
  for (const candidate of candidates) {
    const normal = normalizeName(candidate);
    // A difference in length is a lower bound of the distance: most candidates end here.
    if (Math.abs(normal.length - wanted.length) > bound) continue;
    const edits = distance(wanted, normal);
    if (edits <= bound) found.push({ candidate, edits });
  }
  found.sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return [...new Set(found.map(({ candidate }) => candidate))].slice(0, limit);
}

/** Letters and digits only, in lower case and one width: `Stopping ECSs (Batch)` and `stopping-ecss-batch` are the same name. */
export function normalizeName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
