import type { HclRange } from '../hcl-syntax.js';

/**
 * What an expression comes to, as far as that can be told without running Terraform. Each value knows where it stands in
 * the file that is read; what another file holds stands where this one names it, and is `elsewhere`.
 */
export type HclValue =
  | HclTextValue
  | HclNumberValue
  | HclBooleanValue
  | HclNullValue
  | HclListValue
  | HclMapValue
  | HclJsonValue
  | HclDecodedValue
  | HclHoleValue;

export interface Place {
  readonly range: HclRange;
  readonly elsewhere?: true;
}

/** A text in pieces, some of which may be unknown. */
export interface HclTextValue extends Place {
  readonly kind: 'text';
  readonly pieces: readonly HclPiece[];
  /** Made by a function: it stands nowhere as it reads. */
  readonly computed?: true;
}

/** Where `text` is as long as its range it stands there verbatim. */
export type HclPiece =
  | { readonly kind: 'text'; readonly text: string; readonly range: HclRange }
  | {
      readonly kind: 'hole';
      readonly value: HclValue;
      readonly range: HclRange;
      /** What may stand here as text: the inside of a `%{…}` directive. */
      readonly arms?: readonly (readonly HclPiece[])[];
    };

export interface HclNumberValue extends Place {
  readonly kind: 'number';
  readonly value: number;
  readonly raw: string;
}

export interface HclBooleanValue extends Place {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface HclNullValue extends Place {
  readonly kind: 'null';
}

export interface HclListValue extends Place {
  readonly kind: 'list';
  /** A hole with `spread` among them stands for any number of elements. */
  readonly elements: readonly HclValue[];
  /** Put together by a function: its elements do not stand side by side. */
  readonly computed?: true;
}

export interface HclMapValue extends Place {
  readonly kind: 'map';
  readonly entries: readonly HclEntry[];
  /** There may be more entries than these. */
  readonly open?: true;
  readonly computed?: true;
}

export interface HclEntry {
  /** A text, or a hole. */
  readonly key: HclValue;
  readonly value: HclValue;
  readonly range: HclRange;
}

/** The JSON text of a value: `jsonencode(…)`. */
export interface HclJsonValue extends Place {
  readonly kind: 'json';
  readonly of: HclValue;
}

/** What a JSON text says: `jsondecode(…)`. */
export interface HclDecodedValue extends Place {
  readonly kind: 'decoded';
  readonly of: HclTextValue;
}

/** A value that only a run of Terraform can tell. */
export interface HclHoleValue extends Place {
  readonly kind: 'hole';
  /** The expression as written. */
  readonly text: string;
  /** What it may be, as far as that stands in the text: the arms of a conditional, the body of a `for`. */
  readonly options: readonly HclValue[];
  /** In a list: any number of elements; the options are lists of such. */
  readonly spread?: true;
  /** The content of a file, as its path is written, from the folder of the module. */
  readonly file?: string;
  /** That file is not there, or may not be read. */
  readonly absent?: true;
}

/** More possibilities of one hole are not looked at. */
const MOST_OPTIONS = 64;

/** A hole; what may itself be several things counts as these. */
export function holeOf(place: Place, text: string, options: readonly HclValue[] = []): HclHoleValue {
  const flat = options.flatMap((option) => (isBareHole(option) ? option.options : [option]));
  return { kind: 'hole', ...placeOf(place), text, options: flat.slice(0, MOST_OPTIONS) };
}

function isBareHole(value: HclValue): value is HclHoleValue {
  return value.kind === 'hole' && value.spread !== true && value.file === undefined;
}

/** Where a value stands, and nothing else of it. */
export function placeOf({ range, elsewhere }: Place): Place {
  return elsewhere === true ? { range, elsewhere } : { range };
}

/** A text of one piece that stands where `place` says. */
export function textOf(text: string, place: Place): HclTextValue {
  return { kind: 'text', ...placeOf(place), pieces: [{ kind: 'text', text, range: place.range }] };
}

export function listOf(elements: readonly HclValue[], place: Place): HclListValue {
  return { kind: 'list', ...placeOf(place), elements, computed: true };
}

export function mapOf(entries: readonly HclEntry[], place: Place): HclMapValue {
  return { kind: 'map', ...placeOf(place), entries, computed: true };
}

/** The text of a value that a template can hold; undefined where it has none that is known. */
export function knownText(value: HclValue): string | undefined {
  if (value.kind === 'number') return value.raw;
  if (value.kind === 'boolean') return String(value.value);
  if (value.kind !== 'text') return undefined;
  const texts = value.pieces.map((piece) => (piece.kind === 'text' ? piece.text : undefined));
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** Applies a function to a value that is known, and to each possibility of one that is not. */
export function over(value: HclValue, apply: (known: HclValue) => HclValue): HclValue {
  if (value.kind !== 'hole') return apply(value);
  return holeOf(value, value.text, value.options.map(apply));
}

/** The elements of a list; a value that may be one is a hole for any number of elements. */
export function elementsOf(value: HclValue): readonly HclValue[] {
  if (value.kind === 'list') return value.elements;
  if (value.kind === 'null') return [];
  if (value.kind !== 'hole') return [value];
  const options = value.options.map((option) => listOf(elementsOf(option), option));
  return [{ ...holeOf(value, value.text, options), spread: true }];
}

/** The elements with those that may stand in holes, each as often as it is written. */
export function possibleElements(value: HclValue): readonly HclValue[] {
  if (value.kind === 'hole') return value.options.flatMap(possibleElements);
  if (value.kind === 'map') return value.entries.map((entry) => entry.value);
  if (value.kind !== 'list') return [];
  return value.elements.flatMap((element) =>
    element.kind === 'hole' && element.spread === true ? possibleElements(element) : [element],
  );
}

/** The entry of a name; of several with one name the last counts. */
export function entryOf({ entries }: HclMapValue, name: string): HclEntry | undefined {
  return entries.findLast(({ key }) => knownText(key) === name);
}
