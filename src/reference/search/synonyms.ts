import WORDS from './synonyms.json' with { type: 'json' };

/**
 * `synonyms.json`: words that mean the same in titles, ids and names of actions, a list each; a word may stand in several
 * lists. Words of more than one part are written with blanks; plurals and endings need not be written. Sources: the titles
 * of the two clouds' API references, where one operation is called by several of these (批量关闭云服务器, Stopping ECSs,
 * `cloudServers:stop`), and the entries of the consoles (开机, 关机, 续费).
 */

/** What people write around their question, in either language; it says nothing of what they look for. */
export const FILLERS: ReadonlySet<string> = new Set(WORDS.fillers);

/** The lines that a word stands in, without the word itself; each word once, in their order. */
export function synonymsOf(word: string): readonly string[] {
  return SYNONYMS.get(word) ?? [];
}

/** Every Chinese word that has a synonym, the longest first: a sentence without blanks is taken apart by them. */
export function chineseWords(): readonly string[] {
  return CHINESE;
}

const SYNONYMS: ReadonlyMap<string, readonly string[]> = (() => {
  const all = new Map<string, Set<string>>();
  for (const group of WORDS.synonyms)
    for (const word of group) {
      const others = all.get(word) ?? new Set<string>();
      for (const other of group) if (other !== word) others.add(other);
      all.set(word, others);
    }
  return new Map(Array.from(all, ([word, others]) => [word, [...others]]));
})();

const CHINESE = [...SYNONYMS.keys(), ...FILLERS]
  .filter((word) => /\p{Script=Han}/u.test(word))
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
