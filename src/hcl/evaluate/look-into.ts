import type { HclEntry, HclValue, HclHoleValue, Place } from './value.js';
import { entryOf, holeOf, knownText, listOf, possibleElements, textOf } from './value.js';

/** Deeper than this nobody nests, and reading it would overflow the stack. */
const MAX_DEPTH = 150;

/** A file that was read is what it holds. */
export function settled(value: HclValue): HclValue {
  if (value.kind !== 'hole' || value.file === undefined) return value;
  return value.options[0] ?? value;
}

/** What stands below a key or at an index. */
export function get(given: HclValue, key: HclValue, hole: HclHoleValue): HclValue {
  const name = knownText(key);
  const value = settled(given);
  if (value.kind === 'hole') {
    const options = value.options.map((option) => get(option, key, hole));
    return holeOf(hole, hole.text, options);
  }
  if (name === undefined) return holeOf(hole, hole.text, possibleElements(value));
  if (value.kind === 'map') return entryOf(value, name)?.value ?? holeOf(hole, hole.text);
  if (value.kind === 'decoded') return get(decoded(value.of), key, hole);
  if (value.kind !== 'list') return holeOf(hole, hole.text);
  const index = Number(name);
  const isFixed = value.elements
    .slice(0, index + 1)
    .every((element) => element.kind !== 'hole' || element.spread !== true);
  const found = isFixed ? value.elements[index] : undefined;
  return found ?? holeOf(hole, hole.text, possibleElements(value));
}

/** What a JSON text says, each part of it where the text stands; a hole where it is no JSON or not known. */
export function decoded(text: HclValue): HclValue {
  const json = knownText(text);
  if (json === undefined) return holeOf(text, '');
  try {
    return plainValue(JSON.parse(json), text, 0);
  } catch {
    return holeOf(text, '');
  }
}

/** Plain data as values that all stand in one place. */
export function plainValue(data: unknown, place: Place, depth = 0): HclValue {
  const at: Place = { range: place.range, elsewhere: true };
  if (depth > MAX_DEPTH || data === undefined) return holeOf(at, '');
  if (data === null) return { kind: 'null', ...at };
  if (typeof data === 'string') return textOf(data, at);
  if (typeof data === 'number') return { kind: 'number', ...at, value: data, raw: String(data) };
  if (typeof data === 'boolean') return { kind: 'boolean', ...at, value: data };
  if (Array.isArray(data))
    return listOf(
      data.map((item) => plainValue(item, at, depth + 1)),
      at,
    );
  const entries = Object.entries(data).map(([key, value]): HclEntry => ({
    key: textOf(key, at),
    value: plainValue(value, at, depth + 1),
    range: at.range,
  }));
  return { kind: 'map', ...at, entries, computed: true };
}
