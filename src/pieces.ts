/** A part of a text that is too long to stand in memory: a text, or one that is in UTF-8 already. It never ends amid a character. */
export type Piece = string | Uint8Array;

/** Bytes that are worth a call of the system. */
const BLOCK = 1 << 18;

/** Bytes in UTF-8 of a UTF-16 unit, at most. */
export const MOST_BYTES = 3;

/** Pieces as fewer blocks of bytes, none of which ends amid a character. A block is good until the next one is asked for. */
export function* inBlocks(pieces: Iterable<Piece>): Generator<Uint8Array> {
  const block = Buffer.allocUnsafe(BLOCK);
  let used = 0;
  for (const piece of pieces) {
    const most = typeof piece === 'string' ? piece.length * MOST_BYTES : piece.length;
    if (used + most > BLOCK && used > 0) {
      yield block.subarray(0, used);
      used = 0;
    }
    if (most > BLOCK) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
    else if (typeof piece === 'string') used += block.write(piece, used);
    else {
      block.set(piece, used);
      used += piece.length;
    }
  }
  if (used > 0) yield block.subarray(0, used);
}
