import { append } from '../long-lists.js';
import type { Wildcard } from '../policy/grants/wildcard.js';
import { parseWildcard, wildcardMatches } from '../policy/grants/wildcard.js';

/**
 * A set of texts, as far as a search for a text needs it. All sets here are regular, so that intersections and complements
 * of them can be searched exactly.
 */
export interface Language {
  /** Two languages of one id are the same; the ids are unique while the program runs. */
  readonly id: number;
  readonly has: (text: string) => boolean;
  /** Every text of it, where they are finitely many and few enough to write down. */
  readonly words: readonly string[] | undefined;
  /** Some texts that are probably in it: what a person would write. */
  readonly samples: readonly string[];
  /** Characters that it tells from others. */
  readonly characters: ReadonlySet<string>;
  readonly automaton: () => Automaton;
}

/** A deterministic automaton; its states are made when they are first reached. */
export interface Automaton {
  readonly start: number;
  /** -1 where nothing can follow any more. */
  readonly step: (state: number, character: string) => number;
  readonly accepts: (state: number) => boolean;
  /** Whether every text from here on is accepted; a `false` may be wrong. */
  readonly acceptsAll: (state: number) => boolean;
}

export interface PatternOptions {
  /** `?` stands for one character. */
  readonly single?: boolean;
  /** Case does not count. */
  readonly fold?: boolean;
  /** Wildcards before this many colons stand for texts without one; patterns with fewer are not parted. */
  readonly colons?: number;
}

let languages = 0;

export function nextLanguageId(): number {
  languages += 1;
  return languages;
}

/** What any of the patterns stands for. `*` is any run of characters. */
export function patternLanguage(patterns: readonly string[], options: PatternOptions = {}): Language {
  const written = options.fold === true ? patterns.map((pattern) => pattern.toLowerCase()) : patterns;
  return symbolLanguage(
    written.map((pattern) => symbolsOf(pattern, options)),
    options.fold === true,
  );
}

/** What starts (or ends) with any of the texts, none of whose characters is a wildcard. */
export function affixLanguage(texts: readonly string[], place: 'start' | 'end'): Language {
  return symbolLanguage(
    texts.map((text) => (place === 'start' ? [...text.split(''), STAR] : [STAR, ...text.split('')])),
    false,
  );
}

/** Exactly these texts. */
export function wordLanguage(texts: readonly string[], fold = false): Language {
  return symbolLanguage(
    texts.map((text) => (fold ? text.toLowerCase() : text).split('')),
    fold,
  );
}

const STAR = Symbol('*');
const ONE = Symbol('?');
/** Without colons. */
const PART_STAR = Symbol('* in a part');
const PART_ONE = Symbol('? in a part');
type PatternSymbol = string | typeof STAR | typeof ONE | typeof PART_STAR | typeof PART_ONE;

function symbolsOf(
  pattern: string,
  { single = false, colons: parted = 0 }: PatternOptions,
): readonly PatternSymbol[] {
  const characters = pattern.replace(/\*{2,}/g, '*').split('');
  let left = characters.filter((character) => character === ':').length < parted ? 0 : parted;
  return characters.map((character) => {
    if (character === ':') left -= 1;
    const isParted = left > 0;
    if (character === '*') return isParted ? PART_STAR : STAR;
    if (!single || character !== '?') return character;
    return isParted ? PART_ONE : ONE;
  });
}

function isStar(symbol: PatternSymbol | undefined): boolean {
  return symbol === STAR || symbol === PART_STAR;
}

function symbolLanguage(patterns: readonly (readonly PatternSymbol[])[], fold: boolean): Language {
  const isOpen = (symbols: readonly PatternSymbol[]): boolean =>
    symbols.some((symbol) => typeof symbol === 'symbol');
  const open = patterns.filter(isOpen);
  const words = new Set(
    patterns.filter((symbols) => !isOpen(symbols)).map((symbols) => symbols.map(textOf).join('')),
  );
  const matchers = open.map(matcherOf);
  let automaton: Automaton | undefined;
  const has = (text: string): boolean => {
    const folded = fold ? text.toLowerCase() : text;
    return words.has(folded) || matchers.some((matches) => matches(folded));
  };
  return {
    id: nextLanguageId(),
    has,
    words: open.length === 0 && !fold ? [...words] : undefined,
    samples: [...words, ...open.flatMap(samplesOf)],
    characters: new Set(
      patterns.flatMap((symbols) => symbols.filter((symbol): symbol is string => typeof symbol === 'string')),
    ),
    automaton: () => (automaton ??= patternAutomaton(patterns, fold)),
  };
}

