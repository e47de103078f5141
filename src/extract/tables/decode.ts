/**
 * A page's bytes as text. What the bytes are counts more than what they say they are: valid UTF-8 is read as UTF-8
 * whatever the page declares, and a declaration is believed only where it decodes.
 */
export function decodePage(bytes: Uint8Array): string {
  const text =
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
      ? lossy(bytes.subarray(3), 'utf-8')
      : decodeByContent(bytes);
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

/**
 * Encodings tried, strictly and in this order, where a page is neither UTF-8 nor what it declares. Chinese pages before
 * 2010 were written in GBK.
 */
const FALLBACKS = ['gb18030', 'windows-1252'] as const;

/** How far into a page a `<meta charset>` is looked for, in bytes (HTML wants it within the first 1,024). */
const DECLARATION_WINDOW = 4096;

function decodeByContent(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return lossy(bytes, wide);
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const mended = lossy(bytes, 'utf-8');
  if (isMostlyReadable(mended)) return mended;
  for (const encoding of [declaredEncoding(bytes), ...FALLBACKS]) {
    const text = encoding === undefined ? undefined : strict(bytes, encoding);
    if (text !== undefined) return text;
  }
  return mended;
}

/** UTF-16 by its byte order mark, or by every second byte of the beginning being zero. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, 512);
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 4 && even < length / 50) return 'utf-16le';
  return even > length / 4 && odd < length / 50 ? 'utf-16be' : undefined;
}

/** A few broken bytes in a page of valid UTF-8 are damage; many are another encoding. */
function isMostlyReadable(text: string): boolean {
  let broken = 0;
  let wide = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) wide += 1;
  }
  return broken * 10 <= wide;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_WINDOW));
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,40})/i.exec(head)?.[1]
  );
}

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // Bytes that are not in this encoding, or a label that nobody knows.
  }
}

function lossy(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
