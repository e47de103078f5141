/** What a language does with numbers and lists. */
export interface Grammar {
  readonly language: 'en' | 'zh';
  /** The plural category of a number (CLDR, https://cldr.unicode.org/index/cldr-spec/plural-rules). */
  readonly category: (count: number) => string;
  readonly number: (value: number) => string;
  readonly quote: (name: string) => string;
  /** Items as one text. @param more how many are not among them. */
  readonly list: (items: readonly string[], joined: 'and' | 'or', more: number) => string;
  /** Whole sentences, one after the other. */
  readonly sentences: (sentences: readonly string[]) => string;
  /** Two texts that follow each other where a value meets the sentence around it; left out: as they are. */
  readonly joined?: (before: string, after: string) => string;
}

export const ENGLISH: Grammar = {
  language: 'en',
  category: (count) => (count === 1 ? 'one' : 'other'),
  number: grouped,
  quote: (name) => `"${name}"`,
  list(items, joined, more) {
    const all = more === 0 ? items : [...items, `${grouped(more)} more`];
    const last = all.at(-1);
    return all.length < 2 || last === undefined
      ? all.join('')
      : `${all.slice(0, -1).join(', ')} ${joined} ${last}`;
  },
  sentences: (sentences) => sentences.join(' '),
};

export const CHINESE: Grammar = {
  language: 'zh',
  category: () => 'other',
  number: grouped,
  quote: (name) => `“${name}”`,
  list(items, joined, more) {
    if (more > 0) return `${items.join('、')}等 ${grouped(items.length + more)} 项`;
    const last = items.at(-1);
    const word = joined === 'and' ? '和' : '或';
    return items.length < 2 || last === undefined
      ? items.join('')
      : [items.slice(0, -1).join('、'), word, last].reduce(joinedInChinese);
  },
  sentences: (sentences) => sentences.join(''),
  joined: joinedInChinese,
};

/**
 * A space stands between Chinese and Latin or digits, and none between Chinese and Chinese, whichever a value turns out to be.
 * The texts themselves stay as they are. https://www.w3.org/TR/clreq/#mixed_text_composition_in_horizontal_writing_mode
 */
function joinedInChinese(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  const isTight = ENDS_CHINESE.test(before) && STARTS_LATIN.test(after);
  if (isTight || (ENDS_LATIN.test(before) && STARTS_CHINESE.test(after))) return `${before} ${after}`;
  if (ENDS_WIDE_AND_SPACE.test(before) && STARTS_WIDE.test(after)) return before.slice(0, -1) + after;
  if (ENDS_WIDE.test(before) && STARTS_SPACE_AND_WIDE.test(after)) return before + after.slice(1);
  return before + after;
}

const ENDS_CHINESE = /\p{Script=Han}$/u;
const STARTS_CHINESE = /^\p{Script=Han}/u;
const STARTS_LATIN = /^[A-Za-z0-9\ue000-\uf8ff"`\-_/.*<$@#~+=&%]/;
const ENDS_LATIN = /[A-Za-z0-9\ue000-\uf8ff"`\-_/*>$@#~+=&%)\]}]$/;
const ENDS_WIDE = /[\p{Script=Han}，。：；、？！）】”]$/u;
const ENDS_WIDE_AND_SPACE = /[\p{Script=Han}，。：；、？！）】”] $/u;
const STARTS_WIDE = /^[\p{Script=Han}，。：；、？！（【“]/u;
const STARTS_SPACE_AND_WIDE = /^ [\p{Script=Han}，。：；、？！（【“]/u;

/** `12,345`: both languages group digits by three with a comma. `Intl` would take longer to load than to lint a policy. */
function grouped(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
