import { plainText } from '../sources/source.js';
import type { PageSource, Stretch } from '../sources/source.js';

/** A line of a page outside its tables: a heading, a paragraph, a list item, or a line of a sample. */
export interface PageLine {
  /** 1-based. */
  readonly line: number;
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly level: number;
  readonly text: string;
  /** Stands in a sample of code. */
  readonly sample: boolean;
}

/** More text than this is no heading, no URI and no sentence of an authorization section. */
const MAX_TEXT = 4000;

/** What a page says outside its tables, in order. In HTML white space parts nothing, in Markdown a line end does. */
export function pageLines(source: PageSource): PageLine[] {
  const lines: PageLine[] = [];
  let at = 0;
  for (const { start, end } of source.covered) {
    if (start < at) continue;
    readStretch(source, { start: at, end: start }, false, lines);
    at = end;
  }
  readStretch(source, { start: at, end: source.text.length }, false, lines);
  for (const sample of source.samples) readStretch(source, sample, true, lines);
  return lines.sort((a, b) => a.line - b.line);
}

/** Tags that begin or end a line, and those whose content is no text of the page. */
const BREAK =
  /<(\/?)(h[1-6]|p|div|li|ul|ol|br|pre|dl|dt|dd|section|article|header|title|body|tr|script|style)\b[^<>]{0,2000}>/gi;
/** The same, and the ends of lines. */
const BREAK_OR_LINE_END = new RegExp(`${BREAK.source}|\\n`, 'gi');

function readStretch(source: PageSource, { start, end }: Stretch, sample: boolean, lines: PageLine[]): void {
  const text = source.text.slice(start, end);
  const pattern = new RegExp(source.markup === 'html' ? BREAK : BREAK_OR_LINE_END);
  let at = 0;
  let level = 0;
  let silent = '';
  const push = (to: number): void => {
    const raw = text.slice(at, Math.min(to, at + MAX_TEXT));
    if (silent !== '' || raw.trim() === '') return;
    const line = readLine(raw, source, start + at);
    if (line !== undefined)
      lines.push(sample ? { ...line, level: 0, sample } : { ...line, level: line.level || level });
  };
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    push(match.index);
    at = pattern.lastIndex;
    const [, slash, tag = ''] = match;
    const name = tag.toLowerCase();
    if (name === 'script' || name === 'style') silent = slash === '' ? name : '';
    level = slash === '' && /^h[1-6]$/.test(name) ? Number(name.slice(1)) : 0;
  }
  push(text.length);
}

function readLine(raw: string, source: PageSource, at: number): PageLine | undefined {
  const isMarkdown = source.markup === 'markdown';
  const heading = isMarkdown ? /^\s{0,3}(#{1,6})\s+(.*)$/s.exec(raw) : null;
  const [, marks = '', words = raw] = heading ?? [];
  const text = plainText(words).replace(/^[-*+]\s+(?=\S)/, '');
  if (text === '' || (isMarkdown && /^\s*(?:\||```|~~~)/.test(raw))) return undefined;
  const lead = /^\s*/.exec(raw)?.[0].length ?? 0;
  return { line: source.lineAt(at + lead), level: marks.length, text, sample: false };
}
