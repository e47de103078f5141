import { ODD_CHARACTERS } from './odd-characters.js';

/**
 * Letters of other alphabets that look like Latin ones, → what they look like. Source: Unicode Technical Standard 39, confusables.txt,
 * the letters that are the same glyph in most fonts.
 */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  ӏ: 'l',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  ԝ: 'w',
  х: 'x',
  у: 'y', // Cyrillic
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  Ј: 'J',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Ѕ: 'S',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  ι: 'i',
  κ: 'k',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X', // Greek
  '∗': '*',
  '⁎': '*',
  '✱': '*',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '∶': ':',
  '꞉': ':',
  '＿': '_',
  ı: 'i',
};

/** The first character that is neither ASCII to be read nor one of its blanks; undefined where there is none. */
export function foreignCharacter(text: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|[^\u0000-\u007e]/u.exec(text)?.[0];
}

/** A text in ASCII, where each of its characters has only one that it can stand for; undefined where one has none. */
export function toAscii(text: string): string | undefined {
  if (PRINTABLE_ASCII.test(text)) return text;
  const ascii = Array.from(text, asciiOf).join('');
  return foreignCharacter(ascii) === undefined ? ascii : undefined;
}

/** Without the blank, as nearly every text is. */
const PRINTABLE_ASCII = /^[!-~]*$/;

function asciiOf(character: string): string {
  const known = ODD_CHARACTERS.get(character);
  // Zero-width characters and those that control something stand for nothing.
  if (known?.means === ' ') return '';
  if (/[\u200b-\u200f\u2060-\u2064\u00ad\p{Cc}]/u.test(character) && !/[ \t\r\n]/.test(character)) return '';
  if (character.charCodeAt(0) < 0x7f) return character;
  return LETTERS[character] ?? known?.means ?? character.normalize('NFKC');
}
