import type { HclCall } from '../hcl-syntax.js';
import { get, settled } from './look-into.js';
import type { Scope } from './module-scope.js';
import { spend } from './module-scope.js';
import type { HclEntry, HclValue, Place } from './value.js';
import { elementsOf, entryOf, holeOf, knownText, listOf, mapOf, over, possibleElements } from './value.js';
import type { Calling, Arguments } from './function-arguments.js';
import { isFixedList, LONGEST_TEXT } from './function-arguments.js';
import { text, trimmed, format, formatList, join, split } from './text-functions.js';
import { encode, decode, decodeYaml, fileOf, templateFile } from './file-functions.js';
import { merge, flatten, distinct, chunklist, sorted, valuesOf, firstSure } from './list-functions.js';

/**
 * The result of a function of Terraform. One that is not in the tables below, or whose arguments are not known, is a hole
 * that holds its arguments, as their literal parts stand in the text whatever becomes of them.
 */
export function callFunction(call: HclCall, scope: Scope, calling: Calling): HclValue {
  const given = call.args.map(calling.evaluate);
  const args = TAKES_FILES.has(call.name) ? given : given.map(settled);
  const last = args.at(-1);
  const spread = call.spread && last !== undefined ? [...args.slice(0, -1), ...elementsOf(last)] : args;
  const [first] = spread;
  const parts = args.filter((_, index) => PARTS_OF_RESULT[call.name]?.includes(index) ?? true);
  const hole = calling.hole(parts.filter(isStructured).map((part) => unnested(part, scope)));
  if (first === undefined) return NO_ARGUMENTS[call.name]?.(calling.place) ?? hole;
  const made = FUNCTIONS[call.name];
  if (made === undefined || !spend(scope, spread.length)) return hole;
  const result = made({ args: spread, first, scope, place: calling.place, hole, pieces: calling.pieces });
  return spend(scope, sizeOf(result)) ? result : hole;
}

/** Which arguments may be part of the result, where not all of them may. */
const PARTS_OF_RESULT: Readonly<Record<string, readonly number[]>> = {
  contains: [],
  length: [],
  index: [],
  alltrue: [],
  anytrue: [],
  sum: [],
  can: [],
  matchkeys: [0],
  setsubtract: [0],
  transpose: [],
};

/** What becomes of lists in lists is not known: their elements are what may be literal. */
function unnested(value: HclValue, scope: Scope): HclValue {
  if (value.kind !== 'list' || !value.elements.some(({ kind }) => kind === 'list')) return value;
  return listOf(flatten(value, scope).slice(0, MOST_ELEMENTS), value);
}

/** More elements of a value that is not known are not looked at. */
const MOST_ELEMENTS = 1_000;

/** What holds more than one plain value, so that something in it may be literal. */
function isStructured(value: HclValue): boolean {
  if (value.kind === 'hole') return value.options.length > 0;
  return value.kind === 'list' || value.kind === 'map' || value.kind === 'json' || value.kind === 'decoded';
}

function sizeOf(value: HclValue): number {
  if (value.kind === 'list') return value.elements.length;
  if (value.kind === 'text') return value.pieces.length + (knownText(value)?.length ?? 0) / 100;
  if (value.kind === 'hole') return value.options.reduce((sum, option) => sum + sizeOf(option), 1);
  return value.kind === 'map' ? value.entries.length : 1;
}

/** Functions that make something of a file as such. */
const TAKES_FILES: ReadonlySet<string> = new Set(['jsonencode', 'jsondecode', 'yamldecode']);

const NO_ARGUMENTS: Readonly<Record<string, (place: Place) => HclValue>> = {
  merge: (place) => mapOf([], place),
  concat: (place) => listOf([], place),
};

const same = ({ first }: Arguments): HclValue => first;

const joined = ({ args, place }: Arguments): HclValue => listOf(args.flatMap(elementsOf), place);

