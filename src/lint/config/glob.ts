import picomatch from 'picomatch';
import { Problem } from '../../problem.js';

/** A path with `/` against globs, relative to the configuration's folder: any of them is enough, `!` takes out again. */
export type Glob = (path: string) => boolean;

/** @throws Problem code `config` for a pattern that would be slow to match. */
export function createGlob(patterns: readonly string[]): Glob {
  for (const pattern of patterns) checkGlob(pattern);
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const yes = picomatch(wanted, { dot: true });
  const no = picomatch(unwanted, { dot: true });
  return (path) => yes(path) && !(unwanted.length > 0 && no(path));
}

/** @throws Problem code `config` for a pattern that would be slow to match. */
export function checkGlob(pattern: string): void {
  const why = slowness(pattern.replace(/^!/, ''));
  if (why !== undefined)
    throw new Problem(
      'config',
      `the pattern "${pattern.length > 80 ? `${pattern.slice(0, 80)}…` : pattern}" ${why}`,
    );
}

/** With more of them, to match one long name could take seconds, and with a few more years. */
const MAX_STARS = 3;
const MAX_GLOBSTARS = 3;
const MAX_BRACES = 6;
const MAX_LENGTH = 1000;

/** Why matching a pattern could take long, and what to do instead; undefined where it cannot. */
export function slowness(pattern: string): string | undefined {
  if (pattern.length > MAX_LENGTH) return `has ${pattern.length} characters; use at most ${MAX_LENGTH}`;
  const plain = pattern.replace(/\\./g, '');
  // Groups become groups of a regular expression, repetitions of repetitions among them.
  if (plain.includes('('))
    return 'has a round bracket; list what is meant as {a,b}, or write \\( for the character';
  const segments = plain.split('/');
  // A plus behind a class or an alternative repeats it.
  const stars = Math.max(
    ...segments.map((segment) => (segment === '**' ? 0 : segment.split(/\*|(?<=[\]}])\+/).length - 1)),
  );
  if (stars > MAX_STARS) return `has ${stars} stars in one segment; use at most ${MAX_STARS}`;
  const braces = plain.split('{').length - 1;
  if (braces > MAX_BRACES) return `has ${braces} times "{"; use at most ${MAX_BRACES}`;
  const globstars = segments.filter((segment) => segment === '**').length;
  return globstars > MAX_GLOBSTARS ? `has ${globstars} times "**"; use at most ${MAX_GLOBSTARS}` : undefined;
}

/** A path as a pattern for itself. */
export function literalGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
}
