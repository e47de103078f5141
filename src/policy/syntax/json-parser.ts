import type { MemberNode, Range, StringNode, ValueNode } from '../model/ast.js';
import type { Scanner } from './json-scan.js';
import { jsonScanner } from './json-scan.js';
import type { LineTable } from './line-table.js';
import { lineTable, positionWalker } from './line-table.js';
import { nameCharacter } from './odd-characters.js';
import type { ParseProblem, Reading } from './reading.js';
import { MAX_DEPTH, parseProblem } from './reading.js';
import { en } from '../../wording/en/syntax.js';
import { speaker } from '../../wording/speaker.js';
import { restMessage, wordMessage, nameNext } from './json-complaints.js';

const say = speaker('syntax', en);

/**
 * Reads JSON and JSONC straight into the policy tree. Comments and commas behind the last item are always read over; with
 * `strict` they are listed as problems of a success. Everything else that is wrong is a failure, and reading goes on to
 * find the next mistake.
 *
 * Own code and no library, for reasons that were measured: momoa takes more than three times as long (a quarter of all the
 * time that linting a file may take), overflows the stack on deep nesting, and stops at the first mistake with
 * “Unexpected token String found”. The tests compare this reader with momoa and `JSON.parse`.
 */
export function readJson(text: string, lines: LineTable, strict: boolean): Reading {
  const scanner = jsonScanner(text, lines);
  const trailingCommas: number[] = [];
  const value = readDocument(scanner, lines, trailingCommas);
  if (value === undefined || scanner.problems.length > 0)
    return { ok: false, problems: [...scanner.problems].sort((a, b) => a.offset - b.offset) };
  return {
    ok: true,
    roots: [{ type: 'Root', value, range: value.range, loc: value.loc }],
    comments: scanner.comments,
    problems: strict ? looseParts(scanner, lines, trailingCommas) : [],
  };
}

/** JSON inside a string: its value, or undefined where it is no JSON. Positions count from the start of `text`. */
export function readJsonValue(text: string): ValueNode | undefined {
  const reading = readJson(text, lineTable(text), false);
  return reading.ok ? reading.roots[0]?.value : undefined;
}

function looseParts(scanner: Scanner, lines: LineTable, trailingCommas: readonly number[]): ParseProblem[] {
  const commas = trailingCommas.map((offset) =>
    parseProblem(lines, 'trailing-comma', say('trailingComma'), offset),
  );
  const comments = scanner.comments.map(({ range }) =>
    parseProblem(lines, 'comment', say('comment', { in: scanner.within }), ...range),
  );
  return [...commas, ...comments].sort((a, b) => a.offset - b.offset);
}

type Closer = '}' | ']';

