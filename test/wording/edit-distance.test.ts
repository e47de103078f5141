import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWord, editsBetween } from '../../src/wording/edit-distance.js';

describe('edits between two words', () => {
  it.each([
    ['list', 'list', 0],
    ['lsit', 'list', 1],
    ['strat', 'start', 1],
    ['lists', 'list', 1],
    ['lit', 'list', 1],
    ['lost', 'list', 1],
    ['', 'get', 3],
    ['servers', 'clusters', 5],
  ])('%s and %s: %i', (a, b, edits) => {
    expect(editsBetween(a, b, 10)).toBe(edits);
    expect(editsBetween(b, a, edits)).toBe(edits);
    if (edits > 0) expect(editsBetween(a, b, edits - 1)).toBeUndefined();
  });

  it('are those of the plain table, within any bound', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, fc.nat(9), (a, b, most) => {
        const edits = plainTable(a, b);
        expect(editsBetween(a, b, most)).toBe(edits <= most ? edits : undefined);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the closest word', () => {
  it('is the first of the nearest', () => {
    expect(closestWord('jsno', ['text', 'json', 'jsn'])).toBe('json');
    expect(closestWord('sarfi', ['text', 'sarif'], 1)).toBe('sarif');
    expect(closestWord('nothing', ['text', 'sarif'], 2)).toBeUndefined();
    expect(closestWord('x', ['text', 'sarif'])).toBe('text');
  });
});

/** Optimal string alignment as textbooks have it. */
function plainTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, at) => (row === 0 ? at : row)),
  );
  const cell = (row: number, at: number): number => table[row]?.[at] ?? Infinity;
  for (let row = 1; row <= a.length; row += 1) {
    for (let at = 1; at <= b.length; at += 1) {
      const swapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
      const cells = [
        cell(row - 1, at) + 1,
        cell(row, at - 1) + 1,
        cell(row - 1, at - 1) + (a[row - 1] === b[at - 1] ? 0 : 1),
        swapped ? cell(row - 2, at - 2) + 1 : Infinity,
      ];
      const line = table[row];
      if (line !== undefined) line[at] = cells.toSorted((x, y) => x - y)[0] ?? 0;
    }
  }
  return cell(a.length, b.length);
}
