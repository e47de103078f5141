import { foldResource } from '../policy/grants/resource.js';
import { findText } from './find-text.js';
import { patternLanguage } from './text-language.js';

/** What one comparison may cost, in looks at a character: some milliseconds. */
const EFFORT = 200_000;

/** Whether some resource fits one of the patterns and none of the others. What cannot be searched to its end may. */
export function reachesBeyond(patterns: readonly string[], others: readonly string[]): boolean {
  const without = [languageOf(others)];
  const effort = { left: EFFORT };
  return patterns.some(
    (pattern) => findText({ within: [languageOf([pattern])], without }, effort) !== 'none',
  );
}

function languageOf(patterns: readonly string[]) {
  return patternLanguage(patterns.map(foldResource), { single: true });
}
