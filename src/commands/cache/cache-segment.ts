import { createHash, randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, fileProblem, guarded } from '../../file-problem.js';
import { readAt, writeText } from '../../files.js';

/** A result as it is kept: what it is called, its bytes, and when it was made (milliseconds since 1970; left out: now). */
export type Kept = readonly [name: string, pieces: readonly Uint8Array[], made?: number];

/** The results that a run left behind, in one file that is never changed. */
export interface Segment {
  readonly file: string;
  /** By name. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** A result; undefined where it is not as it was written. */
  readonly read: (name: string) => Uint8Array | undefined;
  readonly close: () => void;
}

/** In the order of time; two that were written at once differ all the same. */
export function newSegmentName(): string {
  return `${Date.now().toString(16).padStart(12, '0')}-${randomBytes(6).toString('hex')}`;
}

export function isSegment(name: string): boolean {
  return /^[0-9a-f]{12}-[0-9a-f]{12}$/.test(name);
}

/**
 * Writes a segment, whole or not at all: the results, then where each of them stands, then where that stands. A result is
 * asked for when its turn has come, and let go again.
 * @throws Problem code `file`.
 */
export function writeSegment(file: string, results: Iterable<Kept>): void {
  writeText(file, segmentPieces(results));
}

/** Where a result stands in the file, the digest of its bytes, and when it was made. */
export interface Entry {
  readonly name: string;
  readonly start: number;
  readonly length: number;
  readonly digest: string;
  readonly made: number;
}

function* segmentPieces(results: Iterable<Kept>): Generator<Uint8Array> {
  const entries: Entry[] = [];
  let start = 0;
  for (const [name, pieces, made = Date.now()] of results) {
    const hash = createHash('sha256');
    let length = 0;
    for (const piece of pieces) {
      hash.update(piece);
      length += piece.length;
      yield piece;
    }
    entries.push({ name, start, length, digest: hash.digest('hex'), made });
    start += length;
  }
  const index = Buffer.from(JSON.stringify(entries));
  const end = Buffer.alloc(END);
  end.writeDoubleBE(start);
  createHash('sha256')
    .update(index)
    .digest()
    .copy(end, END - DIGEST);
  yield index;
  yield end;
}

const DIGEST = 32;
/** Bytes behind the index: where it begins, and its digest. */
const END = 8 + DIGEST;

/** A pipe in the place of a file would be waited for; not on Windows, which does not know the flag. */
const NEVER_WAIT = (constants.O_NONBLOCK as number | undefined) ?? 0;

/**
 * Opens a segment.
 * @returns undefined where it is damaged; `absent` where another run has removed it meanwhile.
 * @throws Problem code `file`.
 */
export function openSegment(folder: string, name: string): Segment | 'absent' | undefined {
  const file = join(folder, name);
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | NEVER_WAIT);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'absent';
    throw fileProblem(file, error);
  }
  const entries = guarded(file, () => readIndex(descriptor));
  if (entries === undefined) {
    closeSync(descriptor);
    return undefined;
  }
  return {
    file,
    entries,
    read(wanted) {
      const entry = entries.get(wanted);
      const bytes = entry && guarded(file, () => readAt(descriptor, entry.start, entry.length));
      return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === entry?.digest
        ? bytes
        : undefined;
    },
    close: () => {
      closeSync(descriptor);
    },
  };
}

function readIndex(descriptor: number): ReadonlyMap<string, Entry> | undefined {
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) return undefined;
  const { size } = stats;
  const end = readAt(descriptor, size - END, END);
  if (end === undefined) return undefined;
  const start = end.readDoubleBE();
  const index = readAt(descriptor, start, size - END - start);
  if (
    index === undefined ||
    !createHash('sha256')
      .update(index)
      .digest()
      .equals(end.subarray(END - DIGEST))
  )
    return undefined;
  return new Map((JSON.parse(index.toString()) as readonly Entry[]).map((entry) => [entry.name, entry]));
}
