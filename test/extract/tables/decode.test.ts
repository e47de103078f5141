import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../src/extract/tables/decode.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, big: boolean, mark: boolean) => {
  const buffer = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? buffer.swap16() : buffer;
};
/** "授权项" in GBK. */
const gbk = Uint8Array.of(0xca, 0xda, 0xc8, 0xa8, 0xcf, 0xee);

describe('the encoding of a page', () => {
  it('is UTF-8, with and without a byte order mark', () => {
    expect(decodePage(utf8('授权项'))).toBe('授权项');
    expect(decodePage(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('授权项')))).toBe('授权项');
  });

  it.each([
    [false, true],
    [true, true],
    [false, false],
    [true, false],
  ])('is UTF-16 (big-endian %s, marked %s)', (big, mark) => {
    expect(decodePage(wide('<table>Action', big, mark))).toBe('<table>Action');
  });

  it('is what the page declares, where that decodes', () => {
    expect(decodePage(Buffer.concat([utf8('<meta charset="gbk">'), gbk]))).toContain('授权项');
  });

  it('is found out where the page lies about it', () => {
    expect(decodePage(utf8('<meta charset="gbk">授权项'))).toContain('授权项');
    expect(decodePage(Buffer.concat([utf8('<meta charset="utf-8">'), gbk]))).toContain('授权项');
    expect(decodePage(Buffer.concat([utf8('<meta charset="no-such">'), gbk]))).toContain('授权项');
  });

  it('stays UTF-8 where a few bytes are broken', () => {
    expect(decodePage(Buffer.concat([utf8('授权项'.repeat(20)), Uint8Array.of(0xff)]))).toContain('授权项');
  });

  it('loses NUL bytes', () => {
    expect(decodePage(utf8('ec\0s:servers:list'))).toBe('ecs:servers:list');
  });
});
