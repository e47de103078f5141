/**
 * A table as one text: a row a line, its key, a tab, its value; in the order of the keys. A row is found by bisection, so
 * that who asks for a few of thousands of rows reads those alone.
 */
export interface TextTable {
  /** With the key as it was written, which may differ in case. */
  row(key: string): readonly [key: string, value: string] | undefined;
  rows(): Iterable<readonly [key: string, value: string]>;
}

/** How keys are compared: as they are written, or whatever their case. */
export type KeyCase = 'exact' | 'any';

/** Writes rows whose keys differ. Values hold no line break: names go through `writeNames`, anything else is JSON. */
export function writeTable(
  rows: Iterable<readonly [key: string, value: string]>,
  keyCase: KeyCase = 'exact',
): string {
  return Array.from(rows, ([key, value]) => ({
    order: folded(escaped(key), keyCase),
    line: `${escaped(key)}\t${value}\n`,
  }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ line }) => line)
    .join('');
}

/** Opens what `writeTable` wrote with the same `keyCase`. */
export function openTable(text: string, keyCase: KeyCase = 'exact'): TextTable {
  return {
    row(key) {
      const wanted = folded(escaped(key), keyCase);
      let low = 0;
      let high = text.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const start = middle === 0 ? 0 : text.lastIndexOf('\n', middle - 1) + 1;
        const { tab, end } = rowAt(text, start);
        const found = folded(text.slice(start, tab), keyCase);
        if (found === wanted) return [unescaped(text.slice(start, tab)), text.slice(tab + 1, end)];
        if (found < wanted) low = end + 1;
        else high = start;
      }
      return undefined;
    },
    *rows() {
      for (let start = 0; start < text.length;) {
        const { tab, end } = rowAt(text, start);
        yield [unescaped(text.slice(start, tab)), text.slice(tab + 1, end)];
        start = end + 1;
      }
    },
  };
}

/** Several names as one value. */
export function writeNames(names: Iterable<string>): string {
  return Array.from(names, escaped).join('\t');
}

export function readNames(value: string): string[] {
  return value === '' ? [] : value.split('\t').map(unescaped);
}

function rowAt(text: string, start: number): { readonly tab: number; readonly end: number } {
  const tab = text.indexOf('\t', start);
  const end = text.indexOf('\n', tab);
  return tab < 0 || end < 0 ? { tab: text.length, end: text.length } : { tab, end };
}

function folded(key: string, keyCase: KeyCase): string {
  return keyCase === 'any' ? key.toLowerCase() : key;
}

/** Names may be anybody's: a tab or a line break in one is written as JSON writes it. */
function escaped(name: string): string {
  return /[\\"\p{Cc}\p{Cs}]/u.test(name) ? JSON.stringify(name).slice(1, -1) : name;
}

function unescaped(text: string): string {
  return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text;
}
