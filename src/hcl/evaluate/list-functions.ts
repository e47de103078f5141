import { greatest } from '../../long-lists.js';
import type { Scope } from './module-scope.js';
import { spend } from './module-scope.js';
import type { HclHoleValue, HclMapValue, HclValue, Place } from './value.js';
import { elementsOf, holeOf, knownText, listOf, mapOf, over } from './value.js';
import type { Arguments } from './function-arguments.js';
import { isFixedList } from './function-arguments.js';

/** What is not known may bring more entries, and other ones under the same names. */
export function merge({ args, place, hole }: Arguments): HclValue {
  if (args.every((value) => value.kind === 'map' && value.open !== true)) return merged(args, place);
  const rounds = greatest(args.map((value) => (value.kind === 'hole' ? value.options.length : 1)));
  const options = Array.from({ length: Math.min(rounds, MOST_ROUNDS) }, (_, round) => {
    const chosen = args.map((value) =>
      value.kind === 'hole' ? (value.options[round % Math.max(value.options.length, 1)] ?? value) : value,
    );
    const isWhole = chosen.every((value) => value.kind === 'map' && value.open !== true);
    const map = merged(chosen, place);
    return isWhole ? map : { ...map, open: true as const };
  });
  return holeOf(hole, hole.text, options);
}

const MOST_ROUNDS = 64;

function merged(args: readonly HclValue[], place: Place): HclMapValue {
  const entries = args.flatMap((value) => (value.kind === 'map' ? value.entries : []));
  const byName = new Map(entries.map((entry, index) => [knownText(entry.key) ?? index, entry] as const));
  return mapOf([...byName.values()], place);
}

export function flatten(value: HclValue, scope: Scope): readonly HclValue[] {
  const elements = elementsOf(value);
  if (!spend(scope, elements.length)) return [holeOf(value, '')];
  return elements.flatMap((element): readonly HclValue[] => {
    if (element.kind === 'list') return flatten(element, scope);
    if (element.kind !== 'hole' || element.options.length === 0) return [element];
    const options = element.options.map((option) =>
      listOf(option.kind === 'list' ? flatten(option, scope) : [option], option),
    );
    return [{ ...holeOf(element, element.text, options), spread: true }];
  });
}

/** Of equal texts the first; whatever else there is stays. */
export function distinct(elements: readonly HclValue[]): readonly HclValue[] {
  const seen = new Set<string>();
  return elements.filter((element) => {
    const value = element.kind === 'text' ? knownText(element) : undefined;
    if (value === undefined) return true;
    const isNew = !seen.has(value);
    seen.add(value);
    return isNew;
  });
}

export function chunklist({ args, first, place, hole }: Arguments): HclValue {
  const size = args[1]?.kind === 'number' ? args[1].value : 0;
  return over(first, (list) => {
    const elements = elementsOf(list);
    if (size < 1) return hole;
    const chunks = Array.from({ length: Math.ceil(elements.length / size) }, (_, index) =>
      listOf(elements.slice(index * size, (index + 1) * size), place),
    );
    if (isFixedList(list)) return listOf(chunks, place);
    return listOf([{ ...holeOf(hole, hole.text, [listOf(chunks, place)]), spread: true }], place);
  });
}

export function sorted(elements: readonly HclValue[], place: Place): HclValue | undefined {
  const texts = elements.map((element) => ({ element, text: knownText(element) }));
  if (texts.some((item) => item.text === undefined)) return undefined;
  const ordered = texts.sort((a, b) => ((a.text ?? '') < (b.text ?? '') ? -1 : 1));
  return listOf(
    ordered.map(({ element }) => element),
    place,
  );
}

export function valuesOf(map: HclMapValue, place: Place, hole: HclHoleValue): HclValue {
  const values = map.entries.map(({ value }) => value);
  if (map.open !== true) return listOf(values, place);
  return listOf([...values, { ...holeOf(hole, hole.text), spread: true }], place);
}

/** The first that is there for certain; of those before it any may be it. */
export function firstSure(args: readonly HclValue[], hole: HclHoleValue): HclValue {
  const candidates = args.filter(({ kind }) => kind !== 'null');
  const sure = candidates.findIndex(({ kind }) => kind !== 'hole');
  const [first] = candidates;
  if (sure === 0 && first !== undefined) return first;
  return holeOf(hole, hole.text, sure === -1 ? candidates : candidates.slice(0, sure + 1));
}
