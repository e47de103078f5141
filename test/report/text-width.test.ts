import { describe, expect, it } from 'vitest';
import { displayWidth, wrapped } from '../../src/report/text/text-width.js';

describe('lines of a terminal', () => {
  it('end at a space, at most as wide as asked for', () => {
    expect(wrapped('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrapped('one two three four', 18)).toEqual(['one two three four']);
  });

  it('keep a word whole that is longer than they are', () => {
    expect(wrapped('see https://example.test/a/very/long/address now', 12)).toEqual([
      'see',
      'https://example.test/a/very/long/address',
      'now',
    ]);
  });

  it('count two columns for a Chinese character and break between any two', () => {
    expect(displayWidth('查询云服务器 abc')).toBe(16);
    expect(wrapped('查询云服务器列表', 6)).toEqual(['查询云', '服务器', '列表']);
  });

  it('begin with no closing mark and end with no opening one', () => {
    expect(wrapped('查询云服，务器', 8)).toEqual(['查询云', '服，务器']);
    expect(wrapped('查询云（服务器）', 8)).toEqual(['查询云', '（服务', '器）']);
  });

  it('are as the terminal has them where marks take no column', () => {
    expect(displayWidth('e\u0301')).toBe(1);
  });

  it('are found in a time that grows with the text', () => {
    const long = 'word '.repeat(200_000);
    expect(wrapped(long, 80).length).toBeGreaterThan(12_000);
  });
});
