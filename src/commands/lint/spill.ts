import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAt } from '../../files.js';
import type { Keep } from '../../lint/results/shelf.js';
import { MOST_BYTES } from '../../pieces.js';

/** Bytes that are held in memory before a file takes them. */
const IN_MEMORY = 8 << 20;

/** Bytes of a block; a text that is longer has one of its own. */
const BLOCK = 1 << 20;

export interface Spill {
  readonly keep: Keep;
  /** Lets the file go; what it held cannot be read any more. */
  readonly close: () => void;
}

interface Block {
  /** Where it begins among all that is kept. */
  readonly start: number;
  readonly bytes: Buffer;
}

/**
 * Keeps texts until they are asked for again: in memory as long as they are few, then in a temporary file without a name
 * (where the system allows that), so that nothing is left behind however the run ends. Where there is no room for a file
 * they stay in memory.
 */
export function createSpill(inMemory: number = IN_MEMORY): Spill {
  /** Those that are not in the file; the last one is being filled. */
  let blocks: Block[] = [];
  let used = 0;
  /** Bytes in the file, which are the first ones. */
  let written = 0;
  let file: TemporaryFile | undefined;
  let refused = false;

  const addBlock = (least: number): Block => {
    const last = blocks.at(-1);
    const start = last === undefined ? written : last.start + used;
    if (last !== undefined) blocks[blocks.length - 1] = { ...last, bytes: last.bytes.subarray(0, used) };
    if (!refused && start - written >= (file === undefined ? inMemory : BLOCK)) flush(start);
    const block = { start, bytes: Buffer.allocUnsafe(Math.max(BLOCK, least)) };
    blocks.push(block);
    used = 0;
    return block;
  };

  const flush = (end: number): void => {
    try {
      file ??= openTemporaryFile();
      for (const { bytes, start } of blocks) file.write(bytes, start);
      written = end;
      blocks = [];
    } catch {
      refused = true;
    }
  };

  const read = (at: number, length: number): Buffer => {
    if (at < written) return file?.read(at, length) ?? missing();
    const block = blocks.findLast(({ start }) => start <= at) ?? missing();
    return block.bytes.subarray(at - block.start, at - block.start + length);
  };

  return {
    keep(text) {
      const most = typeof text === 'string' ? text.length * MOST_BYTES : text.length;
      let block = blocks.at(-1);
      if (block === undefined || block.bytes.length - used < most) block = addBlock(most);
      const at = block.start + used;
      const length = typeof text === 'string' ? block.bytes.write(text, used) : text.length;
      if (typeof text !== 'string') block.bytes.set(text, used);
      used += length;
      return () => read(at, length);
    },
    close() {
      file?.close();
      file = undefined;
    },
  };
}

interface TemporaryFile {
  write(bytes: Buffer, at: number): void;
  read(at: number, length: number): Buffer;
  close(): void;
}

function openTemporaryFile(): TemporaryFile {
  const folder = mkdtempSync(join(tmpdir(), 'lint-policies-'));
  const descriptor = openSync(join(folder, 'records'), 'wx+', 0o600);
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  // Windows keeps the name of a file that is open; elsewhere it can go at once.
  if (process.platform !== 'win32') remove();
  return {
    write(bytes, at) {
      for (let done = 0; done < bytes.length;)
        done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
    },
    read: (at, length) => readAt(descriptor, at, length) ?? missing(),
    close() {
      closeSync(descriptor);
      remove();
    },
  };
}

function missing(): never {
  throw new Error('the temporary file does not hold what was written into it');
}
