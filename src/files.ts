import {
  closeSync,
  createReadStream,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { publish, publishNew, withDrafts } from './draft.js';
import type { Content } from './draft.js';
import { fileProblem, guarded } from './file-problem.js';
import { Problem } from './problem.js';
import { en } from './wording/en/files.js';
import { speaker } from './wording/speaker.js';

const say = speaker('files', en);

/**
 * Reads a text file as UTF-8, or UTF-16 where a byte order mark says so. The mark is not part of the text.
 * @throws Problem code `file` where it cannot be read, naming the reason and the remedy.
 */
export function readText(file: string): string {
  return decodeText(readBytes(file));
}

/** @throws Problem code `file`; also for what is too large or has no end. */
export function readBytes(file: string): Buffer {
  return guarded(file, () => {
    const stats = statSync(file);
    if (stats.size > LARGEST) throw tooLarge(file);
    return stats.isFile() || stats.isDirectory() ? readFileSync(file) : readStream(file);
  });
}

/** Bytes; V8 holds no string of twice as many characters. */
const LARGEST = 256 * 1024 * 1024;
const CHUNK = 64 * 1024;

function tooLarge(file: string): Problem {
  return new Problem('file', say('tooLarge', { most: LARGEST / 1024 / 1024 }), { file });
}

/** A pipe or a device, as far as anybody wants it: `/dev/zero` has no end. */
function readStream(file: string): Buffer {
  const stream = openSync(file, 'r');
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(stream, chunk);
      if (length === 0) return Buffer.concat(chunks);
      size += length;
      if (size > LARGEST) throw tooLarge(file);
      chunks.push(chunk.subarray(0, length));
    }
  } finally {
    closeSync(stream);
  }
}

/** Bytes of an open file from an offset on; undefined where it does not hold as many, or nothing can stand there. */
export function readAt(descriptor: number, start: number, length: number): Buffer | undefined {
  if (!Number.isSafeInteger(start) || start < 0 || length < 0) return undefined;
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const read = readSync(descriptor, bytes, done, length - done, start + done);
    if (read === 0) return undefined;
    done += read;
  }
  return bytes;
}

/** Whether a file or a folder is there. A pipe or a device, which may have no end, is read only where somebody names it. */
export function isThere(path: string): boolean {
  try {
    const stats = statSync(path);
    return stats.isFile() || stats.isDirectory();
  } catch {
    return false;
  }
}

/**
 * A text file piece by piece, in the encodings of `readText`: no more than a piece is held. What gzip packed is unpacked,
 * whatever the file is called.
 * @throws Problem code `file`.
 */
export async function* readPieces(file: string): AsyncGenerator<string> {
  try {
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    for await (const bytes of unpacked(file)) {
      decoder ??= new TextDecoder(encodingOf(bytes));
      const text = decoder.decode(bytes, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  } catch (error) {
    throw fileProblem(file, error);
  }
}

async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(file);
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  const first = await pieces.next();
  const whole = async function* (): AsyncGenerator<Buffer> {
    try {
      for (let next = first; next.done !== true; next = await pieces.next()) yield next.value;
    } finally {
      stream.destroy();
    }
  };
  if (first.value?.[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* whole();
    return;
  }
  const { createGunzip } = await import('node:zlib');
  const gunzip = createGunzip();
  // Whoever reads is told of an error by the loop; who stops early wants to hear of none.
  pipeline(Readable.from(whole()), gunzip, () => undefined);
  yield* gunzip as AsyncIterable<Buffer>;
}

/** UTF-8 unless a byte order mark, or a NUL among the first two bytes, says UTF-16; the mark is dropped. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: every file that is read here begins with a character of ASCII, and no text holds a NUL.
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be';
  return first !== 0 && second === 0 ? 'utf-16le' : 'utf-8';
}

/** Bytes in the encoding of `model`, with a byte order mark where that has one. */
function encodeLike(model: Uint8Array, text: string): Buffer {
  const encoding = encodingOf(model);
  if (encoding === 'utf-8')
    return Buffer.from(model[0] === 0xef && model[1] === 0xbb && model[2] === 0xbf ? `\ufeff${text}` : text);
  const marked = (model[0] === 0xff && model[1] === 0xfe) || (model[0] === 0xfe && model[1] === 0xff);
  const bytes = Buffer.from(marked ? `\ufeff${text}` : text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/**
 * Writes a file whole or not at all: beside its place first, then over what is there. Makes the folder. A file that is
 * there keeps its permissions, a link stays one, and what is no plain file (a pipe, a device) is written into.
 * @throws Problem code `file`.
 */
export function writeText(file: string, content: Content): void {
  writeAll([[file, content]]);
}

/** As `writeText`, and no file is touched before all of them lie beside their places: a full disk changes nothing. */
export function writeAll(files: Iterable<readonly [file: string, content: Content]>): void {
  withDrafts((write) => {
    const drafts = Array.from(files, ([file, content]) => write(file, content));
    for (const draft of drafts) publish(draft);
  });
}

/**
 * Makes sure that what is written to these paths stays in a folder: a link in a checkout may lead anywhere.
 * @param paths from the folder, `/` as separator.
 * @throws Problem code `file` naming the link.
 */
export function refuseEscapes(folder: string, paths: Iterable<string>): void {
  const checked = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    for (const end of parts.keys()) {
      const part = join(folder, ...parts.slice(0, end + 1));
      if (checked.has(part)) continue;
      checked.add(part);
      if (isLink(part) && !leadsInside(part, folder))
        throw new Problem('file', say('leadsOut'), { file: part });
    }
  }
}

function isLink(path: string): boolean {
  return guarded(path, () => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true);
}

function leadsInside(link: string, folder: string): boolean {
  try {
    const inside = relative(realpathSync.native(folder), realpathSync.native(link));
    return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
  } catch {
    // It leads nowhere: what is written would be made there.
    return false;
  }
}

/**
 * Writes a file that is not there yet, whole or not at all.
 * @returns false where there is one (or a link, or a folder): it is left as it is.
 * @throws Problem code `file`.
 */
export function createText(file: string, text: string): boolean {
  if (guarded(file, () => lstatSync(file, { throwIfNoEntry: false })) !== undefined) return false;
  return withDrafts((write) => publishNew(write(file, text)));
}

/**
 * Puts another text in place of one that was read, in the encoding that the file has.
 * @param before the text that was read; undefined where there was no file.
 * @throws Problem code `file`, also where the file is not as it was: nobody's work is overwritten.
 */
export function replaceText(file: string, before: string | undefined, after: string): void {
  if (before === undefined) {
    if (!createText(file, after))
      throw new Problem('file', say('madeMeanwhile'), {
        file,
      });
    return;
  }
  const bytes = unchangedBytes(file, before);
  if (!encodeLike(bytes, before).equals(bytes))
    throw new Problem('file', say('notEncoded', { encoding: encodingOf(bytes).toUpperCase() }), { file });
  withDrafts((write) => {
    const draft = write(file, encodeLike(bytes, after));
    unchangedBytes(file, before);
    publish(draft);
  });
}

function unchangedBytes(file: string, text: string): Buffer {
  const bytes = readBytes(file);
  if (decodeText(bytes) !== text) throw new Problem('file', say('changedMeanwhile'), { file });
  return bytes;
}
