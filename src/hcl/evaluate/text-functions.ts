import { append } from '../../long-lists.js';
import type { HclPiece, HclValue, Place } from './value.js';
import { holeOf, knownText, listOf, placeOf, textOf } from './value.js';
import type { Arguments } from './function-arguments.js';
import { isFixedList } from './function-arguments.js';

/** A function from texts to a text, all of which have to be known. */
export function text(
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
export function trimmed(apply: (value: string) => string): (given: Arguments) => HclValue {
  return (given) => (isDocument(given.first) ? given.first : text(apply)(given));
}

function isDocument(value: HclValue): boolean {
  if (value.kind === 'json') return true;
  const [piece] = value.kind === 'text' ? value.pieces : [];
  return piece?.kind === 'text' && /^\s*[{[]/.test(piece.text);
}

/** `%s`, `%d`, `%v` and `%%`; anything finer is left to Terraform. */
export function format({ args, first, place, hole }: Arguments): HclValue {
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
export function formatList({ args, first, place, hole }: Arguments): HclValue {
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

export function join({ args, first, place, hole }: Arguments): HclValue {
  const separator = knownText(first);
  const list = args[1];
  if (separator === undefined || !isFixedList(list)) return hole;
  const pieces = list.elements.flatMap((element, index): readonly HclPiece[] => [
    ...(index === 0 ? [] : [{ kind: 'text' as const, text: separator, range: place.range }]),
    ...pieceOf(element, place.range),
  ]);
  return { kind: 'text', ...place, pieces, computed: true };
}

export function split({ args, first, place, hole }: Arguments): HclValue {
  const [separator, value] = [knownText(first), args[1] === undefined ? undefined : knownText(args[1])];
  if (separator === undefined || separator === '' || value === undefined) return hole;
  return listOf(
    value.split(separator).map((part) => ({ ...textOf(part, place), computed: true as const })),
    place,
  );
}
