import { jsonPieces } from './json-pieces.js';
import type { Piece } from '../pieces.js';

/**
 * Characters that a terminal, a reviewer's eye or an XML parser would not take as text: C0 and C1 controls (ANSI escapes
 * begin with one), line separators, bidirectional controls ("Trojan Source", CVE-2021-42574), invisible characters,
 * tag characters, lone surrogates and non-characters.
 */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Untrusted text as one visible line: what cannot be printed is shown as an escape (`\n`, `\u001b`), and so is what a
 * CI runner would take for a command (`::error::` at the start of a line, `##[error]` anywhere).
 */
export function printable(text: string): string {
  return text
    .replace(UNPRINTABLE, escapeCharacter)
    .replace(/^(\s*):(?=:)/, '$1\\u003a')
    .replaceAll('##[', '#\\u0023[');
}

/**
 * A source line for a code frame: the same number of columns, so that carets stay under what they point to. Tabs become
 * a space, controls the pictures of Unicode (␛), all else that cannot be printed a replacement character.
 */
export function printableColumns(line: string): string {
  return line.replace(UNPRINTABLE, picture).replaceAll('##[', '#♯[');
}

/**
 * What `JSON.stringify` leaves of them: it escapes C0 controls and lone surrogates itself, and its own line feeds are to
 * stay. A plain class of code units (tag characters begin with U+DB40) is searched several times as fast as `UNPRINTABLE`.
 */
const UNPRINTABLE_IN_JSON =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\udb40]/;

/** JSON, two spaces deep, the last line ended; what `printable` would escape is escaped in JSON's own way. */
export function printableJson(value: unknown): string {
  return `${escapeJson(JSON.stringify(value, undefined, 2))}\n`;
}

/** As `printableJson`, in pieces as `jsonPieces` makes them. What is known to it must be escaped already. */
export function* printableJsonPieces(...value: Parameters<typeof jsonPieces>): Generator<Piece> {
  // A text is whole within a piece, so that nothing that is to be escaped lies across two.
  for (const piece of jsonPieces(...value)) yield typeof piece === 'string' ? escapeJson(piece) : piece;
  yield '\n';
}

/** Escapes in a text of JSON what `printable` would. */
export function escapeJson(json: string): string {
  const escaped = UNPRINTABLE_IN_JSON.test(json)
    ? json.replace(UNPRINTABLE, (text) => (text === '\n' ? text : escapeCharacter(text)))
    : json;
  return escaped.replaceAll('##[', '#\\u0023[');
}

function escapeCharacter(character: string): string {
  return (
    SHORT[character] ??
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join('')
  );
}

function picture(character: string): string {
  if (character === '\t') return ' ';
  const code = character.charCodeAt(0);
  if (code === 0x7f) return '␡';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd'.repeat(character.length);
}
