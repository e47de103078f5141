import type {
  HclHoleValue,
  HclListValue,
  HclMapValue,
  HclPiece,
  HclTextValue,
  HclValue,
} from '../../hcl/evaluate/value.js';
import { holeOf, knownText } from '../../hcl/evaluate/value.js';
import { defined, filled } from '../../defined.js';
import { append, greatest } from '../../long-lists.js';
import { en } from '../../wording/en/policy.js';
import { speaker } from '../../wording/speaker.js';
import type { MemberNode, ObjectNode, Range, StringNode, UnknownNode, ValueNode } from '../model/ast.js';
import type { Filling } from './json-excerpt.js';
import type { Source } from './hcl-json.js';
import { readEmbeddedJson, unknown } from './hcl-json.js';
import { spanAt } from '../syntax/line-table.js';
import type { ParseProblem } from '../syntax/reading.js';

const say = speaker('policy', en);

/** What values become nodes in. */
export interface Lowering extends Source {
  /** What embedded JSON complains about is added here. */
  readonly problems: ParseProblem[];
  /** How many nodes may still be made: a value that is used again and again is made again and again. */
  readonly budget: { left: number };
  /** What the whole document may be with the inside of its `%{…}` is added here. */
  readonly alternatives: ValueNode[];
  /** The text stands for several policies, so that none of them can be edited alone. */
  readonly shared: boolean;
}

/** What an argument that takes a JSON document holds. */
export interface Document {
  /** Undefined where nothing is said, or what is said is no JSON (which is a problem). */
  readonly value: ValueNode | undefined;
  /** The document stands in this file, relative to the folder of this one. */
  readonly file?: string;
}

/** The document that a value is: `jsonencode(…)`, a text with JSON, a file. */
export function documentOf(value: HclValue, to: Lowering): Document {
  switch (value.kind) {
    case 'json':
      return { value: value.of.kind === 'decoded' ? textDocument(value.of.of, to) : valueOf(value.of, to) };
    case 'decoded':
      return { value: textDocument(value.of, to) };
    case 'text':
      return { value: textDocument(value, to) };
    case 'map':
      return { value: valueOf(value, to) };
    case 'null':
      return { value: undefined };
    case 'hole': {
      const options = value.options.flatMap((option) => documentOf(option, to).value ?? []);
      const file = value.absent === true ? undefined : value.file;
      return defined({ value: holeNode(value, options, to), file });
    }
    case 'number':
    case 'boolean':
    case 'list':
      return { value: valueOf(value, to) };
  }
}

/** A value as a node, unknown where Terraform has to run to tell. */
export function valueOf(value: HclValue, to: Lowering): ValueNode {
  to.budget.left -= 1;
  if (to.budget.left < 0) return unknown(to, rangeOf(value));
  switch (value.kind) {
    case 'text':
      return stringOf(value, to);
    case 'number':
      return { type: 'Number', value: value.value, raw: value.raw, ...baseOf(value, to) };
    case 'boolean':
      return { type: 'Boolean', value: value.value, ...baseOf(value, to) };
    case 'null':
      return { type: 'Null', ...baseOf(value, to) };
    case 'list':
      return arrayOf(value, to);
    case 'map':
      return objectOf(value, to);
    case 'decoded':
      return textDocument(value.of, to) ?? unknown(to, rangeOf(value));
    case 'json':
      return unknown(to, rangeOf(value));
    case 'hole':
      return holeNode(
        value,
        value.options.map((option) => valueOf(option, to)),
        to,
      );
  }
}

type Base = Pick<ValueNode, 'range' | 'loc' | 'shared'>;

/** What is made, or stands elsewhere, is not edited where it shows. */
function baseOf(value: HclValue, to: Lowering): Base {
  const range = rangeOf(value);
  const base = { range, loc: spanAt(to.lines, range) };
  const isMade = 'computed' in value && value.computed;
  return to.shared || isMade || value.elsewhere === true ? { ...base, shared: true } : base;
}

function rangeOf({ range: [start, end] }: { readonly range: readonly [number, number] }): Range {
  return [start, end];
}

function holeNode(value: HclHoleValue, options: readonly ValueNode[], to: Lowering): UnknownNode {
  const range = rangeOf(value);
  return defined({
    type: 'Unknown' as const,
    range,
    loc: spanAt(to.lines, range),
    text: value.text === '' ? to.text.slice(...range) : value.text,
    options: filled(options),
    spread: value.spread,
    why: whyOf(value),
  });
}

function whyOf({ file, absent }: HclHoleValue): string | undefined {
  if (file === undefined) return undefined;
  return absent === true ? say('absentFile', { file }) : say('otherFile', { file });
}