/** Without backtracking where no character of the pattern is one of the wildcards that `Wildcard` reads. */
function matcherOf(symbols: readonly PatternSymbol[]): (text: string) => boolean {
  const plain = symbols.every(
    (symbol) => symbol !== '*' && symbol !== '?' && symbol !== PART_STAR && symbol !== PART_ONE,
  );
  if (plain) {
    const wildcard: Wildcard = parseWildcard(symbols.map(textOf).join(''), true);
    return (text) => wildcardMatches(wildcard, text);
  }
  const automaton = patternAutomaton([symbols], false);
  return (text) => runs(automaton, text);
}

function textOf(symbol: PatternSymbol): string {
  if (isStar(symbol)) return '*';
  return typeof symbol === 'string' ? symbol : '?';
}

/** Whether an automaton accepts a text. */
export function runs(automaton: Automaton, text: string): boolean {
  let state = automaton.start;
  for (const character of text.split('')) {
    state = automaton.step(state, character);
    if (state === -1) return false;
  }
  return automaton.accepts(state);
}

function samplesOf(symbols: readonly PatternSymbol[]): string[] {
  const filled = (star: string): string =>
    symbols.map((symbol) => (isStar(symbol) ? star : textOf(symbol).replace(/^\?$/, 'x'))).join('');
  return [filled('x'), filled('')];
}

/** Positions in the patterns that may come next, as a state; made when first reached. */
function patternAutomaton(patterns: readonly (readonly PatternSymbol[])[], fold: boolean): Automaton {
  const symbols: (PatternSymbol | undefined)[] = [];
  const starts: number[] = [];
  for (const pattern of patterns) {
    starts.push(symbols.length);
    append(symbols, pattern);
    symbols.push(undefined);
  }
  const states = new Map<string, number>();
  const positionsOf: (readonly number[])[] = [];
  const follow: Map<string, number>[] = [];

  const stateOf = (positions: readonly number[]): number => {
    if (positions.length === 0) return -1;
    const key = positions.join(' ');
    const known = states.get(key);
    if (known !== undefined) return known;
    states.set(key, positionsOf.length);
    positionsOf.push(positions);
    follow.push(new Map());
    return positionsOf.length - 1;
  };
  /** With what a star may leave out. */
  const closed = (positions: Iterable<number>): readonly number[] => {
    const all = new Set<number>();
    for (let position of positions) {
      all.add(position);
      while (isStar(symbols[position])) all.add((position += 1));
    }
    return [...all].sort((a, b) => a - b);
  };
  const literals = new Set(symbols.filter((symbol) => typeof symbol === 'string'));
  const other = '';
  const step = (state: number, character: string): number => {
    const folded = fold ? character.toLowerCase() : character;
    const read = literals.has(folded) ? folded : other;
    const known = follow[state]?.get(read);
    if (known !== undefined) return known;
    const next = (positionsOf[state] ?? []).flatMap((position) => {
      const symbol = symbols[position];
      if (symbol === STAR) return position;
      if (symbol === PART_STAR) return read === ':' ? [] : position;
      if (symbol === PART_ONE) return read === ':' ? [] : position + 1;
      return symbol === ONE || (symbol !== undefined && symbol === read && read !== other)
        ? position + 1
        : [];
    });
    const reached = stateOf(closed(next));
    follow[state]?.set(read, reached);
    return reached;
  };
  return {
    start: stateOf(closed(starts)),
    step,
    accepts: (state) => (positionsOf[state] ?? []).some((position) => symbols[position] === undefined),
    acceptsAll: (state) =>
      (positionsOf[state] ?? []).some(
        (position) => symbols[position] === STAR && symbols[position + 1] === undefined,
      ),
  };
}
