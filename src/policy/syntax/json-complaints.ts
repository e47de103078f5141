import type { Scanner, Whole } from './json-scan.js';
import { nameCharacter } from './odd-characters.js';
import { en } from '../../wording/en/syntax.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('syntax', en);

export function restMessage(next: string, within: Whole): string {
  if (next === '}' || next === ']') return say('closerBehind', { found: next, in: within });
  return say('textBehind', { in: within });
}

const OTHER_WORDS: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  NULL: 'null',
  nil: 'null',
  undefined: 'null',
};

export function wordMessage(word: string): string {
  if (word === 'NaN' || word === 'Infinity') return say('otherWord', { word, expected: say('number') });
  const known = OTHER_WORDS[word];
  if (known !== undefined) return say('otherWord', { word, expected: known });
  return say(/^[-+.\d]/.test(word) ? 'noNumber' : 'bareText', { word });
}

/** What stands next, for a message: a string in full, anything else as its character. */
export function nameNext(scanner: Scanner): string {
  const next = scanner.peek();
  if (next === '') return say('end', { in: scanner.within });
  if (next !== '"') return nameCharacter(next);
  const rest = scanner.text.slice(scanner.at, scanner.at + 60);
  return /^"[^"\n]*"/.exec(rest)?.[0] ?? say('string');
}
