/**
 * Characters that look like JSON punctuation or white space and are not: what input methods, word processors and web
 * pages leave behind. Key: the character found; `means`: the JSON character it stands for; `name`: how to call it.
 */
export interface OddCharacter {
  readonly means: string;
  readonly name: string;
}

export const ODD_CHARACTERS: ReadonlyMap<string, OddCharacter> = new Map([
  ...lookalikes(',', {
    '，': 'full-width comma',
    '、': 'ideographic comma',
    '﹐': 'small comma',
    '､': 'half-width ideographic comma',
  }),
  ...lookalikes(':', {
    '：': 'full-width colon',
    '﹕': 'small colon',
    '︰': 'vertical colon',
    ː: 'length mark',
  }),
  ...lookalikes('{', { '｛': 'full-width brace' }),
  ...lookalikes('}', { '｝': 'full-width brace' }),
  ...lookalikes('[', { '［': 'full-width bracket', '【': 'lenticular bracket' }),
  ...lookalikes(']', { '］': 'full-width bracket', '】': 'lenticular bracket' }),
  ...lookalikes('"', {
    '“': 'curly quotation mark',
    '”': 'curly quotation mark',
    '„': 'low quotation mark',
    '＂': 'full-width quotation mark',
    '«': 'angle quotation mark',
    '»': 'angle quotation mark',
    '‘': 'curly quotation mark',
    '’': 'curly quotation mark',
    "'": 'single quotation mark',
    '`': 'backtick',
    '＇': 'full-width apostrophe',
  }),
  ...lookalikes(' ', {
    '\u00a0': 'no-break space',
    '\u3000': 'ideographic space',
    '\u2002': 'en space',
    '\u2003': 'em space',
    '\u2009': 'thin space',
    '\u202f': 'narrow no-break space',
    '\u200b': 'zero-width space',
    '\u200c': 'zero-width non-joiner',
    '\u200d': 'zero-width joiner',
    '\u2060': 'word joiner',
    '\ufeff': 'byte order mark',
    '\u2028': 'line separator',
    '\u2029': 'paragraph separator',
    '\v': 'vertical tab',
    '\f': 'form feed',
  }),
]);

/** Quotation marks that open with one character and close with another. */
export const CLOSING_QUOTES: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '”“"',
  '‘': "’'",
  '«': '»',
  '»': '«',
};

/** `full-width comma “，”` for what can be seen, `no-break space (U+00A0)` for what cannot. */
export function nameCharacter(character: string): string {
  const known = ODD_CHARACTERS.get(character);
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  if (character === '\0') return 'NUL character (U+0000)';
  if (known?.means === ' ' || /[\p{C}\p{Z}]/u.test(character))
    return `${known?.name ?? 'invisible character'} (U+${code})`;
  return known === undefined ? `“${character}”` : `${known.name} “${character}”`;
}

function lookalikes(means: string, names: Readonly<Record<string, string>>): [string, OddCharacter][] {
  return Object.entries(names).map(([character, name]) => [character, { means, name }]);
}
