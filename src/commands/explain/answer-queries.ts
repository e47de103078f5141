import type { Catalog } from '../../catalog/catalog.js';
import { explain } from './explain-answer.js';
import type { Answer } from './explain-answer.js';
import type { AnyAnswer } from './words/explain-words.js';
import type { Lookup } from './words/lookup.js';

/**
 * What the catalogs know by its name is answered at once; the index of all words is opened for what is left. Plain words
 * in a row are one question where they find something together.
 * @param open another index than that of these catalogs.
 */
export async function answersTo(
  queries: readonly string[],
  catalogs: readonly Catalog[],
  open?: (catalogs: readonly Catalog[]) => Lookup,
): Promise<readonly AnyAnswer[]> {
  const named = queries.map((query) => explain(query, catalogs, 'exact'));
  if (named.every(isSettled)) return named;
  const [{ explainWords }, { openLookup }] = await Promise.all([
    import('./words/explain-words.js'),
    import('./words/lookup.js'),
  ]);
  const inWords = (query: string) => explainWords(query, catalogs, (open ?? openLookup)(catalogs));
  const together = queries.length > 1 && queries.every((query) => PLAIN_WORD.test(query));
  const one = together ? inWords(queries.join(' ')) : undefined;
  if (one !== undefined) return [one];
  return named.map((answer) => {
    if (isSettled(answer)) return answer;
    const words = MAY_BE_WORDS.has(answer.kind) ? inWords(answer.query) : undefined;
    if (words !== undefined) return words;
    return isKnown(answer) ? answer : explain(answer.query, catalogs);
  });
}

/** Known, and under a name that nothing else has: a title may be that of many operations, the likeliest of them last. */
function isSettled({ kind, query, clouds }: Answer): boolean {
  if (kind !== 'operation') return clouds.length > 0;
  const found = clouds.flatMap(({ operations }) => operations);
  return found.length > 0 && found.every(({ operation }) => operation.id === query.trim());
}

/** Endpoints and names of SDKs and providers are known by their shape: words would find something else. */
const MAY_BE_WORDS: ReadonlySet<Answer['kind']> = new Set(['action', 'pattern', 'operation']);

const PLAIN_WORD = /^[\p{L}\p{N}]+$/u;

export function isKnown(answer: AnyAnswer): boolean {
  return answer.kind === 'words' || 'name' in answer || answer.clouds.length > 0;
}
