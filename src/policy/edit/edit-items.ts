import type { ArrayNode, MemberNode, ObjectNode, ValueNode } from '../model/ast.js';

/** Replaces UTF-16 offsets `[start, end)` of the text. */
export interface TextEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

export type Container = ArrayNode | ObjectNode;
export type Item = ValueNode | MemberNode;

export function itemsOf(container: Container): readonly Item[] {
  return container.type === 'Array' ? container.elements : container.members;
}

/** Where an item of a container stands among commas, line ends and comments. */
export interface Slot {
  readonly item: Item;
  /** Where the item's own text begins: in a block list this is its dash. */
  readonly start: number;
  readonly end: number;
  /** The comma behind it; undefined where none stands. */
  readonly comma: number | undefined;
  /** The lines that hold the item, its comma and its trailing comment, and nothing else; undefined where it shares its lines. */
  readonly lines: Lines | undefined;
}

export interface Lines {
  readonly start: number;
  /** Behind the last character before the line end. */
  readonly contentEnd: number;
  /** Behind the line end. */
  readonly end: number;
}

/**
 * The slots of a container, or undefined where something stands between its items that an edit could damage: an anchor, a
 * tag, a merge key, an explicit key, a separator other than a comma.
 */
export function slotsOf(text: string, container: Container): readonly Slot[] | undefined {
  const known = KNOWN.get(container);
  if (known?.text === text) return known.slots;
  const slots = findSlots(text, container);
  KNOWN.set(container, { text, slots });
  return slots;
}

/** Each of a thousand items of a list may have a fix of its own, and each fix needs the slots of them all. */
const KNOWN = new WeakMap<
  Container,
  { readonly text: string; readonly slots: readonly Slot[] | undefined }
>();

function findSlots(text: string, container: Container): readonly Slot[] | undefined {
  const items = itemsOf(container);
  if (container.shared === true || items.some(({ shared }) => shared === true)) return undefined;
  return container.style === 'flow' ? flowSlots(text, container, items) : blockSlots(text, container, items);
}

function flowSlots(text: string, container: Container, items: readonly Item[]): readonly Slot[] | undefined {
  const [open, close] = container.type === 'Array' ? ['[', ']'] : ['{', '}'];
  if (!text.startsWith(open, container.range[0]) || !text.startsWith(close, container.range[1] - 1))
    return undefined;
  const slots: Slot[] = [];
  let at = skipBlank(text, container.range[0] + 1);
  for (const item of items) {
    if (item.range[0] !== at || !isPlainMember(text, item)) return undefined;
    const end = item.range[1];
    const next = skipBlank(text, end);
    const comma = text.startsWith(',', next) ? next : undefined;
    at = comma === undefined ? next : skipBlank(text, comma + 1);
    slots.push({ item, start: item.range[0], end, comma, lines: ownLines(text, item.range[0], end, comma) });
  }
  // Behind the last item nothing but the closing mark may stand, and between two items a comma must.
  if (at !== container.range[1] - 1 || slots.slice(0, -1).some(({ comma }) => comma === undefined))
    return undefined;
  return slots;
}

function blockSlots(text: string, container: Container, items: readonly Item[]): readonly Slot[] | undefined {
  const slots: Slot[] = [];
  for (const item of items) {
    const start = container.type === 'Array' ? dashBefore(text, item.range[0]) : item.range[0];
    if (start === undefined || !isPlainMember(text, item)) return undefined;
    slots.push({
      item,
      start,
      end: item.range[1],
      comma: undefined,
      lines: ownLines(text, start, item.range[1], undefined),
    });
  }
  return slots;
}

/** A member with a colon between name and value, and nothing else but blanks and line ends (HCL writes `=`, YAML anchors). */
function isPlainMember(text: string, item: Item): boolean {
  return (
    item.type !== 'Member' ||
    /^\s*:\s*$/.test(blankComments(text.slice(item.name.range[1], item.value.range[0])))
  );
}

function dashBefore(text: string, start: number): number | undefined {
  const before = /-[ \t]+$/.exec(text.slice(lineStartOf(text, start), start));
  return before === null ? undefined : start - before[0].length;
}

function ownLines(text: string, start: number, end: number, comma: number | undefined): Lines | undefined {
  // Back over blanks only: a whole policy may stand in one line.
  let lineStart = start;
  while (lineStart > 0 && /[^\S\n]/.test(text.charAt(lineStart - 1))) lineStart -= 1;
  if (lineStart > 0 && text.charAt(lineStart - 1) !== '\n') return undefined;
  let at = skipSpaces(text, end);
  if (comma !== undefined) {
    if (at !== comma) return undefined;
    at = skipSpaces(text, comma + 1);
  }
  const comment = lineCommentAt(text, at);
  const contentEnd = at + comment;
  const lineEnd = /^(?:\r?\n|$)/.exec(text.slice(contentEnd, contentEnd + 2));
  if (lineEnd === null) return undefined;
  return {
    start: lineStart,
    contentEnd: comment === 0 ? Math.max(end, comma === undefined ? 0 : comma + 1) : contentEnd,
    end: contentEnd + lineEnd[0].length,
  };
}

export function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The white space at the start of the line that an offset stands in. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartOf(text, offset)))?.[0] ?? '';
}

/** The line end used around an offset. */
export function lineEndAt(text: string, offset: number): string {
  const feed = text.indexOf('\n', offset);
  const place = feed === -1 ? text.lastIndexOf('\n', offset - 1) : feed;
  return place > 0 && text.charAt(place - 1) === '\r' ? '\r\n' : '\n';
}

export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  return at;
}

/** Goes over white space, line ends and comments of either syntax; what is none of them stays. */
function skipBlank(text: string, from: number): number {
  for (let at = from; ;) {
    const character = text.charAt(at);
    const comment = lineCommentAt(text, at);
    if (character === ' ' || character === '\t' || character === '\n' || character === '\r') at += 1;
    else if (comment > 0) at += comment;
    else if (text.startsWith('/*', at) && text.includes('*/', at + 2)) at = text.indexOf('*/', at + 2) + 2;
    else return at;
  }
}

/** How comments begin, and where they end as far as they end their line. */
const COMMENTS: readonly (readonly [start: string, whole: RegExp])[] = [
  ['//', /^[^\r\n]*/],
  ['#', /^[^\r\n]*/],
  ['/*', /^\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*(?=\r?\n|$)/],
];

/** The length of a comment up to the end of its line, or of a block comment that ends its line; 0 where none starts here. */
export function lineCommentAt(text: string, at: number): number {
  const comment = COMMENTS.find(([start]) => text.startsWith(start, at));
  if (comment === undefined) return 0;
  const lineEnd = text.indexOf('\n', at);
  return comment[1].exec(text.slice(at, lineEnd === -1 ? undefined : lineEnd + 1))?.[0].length ?? 0;
}

function blankComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|#[^\n]*/g, '');
}
