import { eastAsianWidth } from 'get-east-asian-width';

/** Terminal columns: East Asian wide characters take two, combining marks none. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/**
 * A text in lines of at most `columns`, broken at spaces and between East Asian characters. A word that is longer than a
 * line has one to itself: what is cut cannot be copied, and a path or an action is there to be copied.
 */
export function wrapped(text: string, columns: number): readonly string[] {
  if (text.length * 2 <= columns || displayWidth(text) <= columns) return [text];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const { piece, spaced } of piecesOf(text)) {
    const own = displayWidth(piece);
    const gap = spaced && line !== '' ? 1 : 0;
    if (line !== '' && width + gap + own > columns) {
      lines.push(line);
      line = piece;
      width = own;
    } else {
      line += `${gap === 1 ? ' ' : ''}${piece}`;
      width += gap + own;
    }
  }
  return [...lines, line];
}

/** What must not be broken, and whether a space stands before it. */
interface Piece {
  readonly piece: string;
  readonly spaced: boolean;
}

function* piecesOf(text: string): Generator<Piece> {
  for (const word of text.split(/ +/)) {
    if (isPlain(word)) yield { piece: word, spaced: true };
    else yield* piecesOfWord(word);
  }
}

/** What a line must not begin with, and what it must not end with (CLREQ, 3.1.5). */
const CLOSING = /[\p{Pe}\p{Pf}\p{Mark}、。，．：；！？…—～”’"'.,:;!?%]/u;
const OPENING = /[\p{Ps}\p{Pi}“‘"']/u;

function* piecesOfWord(word: string): Generator<Piece> {
  let piece = '';
  let spaced = true;
  let before = '';
  for (const character of word) {
    const mayBreak =
      piece !== '' &&
      (widthOf(before) === 2 || widthOf(character) === 2) &&
      !CLOSING.test(character) &&
      !OPENING.test(before);
    if (mayBreak) {
      yield { piece, spaced };
      piece = '';
      spaced = false;
    }
    piece += character;
    before = character;
  }
  yield { piece, spaced };
}

function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function widthOf(character: string): number {
  return /\p{Mark}/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
}
