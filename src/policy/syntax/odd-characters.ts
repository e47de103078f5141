import { en } from '../../wording/en/characters.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('characters', en);

type CharacterName = keyof typeof en;

/**
 * Characters that look like JSON punctuation or white space and are not: what input methods, word processors and web
 * pages leave behind. Key: the character found; `means`: the JSON character it stands for; `name`: the words for it.
 */
export interface OddCharacter {
  readonly means: string;
  readonly name: CharacterName;
}

export const ODD_CHARACTERS: ReadonlyMap<string, OddCharacter> = new Map([
  ...lookalikes(',', {
    '，': 'fullWidthComma',
    '、': 'ideographicComma',
    '﹐': 'smallComma',
    '､': 'halfWidthIdeographicComma',
  }),
  ...lookalikes(':', {
    '：': 'fullWidthColon',
    '﹕': 'smallColon',
    '︰': 'verticalColon',
    ː: 'lengthMark',
  }),
  ...lookalikes('{', { '｛': 'fullWidthBrace' }),
  ...lookalikes('}', { '｝': 'fullWidthBrace' }),
  ...lookalikes('[', { '［': 'fullWidthBracket', '【': 'lenticularBracket' }),
  ...lookalikes(']', { '］': 'fullWidthBracket', '】': 'lenticularBracket' }),
  ...lookalikes('"', {
    '“': 'curlyQuotationMark',
    '”': 'curlyQuotationMark',
    '„': 'lowQuotationMark',
    '＂': 'fullWidthQuotationMark',
    '«': 'angleQuotationMark',
    '»': 'angleQuotationMark',
    '‘': 'curlyQuotationMark',
    '’': 'curlyQuotationMark',
    "'": 'singleQuotationMark',
    '`': 'backtick',
    '＇': 'fullWidthApostrophe',
  }),
  ...lookalikes(' ', {
    '\u00a0': 'noBreakSpace',
    '\u3000': 'ideographicSpace',
    '\u2002': 'enSpace',
    '\u2003': 'emSpace',
    '\u2009': 'thinSpace',
    '\u202f': 'narrowNoBreakSpace',
    '\u200b': 'zeroWidthSpace',
    '\u200c': 'zeroWidthNonJoiner',
    '\u200d': 'zeroWidthJoiner',
    '\u2060': 'wordJoiner',
    '\ufeff': 'byteOrderMark',
    '\u2028': 'lineSeparator',
    '\u2029': 'paragraphSeparator',
    '\v': 'verticalTab',
    '\f': 'formFeed',
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
  if (character === '\0') return say('nul');
  if (known?.means === ' ' || /[\p{C}\p{Z}]/u.test(character))
    return `${say(known?.name ?? 'invisible')} (U+${code})`;
  return known === undefined ? `“${character}”` : `${say(known.name)} “${character}”`;
}

function lookalikes(means: string, names: Readonly<Record<string, CharacterName>>): [string, OddCharacter][] {
  return Object.entries(names).map(([character, name]) => [character, { means, name }]);
}
