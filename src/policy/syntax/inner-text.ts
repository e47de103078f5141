import { jsonStringChunks } from '../../hcl/strings.js';
import type { InnerText, StringNode, Syntax } from '../model/ast.js';

/**
 * The text that a string of a file holds, and where each of its characters stands: what is read in it has exact places, and
 * can be edited where the string can hold any text. Undefined where the string is written in a way that gives no such places.
 */
export function innerText(text: string, node: StringNode, syntax: Syntax): InnerText | undefined {
  const mark = text.charAt(node.range[0]);
  const inner = syntax === 'yaml' ? READERS[mark]?.(text, node) : quoted(text, node);
  return inner?.text === node.value ? inner : undefined;
}

/** What begins with none of these marks is not looked into: nobody writes a policy as a plain scalar. */
const READERS: Readonly<Record<string, (text: string, node: StringNode) => InnerText | undefined>> = {
  '"': quoted,
  "'": singleQuoted,
  '|': literal,
  '>': folded,
};

/** A JSON string; one of YAML where it stands in one line and has no escape but those of JSON. */
function quoted(text: string, { range: [start, end] }: StringNode): InnerText | undefined {
  if (text.charAt(start) !== '"' || text.charAt(end - 1) !== '"') return undefined;
  if (text.slice(start, end).includes('\n')) return undefined;
  const offsets: number[] = [];
  const parts = jsonStringChunks(text, [start + 1, end - 1]).map(({ kind, range, ...chunk }) => {
    const part = kind === 'text' && 'text' in chunk ? chunk.text : '';
    const isVerbatim = part.length === range[1] - range[0];
    for (let at = 0; at < part.length; at += 1) offsets.push(isVerbatim ? range[0] + at : range[0]);
    return part;
  });
  offsets.push(end - 1);
  return { text: parts.join(''), offsets, encode: (part) => JSON.stringify(part).slice(1, -1) };
}

function singleQuoted(text: string, { range: [start, end] }: StringNode): InnerText | undefined {
  const raw = text.slice(start + 1, end - 1);
  if (raw.includes('\n')) return undefined;
  const offsets: number[] = [];
  let value = '';
  for (let at = 0; at < raw.length; at += 1) {
    offsets.push(start + 1 + at);
    value += raw.charAt(at);
    if (raw.startsWith("''", at)) at += 1;
  }
  offsets.push(end - 1);
  const encode = (part: string): string | undefined =>
    part.includes('\n') ? undefined : part.replaceAll("'", "''");
  return { text: value, offsets, encode };
}

interface Line {
  readonly start: number;
  /** Without the line end. */
  readonly text: string;
}

/** The lines of a block scalar behind its header. */
function linesOf(text: string, [start, end]: StringNode['range']): readonly Line[] {
  const lines: Line[] = [];
  let at = text.indexOf('\n', start) + 1;
  while (at > 0 && at < end) {
    const feed = text.indexOf('\n', at);
    const stop = feed === -1 || feed > end ? end : feed;
    lines.push({ start: at, text: text.slice(at, stop).replace(/\r$/, '') });
    at = stop + 1;
  }
  return lines;
}

/** How far the lines of a block scalar are indented, as its first line with content and what it holds tell. */
function indentOf(lines: readonly Line[], value: string): number | undefined {
  const first = lines.find((line) => line.text.trim() !== '');
  const held = value.split('\n').find((line) => line.trim() !== '');
  if (first === undefined || held === undefined || !first.text.endsWith(held)) return undefined;
  return first.text.length - held.length;
}

function literal(text: string, node: StringNode): InnerText | undefined {
  const lines = linesOf(text, node.range);
  const indent = indentOf(lines, node.value);
  if (indent === undefined) return undefined;
  const margin = ' '.repeat(indent);
  const offsets: number[] = [];
  let value = '';
  for (const line of lines) {
    if (value.length >= node.value.length) break;
    const content = line.text.slice(indent);
    for (let at = 0; at < content.length; at += 1) offsets.push(line.start + indent + at);
    offsets.push(line.start + line.text.length);
    value += `${content}\n`;
  }
  return {
    text: value.slice(0, node.value.length),
    offsets: [...offsets.slice(0, node.value.length), node.range[1]],
    encode: (part) => part.replaceAll('\n', `\n${margin}`),
  };
}

/** Its line ends are blanks in what it holds, so that nothing can be put between its lines. */
function folded(text: string, node: StringNode): InnerText | undefined {
  const lines = linesOf(text, node.range);
  const offsets: number[] = [];
  for (const line of lines) {
    const content = line.text.trimStart();
    const before = offsets.length;
    if (content === '' || !node.value.startsWith(content, before)) {
      // Lines that are indented further keep their blanks and their line ends.
      const kept = node.value.indexOf(content, before);
      if (content === '' || kept === -1 || node.value.slice(before, kept).trim() !== '') continue;
      while (offsets.length < kept) offsets.push(line.start);
    }
    const indent = line.text.length - content.length;
    for (let at = 0; at <= content.length; at += 1) offsets.push(line.start + indent + at);
  }
  if (offsets.length < node.value.trimEnd().length) return undefined;
  while (offsets.length < node.value.length) offsets.push(node.range[1]);
  return { text: node.value, offsets: [...offsets.slice(0, node.value.length), node.range[1]] };
}
