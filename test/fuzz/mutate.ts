import type { Random } from './random.js';
import { mutateValue } from './mutate-value.js';

/** An input as the fuzzer makes it; longer ones are cut. In UTF-16 units. */
export const MAX_LENGTH = 60_000;

/** What to make inputs of: whole files, and the words of their language. */
export interface Material {
  readonly seeds: readonly string[];
  readonly tokens: readonly string[];
  /** Files are JSON, so that their values can be changed as well as their text. */
  readonly json?: boolean;
}

/** A new input: a seed, or one that found something new before, with one to six changes. */
export function mutate(
  random: Random,
  { seeds, tokens, json = false }: Material,
  found: readonly string[],
): Uint8Array {
  let text = random.pick(found.length > 0 && random.chance(0.5) ? found : seeds);
  if (json && random.chance(0.5)) text = mutateValue(random, text, [...HOSTILE, ...tokens]);
  for (let changes = 1 + random.below(6); changes > 0; changes -= 1)
    text = random
      .pick(CHANGES)(
        text,
        random,
        () => random.pick(random.chance(0.3) ? HOSTILE : tokens),
        random.pick(seeds),
      )
      .slice(0, MAX_LENGTH);
  return encode(text, random);
}

/** Words that have broken programs before. */
const HOSTILE: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  '\0',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '\udc00',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u200b',
  '\u00a0',
  'а',
  'е',
  '：',
  '，',
  '“',
  '😀',
  '\u0301',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\u001b[2J',
  '\u0085',
  '-0',
  '0',
  '-1',
  '1e999',
  '9007199254740993',
  '4294967296',
  '0x10',
  'NaN',
  'null',
  'true',
  '~',
  '../../../../etc/passwd',
  '/dev/zero',
  'file:///etc/passwd',
  'C:\\',
  '\\',
  '\\u0000',
  '\\x',
  '%00',
  '%s%n',
  '*',
  '**',
  '*:*:*',
  '*a*a*a*a*a*a*a*a',
  '?',
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '"',
  "'",
  '`',
  '<',
  '>',
  '&',
  '|',
  '#',
  ':',
  ',',
  ';',
  '=',
  '$',
  '${',
  '%{',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '::error::x',
  '(a+)+$',
  'a'.repeat(300),
  ' '.repeat(300),
  '9'.repeat(400),
];

type Change = (text: string, random: Random, word: () => string, other: string) => string;

const CHANGES: readonly Change[] = [
  // A word put in, or over another one.
  (text, random, word) => at(text, random, 0, word()),
  (text, random, word) => at(text, random, random.below(12), word()),
  (text, random, word) => replaceMatch(text, random, /[\w:*/.-]+/g, () => word()),
  (text, random, word) =>
    replaceMatch(
      text,
      random,
      /"[^"\n]*"|'[^'\n]*'/g,
      (found) => `${found.charAt(0)}${word()}${found.charAt(0)}`,
    ),
  (text, random) =>
    replaceMatch(text, random, /-?\d+/g, () =>
      random.pick(['0', '-1', '1', '2147483648', '1e309', '99999999999999999999', '4000000000']),
    ),
  // Text cut out, cut off, said again or a great many times.
  (text, random) => at(text, random, random.below(60), ''),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => repeatSlice(text, random, 2),
  (text, random) => repeatSlice(text, random, 1 + random.below(300)),
  (text, random, word) => at(text, random, 0, word().repeat(1 + random.below(2000))),
  // Lines.
  (text, random) => changeLine(text, random, (line) => [line, line]),
  (text, random) => changeLine(text, random, () => []),
  (text, random) => changeLine(text, random, (line) => [`${' '.repeat(random.below(6))}${line.trimStart()}`]),
  (text, random) => changeLine(text, random, (line, lines) => [random.pick(lines), line]),
  (text, random, word) =>
    changeLine(text, random, (line) => [line.replace(/\S.*/, (content) => `${word()}${content}`)]),
  // Nesting.
  (text, random, word) => {
    const [open, close] = random.pick([
      ['[', ']'],
      ['{"a":', '}'],
      ['{', '}'],
      ['(', ')'],
      ['<div>', '</div>'],
      ['<table><tr><td>', '</td></tr></table>'],
      ['- ', ''],
      ['"', '"'],
      ['${', '}'],
      [word(), word()],
    ] as const);
    const times = 1 + random.below(random.chance(0.2) ? 3000 : 4);
    const [start, end] = span(text, random, 200);
    return `${text.slice(0, start)}${open.repeat(times)}${text.slice(start, end)}${close.repeat(times)}${text.slice(end)}`;
  },
  // Two files in one.
  (text, random, _, other) =>
    text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1)),
  (text, random, _, other) => {
    const [start, end] = span(other, random, 400);
    return at(text, random, 0, other.slice(start, end));
  },
  (text, _, __, other) => `${text}\n${other}`,
];

function at(text: string, random: Random, cut: number, word: string): string {
  const place = random.below(text.length + 1);
  return text.slice(0, place) + word + text.slice(place + cut);
}

function replaceMatch(
  text: string,
  random: Random,
  pattern: RegExp,
  word: (found: string) => string,
): string {
  const matches = [...text.slice(0, MAX_LENGTH).matchAll(pattern)];
  if (matches.length === 0) return text;
  const match = random.pick(matches);
  return text.slice(0, match.index) + word(match[0]) + text.slice(match.index + match[0].length);
}

function repeatSlice(text: string, random: Random, times: number): string {
  const [start, end] = span(text, random, 120);
  return text.slice(0, start) + text.slice(start, end).repeat(times) + text.slice(end);
}

function changeLine(
  text: string,
  random: Random,
  change: (line: string, lines: readonly string[]) => readonly string[],
): string {
  const lines = text.split('\n');
  const index = random.below(lines.length);
  return [...lines.slice(0, index), ...change(lines[index] ?? '', lines), ...lines.slice(index + 1)].join(
    '\n',
  );
}

function span(text: string, random: Random, most: number): readonly [number, number] {
  const start = random.below(text.length + 1);
  return [start, Math.min(text.length, start + random.below(most))];
}

/** Nearly always as UTF-8; else with a byte order mark, as UTF-16, or with bytes that are no text. */
function encode(text: string, random: Random): Uint8Array {
  const bytes = Buffer.from(text);
  if (!random.chance(0.06)) return bytes;
  switch (random.below(5)) {
    case 0:
      return Buffer.concat([Buffer.from('\ufeff'), bytes]);
    case 1:
      return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    case 2:
      return Buffer.concat([
        Buffer.from([0xfe, 0xff]),
        Buffer.from(text, 'utf16le')
          .subarray(0, text.length * 2)
          .swap16(),
      ]);
    case 3:
      return Buffer.from(text, 'utf16le');
    default: {
      for (let count = 1 + random.below(8); count > 0 && bytes.length > 0; count -= 1)
        bytes[random.below(bytes.length)] = random.below(256);
      return bytes;
    }
  }
}
