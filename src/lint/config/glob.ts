import { posix } from 'node:path';
import picomatch from 'picomatch';
import { greatest } from '../../long-lists.js';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('lint', en);

/** A path with `/` against globs, relative to the configuration's folder: any of them is enough, `!` takes out again. */
export type Glob = (path: string) => boolean;

/**
 * @param base where the paths begin, from the folder that the patterns are relative to; left out: there.
 * @throws Problem code `config` for a pattern that would be slow to match.
 */
export function createGlob(patterns: readonly string[], base?: string): Glob {
  for (const pattern of patterns) checkGlob(pattern);
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const yes = picomatch(wanted, { dot: true });
  const no = picomatch(unwanted, { dot: true });
  const matches: Glob = (path) => yes(path) && !(unwanted.length > 0 && no(path));
  return base === undefined ? matches : (path) => matches(posix.join(base, path));
}

/** @throws Problem code `config` for a pattern that would be slow to match. */
export function checkGlob(pattern: string): void {
  const why = slowness(pattern.replace(/^!/, ''));
  if (why !== undefined) throw new Problem('config', why);
}

/** With more of them, to match one long name could take seconds, and with a few more years. */
const MAX_STARS = 3;
const MAX_GLOBSTARS = 3;
const MAX_BRACES = 6;
const MAX_LENGTH = 1000;

/** Characters of a pattern that are shown of it. */
const SHOWN = 80;

/** Why matching a pattern could take long, and what to do instead; undefined where it cannot. */
export function slowness(pattern: string): string | undefined {
  const shown = pattern.length > SHOWN ? `${pattern.slice(0, SHOWN)}…` : pattern;
  if (pattern.length > MAX_LENGTH)
    return say('slowByLength', { pattern: shown, count: pattern.length, most: MAX_LENGTH });
  const plain = pattern.replace(/\\./g, '');
  // Groups become groups of a regular expression, repetitions of repetitions among them.
  if (plain.includes('(')) return say('slowByBrackets', { pattern: shown });
  const segments = plain.split('/');
  const stars = greatest(segments.map(starsIn));
  if (stars > MAX_STARS) return say('slowByStars', { pattern: shown, count: stars, most: MAX_STARS });
  const braces = plain.split('{').length - 1;
  if (braces > MAX_BRACES) return say('slowByBraces', { pattern: shown, count: braces, most: MAX_BRACES });
  const globstars = segments.filter((segment) => segment === '**').length;
  if (globstars > MAX_GLOBSTARS)
    return say('slowByGlobstars', { pattern: shown, count: globstars, most: MAX_GLOBSTARS });
  return undefined;
}

/** A plus behind a class or an alternative repeats it, as a star does. */
function starsIn(segment: string): number {
  return segment === '**' ? 0 : segment.split(/\*|(?<=[\]}])\+/).length - 1;
}

/** A path as a pattern for itself. */
export function literalGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
}
