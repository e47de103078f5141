/**
 * How many slips of the hand lie between two words: a letter too many, too few, another one, or two neighbours swapped
 * (optimal string alignment: `lsit` and `list` are one slip apart). Counts UTF-16 units.
 * @param most undefined is answered for more than these, and early: what is far off costs hardly anything.
 */
export function editsBetween(a: string, b: string, most: number): number | undefined {
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  if (long.length - short.length > most) return undefined;
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < short.length - start &&
    short.charCodeAt(short.length - 1 - same) === long.charCodeAt(long.length - 1 - same)
  )
    same += 1;
  return editsWithin(long.slice(start, long.length - same), short.slice(start, short.length - same), most);
}

/** The nearest of some words, the first of those that are equally near; undefined where none is within `most` edits. */
export function closestWord(word: string, words: readonly string[], most = Infinity): string | undefined {
  let found: string | undefined;
  let bound = Math.min(most, Math.max(word.length, greatestLength(words)));
  for (const candidate of words) {
    const edits = editsBetween(word, candidate, bound);
    if (edits === undefined) continue;
    found = candidate;
    bound = edits - 1;
  }
  return found;
}

function greatestLength(words: readonly string[]): number {
  return words.reduce((length, word) => Math.max(length, word.length), 0);
}

/** Row by row, and only cells that can still lead to an answer: at most `2 * most + 1` of a row. */
function editsWithin(long: string, short: string, most: number): number | undefined {
  if (short.length === 0) return long.length <= most ? long.length : undefined;
  const far = Math.min(most, long.length) + 1;
  const width = short.length + 1;
  // Typed arrays that are turned round: this is the inner loop of every “did you mean”.
  let before = new Uint32Array(width).fill(far);
  let last = Uint32Array.from({ length: width }, (_, at) => Math.min(at, far));
  let current = new Uint32Array(width);
  for (let row = 1; row <= long.length; row += 1) {
    const from = Math.max(1, row - far);
    const to = Math.min(short.length, row + far);
    current.fill(far);
    if (from === 1) current[0] = Math.min(row, far);
    const mine = long.charCodeAt(row - 1);
    let nearest = current[0] ?? far;
    for (let at = from; at <= to; at += 1) {
      const other = short.charCodeAt(at - 1);
      let cell = Math.min(
        (last[at - 1] ?? far) + (mine === other ? 0 : 1),
        (last[at] ?? far) + 1,
        (current[at - 1] ?? far) + 1,
        far,
      );
      if (row > 1 && at > 1 && mine === short.charCodeAt(at - 2) && other === long.charCodeAt(row - 2))
        cell = Math.min(cell, (before[at - 2] ?? far) + 1);
      current[at] = cell;
      nearest = Math.min(nearest, cell);
    }
    if (nearest >= far) return undefined;
    [before, last, current] = [last, current, before];
  }
  const edits = last[short.length] ?? far;
  return edits < far ? edits : undefined;
}
