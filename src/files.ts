import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from './problem.js';

/**
 * Reads a text file as UTF-8, or UTF-16 where a byte order mark says so. The mark is not part of the text.
 * @throws Problem code `file` where it cannot be read, naming the reason and the remedy.
 */
export function readText(file: string): string {
  return decodeText(readBytes(file));
}

/** @throws Problem code `file`. */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw fileProblem(file, error);
  }
}

/** UTF-8 unless a byte order mark says UTF-16; the mark is dropped. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Writes a file whole or not at all: to a temporary file beside it, then renamed over it. Makes the folder.
 * @throws Problem code `file`.
 */
export function writeText(file: string, text: string): void {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw fileProblem(file, error);
  }
}

const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder; check the path',
  EACCES: 'permission denied; make it readable for this user',
  EPERM: 'operation not permitted; check the permissions of the file and its folder',
  EISDIR: 'is a folder; name a file',
  ENOTDIR: 'a part of the path is a file, not a folder; check the path',
  ENOSPC: 'no space left on the device; free some and run again',
  EROFS: 'the file system is read-only; choose another place',
  ELOOP: 'too many symbolic links; the link leads to itself',
  EMFILE: 'too many open files; raise the limit (ulimit -n)',
  ENAMETOOLONG: 'the file name is too long; choose a shorter one',
};

/** Turns a file system error into a Problem with a remedy; anything else is thrown on unchanged. */
export function fileProblem(file: string, error: unknown): Problem {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return new Problem('file', REMEDIES[error.code] ?? error.message, { file }, { cause: error });
}
