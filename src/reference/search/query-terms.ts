import { parseSdkName } from '../../calls/sdk/names.js';
import { FILLERS, chineseWords, synonymsOf } from './synonyms.js';
import { fold, latinWords, stemOf } from './name-words.js';

/** One word of a query; every one of them must be found. */
export type Term =
  /** A path, be it of the documentation or with values in the place of parameters. */
  | { readonly kind: 'path'; readonly value: string; readonly segments: readonly string[] }
  | { readonly kind: 'word'; readonly written: string; readonly ways: readonly Way[] };

/** One way in which a word may be said; the first one is the word itself. */
export interface Way {
  /** In lower case, parameters of paths the same. */
  readonly value: string;
  /** Its Latin words without endings; empty for a Chinese word. */
  readonly stems: readonly string[];
  readonly chinese: boolean;
  /** 1 as it was written, less for a synonym. */
  readonly weight: number;
}

/** The words of a query; none where nothing but fillers is asked. */
export function readTerms(text: string): Term[] {
  const parts = text
    .trim()
    .split(/[\s，。？！]+/u)
    .map((part) => part.replace(/[,?!]+$/, ''));
  const terms = parts
    .filter((part) => part !== '')
    .flatMap((part): readonly (string | Term)[] => pathTerm(part) ?? [part]);
  const isEndpoint = terms.some((term) => typeof term !== 'string');
  const words = terms.flatMap((term): readonly (string | Term)[] =>
    typeof term === 'string' ? piecesOf(term) : [term],
  );
  const meant = words.filter((word) => typeof word !== 'string' || !FILLERS.has(word.toLowerCase()));
  const kept = meant.length > 0 ? meant : words;
  return joinPairs(kept).map((word) =>
    typeof word === 'string' ? wordTerm(word, isEndpoint ? 'as written' : 'synonyms') : word,
  );
}

/** The same term by the way of a word that it may have been meant as. */
export function termFor(word: string): Term {
  return wordTerm(word, 'synonyms');
}

/** What an SDK's operation is asked by: `EcsClient.listServersDetails`; undefined where the text has no such shape. */
export function sdkQuery(text: string): { readonly service: string; readonly operation: string } | undefined {
  const name = parseSdkName(text.trim());
  return name === undefined ? undefined : { service: name.service, operation: name.operation };
}

const SYNONYM_WEIGHT = 0.9;

function wordTerm(word: string, ways: 'as written' | 'synonyms'): Term & { kind: 'word' } {
  const written = wayOf(word, 1);
  if (ways === 'as written') return { kind: 'word', written: word, ways: [written] };
  const singular = latinWords(word).join(' ');
  const synonyms = [word.toLowerCase(), singular, singular.replace(/s$/, '')]
    .map(synonymsOf)
    .find((found) => found.length > 0);
  return {
    kind: 'word',
    written: word,
    ways: [written, ...(synonyms ?? []).map((synonym) => wayOf(synonym, SYNONYM_WEIGHT))],
  };
}

function wayOf(word: string, weight: number): Way {
  const chinese = /\p{Script=Han}/u.test(word);
  return { value: fold(word), stems: chinese ? [] : latinWords(word).map(stemOf), chinese, weight };
}

function pathTerm(part: string): Term[] | undefined {
  const path = /^(?:https?:\/\/[^/]*)?(\/.*)$/i
    .exec(part)?.[1]
    ?.replace(/[?#].*$/, '')
    .replace(/(.)\/+$/, '$1');
  if (path === undefined) return undefined;
  return [{ kind: 'path', value: fold(path), segments: fold(path).split('/').slice(1) }];
}

/** A run of Chinese beside Latin letters is a word of its own, and a run of known words is as many words. */
function piecesOf(part: string): string[] {
  const runs = part.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
  const whole = chineseWords().includes(part.toLowerCase());
  if (whole) return [part];
  return runs.flatMap((run) => (/\p{Script=Han}/u.test(run) ? chinesePieces(run) : [run]));
}

/** The longest known word first, from the left; what stands between known words is a word too. */
function chinesePieces(run: string): string[] {
  const pieces: string[] = [];
  let unknown = '';
  for (let at = 0; at < run.length;) {
    const word = chineseWords().find((one) => run.startsWith(one, at));
    if (word === undefined) {
      unknown += run.charAt(at);
      at += 1;
      continue;
    }
    if (unknown !== '') pieces.push(unknown);
    unknown = '';
    pieces.push(word);
    at += word.length;
  }
  return unknown === '' ? pieces : [...pieces, unknown];
}

/** `power off`, `security group`: two words that are known as one. */
function joinPairs(words: readonly (string | Term)[]): (string | Term)[] {
  const joined: (string | Term)[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const pair = typeof last === 'string' && typeof word === 'string' ? knownPair(last, word) : undefined;
    if (pair === undefined) joined.push(word);
    else joined[joined.length - 1] = pair;
  }
  return joined;
}

function knownPair(first: string, second: string): string | undefined {
  const pair = `${first} ${second}`.toLowerCase();
  return [pair, pair.replace(/s$/, '')].find((one) => synonymsOf(one).length > 0);
}
