import type { InnerText, Range } from '../model/ast.js';

/** A fenced block of a Markdown text. */
export interface Fence {
  /** The first word behind its marks, in lower case; empty where there is none. */
  readonly language: string;
  /** What stands in it, without the margin of the list or the quotation that it is part of. */
  readonly inner: InnerText;
  readonly range: Range;
}

/** Opening marks, with the marks of quotations and list items before them. */
const OPENING =
  /^((?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])*)(`{3,}|~{3,})[ \t]*(?:\{?[ \t]*\.?([\w+#-]+))?([^\n]*)$/;

/** The fenced blocks of a text, in order, as CommonMark has them; one that is not closed ends with the text. */
export function fencesIn(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: Open | undefined;
  let at = 0;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(at, end).replace(/\r$/, '');
    if (open === undefined) open = openingOf(line, at);
    else if (isClosing(line, open)) {
      fences.push(fenceOf(text, open, at));
      open = undefined;
    } else open.lines.push({ start: at, text: line });
    at = end + 1;
  }
  if (open !== undefined) fences.push(fenceOf(text, open, text.length));
  return fences;
}

interface Open {
  readonly language: string;
  /** The marks that open it, and what stands before them. */
  readonly marks: string;
  readonly margin: string;
  readonly start: number;
  readonly lines: { readonly start: number; readonly text: string }[];
}

function openingOf(line: string, start: number): Open | undefined {
  const [, margin = '', marks = '', language = '', rest = ''] = OPENING.exec(line) ?? [];
  // Backticks behind backticks: code within a line.
  if (marks === '' || (marks.startsWith('`') && rest.includes('`'))) return undefined;
  return { language: language.toLowerCase(), marks, margin, start, lines: [] };
}

function isClosing(line: string, { marks }: Open): boolean {
  const mark = marks.charAt(0);
  const content = line.replace(/^[ \t>]*/, '').trimEnd();
  return content.length >= marks.length && content === mark.repeat(content.length);
}

/** How much of a line is margin: no more than the block has, and only its blanks and marks of quotations. */
function marginOf(line: string, margin: string): number {
  let length = 0;
  while (length < margin.length && /[ \t>]/.test(line.charAt(length))) length += 1;
  return length;
}

function fenceOf(text: string, { language, margin, start, lines }: Open, end: number): Fence {
  const offsets: number[] = [];
  const parts = lines.map((line) => {
    const cut = marginOf(line.text, margin);
    const content = line.text.slice(cut);
    for (let at = 0; at < content.length; at += 1) offsets.push(line.start + cut + at);
    offsets.push(line.start + line.text.length);
    return `${content}\n`;
  });
  const before = margin.replace(/[^ \t>]/g, ' ');
  const encode = (part: string): string => part.replaceAll('\n', `\n${before}`);
  const stop = Math.min(end, text.length);
  return {
    language,
    inner: { text: parts.join(''), offsets: [...offsets, stop], encode },
    range: [start, stop],
  };
}