/** A text with unknown pieces is unknown, with what is known of it, and with what it may be where its holes have options. */
function stringOf(value: HclTextValue, to: Lowering): ValueNode {
  const text = knownText(value);
  if (text !== undefined) return { type: 'String', value: text, ...baseOf(value, to) };
  const node = unknown(to, rangeOf(value), partsOf(value.pieces));
  const options = possibleTexts(value.pieces).map((possible): StringNode => ({
    type: 'String',
    value: possible,
    ...baseOf(value, to),
    shared: true,
  }));
  return options.length === 0 ? node : { ...node, options };
}

function partsOf(pieces: readonly HclPiece[]): (string | undefined)[] {
  const parts: (string | undefined)[] = [];
  for (const piece of pieces) {
    const part = piece.kind === 'text' ? piece.text : undefined;
    const before = parts.at(-1);
    if (part !== undefined && before !== undefined) parts[parts.length - 1] = before + part;
    else parts.push(part);
  }
  return parts;
}

function possibleTexts(pieces: readonly HclPiece[]): readonly string[] {
  const choices = pieces.map((piece): readonly string[] => {
    if (piece.kind === 'text') return [piece.text];
    const options = piece.value.kind === 'hole' ? piece.value.options : [];
    return options.flatMap((option) => knownText(option) ?? []);
  });
  if (choices.some((choice) => choice.length === 0)) return [];
  const rounds = greatest(choices.map((choice) => choice.length));
  return Array.from({ length: rounds }, (_, round) =>
    choices.map((choice) => choice[round % choice.length] ?? '').join(''),
  );
}

function arrayOf(value: HclListValue, to: Lowering): ValueNode {
  const elements = value.elements.map((element) => valueOf(element, to));
  return { type: 'Array', style: 'flow', elements, ...baseOf(value, to) };
}

/** Where a name is computed, or there may be more of them, no part is taken for all. */
function objectOf(value: HclMapValue, to: Lowering): ValueNode {
  const members = value.entries.flatMap((entry): MemberNode[] => {
    const name = valueOf(entry.key, to);
    if (name.type !== 'String') return [];
    const range = rangeOf(entry);
    return [
      defined({
        type: 'Member' as const,
        name,
        value: valueOf(entry.value, to),
        range,
        loc: spanAt(to.lines, range),
        shared: to.shared ? (true as const) : undefined,
      }),
    ];
  });
  const object: ObjectNode = { type: 'Object', style: 'flow', members, ...baseOf(value, to) };
  if (members.length === value.entries.length && value.open !== true) return object;
  const open: ObjectNode = { ...object, open: true, shared: true };
  const hole = unknown(to, rangeOf(value));
  return members.length === 0 ? hole : { ...hole, options: [open] };
}

/** JSON in a text. The inside of `%{…}` may stand there or not: with it, the text is one that it may be. */
function textDocument(value: HclTextValue, to: Lowering): ValueNode | undefined {
  const { pieces } = value;
  const read = readEmbeddedJson(to, rangeOf(value), pieces, ({ value: hole }) => fill(hole, to));
  append(to.problems, read.problems);
  const node = read.value;
  if (node === undefined || !pieces.some((piece) => piece.kind === 'hole' && piece.arms !== undefined))
    return node;
  const options = armsOf(pieces).flatMap((arm) => {
    const option = readEmbeddedJson(to, rangeOf(value), arm, ({ value: hole }) => fill(hole, to)).value;
    return option === undefined || option.type === 'Unknown' ? [] : [option];
  });
  append(to.alternatives, options);
  return node;
}

const MOST_ARMS = 16;

/** The text with the first arm of every directive, with the second, and so on. */
function armsOf(pieces: readonly HclPiece[]): readonly (readonly HclPiece[])[] {
  const most = Math.max(
    0,
    greatest(pieces.map((piece) => (piece.kind === 'hole' ? (piece.arms?.length ?? 0) : 0))),
  );
  return Array.from({ length: Math.min(most, MOST_ARMS) }, (_, round) => withArms(pieces, round));
}

function withArms(pieces: readonly HclPiece[], round: number): readonly HclPiece[] {
  return pieces.flatMap((piece): readonly HclPiece[] => {
    if (piece.kind === 'text' || piece.arms === undefined) return [piece];
    return withArms(piece.arms[round % piece.arms.length] ?? [], round);
  });
}

/** What stands for the hole in JSON text: `${jsonencode(…)}` is a value. */
function fill(value: HclValue, to: Lowering): Filling {
  if (value.kind === 'json') return { value: valueOf(value.of, to) };
  if (value.kind !== 'hole') return { value: unknown(to, rangeOf(value)) };
  const options = value.options.flatMap((option) => (option.kind === 'json' ? [valueOf(option.of, to)] : []));
  return { value: holeNode(holeOf(value, value.text), options, to) };
}
