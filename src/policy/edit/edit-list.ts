import type { Container, Item, Slot, TextEdit } from './edit-items.js';
import {
  indentAt,
  itemsOf,
  lineCommentAt,
  lineEndAt,
  lineStartOf,
  skipSpaces,
  slotsOf,
} from './edit-items.js';
import type { Plain, YamlQuote } from './print-policy.js';
import { printJson, printJsonLine, printYaml, printYamlValue, yamlString } from './print-policy.js';

/** What is put into a list or an object; a member has a name. */
export interface NewItem {
  readonly name?: string;
  readonly value: Plain;
}

/**
 * Takes items out of a list or an object, with the comma, the line and the comment behind each.
 * Undefined where nothing would be left, or where the text cannot be edited safely.
 */
export function removeItems(
  text: string,
  container: Container,
  items: readonly Item[],
): TextEdit[] | undefined {
  const slots = slotsOf(text, container);
  if (slots === undefined) return undefined;
  const removed = slots.map(({ item }) => items.includes(item));
  if (!removed.includes(false) || !removed.includes(true)) return undefined;
  const cuts = container.style === 'flow' ? flowCuts(text, slots, removed) : blockCuts(text, slots, removed);
  return cuts === undefined ? undefined : united(cuts).map((range) => ({ range, text: '' }));
}

type Cut = readonly [number, number];

function flowCuts(text: string, slots: readonly Slot[], removed: readonly boolean[]): Cut[] {
  const cuts = slots.flatMap((slot, index): Cut[] =>
    removed[index] === true ? [flowCut(text, slots, index)] : [],
  );
  // The last item that stays takes over whether a comma stands behind the last one.
  const kept = slots[removed.lastIndexOf(false)];
  const comma = kept?.comma;
  if (comma !== undefined && kept !== slots.at(-1) && slots.at(-1)?.comma === undefined) {
    const behind = skipSpaces(text, comma + 1);
    cuts.push([comma, cuts.some(([start]) => start === behind) ? behind : comma + 1]);
  }
  return cuts;
}

function flowCut(text: string, slots: readonly Slot[], index: number): Cut {
  const slot = slots[index];
  if (slot === undefined) return [0, 0];
  if (slot.lines !== undefined) return [slot.lines.start, slot.lines.end];
  const next = slots[index + 1];
  const before = slots[index - 1]?.comma;
  const behindComma = (slot.comma ?? slot.end - 1) + 1;
  if (next === undefined)
    return [
      before === undefined || text.slice(before + 1, slot.start).trim() !== '' ? slot.start : before + 1,
      behindComma,
    ];
  const behind = skipSpaces(text, behindComma);
  return [slot.start, behind === next.start || /[\r\n]/.test(text.charAt(behind)) ? behind : behindComma];
}

function blockCuts(text: string, slots: readonly Slot[], removed: readonly boolean[]): Cut[] | undefined {
  const cuts: Cut[] = [];
  let from = 0;
  if (removed[0] === true && slots[0]?.lines === undefined) {
    // The first item shares its line with the dash of the list around it: the first one that stays moves up to it.
    from = removed.indexOf(false);
    const start = slots[0]?.start ?? 0;
    const end = slots[from]?.start ?? start;
    const last = slots[from - 1];
    if (last === undefined || text.slice(lineContentEnd(text, last.end), end).trim() !== '') return undefined;
    cuts.push([start, end]);
  }
  for (let index = from; index < slots.length; index += 1) {
    if (removed[index] !== true) continue;
    const lines = slots[index]?.lines;
    if (lines === undefined) return undefined;
    // Without a line end behind it, the one before it goes.
    const end = lines.end === text.length && !text.endsWith('\n');
    cuts.push(
      end ? [lines.start - lineEndAt(text, lines.start).length, lines.end] : [lines.start, lines.end],
    );
  }
  return cuts;
}

function united(cuts: readonly Cut[]): Cut[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...cuts].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** Puts new items before the item that now has the index (at the end where there is none), written as their neighbours are. */
export function insertItems(
  text: string,
  container: Container,
  items: readonly NewItem[],
  index: number,
): TextEdit[] | undefined {
  const slots = slotsOf(text, container);
  if (slots === undefined || items.length === 0) return undefined;
  const place = Math.min(Math.max(index, 0), slots.length);
  const before = slots[place - 1];
  const style = styleOf(text, container, slots, before ?? slots[0]);
  const neighbour = before ?? slots[0];
  if (neighbour === undefined)
    return container.style === 'flow' ? fillEmpty(text, container, items, style) : undefined;
  const printed = items.map((item) => printItem(item, style));
  if (container.style === 'block') {
    const newLine = `${style.lineEnd}${style.margin}`;
    if (before === undefined)
      return [
        {
          range: [neighbour.start, neighbour.start],
          text: printed.map((one) => `${one}${newLine}`).join(''),
        },
      ];
    const end = lineContentEnd(text, before.end);
    return [{ range: [end, end], text: printed.map((one) => `${newLine}${one}`).join('') }];
  }
  const gap = neighbour.lines === undefined ? ' ' : `${style.lineEnd}${style.margin}`;
  if (before === undefined)
    return [
      { range: [neighbour.start, neighbour.start], text: printed.map((one) => `${one},${gap}`).join('') },
    ];
  const { end, comma, lines } = before;
  if (lines === undefined)
    return [{ range: [end, end], text: printed.map((one) => `,${gap}${one}`).join('') }];
  const added = printed.map((one) => `${gap}${one}`).join(',');
  if (comma !== undefined) return [{ range: [lines.contentEnd, lines.contentEnd], text: `${added},` }];
  if (lines.contentEnd === end) return [{ range: [end, end], text: `,${added}` }];
  return [
    { range: [end, end], text: ',' },
    { range: [lines.contentEnd, lines.contentEnd], text: added },
  ];
}

