import type { Piece } from '../pieces.js';

/**
 * What `JSON.stringify(value, undefined, 2)` gives, piece by piece, so that a long list never stands in memory as one text.
 * @param depth how many levels are taken apart; what lies deeper is one piece.
 * @param known the text of a value as it stands two levels deep, `nestedJson`, where somebody has it already.
 */
export function* jsonPieces(
  value: unknown,
  depth: number,
  known: (value: object) => Uint8Array | undefined = () => undefined,
  indent = '',
): Generator<Piece> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield whole(value, known, indent);
    return;
  }
  const entries = Array.isArray(value)
    ? value.map((item: unknown) => ['', item === undefined ? null : item] as const)
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([name, item]) => [`${JSON.stringify(name)}: `, item] as const);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (entries.length === 0) {
    yield `${open}${close}`;
    return;
  }
  const inner = `${indent}  `;
  let before = `${open}\n${inner}`;
  for (const [name, item] of entries) {
    yield before + name;
    yield* jsonPieces(item, depth - 1, known, inner);
    before = `,\n${inner}`;
  }
  yield `\n${indent}${close}`;
}

/** A value as it stands in JSON two levels deep. */
export function nestedJson(value: unknown): string {
  return JSON.stringify([[value]], undefined, 2).slice('[\n  [\n    '.length, -'\n  ]\n]'.length);
}

const NESTED = '    ';

function whole(value: unknown, known: (value: object) => Uint8Array | undefined, indent: string): Piece {
  const bytes = typeof value === 'object' && value !== null ? known(value) : undefined;
  if (bytes === undefined) return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`);
  return indent === NESTED ? bytes : new TextDecoder().decode(bytes).replaceAll(`\n${NESTED}`, `\n${indent}`);
}
