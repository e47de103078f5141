import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { readPieces, readText } from '../src/files.js';

const cwd = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

function file(bytes: Uint8Array | string): string {
  const path = join(cwd, 'a.txt');
  writeFileSync(path, bytes);
  return path;
}

async function joined(path: string): Promise<string> {
  let text = '';
  for await (const piece of readPieces(path)) text += piece;
  return text;
}

const LONG = 'x🌍é\n'.repeat(50_000);

it.each([
  ['nothing', ''],
  ['a mark and text', '\uFEFFtext'],
  ['characters that pieces cut', LONG],
  ['UTF-16', Buffer.from('\uFEFFtext', 'utf16le')],
])('reads by pieces what is read at once: %s', async (_what, bytes) => {
  expect(await joined(file(bytes))).toBe(readText(file(bytes)));
});

it('unpacks what gzip packed, also in several members', async () => {
  expect(await joined(file(gzipSync(LONG)))).toBe(LONG);
  expect(await joined(file(Buffer.concat([gzipSync('a'), gzipSync('b')])))).toBe('ab');
});

it('may be left off early', async () => {
  for (const bytes of [LONG, gzipSync(LONG.repeat(20))]) {
    for await (const piece of readPieces(file(bytes))) {
      expect(piece.startsWith('x🌍')).toBe(true);
      break;
    }
  }
});

it('names what is wrong with a file', async () => {
  await expect(joined(join(cwd, 'absent'))).rejects.toThrow('no such file');
  await expect(joined(cwd)).rejects.toThrow('is a folder');
  await expect(joined(file(gzipSync(LONG).subarray(0, 200)))).rejects.toThrow('ends too early');
  await expect(
    joined(file(Buffer.concat([gzipSync(LONG).subarray(0, 20), Buffer.alloc(400, 7)]))),
  ).rejects.toThrow('gzip data is broken');
});