/** Puts new items in the place of one. */
export function replaceItem(
  text: string,
  container: Container,
  item: Item,
  items: readonly NewItem[],
): TextEdit[] | undefined {
  if (items.length === 0) return removeItems(text, container, [item]);
  const slots = slotsOf(text, container);
  const slot = slots?.find((candidate) => candidate.item === item);
  if (slots === undefined || slot === undefined) return undefined;
  const style = styleOf(text, container, slots, slot);
  const gap =
    slot.lines === undefined && container.style === 'flow' ? ' ' : `${style.lineEnd}${style.margin}`;
  return [
    {
      range: [slot.start, slot.end],
      text: items.map((one) => printItem(one, style)).join(container.style === 'flow' ? `,${gap}` : gap),
    },
  ];
}

/** How the items of a container are written. */
interface ListStyle {
  readonly block: boolean;
  /** All of it stands on one line. */
  readonly inline: boolean;
  /** What stands before an item that has a line of its own. */
  readonly margin: string;
  readonly unit: string;
  readonly lineEnd: string;
  readonly quote: YamlQuote;
  readonly nameQuote: YamlQuote;
}

function styleOf(
  text: string,
  container: Container,
  slots: readonly Slot[],
  neighbour: Slot | undefined,
): ListStyle {
  const block = container.style === 'block';
  const outer = indentAt(text, container.range[0]);
  const margin = neighbour === undefined ? outer : marginOf(text, neighbour, block);
  const own = slots.find(({ lines }) => lines !== undefined);
  const inner = own === undefined ? '' : indentAt(text, own.start);
  const unit =
    !block && inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : '  ';
  const items = neighbour === undefined ? itemsOf(container) : [neighbour.item, ...itemsOf(container)];
  return {
    block,
    inline: !block && slots.length > 0 && own === undefined,
    margin,
    unit,
    lineEnd: lineEndAt(text, container.range[0]),
    quote: quoteAmong(text, items, block),
    nameQuote: quoteOfNames(text, items, block),
  };
}

/** What stands before an item in its line: in a block its dash is on that line, and may be behind another one's. */
function marginOf(text: string, { start }: Slot, block: boolean): string {
  return block ? ' '.repeat(start - lineStartOf(text, start)) : indentAt(text, start);
}

/** What a list without strings quotes its items with. */
function usualQuote(block: boolean): YamlQuote {
  return block ? '' : '"';
}

function quoteAmong(text: string, items: readonly Item[], block: boolean): YamlQuote {
  const strings = items
    .flatMap((item) => (item.type === 'Member' ? item.value : item))
    .filter(({ type }) => type === 'String');
  return strings[0] === undefined ? usualQuote(block) : quoteOf(text, strings[0].range[0]);
}

function quoteOfNames(text: string, items: readonly Item[], block: boolean): YamlQuote {
  const [first] = items;
  return first?.type === 'Member' ? quoteOf(text, first.name.range[0]) : usualQuote(block);
}

/** The quotation mark that a string begins with; none for bare strings and block scalars. */
export function quoteOf(text: string, start: number): YamlQuote {
  const mark = text.charAt(start);
  return mark === '"' || mark === "'" ? mark : '';
}

function printItem({ name, value }: NewItem, style: ListStyle): string {
  const { block, margin, lineEnd, quote, nameQuote } = style;
  if (name === undefined) {
    if (block)
      return `- ${typeof value === 'string' ? yamlString(value, quote) : printYaml(value, `${margin}  `, lineEnd)}`;
    return typeof value === 'string' ? yamlString(value, quote) : printFlow(value, style);
  }
  const written = yamlString(name, nameQuote);
  if (block)
    return `${written}:${typeof value === 'string' ? ` ${yamlString(value, quote)}` : printYamlValue(value, margin, lineEnd)}`;
  return `${written}: ${typeof value === 'string' ? yamlString(value, quote) : printFlow(value, style)}`;
}

function printFlow(value: Plain, { inline, margin, unit, lineEnd }: ListStyle): string {
  return inline ? printJsonLine(value) : printJson(value, margin, unit, lineEnd);
}

/** `[]` → `["a"]`; what is itself a list or an object gets lines of its own. */
function fillEmpty(
  text: string,
  container: Container,
  items: readonly NewItem[],
  style: ListStyle,
): TextEdit[] | undefined {
  const range = [container.range[0] + 1, container.range[1] - 1] as const;
  if (text.slice(...range).trim() !== '') return undefined;
  const flat = items.every(({ name, value }) => name === undefined && typeof value !== 'object');
  const inner = `${style.lineEnd}${style.margin}${style.unit}`;
  const printed = items.map((item) => printItem(item, { ...style, margin: `${style.margin}${style.unit}` }));
  return [
    {
      range,
      text: flat ? printed.join(', ') : `${inner}${printed.join(`,${inner}`)}${style.lineEnd}${style.margin}`,
    },
  ];
}

/** Behind the comment that follows on the same line, or behind what ends here. */
function lineContentEnd(text: string, end: number): number {
  const at = skipSpaces(text, end);
  const comment = lineCommentAt(text, at);
  return comment === 0 ? end : at + comment;
}
