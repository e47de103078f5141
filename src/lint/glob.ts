import picomatch from 'picomatch';
import { Problem } from '../problem.js';

/** A path with `/` against globs, relative to the configuration's folder: any of them is enough, `!` takes out again. */
export type Glob = (path: string) => boolean;

/** With more stars in one segment, matching a long name could take minutes. */
const MAX_STARS = 4;

/** @throws Problem code `config` for a pattern that would be slow to match. */
export function createGlob(patterns: readonly string[]): Glob {
  for (const pattern of patterns) checkGlob(pattern);
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const yes = picomatch(wanted, { dot: true });
  const no = picomatch(unwanted, { dot: true });
  return (path) => yes(path) && !(unwanted.length > 0 && no(path));
}

export function checkGlob(pattern: string): void {
  const stars = Math.max(...pattern.split('/').map((segment) => segment.split('*').length - 1));
  if (stars > MAX_STARS) throw new Problem('config', `the pattern "${pattern.slice(0, 80)}" has ${stars} stars in one segment; use at most ${MAX_STARS}`);
}
