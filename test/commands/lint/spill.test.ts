import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createSpill } from '../../../src/commands/lint/spill.js';

const { TMPDIR } = process.env;
afterEach(() => {
  if (TMPDIR === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = TMPDIR;
});

const texts = Array.from(
  { length: 300 },
  (_, index) => `${index} 批量关闭云服务器 \u{1f600} ${'x'.repeat((index * 37) % 5_000)}`,
);

it.each([
  ['in memory', 1 << 30],
  ['in a file from the first text on', 1],
  ['in memory first, then in a file', 100_000],
])('gives back what it keeps %s', (_, inMemory) => {
  const spill = createSpill(inMemory);
  const reads = texts.map((text, index) =>
    spill.keep(index % 3 === 0 ? new TextEncoder().encode(text) : text),
  );
  expect([...reads].reverse().map((read) => read().toString())).toEqual([...texts].reverse());
  spill.close();
});

it('leaves no file behind, not even while it is in use', () => {
  process.env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'spill-'));
  const spill = createSpill(1);
  const reads = texts.map(spill.keep);
  if (process.platform !== 'win32') expect(readdirSync(process.env['TMPDIR'])).toEqual([]);
  expect(reads[7]?.().toString()).toBe(texts[7]);
  spill.close();
  expect(readdirSync(process.env['TMPDIR'])).toEqual([]);
});

it('keeps everything in memory where there is no place for a file', () => {
  process.env['TMPDIR'] = join(tmpdir(), 'there', 'is', 'no', 'such', 'folder');
  const spill = createSpill(1);
  expect(texts.map(spill.keep).map((read) => read().toString())).toEqual(texts);
  spill.close();
});