function readDocument(scanner: Scanner, lines: LineTable, trailingCommas: number[]): ValueNode | undefined {
  const { text } = scanner;
  const at = positionWalker(lines);
  /** The opening marks that are not closed yet, innermost last. */
  const open: number[] = [];

  if (scanner.peek() === '') {
    if (scanner.problems.length === 0) scanner.problem('syntax', say('emptyJson', { in: scanner.within }), 0);
    return undefined;
  }
  const value = readValue();
  const rest = scanner.peek();
  if (rest !== '' && scanner.problems.length === 0)
    scanner.problem('syntax', restMessage(rest, scanner.within), scanner.at);
  return value;

  /** Undefined where no value stands (which is reported), or where reading has to end. */
  function readValue(): ValueNode | undefined {
    const next = scanner.peek();
    const start = scanner.at;
    if (next === '"') return readString();
    if (next === '{' || next === '[') {
      const opening = at(start);
      open.push(start);
      if (open.length > MAX_DEPTH) {
        scanner.problem('too-deep', say('tooDeep', { most: MAX_DEPTH }), start);
        scanner.stop();
        return undefined;
      }
      const parts = next === '{' ? readMembers() : readElements();
      open.pop();
      const range: Range = [start, scanner.at];
      const loc = { start: opening, end: at(scanner.at) };
      return Array.isArray(parts)
        ? { type: 'Array', elements: parts, style: 'flow', range, loc }
        : { type: 'Object', members: parts.members, style: 'flow', range, loc };
    }
    return readScalar(next, start);
  }

  function readString(): StringNode {
    const start = scanner.at;
    const opening = at(start);
    const value = scanner.string();
    return {
      type: 'String',
      value,
      range: [start, scanner.at],
      loc: { start: opening, end: at(scanner.at) },
    };
  }

  function readScalar(next: string, start: number): ValueNode | undefined {
    const opening = at(start);
    const number = scanner.number();
    if (number !== undefined)
      return {
        type: 'Number',
        ...number,
        range: [start, scanner.at],
        loc: { start: opening, end: at(scanner.at) },
      };
    const word = scanner.word();
    const range: Range = [start, scanner.at];
    const loc = { start: opening, end: at(scanner.at) };
    if (word === 'true' || word === 'false') return { type: 'Boolean', value: word === 'true', range, loc };
    if (word === 'null') return { type: 'Null', range, loc };
    if (word !== '') {
      scanner.problem('syntax', wordMessage(word), start, scanner.at);
      return { type: 'String', value: word, range, loc };
    }
    if (next === '') scanner.problem('syntax', say('cutOff', { in: scanner.within }), start);
    else
      scanner.problem('syntax', say('noValue', { found: nameCharacter(next) }), start, start + next.length);
    return undefined;
  }

  function readMembers(): { readonly members: MemberNode[] } {
    const members: MemberNode[] = [];
    readItems('}', () => {
      const next = scanner.peek();
      const start = scanner.at;
      if (next !== '"') {
        const word = scanner.word();
        if (word === '')
          scanner.problem(
            'syntax',
            say('noName', { found: nameCharacter(next) }),
            start,
            start + next.length,
          );
        else scanner.problem('syntax', say('bareName', { name: word }), start, scanner.at);
        if (word === '' || scanner.peek() !== ':') return false;
        scanner.at += 1;
        return readValue() !== undefined;
      }
      const name = readString();
      if (scanner.peek() !== ':') {
        scanner.problem('syntax', say('noColon', { found: nameNext(scanner), name: name.value }), scanner.at);
        return false;
      }
      scanner.at += 1;
      const value = readValue();
      if (value === undefined) return false;
      members.push({
        type: 'Member',
        name,
        value,
        range: [name.range[0], value.range[1]],
        loc: { start: name.loc.start, end: value.loc.end },
      });
      return true;
    });
    return { members };
  }

  function readElements(): ValueNode[] {
    const elements: ValueNode[] = [];
    let reported = false;
    readItems(']', () => {
      const element = readValue();
      if (element === undefined) return false;
      elements.push(element);
      if (scanner.peek() !== ':') return true;
      if (!reported) scanner.problem('syntax', say('membersInList'), scanner.at);
      reported = true;
      scanner.at += 1;
      return readValue() !== undefined;
    });
    return elements;
  }

  function lineNamed(offset: number): number {
    const { line } = at(offset);
    return lines.lineInFile?.(line) ?? line;
  }

  function closerOf(opening: number): Closer {
    return closer(text.charAt(opening));
  }

  /** Reads items and commas up to the closing mark and over it. An item that answers false is skipped to its end. */
  function readItems(close: Closer, readItem: () => boolean): void {
    const opening = scanner.at;
    scanner.at += 1;
    let first = true;
    for (;;) {
      let next = scanner.peek();
      let comma = first;
      if (next === ',') {
        const place = scanner.at;
        scanner.at += 1;
        next = scanner.peek();
        comma = true;
        if (first) scanner.problem('syntax', say('leadingComma'), place);
        else if (next === close) trailingCommas.push(place);
        else if (next === ',') {
          scanner.problem('syntax', say('secondComma'), scanner.at);
          continue;
        }
      }
      if (next === close) {
        scanner.at += 1;
        return;
      }
      if (next === '') {
        scanner.problem(
          'syntax',
          say('notClosed', {
            in: scanner.within,
            expected: open.map(closerOf).reverse().join(''),
            opening: text.charAt(opening),
            line: lineNamed(opening),
          }),
          scanner.at,
          scanner.at,
        );
        scanner.stop();
        return;
      }
      if (next === '}' || next === ']') {
        scanner.problem(
          'syntax',
          say('otherCloser', {
            found: next,
            expected: close,
            opening: text.charAt(opening),
            line: lineNamed(opening),
          }),
          scanner.at,
        );
        // Where it closes what lies around, this one was forgotten; otherwise it was typed for the other.
        const around = open.at(-2);
        if (around === undefined || closerOf(around) !== next) scanner.at += 1;
        return;
      }
      if (!comma) scanner.problem('syntax', say('noComma', { found: nameNext(scanner) }), scanner.at);
      first = false;
      if (!readItem()) skipItem(scanner);
    }
  }
}

function closer(open: string): Closer {
  return open === '{' || open === '｛' ? '}' : ']';
}

/** Goes on to the comma or closing mark that ends the item, over whole strings and brackets. */
function skipItem(scanner: Scanner): void {
  let open = 0;
  for (let next = scanner.peek(); next !== ''; next = scanner.peek()) {
    if (next === '"') {
      scanner.string();
      continue;
    }
    if (next === '{' || next === '[') open += 1;
    else if (next === '}' || next === ']') {
      if (open === 0) return;
      open -= 1;
    } else if (next === ',' && open === 0) return;
    scanner.at += 1;
  }
}
