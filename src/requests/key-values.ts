import type { Operator, OperatorType } from '../policy/facts/operators.js';
import type { KnownTest } from '../policy/requests/condition-test.js';
import { fitsValue, holds, isMultiValued } from '../policy/requests/condition-test.js';
import type { AddressRange } from '../policy/requests/addresses.js';
import { addressRange, addressText } from '../policy/requests/addresses.js';
import type { ScalarType } from '../policy/requests/scalar.js';
import { scalarOf, scalarText } from '../policy/requests/scalar.js';
import type { Effort, TextSearch } from './find-text.js';
import { findText } from './find-text.js';
import type { Language } from './text-language.js';
import { affixLanguage, patternLanguage, wordLanguage } from './text-language.js';

/** A test and whether it is to hold. */
export interface WantedTest {
  readonly test: KnownTest;
  readonly holds: boolean;
}

/** What a key must have. `values` undefined: absent. `stopped`: by operators that are not decided together. */
export type KeySearch =
  | { readonly kind: 'found'; readonly values: readonly string[] | undefined }
  | { readonly kind: 'none' }
  | { readonly kind: 'stopped'; readonly stop: string };

/** What one key must hold so that every test comes out as wanted; all tests are about that key. */
export function findKeyValues(wanted: readonly WantedTest[], effort: Effort): KeySearch {
  if (wanted.every(({ test, holds: wish }) => holds(test, undefined) === wish))
    return { kind: 'found', values: undefined };
  const ofValues = wanted.filter(({ test }) => test.use.operator.type !== 'null');
  const ofPresence = wanted.filter(({ test }) => test.use.operator.type === 'null');
  if (ofPresence.some(({ test, holds: wish }) => holds(test, ['']) !== wish)) return { kind: 'none' };
  const demands = ofValues.map(demandOf);
  return wanted.some(({ test }) => isMultiValued(test))
    ? severalValues(demands, effort)
    : oneValue(demands, effort);
}

/** A test as a demand on the values: all of them, or at least one, have to fit it or not to fit it. */
interface Demand {
  readonly test: KnownTest;
  readonly fits: boolean;
  readonly of: 'all' | 'one';
}

function demandOf({ test, holds: wish }: WantedTest): Demand {
  const { operator, quantifier } = test.use;
  const all = quantifier === undefined ? operator.negated : quantifier === 'ForAllValues';
  return { test, fits: wish, of: all === wish ? 'all' : 'one' };
}

function oneValue(demands: readonly Demand[], effort: Effort): KeySearch {
  const found = findValue(demands, effort);
  return found.kind === 'value' ? { kind: 'found', values: [found.value] } : found;
}

/** A value for each demand of one, beside those of all. */
function severalValues(demands: readonly Demand[], effort: Effort): KeySearch {
  const ofAll = demands.filter((demand) => demand.of === 'all');
  const ofOne = demands.filter((demand) => demand.of === 'one');
  const values = new Set<string>();
  for (const set of ofOne.length === 0 ? [ofAll] : ofOne.map((demand) => [...ofAll, demand])) {
    const found = findValue(set, effort);
    if (found.kind !== 'value') return found;
    values.add(found.value);
  }
  return { kind: 'found', values: [...values] };
}

type ValueSearch =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'stopped'; readonly stop: string };

function findValue(demands: readonly Demand[], effort: Effort): ValueSearch {
  const types = new Set(demands.map(({ test }) => test.use.operator.type));
  const fits = (value: string): boolean =>
    demands.every(({ test, fits: wish }) => fitsValue(test.use.operator, test.values, value) === wish);
  const texts = types.has('string') || types.size === 0 ? findDemandedText(demands, effort) : 'none';
  if (types.size <= 1 && texts !== 'none')
    return texts === 'too-much' ? stoppedBy(demands) : { kind: 'value', value: texts.text };
  const candidates = [
    ...[...types].flatMap((type) => candidatesOf(type, demands)),
    ...(typeof texts === 'object' ? [texts.text] : []),
  ];
  const value = candidates.find(fits);
  if (value !== undefined) return { kind: 'value', value };
  return types.size > 1 ? stoppedBy(demands) : { kind: 'none' };
}

function stoppedBy(demands: readonly Demand[]): ValueSearch {
  const names = new Set(demands.map(({ test }) => test.use.operator.name));
  return { kind: 'stopped', stop: [...names].join(', ') };
}

const ANY_TEXT = patternLanguage(['?*'], { single: true });

function findDemandedText(demands: readonly Demand[], effort: Effort): TextSearch {
  const ofText = demands.filter(({ test }) => test.use.operator.type === 'string');
  const languages = (within: boolean): Language[] =>
    ofText
      .filter(({ test, fits }) => (fits !== test.use.operator.negated) === within)
      .map(({ test }) => languageOf(test));
  return findText({ within: [ANY_TEXT, ...languages(true)], without: languages(false) }, effort);
}

const LANGUAGES = new WeakMap<KnownTest, Language>();

/** The texts that fit the operator, its negation aside. */
function languageOf(test: KnownTest): Language {
  const known = LANGUAGES.get(test);
  if (known !== undefined) return known;
  const language = newLanguage(test.use.operator, test.values);
  LANGUAGES.set(test, language);
  return language;
}

function newLanguage({ name, wildcards }: Operator, values: readonly string[]): Language {
  if (wildcards) return patternLanguage(values, { single: true });
  if (name.includes('StartWith')) return affixLanguage(values, 'start');
  if (name.includes('EndWith')) return affixLanguage(values, 'end');
  return wordLanguage(values, name.includes('IgnoreCase'));
}

/**
 * Values of which one fits whenever any value of the type does: the ends of every range that the tests tell apart, and what
 * lies next to them and between.
 */
function candidatesOf(type: OperatorType, demands: readonly Demand[]): readonly string[] {
  const wanted = demands
    .filter(({ test }) => test.use.operator.type === type)
    .flatMap(({ test }) => test.values);
  switch (type) {
    case 'ip':
      return addressCandidates(wanted.flatMap((value) => addressRange(value) ?? []));
    case 'boolean':
      return ['true', 'false'];
    case 'number':
    case 'date':
      return scalarCandidates(type, wanted);
    case 'string':
      return wanted;
    case 'null':
      return [];
  }
}

function scalarCandidates(type: ScalarType, wanted: readonly string[]): readonly string[] {
  const bounds = [...new Set(wanted.flatMap((value) => scalarOf(type, value) ?? []))].sort((a, b) => a - b);
  const step = type === 'date' ? 1000 : 1;
  const near = bounds.flatMap((bound, index) => [
    bound,
    bound - step,
    bound + step,
    (bound + (bounds[index + 1] ?? bound)) / 2,
  ]);
  return (near.length === 0 ? [0] : near).map((value) => scalarText(type, value));
}

/** An address of the documentation of each version first: RFC 5737 and RFC 3849. */
const EXAMPLES = ['203.0.113.7', '2001:db8::7'];

function addressCandidates(ranges: readonly AddressRange[]): readonly string[] {
  const near = ranges.flatMap(({ version, first, last }) =>
    [first, last, first - 1n, last + 1n].flatMap((value) => addressText(version, value) ?? []),
  );
  return [...EXAMPLES, ...near, '0.0.0.0', '::'];
}
