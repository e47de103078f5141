import { METHODS } from '../../catalog/model/endpoint.js';
import { en as doubts } from '../../wording/en/doubts.js';
import { writer } from '../../wording/speaker.js';

const note = writer(doubts);

/**
 * The characters of a path: up to white space, a character of another script, or a separator; a parameter may hold
 * white space. A path that ends in a slash, or a parameter that stands alone behind white space, goes on there.
 */
export function takePath(text: string, start: number): { written: string; end: number } {
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '{') {
      const close = text.indexOf('}', at);
      const length = close < 0 ? -1 : close - at;
      if (
        length > 0 &&
        length < 400 &&
        !text.slice(at + 1, close).includes('{') &&
        !/\n.*\//.test(text.slice(at, close))
      ) {
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

const METHOD_AHEAD = new RegExp(`^(?:${METHODS.join('|')})(?![a-z_])`);

/** Mends what is broken in a path; undefined where it is none. `doubt` says what was mended. */
export function mendPath(written: string): { path: string; doubt?: string } | undefined {
  const notes: string[] = [];
  let path = written.replace(/\s*\n\s*/g, '');
  if (/\s/.test(path.replace(/[?#].*$|\{\?.*$/s, '')) || path !== written) notes.push(note('blanksInPath'));
  path = path
    .replace(
      /<([\w-]+)>|\$\{([\w-]+)\}/g,
      (_, angled: string | undefined, dollar: string | undefined) => `{${angled ?? dollar ?? ''}}`,
    )
    .replace(/^https?:\/\/(?:\{[^}]*\}|[^/{]+)/i, '')
    .replace(/[?#].*$|\{\?.*$/s, '')
    .replace(/\s+/g, joinBlank)
    .replace(/[.:*]+$/, (tail) => (tail.startsWith('*') ? tail : ''));
  if (path !== '' && !path.startsWith('/')) {
    path = `/${path}`;
    notes.push(note('noSlash'));
  }
  const slashed = path
    .replace(/\/{2,}/g, '/')
    .replace(/([\w.-])(\{[^}/]*\})(?=\/|$)/g, (whole, left: string, parameter: string, at: number) =>
      /^\/v\d+(?:\.\d+)?$/.test(path.slice(0, at + 1)) ? `${left}/${parameter}` : whole,
    )
    // A word that runs into a parameter is the next segment: `{job_id}versions`.
    .replace(/(\{[^{}/]*\})(?=[a-z][a-z_-]*(?:\/|$))/gi, '$1/');
  if (slashed !== path) notes.push(note('slashes'));
  const segments = slashed.split('/').map((segment) => {
    const fixed = mendSegment(segment);
    if (fixed !== segment && !segment.startsWith(':')) notes.push(note('braces'));
    return fixed;
  });
  path = segments.join('/');
  if (path.length > 1) path = path.replace(/\/+$/, '');
  if (path === '' || path.length > 1000) return undefined;
  return notes.length === 0
    ? { path }
    : { path, doubt: note('pathMended', { how: [...new Set(notes)].join(', ') }) };
}

/** A blank between two words of a parameter was an underscore; any other is an accident. */
function joinBlank(blank: string, at: number, whole: string): string {
  const betweenWords = /\w\s+\w/.test(whole.slice(at - 1, at + blank.length + 1));
  return betweenWords && insideBraces(whole, at) ? '_' : '';
}

/** `:name` is `{name}`; a brace too few or too many is set right; `{ name }` loses its blanks. */
function mendSegment(segment: string): string {
  if (/^:[A-Za-z_]\w*$/.test(segment)) return `{${segment.slice(1)}}`;
  if (/\{\s*\{|\}\s*\}/.test(segment) && /^\{+[\w-]+\}+$/.test(segment))
    return `{${segment.replace(/[{}]/g, '')}}`;
  const opens = segment.split('{').length;
  const closes = segment.split('}').length;
  if (opens === closes) return segment;
  const bare = segment.replace(/^\{+|\}+$/g, '');
  return /^[\w-]+$/.test(bare) ? `{${bare}}` : segment.replace(/\{+/g, '{').replace(/\}+/g, '}');
}

function insideBraces(text: string, at: number): boolean {
  return text.lastIndexOf('{', at) > text.lastIndexOf('}', at);
}
