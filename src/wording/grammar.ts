/** What a language does with numbers and lists. */
export interface Grammar {
  readonly language: string;
  /** The plural category of a number (CLDR, https://cldr.unicode.org/index/cldr-spec/plural-rules). */
  readonly category: (count: number) => string;
  readonly number: (value: number) => string;
  readonly quote: (name: string) => string;
  /** Items as one text. @param more how many are not among them. */
  readonly list: (items: readonly string[], joined: 'and' | 'or', more: number) => string;
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
      : `${items.slice(0, -1).join('、')}${word}${last}`;
  },
};

/** `12,345`: both languages group digits by three with a comma. `Intl` would take longer to load than to lint a policy. */
function grouped(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
