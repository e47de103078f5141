import { METHODS } from '../catalog/endpoint.js';
import type { Doubt } from '../catalog/model.js';
import { isBlank, saysNone } from './actions.js';
import { cellText } from './table.js';
import type { RawCell } from './table.js';

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
const CONSOLE_ONLY = /^[^/]{0,20}(?:console|控制台)[^/]{0,40}$|^(?:暂不支持|暂未开放|暂无)[^/]{0,20}$|^(?:no api|not supported|not open)[^/]{0,20}$/i;

/** Reads the endpoints of an API cell: lists, paragraphs, several methods before a path, several paths after a method. */
export function readEndpoints(cell: RawCell): EndpointReading {
  const whole = cellText(cell);
  if ((isBlank(whole) && whole.trim() !== '/') || CONSOLE_ONLY.test(whole)) return { endpoints: [], paths: [], doubts: [] };
  const noteAt = cell.lines.findIndex((line) => line.note || /^(?:note|说明|注意|注)\s*[:：]?$|^(?:note|说明|注意)\s*[:：]/i.test(line.text));
  const lines = (noteAt < 0 ? cell.lines : cell.lines.slice(0, noteAt)).map((line) => line.text);
  const scan = new Scan();
  scan.read(lines.join('\n').replace(/[／｛｝？＝＆－]/g, (char) => char.normalize('NFKC')));
  scan.finish();
  const { endpoints, paths, hints, doubts, lead } = scan;
  const onAction = endpoints.some((endpoint) => endpoint.endsWith('/action'));
  const discriminator = hints.map((hint) => discriminatorOf(hint, onAction)).find((hint) => hint !== undefined);
  const apiName = endpoints.length === 0 && paths.length === 0 && !saysNone(whole) && !isBlank(whole) ? lines.join(' ').slice(0, 300) : undefined;
  return {
    endpoints,
    paths,
    ...(discriminator === undefined ? {} : { discriminator }),
    ...(apiName === undefined ? {} : { apiName }),
    ...(lead === undefined || apiName !== undefined || endpoints.length + paths.length === 0 ? {} : { lead }),
    doubts,
  };
}

/** The methods named in a cell, upper case: `PUT,DELETE` are two. */
export function readMethods(cell: RawCell): string[] {
  return [...cellText(cell).matchAll(METHOD)].map((match) => match[0].toUpperCase());
}

/** The first `METHOD /path` in running text; used for pages about one API. */
export function findEndpoints(text: string): string[] {
  const scan = new Scan();
  scan.read(text);
  return scan.endpoints;
}

class Scan {
  readonly endpoints: string[] = [];
  readonly paths: string[] = [];
  /** Words behind a path. */
  readonly hints: string[] = [];
  readonly doubts: Doubt[] = [];
  lead: string | undefined;
  private methods: string[] = [];
  /** The methods were followed by a path already: the next method begins anew. */
  private used = false;
  private last: { written: string; root: string; count: number } | undefined;

  read(text: string): void {
    let at = 0;
    while (at < text.length) {
      const method = next(METHOD, text, at);
      const path = next(PATH_START, text, at);
      if (method !== undefined && (path === undefined || method.index <= path.index)) {
        this.hint(text.slice(at, method.index));
        this.method(method.text, text.slice(at, method.index));
        at = method.index + method.text.length;
      } else if (path === undefined) {
        this.hint(text.slice(at));
        return;
      } else {
        const between = text.slice(at, path.index);
        this.hint(between);
        at = this.path(text, path.index, between);
      }
    }
  }

  /** A method that stands behind its path (`/v1/servers GET`) belongs to it, where nothing else does. */
  finish(): void {
    if (this.endpoints.length > 0 || this.paths.length === 0 || this.methods.length === 0) return;
    for (const path of this.paths) for (const method of this.methods) this.add(`${method} ${path}`);
    this.doubts.push({ kind: 'guessed', confidence: 'likely', note: 'The method stands behind the path.' });
  }

  private method(written: string, between: string): void {
    const method = written.toUpperCase();
    if (written !== method && !/^[A-Z]?[a-z]+$/.test(written)) return;
    if (this.used || !/^[\s,，、/|&和或]*(?:and|or)?[\s,，、/|&]*$/i.test(between)) this.methods = [];
    this.used = false;
    if (!this.methods.includes(method)) this.methods.push(method);
    else this.doubts.push(repaired('The method stands twice.', `${written} ${written}`));
  }

  /** Takes the path that starts at `start`; returns where it ends. */
  private path(text: string, start: number, between: string): number {
    const { written, end } = takePath(text, start);
    const mended = mendPath(written);
    if (mended === undefined) return Math.max(end, start + 1);
    const root = mended.path.split('/')[1]?.toLowerCase() ?? '';
    if (this.continues(between, root, mended.path)) {
      this.extend(mended.path, written);
      return end;
    }
    if (mended.doubt !== undefined) this.doubts.push(repaired(mended.doubt, written.trim()));
    if (this.methods.length === 0) {
      this.paths.push(mended.path);
      this.last = undefined;
      return end;
    }
    const before = this.endpoints.length;
    for (const method of this.methods) this.add(`${method} ${mended.path}`);
    this.used = true;
    this.last = { written, root, count: this.endpoints.length - before };
    return end;
  }

  /** A second path behind one that only white space parts from it, with another root: the path was broken in two. */
  private continues(between: string, root: string, path: string): boolean {
    if (this.last === undefined || !this.used || this.last.count === 0 || !/^\s*$/.test(between)) return false;
    if (root === this.last.root || /^v\d|^api$|^rest$/.test(root)) return false;
    return path !== '/' && !/[;；,，]\s*$/.test(this.last.written);
  }

