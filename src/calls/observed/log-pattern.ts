import { Problem } from '../../problem.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** What a line of an access log says. */
export interface LogLine {
  readonly method: string;
  /** A path, or a whole URL. */
  readonly target: string;
  readonly host: string | undefined;
  readonly time: string | undefined;
  readonly status: string | undefined;
}

/** Undefined where the line is none of the format. */
export type LogFormat = (line: string) => LogLine | undefined;

const NAMES = ['method', 'path', 'url', 'host', 'time', 'status', '*'] as const;
type Name = (typeof NAMES)[number];

interface Step {
  /** Undefined where the pattern begins with text. */
  readonly name: Name | undefined;
  /** What stands behind it; empty at the end of the pattern. */
  readonly until: string;
}

/**
 * A format from a pattern such as `{time} {*} "{method} {path} HTTP/{*}" {status}`. A placeholder takes as little as it
 * can: up to the next occurrence of the text behind it; at the end of the pattern, up to the next blank. Blanks in the
 * pattern stand for one or more. Each line is read once from left to right, so no pattern can take long.
 * @throws Problem code `usage`, naming what is wrong with the pattern.
 */
export function compileLogPattern(pattern: string): LogFormat {
  const steps = stepsOf(pattern);
  return (line) => {
    const text = line.replaceAll(/[ \t]+/g, ' ').trim();
    const values = new Map<Name, string>();
    let at = 0;
    for (const { name, until } of steps) {
      const end = endOfStep({ name, until }, text, at);
      if (end < 0) return undefined;
      if (name !== undefined && name !== '*') values.set(name, text.slice(at, end));
      at = end + until.length;
    }
    const target = values.get('url') ?? values.get('path') ?? '';
    return {
      method: values.get('method') ?? '',
      target,
      host: values.get('host'),
      time: values.get('time'),
      status: values.get('status'),
    };
  };
}

/** Where the value of a placeholder ends, or the plain text begins; negative where the line does not go on as the pattern does. */
function endOfStep({ name, until }: Step, text: string, at: number): number {
  if (name === undefined) return text.startsWith(until, at) ? at : -1;
  return until === '' ? endOfWord(text, at, name) : text.indexOf(until, at);
}

function endOfWord(text: string, from: number, name: Name): number {
  const blank = text.indexOf(' ', from);
  return name === '*' || name === 'time' || blank < 0 ? text.length : blank;
}

function stepsOf(pattern: string): readonly Step[] {
  const parts = pattern
    .trim()
    .replaceAll(/[ \t]+/g, ' ')
    .split(/(\{[^{}]*\})/);
  const steps: Step[] = [];
  const used = new Set<Name>();
  for (let index = 0; index < parts.length; index += 2) {
    const [placeholder, text = ''] = [parts[index - 1], parts[index]];
    if (placeholder === undefined) {
      if (text !== '') steps.push({ name: undefined, until: text });
      continue;
    }
    const name = NAMES.find((known) => `{${known}}` === placeholder);
    if (name === undefined)
      throw complaint(say('noPlaceholder', { placeholder, known: NAMES.map((known) => `{${known}}`) }));
    if (name !== '*' && used.has(name)) throw complaint(say('placeholderTwice', { placeholder }));
    if (text === '' && index < parts.length - 1)
      throw complaint(say('nothingBetween', { one: placeholder, other: parts[index + 1] ?? '' }));
    used.add(name);
    steps.push({ name, until: text });
  }
  if (!used.has('method') || used.has('path') === used.has('url'))
    throw complaint(say('placeholdersMissing'));
  return steps;
}

function complaint(message: string): Problem {
  return new Problem('usage', message);
}