/** By name. Source: developer.hashicorp.com/terraform/language/functions. */
const FUNCTIONS: Readonly<Record<string, (given: Arguments) => HclValue>> = {
  jsonencode: encode,
  jsondecode: decode,
  yamldecode: decodeYaml,
  file: fileOf,
  templatefile: templateFile,
  merge,
  concat: joined,
  setunion: ({ args, place }) => listOf(distinct(args.flatMap(elementsOf)), place),
  flatten: ({ first, place, scope }) => listOf(flatten(first, scope), place),
  distinct: ({ first, place }) => over(first, (list) => listOf(distinct(elementsOf(list)), place)),
  toset: ({ first, place }) => over(first, (list) => listOf(distinct(elementsOf(list)), place)),
  tolist: same,
  tomap: same,
  tostring: same,
  sensitive: same,
  nonsensitive: same,
  ephemeralasnull: same,
  chomp: trimmed((value) => value.replace(/(?:\r?\n)+$/, '')),
  trimspace: trimmed((value) => value.trim()),
  lower: text((value) => value.toLowerCase()),
  upper: text((value) => value.toUpperCase()),
  title: text((value) => value.replace(/\b\w/g, (letter) => letter.toUpperCase())),
  trimprefix: text((value, [prefix = '']) => (value.startsWith(prefix) ? value.slice(prefix.length) : value)),
  trimsuffix: text((value, [suffix = '']) =>
    suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  replace: text((value, [search = '', by = '']) =>
    /^\/.*\/$/.test(search) || value.length * by.length > LONGEST_TEXT
      ? undefined
      : value.replaceAll(search, by),
  ),
  format,
  formatlist: formatList,
  join,
  split,
  compact: ({ first, place }) =>
    over(first, (list) =>
      listOf(
        elementsOf(list).filter((element) => element.kind !== 'null' && knownText(element) !== ''),
        place,
      ),
    ),
  chunklist,
  reverse: ({ first, place }) => over(first, (list) => listOf([...elementsOf(list)].reverse(), place)),
  sort: ({ first, place, hole }) => over(first, (list) => sorted(elementsOf(list), place) ?? hole),
  slice: ({ args, first, hole, place }) => {
    const [from, to] = args.slice(1).map((bound) => (bound.kind === 'number' ? bound.value : undefined));
    if (from === undefined || to === undefined || !isFixedList(first)) return hole;
    return listOf(first.elements.slice(from, to), place);
  },
  element: ({ args, first, hole }) => {
    const index = args[1];
    if (index?.kind !== 'number' || !isFixedList(first) || first.elements.length === 0)
      return holeOf(hole, hole.text, possibleElements(first));
    return first.elements[index.value % first.elements.length] ?? hole;
  },
  one: ({ first, hole }) => (isFixedList(first) ? first.elements[0] : undefined) ?? hole,
  lookup: ({ args, first, hole }) => {
    const [, key, otherwise] = args;
    if (key === undefined || first.kind !== 'map') return hole;
    const name = knownText(key);
    if (name !== undefined && first.open !== true) return entryOf(first, name)?.value ?? otherwise ?? hole;
    return holeOf(hole, hole.text, [get(first, key, hole), ...(otherwise === undefined ? [] : [otherwise])]);
  },
  keys: ({ first, place }) =>
    over(first, (map) =>
      map.kind === 'map'
        ? listOf(
            map.entries.map(({ key }) => key),
            place,
          )
        : map,
    ),
  values: ({ first, place, hole }) =>
    over(first, (map) => (map.kind === 'map' ? valuesOf(map, place, hole) : map)),
  length: ({ first, hole, place }) => {
    if (isFixedList(first)) return number(first.elements.length, place);
    return first.kind === 'map' && first.open !== true ? number(first.entries.length, place) : hole;
  },
  contains: ({ args, first, hole, place }) => {
    const wanted = args[1] === undefined ? undefined : knownText(args[1]);
    if (wanted === undefined || !isFixedList(first)) return hole;
    const texts = first.elements.map(knownText);
    if (texts.includes(wanted)) return boolean(true, place);
    return texts.includes(undefined) ? hole : boolean(false, place);
  },
  coalesce: ({ args, hole }) => firstSure(args, hole),
  coalescelist: ({ args, hole }) => firstSure(args, hole),
  try: ({ args, hole }) => firstSure(args, hole),
  zipmap: ({ args, first, hole, place }) => {
    const values = args[1];
    if (values === undefined || !isFixedList(first) || !isFixedList(values)) return hole;
    const entries = first.elements.flatMap((key, index): HclEntry[] => {
      const value = values.elements[index];
      return value === undefined ? [] : [{ key, value, range: value.range }];
    });
    return mapOf(entries, place);
  },
};

function number(value: number, place: Place): HclValue {
  return { kind: 'number', range: place.range, elsewhere: true, value, raw: String(value) };
}

function boolean(value: boolean, place: Place): HclValue {
  return { kind: 'boolean', range: place.range, elsewhere: true, value };
}
