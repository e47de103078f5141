import { normalizeName } from '../../calls/resolve/normal-name.js';
import type { Entry, Home } from './search-entries.js';
import type { Term, Way } from './query-terms.js';
import type { Words } from './name-words.js';

/**
 * How well an entry answers words: 0 where one of them is not in it. More for a whole word than for a part of one, for
 * what the entry is called than for what it has to do with, and for a name of which the words leave little unsaid.
 * @param whole the query, normalised: a title that says this and nothing else is nearer.
 */
export function scoreOf(entry: Entry, terms: readonly Term[], whole: string): number {
  let score = 1;
  for (const term of terms) {
    const found = term.kind === 'path' ? scorePath(entry, term) : scoreWord(entry, term);
    if (found === 0) return 0;
    score += found;
  }
  if (terms.length === 0) return score;
  const ways = terms.flatMap((term) => (term.kind === 'word' ? term.ways : []));
  return (
    score + COVERED * covered(entry, ways) + (isTitle(entry, whole) ? TITLE : 0) + likelihood(entry, terms)
  );
}

/** Whether an entry holds a word, in any way. */
export function holds(entry: Entry, term: Term & { kind: 'word' }): boolean {
  return scoreWord(entry, term) > 0;
}

/** A name that says nothing else is worth as much as a word more. */
const COVERED = 30;
const TITLE = 6;

/** Whether a name or title of it is the whole query, normalised. */
export function isTitle(entry: Entry, whole: string): boolean {
  return whole !== '' && entry.written.some((title) => normalizeName(title) === whole);
}

/** Between answers that hold the words alike: what is more often meant, then what says less besides. */
function likelihood(entry: Entry, terms: readonly Term[]): number {
  const isCompatible = COMPATIBLE.test(entry.text) && !terms.some((term) => COMPATIBLE.test(termText(term)));
  return (
    PRIOR[entry.kind] +
    (FAMILIAR.has(entry.home.name) ? FAMILIAR_BONUS : 0) -
    (isCompatible ? COMPATIBLE_LOSS : 0) -
    Math.min(entry.text.length, 900) / 1000
  );
}

function termText(term: Term): string {
  return term.kind === 'path' ? term.value : term.written;
}

const PRIOR: Readonly<Record<Entry['kind'], number>> = {
  api: 3,
  action: 2,
  service: 2,
  resource: 1,
  key: 1,
  terraform: 0,
  rule: 0,
};

/** What most applications call, and most policies are about: computing, networks, storage, identities, databases. */
const FAMILIAR: ReadonlySet<string> = new Set([
  ...['ecs', 'evs', 'ims', 'vpc', 'eip', 'elb', 'obs', 'iam', 'kms', 'rds', 'cce', 'smn', 'ces', 'lts'],
]);
const FAMILIAR_BONUS = 8;

/** APIs that are there for clients of OpenStack: the references name the cloud's own ones to use instead. */
const COMPATIBLE = /openstack|原生/i;
const COMPATIBLE_LOSS = 12;

const WORD = 30;
const BEGINNING = 18;
const PART = 8;
const BESIDE = 10;
const SCATTERED = 4;

function scoreWord(entry: Entry, term: Term & { kind: 'word' }): number {
  let best = 0;
  for (const way of term.ways) {
    // No way that follows weighs more.
    if (best >= WORD * way.weight) break;
    best = Math.max(best, (way.chinese ? chinesePlace(entry, way) : latinPlace(entry, way)) * way.weight);
  }
  return best;
}

function chinesePlace(entry: Entry, { value, weight }: Way): number {
  if (entry.text.includes(value)) return WORD;
  if (entry.home.text.includes(value)) return BESIDE;
  return weight === 1 && value.length >= 3 && entry.labels.some(({ chinese }) => holdsInOrder(chinese, value))
    ? SCATTERED
    : 0;
}

function latinPlace(entry: Entry, { value, stems, weight }: Way): number {
  if (stems.length > 0 && entry.labels.some((label) => hasAll(label, stems))) return WORD;
  if (weight < 1) return stems.length > 0 && hasAll(entry.home.words, stems) ? BESIDE : 0;
  const at = entry.text.indexOf(value);
  if (at >= 0) return startsWord(entry.text, at) ? BEGINNING : PART;
  if (stems.length > 0 && hasAll(entry.home.words, stems)) return BESIDE;
  const besides = entry.beside.indexOf(value);
  if (besides < 0) return 0;
  return startsWord(entry.beside, besides) ? BESIDE : PART / 2;
}

function hasAll({ stems: there }: Words, stems: readonly string[]): boolean {
  return stems.every((stem) => there.includes(stem));
}

/** The share of a name or title that the words say: of the one that they say most of. */
function covered(entry: Entry, ways: readonly Way[]): number {
  const stems = new Set(ways.flatMap((way) => way.stems));
  const chinese = ways.filter((way) => way.chinese).map((way) => way.value);
  return entry.labels.reduce(
    (most, label) => Math.max(most, coveredOf(label, entry.home, stems, chinese)),
    0,
  );
}

function coveredOf(label: Words, home: Home, stems: ReadonlySet<string>, chinese: readonly string[]): number {
  // What its service is called goes without saying: a snapshot of EVS is one of a disk.
  const telling = label.stems.filter(
    (stem) => stems.has(stem) || !(SAYS_LITTLE.test(stem) || stem === home.name),
  );
  const known = home.words.chinese;
  const bare = (chinese.includes(known) ? label.chinese : label.chinese.replace(known, '')).replace(
    '批量',
    '',
  );
  const length = telling.length + bare.length / CHARACTERS;
  if (length === 0) return 0;
  const left = chinese
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replace(word, ''), bare);
  return (
    (telling.filter((stem) => stems.has(stem)).length + (bare.length - left.length) / CHARACTERS) / length
  );
}

/** In names: versions, numbers, and that it can be done to several at once. */
const SAYS_LITTLE = /^(?:batch|v?\d+)$/;

/** Chinese characters that say as much as one Latin word. */
const CHARACTERS = 2;

function scorePath(entry: Entry, term: Term & { kind: 'path' }): number {
  if (entry.kind !== 'api') return 0;
  const paths = entry.names.slice(1).map((endpoint) => endpoint.slice(endpoint.indexOf(' ') + 1));
  if (paths.includes(term.value)) return 100;
  if (paths.some((path) => path.includes(term.value))) return 20;
  return paths.some((path) => fits(path.split('/').slice(1), term.segments)) ? 60 : 0;
}

/** A concrete path fits a template: the same segments, anything in the place of a parameter. */
function fits(template: readonly string[], concrete: readonly string[]): boolean {
  return (
    template.length === concrete.length &&
    template.every((segment, index) => segment === concrete[index] || segment.includes('{}'))
  );
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[^a-z0-9]/.test(text[at - 1] ?? '');
}

/** How many characters may stand between two of a scattered word. */
const GAP = 6;

function holdsInOrder(text: string, word: string): boolean {
  const [first = '', ...rest] = Array.from(word);
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let at = start;
    if (
      rest.every((character) => {
        const next = text.indexOf(character, at + 1);
        const near = next >= 0 && next - at - 1 <= GAP;
        at = next;
        return near;
      })
    )
      return true;
  }
  return false;
}
