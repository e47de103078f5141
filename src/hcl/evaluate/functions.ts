import { posix } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { defined } from '../../defined.js';
import { append, greatest } from '../../long-lists.js';
import type { HclCall, HclChunk, HclExpression } from '../hcl-syntax.js';
import { parseTemplate } from '../parse-template.js';
import { decoded, get, plainValue, settled } from './look-into.js';
import type { Scope } from './module-scope.js';
import { spend } from './module-scope.js';
import type {
  HclEntry,
  HclHoleValue,
  HclListValue,
  HclMapValue,
  HclPiece,
  HclValue,
  Place,
} from './value.js';
import {
  elementsOf,
  entryOf,
  holeOf,
  knownText,
  listOf,
  mapOf,
  over,
  placeOf,
  possibleElements,
  textOf,
} from './value.js';

/** What a function needs besides its arguments. */
interface Calling {
  readonly evaluate: (argument: HclExpression) => HclValue;
  /** The pieces of a template. */
  readonly pieces: (chunks: readonly HclChunk[], scope: Scope) => readonly HclPiece[];
  /** The call as something that is not known. */
  readonly hole: (options?: readonly HclValue[]) => HclHoleValue;
  readonly place: Place;
}

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
  const hole = calling.hole(args.filter(isStructured));
  if (first === undefined) return NO_ARGUMENTS[call.name]?.(calling.place) ?? hole;
  const made = FUNCTIONS[call.name];
  if (made === undefined || !spend(scope, spread.length)) return hole;
  const result = made({ args: spread, first, scope, place: calling.place, hole, pieces: calling.pieces });
  return spend(scope, sizeOf(result)) ? result : hole;
}

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

