import type { Edit } from './record.js';

/** Applies edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let result = '';
  let at = 0;
  for (const { range, text: replacement } of ordered) {
    result += text.slice(at, range[0]) + replacement;
    at = Math.max(at, range[1]);
  }
  return result + text.slice(at);
}
