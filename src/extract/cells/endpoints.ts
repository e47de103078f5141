import { METHODS } from '../../catalog/model/endpoint.js';
import type { Doubt } from '../../catalog/model/model.js';
import { isBlank, saysNone } from './cell-words.js';
import { mendPath, takePath } from './path-text.js';
import { cellText } from '../tables/table.js';
import type { RawCell } from '../tables/table.js';
import { defined } from '../../defined.js';
import { en as doubts } from '../../wording/en/doubts.js';
import { writer } from '../../wording/speaker.js';

const note = writer(doubts);

/** What an API cell says. */
export interface EndpointReading {
  /** `METHOD /path/{param}`, in the order of the page, each once. */
  readonly endpoints: readonly string[];
  /** Paths whose method stands elsewhere, or nowhere. */
  readonly paths: readonly string[];
  /** What tells the operation from others on the same endpoint. */
  readonly discriminator?: string;
  /** The API's name, where the cell gives one and no path. */
  readonly apiName?: string;
  /** Words before the first endpoint. */
  readonly lead?: string;
  readonly doubts: readonly Doubt[];
}

const METHOD_NAMES = METHODS.join('|');
/** A method stands alone, or runs into the path behind it (`GET/v1`, `POST v1.0`). */
const METHOD = new RegExp(`(?<![A-Za-z0-9_/{-])(?:${METHOD_NAMES})(?![A-Za-z0-9_-])`, 'gi');
/** Where a path begins: a slash, a version without its slash, or an address in full. */
const PATH_START = /https?:\/\/|\/(?=\s?[\w{:*.$-])|\/(?=\s|$|[;；,，])|(?<![\w/{.-])v\d+(?:\.\d+)?\//gi;

/** What an API cell says of a function of the console: there is no API. */
const CONSOLE_ONLY: readonly RegExp[] = [
  /^[^/]{0,20}(?:console|控制台)[^/]{0,40}$/i,
  /^(?:暂不支持|暂未开放|暂无)[^/]{0,20}$/,
  /^(?:no api|not supported|not open)[^/]{0,20}$/i,
];

/** Reads the endpoints of an API cell: lists, paragraphs, several methods before a path, several paths after a method. */
export function readEndpoints(cell: RawCell): EndpointReading {
  const whole = cellText(cell);
  if ((isBlank(whole) && whole.trim() !== '/') || CONSOLE_ONLY.some((pattern) => pattern.test(whole)))
    return { endpoints: [], paths: [], doubts: [] };
  const noteAt = cell.lines.findIndex(
    (line) => line.note || /^(?:note|说明|注意|注)\s*[:：]?$|^(?:note|说明|注意)\s*[:：]/i.test(line.text),
  );
  const lines = (noteAt < 0 ? cell.lines : cell.lines.slice(0, noteAt)).map((line) => line.text);
  const { endpoints, paths, hints, doubts, lead } = scan(
    lines.join('\n').replace(/[／｛｝？＝＆－]/g, (char) => char.normalize('NFKC')),
  );
  const onAction = endpoints.some((endpoint) => endpoint.endsWith('/action'));
  const discriminator = hints
    .map((hint) => discriminatorOf(hint, onAction))
    .find((hint) => hint !== undefined);
  const apiName =
    endpoints.length === 0 && paths.length === 0 && !saysNone(whole) && !isBlank(whole)
      ? lines.join(' ').slice(0, 300)
      : undefined;
  const hasPath = endpoints.length + paths.length > 0;
  return defined({ endpoints, paths, discriminator, apiName, lead: hasPath ? lead : undefined, doubts });
}

/** The methods named in a cell, upper case: `PUT,DELETE` are two. */
export function readMethods(cell: RawCell): string[] {
  return [...cellText(cell).matchAll(METHOD)].map((match) => match[0].toUpperCase());
}

/** The first `METHOD /path` in running text; used for pages about one API. */
export function findEndpoints(text: string): readonly string[] {
  return scan(text).endpoints;
}

/** What a text says of APIs, left to right: methods, the paths behind them, and words. */
interface Scan {
  readonly endpoints: readonly string[];
  readonly paths: readonly string[];
  /** Words behind a path. */
  readonly hints: readonly string[];
  readonly lead: string | undefined;
  readonly doubts: readonly Doubt[];
}

function scan(text: string): Scan {
  const endpoints: string[] = [];
  const paths: string[] = [];
  /** Words behind a path. */
  const hints: string[] = [];
  const doubts: Doubt[] = [];
  let lead: string | undefined;
  let methods: string[] = [];
  /** The methods were followed by a path already: the next method begins anew. */
  let used = false;
  let last: { written: string; root: string; count: number } | undefined;

  function read(): void {
    let at = 0;
    while (at < text.length) {
      const method = next(METHOD, text, at);
      const path = next(PATH_START, text, at);
      if (method !== undefined && (path === undefined || method.index <= path.index)) {
        keepHint(text.slice(at, method.index));
        takeMethod(method.text, text.slice(at, method.index));
        at = method.index + method.text.length;
      } else if (path === undefined) {
        keepHint(text.slice(at));
        return;
      } else {
        const between = text.slice(at, path.index);
        keepHint(between);
        at = takeWhole(text, path.index, between);
      }
    }
  }

  /** A method that stands behind its path (`/v1/servers GET`) belongs to it, where nothing else does. */
  function finish(): void {
    if (endpoints.length > 0 || paths.length === 0 || methods.length === 0) return;
    for (const path of paths) for (const method of methods) add(`${method} ${path}`);
    doubts.push({ kind: 'guessed', confidence: 'likely', note: note('methodBehind') });
  }

  function takeMethod(written: string, between: string): void {
    const method = written.toUpperCase();
    if (written !== method && !/^[A-Z]?[a-z]+$/.test(written)) return;
    if (used || !/^[\s,，、/|&和或]*(?:and|or)?[\s,，、/|&]*$/i.test(between)) methods = [];
    used = false;
    if (!methods.includes(method)) methods.push(method);
    else doubts.push(repaired(note('methodTwice'), `${written} ${written}`));
  }

  /** Takes the path that starts at `start`; returns where it ends. */
  function takeWhole(text: string, start: number, between: string): number {
    const { written, end } = takePath(text, start);
    const mended = mendPath(written);
    if (mended === undefined) return Math.max(end, start + 1);
    const root = mended.path.split('/')[1]?.toLowerCase() ?? '';
    if (continues(between, root, mended.path)) {
      extend(mended.path, written);
      return end;
    }
    if (mended.doubt !== undefined) doubts.push(repaired(mended.doubt, written.trim()));
    if (methods.length === 0) {
      paths.push(mended.path);
      last = undefined;
      return end;
    }
    const before = endpoints.length;
    for (const method of methods) add(`${method} ${mended.path}`);
    used = true;
    last = { written, root, count: endpoints.length - before };
    return end;
  }

  /** A second path behind one that only white space parts from it, with another root: the path was broken in two. */
  function continues(between: string, root: string, path: string): boolean {
    if (last === undefined || !used || last.count === 0 || !/^\s*$/.test(between)) return false;
    if (root === last.root || /^v\d|^api$|^rest$/.test(root)) return false;
    return path !== '/' && !/[;；,，]\s*$/.test(last.written);
  }

  function extend(path: string, written: string): void {
    if (last === undefined) return;
    const whole = endpoints.splice(-last.count);
    doubts.push(repaired(note('pathBroken'), `${whole[0] ?? ''} ${written.trim()}`));
    for (const endpoint of whole) add(endpoint.replace(/\/$/, '') + path);
  }

  function add(endpoint: string): void {
    if (!endpoints.includes(endpoint)) endpoints.push(endpoint);
  }

  function keepHint(text: string): void {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    if (endpoints.length === 0 && paths.length === 0)
      lead ??= text
        .replace(/\s+/g, ' ')
        .replace(/^[\s:：（(]+|[\s:：（(]+$/g, '')
        .slice(0, 300);
    else hints.push(text.trim());
  }

  read();
  finish();
  return { endpoints, paths, hints, lead, doubts };
}

function next(pattern: RegExp, text: string, from: number): { text: string; index: number } | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? undefined : { text: match[0], index: match.index };
}

/** `action="os-extend"`, `(body: os-start)`, "with statuses in the request body": what the body tells apart, as written. */
function discriminatorOf(hint: string, onAction: boolean): string | undefined {
  const text = hint.replace(/\s+/g, ' ').replace(/^[\s(（,，;；:：]+|[\s)）,，;；.。]+$/g, '');
  const pair = /^\W*(action|type|body|method|op|operation)\s*(?:=|:|：)\s*["'“]?([\w.-]+)["'”]?$/i.exec(text);
  if (pair?.[1] !== undefined && pair[2] !== undefined) return `${pair[1].toLowerCase()} = ${pair[2]}`;
  const word = /^(?:\{\s*)?["'“]?([a-z][\w-]*)["'”]?(?:\s*:.*)?$/i.exec(text)?.[1];
  if (onAction && word !== undefined && word.length <= 60) return `action = ${word}`;
  return /\bbody\b|请求体|消息体/i.test(text) && text.length <= 120 ? text : undefined;
}

function repaired(note: string, was: string): Doubt {
  return { kind: 'repaired', confidence: 'likely', note, was: was.slice(0, 200) };
}
