/** A text as its words for comparison: of Latin letters without endings, parted where a name changes its case. */
export interface Words {
  readonly stems: readonly string[];
  /** Everything Chinese in it, run together. */
  readonly chinese: string;
}

export function wordsIn(text: string): Words {
  const chinese = /\p{Script=Han}/u.test(text) ? (text.match(/\p{Script=Han}+/gu) ?? []).join('') : '';
  return { stems: latinWords(text).map(knownStem), chinese };
}

/** The same few thousand words make up all names and titles. */
function knownStem(word: string): string {
  const known = STEMS.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  if (STEMS.size < MOST_STEMS) STEMS.set(word, stem);
  return stem;
}

const STEMS = new Map<string, string>();
const MOST_STEMS = 50_000;

/** `cloudServers:listServerNICs` → `cloud`, `servers`, `list`, `server`, `nic`. */
export function latinWords(text: string): string[] {
  return (
    text
      // "ECSs", "NICs"
      .replace(/([A-Z]{2})s(?![a-z])/g, '$1')
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z]{2})/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** Without its ending: `stopping`, `stops` and `stop` are one word, so are `policies` and `policy`. */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  const bare = /[aeiouy].*(?:ing|ed)$/.test(singular) ? singular.replace(/(?:ing|ed)$/, '') : singular;
  // "stopping" → "stop"; "create" and "creating" meet without their "e".
  return (bare.length < 3 ? singular : bare)
    .replace(/([b-df-hj-knpqrtv-z])\1$/, '$1')
    .replace(/(..)e$/, '$1');
}

/** Lower case; every parameter of a path the same. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/\{[^}\s]*\}/g, '{}');
}