interface Arguments {
  readonly args: readonly HclValue[];
  readonly first: HclValue;
  readonly scope: Scope;
  readonly place: Place;
  readonly hole: HclHoleValue;
  readonly pieces: Calling['pieces'];
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

function isFixedList(value: HclValue | undefined): value is HclListValue {
  return (
    value?.kind === 'list' &&
    value.elements.every((element) => element.kind !== 'hole' || element.spread !== true)
  );
}

function number(value: number, place: Place): HclValue {
  return { kind: 'number', range: place.range, elsewhere: true, value, raw: String(value) };
}

function boolean(value: boolean, place: Place): HclValue {
  return { kind: 'boolean', range: place.range, elsewhere: true, value };
}

/** A function from texts to a text, all of which have to be known. */
function text(
  apply: (value: string, others: readonly string[]) => string | undefined,
): (given: Arguments) => HclValue {
  return ({ args, first, place, hole }) => {
    // What a function makes of a whole document stands nowhere; the document itself does.
    if (isDocument(first)) return holeOf(hole, hole.text, [first]);
    const [value, ...others] = args.map(knownText);
    const known = others.every((other) => other !== undefined);
    const result = value === undefined || !known ? undefined : apply(value, others);
    if (result === undefined) return hole;
    return { ...textOf(result, place), computed: true };
  };
}

/** Blanks around JSON do not matter, and its parts keep their places without the function. */
function trimmed(apply: (value: string) => string): (given: Arguments) => HclValue {
  return (given) => (isDocument(given.first) ? given.first : text(apply)(given));
}

function isDocument(value: HclValue): boolean {
  if (value.kind === 'json') return true;
  const [piece] = value.kind === 'text' ? value.pieces : [];
  return piece?.kind === 'text' && /^\s*[{[]/.test(piece.text);
}

function encode({ first, place }: Arguments): HclValue {
  if (first.kind === 'hole' && first.file !== undefined) return first;
  return over(first, (value): HclValue => {
    if (value.kind === 'decoded') return value.of;
    return { kind: 'json', ...place, of: value };
  });
}

function decode({ first, place, hole, scope }: Arguments): HclValue {
  if (first.kind === 'hole' && first.file !== undefined) {
    const content = scope.module.file(first.file);
    return content === undefined ? first : { ...first, options: [decoded(textOf(content, place))] };
  }
  return over(first, (value): HclValue => {
    if (value.kind === 'json') return value.of;
    return value.kind === 'text' ? { kind: 'decoded', ...place, of: value } : hole;
  });
}

function decodeYaml({ first, place, hole, scope }: Arguments): HclValue {
  const content =
    first.kind === 'hole' && first.file !== undefined ? scope.module.file(first.file) : knownText(first);
  if (content === undefined) return hole;
  try {
    return plainValue(parseYaml(content, { maxAliasCount: 100, logLevel: 'silent' }), place);
  } catch {
    return hole;
  }
}

/** The file's content is linted where it stands, so that here it is a hole with its path. */
function fileOf({ first, hole, scope }: Arguments): HclValue {
  const path = knownText(first);
  if (path === undefined) return hole;
  const isThere = !scope.module.isSurrounded || scope.module.file(path) !== undefined;
  return defined({ ...hole, file: posix.normalize(path), absent: isThere ? undefined : (true as const) });
}

function templateFile({ args, first, place, hole, scope, pieces: read }: Arguments): HclValue {
  const path = knownText(first);
  const given = args[1];
  if (path === undefined) return hole;
  const template = scope.module.file(path);
  if (template === undefined) return { ...hole, file: posix.normalize(path), absent: true };
  if (scope.depth > MOST_TEMPLATES || !spend(scope, template.length / 100)) return hole;
  const names = new Map(given?.kind === 'map' ? namedValues(given) : []);
  const pieces = read(parseTemplate(template), {
    ...scope,
    text: template,
    at: scope.at ?? place.range,
    names,
    depth: scope.depth + TEMPLATE_DEPTH,
  });
  return { kind: 'text', range: place.range, elsewhere: true, pieces };
}

/** A template may call for itself. */
const TEMPLATE_DEPTH = 20;
const MOST_TEMPLATES = 100;

function namedValues({ entries }: HclMapValue): readonly (readonly [string, HclValue])[] {
  return entries.flatMap(({ key, value }) => {
    const name = knownText(key);
    return name === undefined ? [] : [[name, value] as const];
  });
}

/** What is not known may bring more entries, and other ones under the same names. */
function merge({ args, place, hole }: Arguments): HclValue {
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

/** In characters; a text that grows beyond it is left to Terraform. */
const LONGEST_TEXT = 1_000_000;

function merged(args: readonly HclValue[], place: Place): HclMapValue {
  const entries = args.flatMap((value) => (value.kind === 'map' ? value.entries : []));
  const byName = new Map(entries.map((entry, index) => [knownText(entry.key) ?? index, entry] as const));
  return mapOf([...byName.values()], place);
}

function flatten(value: HclValue, scope: Scope): readonly HclValue[] {
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
function distinct(elements: readonly HclValue[]): readonly HclValue[] {
  const seen = new Set<string>();
  return elements.filter((element) => {
    const value = element.kind === 'text' ? knownText(element) : undefined;
    if (value === undefined) return true;
    const isNew = !seen.has(value);
    seen.add(value);
    return isNew;
  });
}

function chunklist({ args, first, place, hole }: Arguments): HclValue {
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

function sorted(elements: readonly HclValue[], place: Place): HclValue | undefined {
  const texts = elements.map((element) => ({ element, text: knownText(element) }));
  if (texts.some((item) => item.text === undefined)) return undefined;
  const ordered = texts.sort((a, b) => ((a.text ?? '') < (b.text ?? '') ? -1 : 1));
  return listOf(
    ordered.map(({ element }) => element),
    place,
  );
}

function valuesOf(map: HclMapValue, place: Place, hole: HclHoleValue): HclValue {
  const values = map.entries.map(({ value }) => value);
  if (map.open !== true) return listOf(values, place);
  return listOf([...values, { ...holeOf(hole, hole.text), spread: true }], place);
}

/** The first that is there for certain; of those before it any may be it. */
function firstSure(args: readonly HclValue[], hole: HclHoleValue): HclValue {
  const candidates = args.filter(({ kind }) => kind !== 'null');
  const sure = candidates.findIndex(({ kind }) => kind !== 'hole');
  const [first] = candidates;
  if (sure === 0 && first !== undefined) return first;
  return holeOf(hole, hole.text, sure === -1 ? candidates : candidates.slice(0, sure + 1));
}

/** `%s`, `%d`, `%v` and `%%`; anything finer is left to Terraform. */
function format({ args, first, place, hole }: Arguments): HclValue {
  const pattern = knownText(first);
  const pieces = pattern === undefined ? undefined : formatted(pattern, args.slice(1), place);
  return pieces === undefined ? hole : { kind: 'text', ...place, pieces, computed: true };
}

function formatted(
  pattern: string,
  args: readonly HclValue[],
  { range }: Place,
): readonly HclPiece[] | undefined {
  const rest = [...args];
  const pieces: HclPiece[] = [];
  for (const part of pattern.split(/(%.)/)) {
    if (part === '%%') pieces.push({ kind: 'text', text: '%', range });
    else if (/^%[sdv]$/.test(part)) {
      const value = rest.shift();
      if (value === undefined) return undefined;
      append(pieces, pieceOf(value, range));
    } else if (part.startsWith('%')) return undefined;
    else if (part !== '') pieces.push({ kind: 'text', text: part, range });
  }
  return pieces;
}

function pieceOf(value: HclValue, range: Place['range']): readonly HclPiece[] {
  const known = knownText(value);
  if (known !== undefined) return [{ kind: 'text', text: known, range }];
  if (value.kind === 'text') return value.pieces.map((piece) => ({ ...piece, range }));
  return [{ kind: 'hole', value, range }];
}

/** One text for each element of the one list among the arguments. */
function formatList({ args, first, place, hole }: Arguments): HclValue {
  const pattern = knownText(first);
  const lists = args.filter((value) => value.kind === 'list');
  const [list] = lists;
  if (pattern === undefined || lists.length !== 1 || !isFixedList(list)) return hole;
  const made = list.elements.map((element) => {
    const pieces = formatted(
      pattern,
      args.slice(1).map((value) => (value === list ? element : value)),
      element,
    );
    return pieces === undefined
      ? hole
      : { kind: 'text' as const, ...placeOf(element), pieces, computed: true as const };
  });
  return listOf(made, place);
}

function join({ args, first, place, hole }: Arguments): HclValue {
  const separator = knownText(first);
  const list = args[1];
  if (separator === undefined || !isFixedList(list)) return hole;
  const pieces = list.elements.flatMap((element, index): readonly HclPiece[] => [
    ...(index === 0 ? [] : [{ kind: 'text' as const, text: separator, range: place.range }]),
    ...pieceOf(element, place.range),
  ]);
  return { kind: 'text', ...place, pieces, computed: true };
}

function split({ args, first, place, hole }: Arguments): HclValue {
  const [separator, value] = [knownText(first), args[1] === undefined ? undefined : knownText(args[1])];
  if (separator === undefined || separator === '' || value === undefined) return hole;
  return listOf(
    value.split(separator).map((part) => ({ ...textOf(part, place), computed: true as const })),
    place,
  );
}