  private extend(path: string, written: string): void {
    if (this.last === undefined) return;
    const whole = this.endpoints.splice(-this.last.count);
    this.doubts.push(repaired('The path was broken in two.', `${whole[0] ?? ''} ${written.trim()}`));
    for (const endpoint of whole) this.add(endpoint.replace(/\/$/, '') + path);
  }

  private add(endpoint: string): void {
    if (!this.endpoints.includes(endpoint)) this.endpoints.push(endpoint);
  }

  private hint(text: string): void {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    if (this.endpoints.length === 0 && this.paths.length === 0) this.lead ??= text.replace(/\s+/g, ' ').replace(/^[\s:：（(]+|[\s:：（(]+$/g, '').slice(0, 300);
    else this.hints.push(text.trim());
  }
}

function next(pattern: RegExp, text: string, from: number): { text: string; index: number } | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? undefined : { text: match[0], index: match.index };
}

/**
 * The characters of a path: up to white space, a character of another script, or a separator; a parameter may hold
 * white space. A path that ends in a slash, or a parameter that stands alone behind white space, goes on there.
 */
function takePath(text: string, start: number): { written: string; end: number } {
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '{') {
      const close = text.indexOf('}', at);
      const length = close < 0 ? -1 : close - at;
      if (length > 0 && length < 400 && !text.slice(at + 1, close).includes('{') && !/\n.*\//.test(text.slice(at, close))) {
        at = close + 1;
        continue;
      }
    }
    if (/\s/.test(char)) {
      const rest = text.slice(at);
      const written = text.slice(start, at);
      const gap = /^[^\S\n]*\n?[^\S\n]*/.exec(rest)?.[0].length ?? 1;
      const after = rest.slice(gap, gap + 200);
      const goesOn =
        (written.endsWith('/') && /^[a-z{][\w{}./?=&:-]*/.test(after) && !METHOD_AHEAD.test(after)) ||
        (/^\{[\w-]+\}/.test(after) && written.endsWith('/')) ||
        (/^[{?]\??\s*\w/.test(after) && after.startsWith('{?'));
      if (goesOn) {
        at += gap;
        continue;
      }
      break;
    }
    const angled = char === '<' ? /^<[\w-]{1,60}>/.exec(text.slice(at, at + 64))?.[0] : undefined;
    if (angled === undefined && /[^\x21-\x7e]|[;,"'`<>|()\\]/.test(char)) break;
    at += angled?.length ?? 1;
  }
  return { written: text.slice(start, at), end: Math.max(at, start + 1) };
}

const METHOD_AHEAD = new RegExp(`^(?:${METHOD_NAMES})(?![a-z_])`);

/** Mends what is broken in a path; undefined where it is none. `doubt` says what was mended. */
function mendPath(written: string): { path: string; doubt?: string } | undefined {
  const notes: string[] = [];
  let path = written.replace(/\s*\n\s*/g, '');
  if (/\s/.test(path.replace(/[?#].*$|\{\?.*$/s, '')) || path !== written) notes.push('blanks in the path');
  path = path
    .replace(/<([\w-]+)>|\$\{([\w-]+)\}/g, (_, angled: string | undefined, dollar: string | undefined) => `{${angled ?? dollar ?? ''}}`)
    .replace(/^https?:\/\/(?:\{[^}]*\}|[^/{]+)/i, '')
    .replace(/[?#].*$|\{\?.*$/s, '')
    .replace(/\s+/g, (blank, at: number, whole: string) => (insideBraces(whole, at) ? (/\w\s+\w/.test(whole.slice(at - 1, at + blank.length + 1)) ? '_' : '') : ''))
    .replace(/[.:*]+$/, (tail) => (tail.startsWith('*') ? tail : ''));
  if (path !== '' && !path.startsWith('/')) {
    path = `/${path}`;
    notes.push('no slash at the beginning');
  }
  const slashed = path.replace(/\/{2,}/g, '/').replace(/([\w.-])(\{[^}/]*\})(?=\/|$)/g, (whole, left: string, parameter: string, at: number) => (/^\/v\d+(?:\.\d+)?$/.test(path.slice(0, at + 1)) ? `${left}/${parameter}` : whole));
  if (slashed !== path) notes.push('slashes');
  const segments = slashed.split('/').map((segment) => {
    const fixed = mendSegment(segment);
    if (fixed !== segment && !segment.startsWith(':')) notes.push('braces');
    return fixed;
  });
  path = segments.join('/');
  if (path.length > 1) path = path.replace(/\/+$/, '');
  if (path === '' || path.length > 1000) return undefined;
  return notes.length === 0 ? { path } : { path, doubt: `The path was mended: ${[...new Set(notes)].join(', ')}.` };
}

/** `:name` is `{name}`; a brace too few or too many is set right; `{ name }` loses its blanks. */
function mendSegment(segment: string): string {
  if (/^:[A-Za-z_]\w*$/.test(segment)) return `{${segment.slice(1)}}`;
  if (/\{\s*\{|\}\s*\}/.test(segment) && /^\{+[\w-]+\}+$/.test(segment)) return `{${segment.replace(/[{}]/g, '')}}`;
  const opens = segment.split('{').length;
  const closes = segment.split('}').length;
  if (opens === closes) return segment;
  const bare = segment.replace(/^\{+|\}+$/g, '');
  return /^[\w-]+$/.test(bare) ? `{${bare}}` : segment.replace(/\{+/g, '{').replace(/\}+/g, '}');
}

function insideBraces(text: string, at: number): boolean {
  return text.lastIndexOf('{', at) > text.lastIndexOf('}', at);
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
