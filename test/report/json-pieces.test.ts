import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces, nestedJson } from '../../src/report/json-pieces.js';
import type { Piece } from '../../src/pieces.js';

function textOf(pieces: Iterable<Piece>): string {
  return [...pieces].map((piece) => Buffer.from(piece).toString()).join('');
}

describe('JSON in pieces', () => {
  it('is what JSON.stringify gives, however deep it is taken apart', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(6), (value, depth) => {
        expect(textOf(jsonPieces(value, depth))).toBe(JSON.stringify(value, undefined, 2));
      }),
    );
  });

  it('leaves out what is undefined, as JSON.stringify does', () => {
    const value = { a: undefined, b: [undefined, { c: undefined }] };
    expect(textOf(jsonPieces(value, 3))).toBe(JSON.stringify(value, undefined, 2));
  });

  it('takes the text of a value that is known, at any depth', () => {
    const item = { name: 'a "b"\n', list: [1, { x: '    y' }] };
    const known = new TextEncoder().encode(nestedJson(item));
    for (const value of [{ list: [item] }, { very: { deep: [[item, 1], item] } }, [item]]) {
      expect(textOf(jsonPieces(value, 4, (object) => (object === item ? known : undefined)))).toBe(
        JSON.stringify(value, undefined, 2),
      );
    }
  });
});
