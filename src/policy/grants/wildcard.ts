/**
 * Text with `*` (any run of characters, also none) and, where asked for, `?` (exactly one). The engine under action and
 * resource patterns; those say what a pattern means, this only compares characters. Everything here is exact and takes at
 * most pattern length × text length steps, whatever the stars.
 */
export interface Wildcard {
  /** The text between the stars; one more than there are stars. */
  readonly chunks: readonly string[];
  /** `?` stands for one character. */
  readonly single: boolean;
}

export function parseWildcard(pattern: string, single = false): Wildcard {
  return { chunks: pattern.split('*'), single: single && pattern.includes('?') };
}

/** Greedy and without backtracking: the first place a chunk fits leaves the most room for the rest. */
export function wildcardMatches({ chunks, single }: Wildcard, text: string): boolean {
  const first = chunks[0] ?? '';
  const last = chunks.at(-1) ?? '';
  if (chunks.length === 1) return first.length === text.length && fits(first, text, 0, single);
  if (
    text.length < first.length + last.length ||
    !fits(first, text, 0, single) ||
    !fits(last, text, text.length - last.length, single)
  )
    return false;
  const end = text.length - last.length;
  let at = first.length;
  for (let index = 1; index < chunks.length - 1; index += 1) {
    const chunk = chunks[index] ?? '';
    at = find(chunk, text, at, end, single);
    if (at === -1) return false;
    at += chunk.length;
  }
  return true;
}

/** Characters for private use, which no action or resource contains: they stand for “any text” and “any character”. */
const ANY_TEXT = '\ue000';
const ANY_CHARACTER = '\ue001';

/**
 * Whether everything that `inner` matches, `outer` matches too. A star of `inner` may stand for a character that `outer`
 * does not name, so only a star of `outer` can take it in, and that star takes in every other text as well: exact for `*`.
 * With `?` a yes is always right; `a*b` inside `a?*` is missed.
 */
export function wildcardContains(outer: Wildcard, inner: Wildcard): boolean {
  const text = inner.chunks.join(ANY_TEXT);
  return wildcardMatches(outer, inner.single ? text.replaceAll('?', ANY_CHARACTER) : text);
}

/**
 * Whether some text matches both; with `colons`, some text that has exactly so many colons (at most 30).
 * A table over the symbols of both: each cell holds, as bits, the numbers of colons with which they can be brought together.
 */
export function wildcardsIntersect(one: Wildcard, other: Wildcard, colons?: number): boolean {
  const a = symbols(one);
  const b = symbols(other);
  const limit = colons === undefined ? 1 : 2 ** (colons + 1) - 1;
  const taking = (cell: number | undefined, symbol: string | symbol): number =>
    colons !== undefined && symbol === ':' ? ((cell ?? 0) << 1) & limit : (cell ?? 0);
  let row = [1];
  for (let j = 1; j <= b.length; j += 1) row.push(b[j - 1] === STAR ? (row[j - 1] ?? 0) : 0);
  for (const symbol of a) {
    const next = [symbol === STAR ? (row[0] ?? 0) : 0];
    for (let j = 1; j <= b.length; j += 1) {
      const beside = b[j - 1] ?? STAR;
      if (symbol === STAR && beside === STAR)
        next.push(withMoreColons((row[j] ?? 0) | (next[j - 1] ?? 0), limit));
      else if (symbol === STAR) next.push((row[j] ?? 0) | taking(next[j - 1], beside));
      else if (beside === STAR) next.push((next[j - 1] ?? 0) | taking(row[j], symbol));
      else
        next.push(
          symbol === beside || symbol === ONE || beside === ONE
            ? taking(row[j - 1], symbol === ONE ? beside : symbol)
            : 0,
        );
    }
    row = next;
  }
  return ((row[b.length] ?? 0) & (colons === undefined ? 1 : 2 ** colons)) !== 0;
}

/** Two stars that meet may take any number of colons together. */
function withMoreColons(cell: number, limit: number): number {
  let more = cell;
  for (let bit = cell & -cell; bit !== 0 && bit <= limit; bit <<= 1) more |= bit;
  return more & limit;
}

const STAR = Symbol('*');
const ONE = Symbol('?');

function symbols({ chunks, single }: Wildcard): (string | symbol)[] {
  return chunks.flatMap((chunk, index) => [
    ...(index === 0 ? [] : [STAR]),
    ...chunk.split('').map((character) => (single && character === '?' ? ONE : character)),
  ]);
}

function find(chunk: string, text: string, from: number, end: number, single: boolean): number {
  if (!single) {
    const at = text.indexOf(chunk, from);
    return at === -1 || at + chunk.length > end ? -1 : at;
  }
  for (let at = from; at + chunk.length <= end; at += 1) if (fits(chunk, text, at, single)) return at;
  return -1;
}

const QUESTION_MARK = 63;

function fits(chunk: string, text: string, at: number, single: boolean): boolean {
  if (!single) return text.startsWith(chunk, at);
  for (let index = 0; index < chunk.length; index += 1) {
    const symbol = chunk.charCodeAt(index);
    const character = text.charCodeAt(at + index);
    if (symbol !== character && (symbol !== QUESTION_MARK || character === ANY_TEXT.charCodeAt(0)))
      return false;
  }
  return true;
}
