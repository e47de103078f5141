/** The lines of a file that a pull request shows on its right side: 1-based, in runs that one comment may span. */
export interface ShownLines {
  /** The number of the run that a line is in; undefined where the pull request does not show it. */
  runOf(line: number): number | undefined;
  /** Whether a text has these very lines there: a checkout of another commit may not. */
  agreesWith(lines: readonly string[]): boolean;
}

/** @param patch as GitHub gives it for one file: hunks of a unified diff without its head. */
export function shownLines(patch: string): ShownLines {
  const runs = new Map<number, number>();
  const texts = new Map<number, string>();
  let line = 0;
  let run = 0;
  for (const row of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(row)?.[1];
    if (start !== undefined) {
      line = Number(start);
      run += 1;
      continue;
    }
    const [sign] = row;
    if (run === 0 || (sign !== ' ' && sign !== '+')) continue;
    runs.set(line, run);
    texts.set(line, row.slice(1));
    line += 1;
  }
  return {
    runOf: (at) => runs.get(at),
    agreesWith: (lines) => [...texts].every(([at, text]) => plain(lines[at - 1] ?? '') === plain(text)),
  };
}

function plain(line: string): string {
  return line.replace(/\r$/, '');
}
