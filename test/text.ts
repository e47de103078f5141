/**
 * A text of several lines, written as it stands: without the line behind the opening backtick, the last line's blanks, and
 * the indentation that all lines share. Ends with a line end.
 */
export function text(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const raw = strings.map((part, index) => part + String(values[index] ?? '')).join('');
  const lines = raw
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const margin = Math.min(...margins);
  return lines.map((line) => `${line.slice(margin)}\n`).join('');
}
