import type { Comment } from '../model/ast.js';
import type { LineTable } from './line-table.js';
import { spanAt } from './line-table.js';
import { CLOSING_QUOTES, nameCharacter, ODD_CHARACTERS } from './odd-characters.js';
import type { ParseProblem, ProblemKind } from './reading.js';
import { MAX_PROBLEMS, parseProblem } from './reading.js';
import { en } from '../../wording/en/syntax.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('syntax', en);

/** What the text is: a file, or a policy in one. */
export type Whole = 'file' | 'policy';

/** The tokens of JSON and JSONC, read over what is merely mistyped; each slip is a problem. `at` is the offset of the next character. */
export interface Scanner {
  readonly text: string;
  readonly within: Whole;
  readonly comments: readonly Comment[];
  readonly problems: readonly ParseProblem[];
  at: number;
  /** Skips white space and comments; answers the character to read next as its JSON twin, '' at the end. */
  peek(): string;
  /** Reads a string whose opening quotation mark `peek` has answered. */
  string(): string;
  /** Reads a number, or undefined where none stands. */
  number(): { readonly value: number; readonly raw: string } | undefined;
  /** Reads a run of word characters; '' where none stands. */
  word(): string;
  problem(code: ProblemKind, message: string, offset: number, endOffset?: number): void;
  /** Gives up: nothing more is read or reported. */
  stop(): void;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /[\p{L}\p{N}_$.*+\-/\\]+/uy;
/** Escapes, and control characters that JSON wants escaped. */
// eslint-disable-next-line no-control-regex -- these are the very characters looked for
const NEEDS_CARE = /[\\\0-\x1f]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const [TAB, LF, CR, SPACE, SLASH] = [9, 10, 13, 32, 47];

export function jsonScanner(text: string, lines: LineTable): Scanner {
  const within: Whole = lines.lineInFile === undefined ? 'file' : 'policy';
  const comments: Comment[] = [];
  const problems: ParseProblem[] = [];
  let stopped = false;
  const scanner: Scanner = {
    text,
    within,
    comments,
    problems,
    at: text.startsWith('\ufeff') ? 1 : 0,
    peek,
    string,
    number,
    word,
    problem,
    stop,
  };
  return scanner;

  function peek(): string {
    for (;;) {
      const code = text.charCodeAt(scanner.at);
      if (code === SPACE || code === LF || code === CR || code === TAB) scanner.at += 1;
      else if (code === SLASH && skipComment()) continue;
      else if (code > SPACE && code < 127 && code !== 39 && code !== 96) return text.charAt(scanner.at);
      else if (scanner.at >= text.length) return '';
      else {
        const twin = readOddCharacter();
        if (twin !== ' ') return twin;
      }
    }
  }

  /** Before the line's break, in either form. */
  function lineEndFrom(start: number): number {
    const feed = text.indexOf('\n', start);
    if (feed === -1) return text.length;
    return text.charCodeAt(feed - 1) === CR ? feed - 1 : feed;
  }

  function skipComment(): boolean {
    const start = scanner.at;
    const mark = text.charAt(start + 1);
    if (mark === '/') {
      const end = lineEndFrom(start);
      comments.push({
        type: 'Line',
        value: text.slice(start + 2, end),
        range: [start, end],
        loc: spanAt(lines, [start, end]),
      });
      scanner.at = end;
      return true;
    }
    if (mark === '*') {
      const close = text.indexOf('*/', start + 2);
      const end = close === -1 ? text.length : close + 2;
      if (close === -1) problem('syntax', say('openComment', { in: within }), start, start + 2);
      comments.push({
        type: 'Block',
        value: text.slice(start + 2, close === -1 ? end : close),
        range: [start, end],
        loc: spanAt(lines, [start, end]),
      });
      scanner.at = end;
      return true;
    }
    return false;
  }

  /** Answers the JSON character that an odd one stands for; only quotation marks and blanks are left or skipped here. */
  function readOddCharacter(): string {
    const start = scanner.at;
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    const twin = ODD_CHARACTERS.get(character);
    if (twin === undefined) {
      if (character !== '\0') return character;
      problem('syntax', say('nul'), start);
      stop();
      return '';
    }
    if (twin.means === ' ') {
      scanner.at += character.length;
      problem('syntax', say('noPlainSpace', { found: nameCharacter(character) }), start);
      return ' ';
    }
    if (problems.at(-1)?.offset !== start)
      problem('syntax', say('lookAlike', { found: nameCharacter(character), expected: twin.means }), start);
    return twin.means;
  }

  function string(): string {
    const start = scanner.at;
    const open = text.charAt(start);
    if (open !== '"') return quoted(start, CLOSING_QUOTES[open] ?? open);
    const end = text.indexOf('"', start + 1);
    const value = text.slice(start + 1, Math.max(end, start + 1));
    if (end === -1 || NEEDS_CARE.test(value)) return quoted(start, '"');
    scanner.at = end + 1;
    return value;
  }

  /** The slow way: escapes, slips, and marks other than `"`. A string that does not end ends with its line. */
  function quoted(start: number, closing: string): string {
    let value = '';
    let at = start + 1;
    for (;;) {
      const character = text.charAt(at);
      if (character === '' || character === '\n' || (character === '\r' && text.charAt(at + 1) === '\n')) {
        return unended(start, at);
      }
      if (closing.includes(character)) {
        scanner.at = at + 1;
        return value;
      }
      if (character === '\\') {
        const [decoded, length] = escape(at);
        value += decoded;
        at += length;
      } else {
        if (character < ' ')
          problem(
            'syntax',
            say('unescaped', {
              found: character === '\t' ? say('tab') : nameCharacter(character),
              escape: escapeOf(character),
            }),
            at,
          );
        value += character;
        at += 1;
      }
    }
  }

  /**
   * The closing mark was forgotten at the end of the line, or the string runs over several lines. Reading goes on where it
   * is clear how; a guess would only bring further complaints.
   */
  function unended(start: number, end: number): string {
    const line = text.slice(start + 1, end);
    const close = text.indexOf('"', end);
    if (line.trim() === '' && close !== -1) {
      problem('syntax', say('brokenString'), start, end);
      scanner.at = close + 1;
      return text.slice(start + 1, close);
    }
    problem('syntax', say('openString'), start, end);
    const value = line.replace(/[\s,]+$/, '');
    scanner.at = start + 1 + value.length;
    if (value === line.trimEnd()) stop();
    return value;
  }

  function escape(at: number): [string, number] {
    const letter = text.charAt(at + 1);
    const plain = ESCAPES[letter];
    if (plain !== undefined) return [plain, 2];
    if (letter < ' ') return ['\\', 1]; // the end of the line or of the text is reported as such
    const digits = text.slice(at + 2, at + 6);
    if (letter === 'u' && /^[\da-fA-F]{4}$/.test(digits))
      return [String.fromCharCode(parseInt(digits, 16)), 6];
    problem(
      'syntax',
      letter === 'u' ? say('noHexDigits') : say('noEscape', { found: `\\${letter}` }),
      at,
      at + 2,
    );
    return ['\\', 1];
  }

  function number(): { readonly value: number; readonly raw: string } | undefined {
    NUMBER.lastIndex = scanner.at;
    const raw = NUMBER.exec(text)?.[0];
    if (raw === undefined) return undefined;
    scanner.at += raw.length;
    return { value: Number(raw), raw };
  }

  function word(): string {
    WORD.lastIndex = scanner.at;
    const found = WORD.exec(text)?.[0] ?? '';
    scanner.at += found.length;
    return found;
  }

  function stop(): void {
    scanner.at = text.length;
    stopped = true;
  }

  function problem(code: ProblemKind, message: string, offset: number, endOffset?: number): void {
    if (!stopped && problems.length < MAX_PROBLEMS)
      problems.push(parseProblem(lines, code, message, offset, endOffset));
  }
}

function escapeOf(character: string): string {
  const known = Object.entries(ESCAPES).find(([, value]) => value === character)?.[0];
  return known === undefined ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : `\\${known}`;
}
